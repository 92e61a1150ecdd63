//! OFD (GB/T 33190-2016): a ZIP archive that begins with `OFD.xml`.

use super::super::UploadError;
use std::io::Cursor;
use zip::ZipArchive;

/// More parts than any document has.
const MOST_PARTS: usize = 20_000;

/// Checks that an archive is a document and its list of parts is whole.
pub(super) fn check(bytes: &[u8]) -> Result<(), UploadError> {
    let archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_unreadable| UploadError::Damaged { what: "OFD" })?;
    let has_entry = archive.index_for_name("OFD.xml").is_some();
    match has_entry && archive.len() <= MOST_PARTS {
        true => Ok(()),
        false => Err(UploadError::NotOfd),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn archive(names: &[&str]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        for name in names {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(b"<x/>").unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn an_archive_is_a_document_by_its_entry() {
        assert!(check(&archive(&["OFD.xml", "Doc_0/Document.xml"])).is_ok());
        for other in [
            &["word/document.xml"][..],
            &["Doc_0/OFD.xml"],
            &["ofd.XML.exe"],
            &[],
        ] {
            assert!(
                matches!(check(&archive(other)), Err(UploadError::NotOfd)),
                "{other:?}"
            );
        }
        let whole = archive(&["OFD.xml"]);
        assert!(matches!(
            check(&whole[..whole.len() - 9]),
            Err(UploadError::Damaged { .. })
        ));
    }
}
