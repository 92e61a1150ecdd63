use super::*;
use std::io::Cursor;

fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let size = u32::try_from(content.len() + 8).unwrap().to_be_bytes();
    [&size[..], kind, content].concat()
}

fn track(handles: &[u8; 4], user_data: &[u8]) -> Vec<u8> {
    let handler = boxed(b"hdlr", &[&[0; 8][..], handles, &[0; 13]].concat());
    let media = boxed(b"mdia", &handler);
    boxed(b"trak", &[media, boxed(b"udta", user_data)].concat())
}

fn mp4(movie: &[u8]) -> Vec<u8> {
    let brand = boxed(b"ftyp", b"isom\0\0\x02\0isommp42");
    [brand, boxed(b"moov", movie), boxed(b"mdat", &[7; 64])].concat()
}

fn cleaned(media: Media, video: &[u8]) -> Result<Vec<u8>, UploadError> {
    let mut file = Cursor::new(video.to_vec());
    clean(media, &mut file)?;
    Ok(file.into_inner())
}

#[track_caller]
fn is_damaged(media: Media, video: &[u8]) {
    let found = cleaned(media, video);
    assert!(matches!(found, Err(UploadError::Damaged { .. })), "{found:?}");
}

const PLACE: &[u8] = b"+30.2741+120.1551/";

#[test]
fn a_video_keeps_its_length_and_loses_its_place() {
    let movie = [
        track(b"vide", PLACE),
        boxed(b"meta", PLACE),
        boxed(b"udta", PLACE),
        track(b"soun", b""),
    ]
    .concat();
    let video = [mp4(&movie), boxed(b"uuid", PLACE)].concat();
    let clean = cleaned(Media::Mp4, &video).unwrap();
    assert_eq!(clean.len(), video.len());
    assert!(!clean.windows(PLACE.len()).any(|w| w == PLACE));
    assert!(
        clean.windows(64).any(|w| w == [7; 64]),
        "the pictures are as they were"
    );
    assert_eq!(cleaned(Media::Mp4, &clean).unwrap(), clean);
}

#[test]
fn boxes_of_sixty_four_bits_and_to_the_end_are_read() {
    let large = [&1_u32.to_be_bytes()[..], b"mdat", &24_u64.to_be_bytes(), &[7; 8]].concat();
    let last = [&0_u32.to_be_bytes()[..], b"free", &[0; 9]].concat();
    let video = [boxed(b"moov", &track(b"vide", b"")), large, last].concat();
    assert!(cleaned(Media::Mov, &video).is_ok());
}

#[test]
fn what_is_no_video_is_damaged() {
    let video = mp4(&track(b"vide", b""));
    is_damaged(Media::Mp4, &video[..video.len() - 1]);
    is_damaged(Media::Mp4, &video[..40]);
    is_damaged(Media::Mp4, &mp4(&track(b"soun", b"")));
    is_damaged(Media::Mp4, &mp4(&[]));
    is_damaged(Media::Mp4, &boxed(b"moov", &track(b"vide", b"")));
    // A size that is smaller than its own header would never end.
    is_damaged(Media::Mp4, &[&4_u32.to_be_bytes()[..], b"moov", &[0; 8]].concat());
    let endless = [&1_u32.to_be_bytes()[..], b"mdat", &u64::MAX.to_be_bytes()].concat();
    is_damaged(Media::Mp4, &endless);
    // A box that reaches out of the one it is in.
    let mut reaching = mp4(&track(b"vide", b""));
    let at = reaching.windows(4).position(|w| w == b"trak").unwrap();
    reaching[at - 1] += 4;
    is_damaged(Media::Mp4, &reaching);
    is_damaged(Media::Mp4, &boxed(b"free", b"").repeat(10_001));
    is_damaged(Media::Avi, b"RIFF\x04\0\0\0AVI ");
    is_damaged(Media::Avi, b"RIFF\xff\0\0\0AVI LIST");
    is_damaged(Media::Wmv, &[0x30; 16]);
    is_damaged(
        Media::Wmv,
        &[&[0x30; 16][..], &u64::MAX.to_le_bytes(), &[0; 80]].concat(),
    );
}

#[test]
fn notes_of_an_avi_become_junk() {
    let list = |kind: &[u8; 4], content: &[u8]| {
        let size = u32::try_from(content.len() + 4).unwrap().to_le_bytes();
        let padding = &[0][..content.len() % 2];
        [b"LIST", &size[..], kind, content, padding].concat()
    };
    let lists = [
        list(b"hdrl", &[0; 8]),
        list(b"INFO", b"IARTJane"),
        list(b"movi", &[7; 7]),
    ]
    .concat();
    let size = u32::try_from(lists.len() + 4).unwrap().to_le_bytes();
    let video = [b"RIFF", &size[..], b"AVI ", &lists].concat();
    let clean = cleaned(Media::Avi, &video).unwrap();
    assert_eq!(clean.len(), video.len());
    assert!(!clean.windows(4).any(|w| w == b"Jane"));
    assert!(clean.windows(4).any(|w| w == b"JUNK"));
}

#[test]
fn descriptions_of_a_wmv_become_padding() {
    let object = |guid: &[u8; 16], content: &[u8]| {
        let size = (content.len() as u64 + 24).to_le_bytes();
        [&guid[..], &size, content].concat()
    };
    let objects = [
        object(
            b"\x91\x07\xdc\xb7\xb7\xa9\xcf\x11\x8e\xe6\x00\xc0\x0c\x20\x53\x65",
            b"\xc0\xef\x19\xbc\x4d\x5b\xcf\x11\xa8\xfd\x00\x80\x5f\x5c\x44\x2b",
        ),
        object(
            b"\x33\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c",
            b"J\0a\0n\0e\0",
        ),
    ]
    .concat();
    let head = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c";
    let size = (30 + objects.len() as u64).to_le_bytes();
    let video = [
        &head[..],
        &size,
        &2_u32.to_le_bytes(),
        &[1, 2],
        &objects,
        &[7; 20],
    ]
    .concat();
    assert_eq!(Media::of(&video), Some(Media::Wmv));
    let clean = cleaned(Media::Wmv, &video).unwrap();
    assert_eq!(clean.len(), video.len());
    assert!(!clean.windows(3).any(|w| w == b"a\0n"));
    assert_eq!(cleaned(Media::Wmv, &clean).unwrap(), clean);
    is_damaged(Media::Wmv, &video[..video.len() - 20]);
}
