//! ZIP archives, opened by the zip crate.

use crate::payload::Random;
use label::zip::{Checkpoint, Method, Modified, Writer};
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
};

/// An output that can not be sought, like a socket.
struct Stream(Vec<u8>);

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        // Sockets take what they like.
        let taken = bytes.len().min(10_000);
        self.0.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn entries(count: usize) -> Vec<(String, Method, Vec<u8>)> {
    let mut random = Random(count as u64);
    (0..count)
        .map(|i| {
            let method = random.pick(&[Method::Store, Method::Deflate]);
            let data = random.payload(2_000).into_bytes();
            (format!("批次/{i:06}.svg"), method, data)
        })
        .collect()
}

fn add<W: Write, D: Read + Write + Seek>(writer: &mut Writer<W, D>, entries: &[(String, Method, Vec<u8>)]) {
    entries
        .iter()
        .for_each(|(name, method, data)| writer.add(name, *method, data).unwrap());
}

/// A name is refused or taken as it is.
#[test]
fn names_lead_nowhere_else() {
    let mut writer = Writer::new(Vec::new(), tempfile::tempfile().unwrap(), Modified::default()).unwrap();
    let long = "x".repeat(65_536);
    for name in [
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a/",
        ".",
        "a\\b",
        "C:x",
        "a\nb",
        "a?",
        &long,
    ] {
        assert_eq!(
            writer.add(name, Method::Store, b"").unwrap_err().code(),
            "entry_name_invalid",
            "{name:?}"
        );
    }
    for name in ["a", "a/b/c.png", "品码-（一）.svg", "...", "a b"] {
        writer.add(name, Method::Store, b"").unwrap();
    }
    let (archive, _) = writer.finish().unwrap();
    assert_eq!(
        zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap().len(),
        5
    );
}

#[test]
fn entries_come_back() {
    let entries = entries(500);
    let modified = Modified::new(2026, 11, 5, 13, 37, 42);
    let mut writer = Writer::new(Stream(Vec::new()), tempfile::tempfile().unwrap(), modified).unwrap();
    add(&mut writer, &entries);
    let (archive, _) = writer.finish().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive.0)).unwrap();
    assert_eq!(archive.len(), entries.len());
    for (index, (name, method, data)) in entries.iter().enumerate() {
        let mut file = archive.by_index(index).unwrap();
        assert_eq!(file.name().unwrap(), *name);
        let time = file.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day()), (2026, 11, 5));
        assert_eq!((time.hour(), time.minute(), time.second()), (13, 37, 42));
        assert!(*method == Method::Deflate || file.compression() == zip::CompressionMethod::Stored);
        assert!(file.compressed_size() <= file.size() && file.size() == data.len() as u64);
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        assert!(content == *data, "{name}");
    }
}

#[test]
fn an_empty_archive_is_one() {
    let writer = Writer::new(Vec::new(), tempfile::tempfile().unwrap(), Modified::default()).unwrap();
    let (archive, _) = writer.finish().unwrap();
    assert_eq!(archive.len(), 22);
    assert!(
        zip::ZipArchive::new(std::io::Cursor::new(archive))
            .unwrap()
            .is_empty()
    );
}

/// However often the work is interrupted, the archive is the same.
#[test]
fn an_archive_is_resumed() {
    let entries = entries(2_000);
    let modified = Modified::default();
    let mut whole = Writer::new(Vec::new(), tempfile::tempfile().unwrap(), modified).unwrap();
    add(&mut whole, &entries);
    let (whole, _) = whole.finish().unwrap();

    let mut random = Random(3);
    for _ in 0..6 {
        let (mut archive, mut directory) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
        let mut at = Checkpoint::default();
        loop {
            // As after a crash: whatever was written past the checkpoint is cut off.
            archive.set_len(at.body_len).unwrap();
            directory.set_len(at.directory_len).unwrap();
            archive.seek(SeekFrom::End(0)).unwrap();
            let (a, d) = (archive.try_clone().unwrap(), directory.try_clone().unwrap());
            let mut writer = Writer::resume(a, d, modified, at).unwrap();
            let rest = &entries[at.entries as usize..];
            let until = random.below(900).min(rest.len());
            add(&mut writer, &rest[..until]);
            at = writer.checkpoint().unwrap();
            assert_eq!(archive.metadata().unwrap().len(), at.body_len);
            assert_eq!(directory.metadata().unwrap().len(), at.directory_len);
            if until == rest.len() {
                (archive, directory) = writer.finish().unwrap();
                break;
            }
            // Work after the checkpoint is lost, some of it already on disk.
            let lost = random.below(900).min(rest.len() - until);
            add(&mut writer, &rest[until..until + lost]);
        }
        let mut result = Vec::new();
        archive.rewind().unwrap();
        archive.read_to_end(&mut result).unwrap();
        assert!(result == whole);
        drop(directory);
    }
}

/// More entries than 16 bits can count.
#[test]
fn many_entries_need_zip64() {
    for count in [65_534_usize, 65_535, 70_000] {
        let mut writer = Writer::new(Vec::new(), tempfile::tempfile().unwrap(), Modified::default()).unwrap();
        for i in 0..count {
            writer
                .add(&format!("{i}"), Method::Store, &i.to_le_bytes())
                .unwrap();
        }
        let (archive, _) = writer.finish().unwrap();
        let has_zip64 = archive
            .windows(4)
            .rev()
            .take(200)
            .any(|window| window == b"PK\x06\x06");
        assert_eq!(has_zip64, count >= 65_535);
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
        assert_eq!(archive.len(), count);
        let mut content = Vec::new();
        archive
            .by_name(&format!("{}", count - 1))
            .unwrap()
            .read_to_end(&mut content)
            .unwrap();
        assert_eq!(content, (count - 1).to_le_bytes());
    }
}

/// Entries beyond 4 GiB, in a file that is mostly a hole.
#[test]
fn large_archives_need_zip64() {
    for start in [(1_u64 << 32) - 60, 1 << 32, 5 << 30] {
        let mut archive: File = tempfile::tempfile().unwrap();
        archive.set_len(start).unwrap();
        archive.seek(SeekFrom::End(0)).unwrap();
        let at = Checkpoint {
            entries: 0,
            body_len: start,
            directory_len: 0,
        };
        let directory = tempfile::tempfile().unwrap();
        let mut writer = Writer::resume(archive, directory, Modified::default(), at).unwrap();
        for name in ["near", "far", "farther"] {
            writer.add(name, Method::Store, name.as_bytes()).unwrap();
        }
        let (archive, _) = writer.finish().unwrap();
        let mut archive = zip::ZipArchive::new(archive).unwrap();
        assert_eq!(archive.len(), 3);
        for name in ["near", "far", "farther"] {
            let mut content = String::new();
            archive
                .by_name(name)
                .unwrap()
                .read_to_string(&mut content)
                .unwrap();
            assert_eq!(content, name);
        }
    }
}

#[test]
fn times_out_of_range_are_the_nearest() {
    assert_eq!(Modified::new(0, 0, 0, 0, 0, 0), Modified::default());
    assert_eq!(
        Modified::new(u16::MAX, 99, 99, 99, 99, 99),
        Modified::new(2107, 12, 31, 23, 59, 59)
    );
}
