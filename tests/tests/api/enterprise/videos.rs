//! F022: videos are taken in without being held in memory, lose what they tell of their makers, and are given out in
//! parts, as players ask for them.

use super::acme;
use tests::{TestApp, avi, mp4, png, wmv};

const PLACE: &[u8] = b"+30.2741+120.1551/";

#[test]
fn a_video_is_given_out_in_ranges_with_its_own_type() {
    let app = TestApp::new();
    let video = mp4(&[]);
    let made = acme(&app).upload("brand_video", "片.mp4", &video).expect(201);
    let url = made["url"].as_str().unwrap();
    let anyone = app.anyone();
    let whole = anyone.get(url);
    assert_eq!((whole.status, whole.bytes.len()), (200, video.len()));
    for (name, value) in [
        ("content-type", "video/mp4"),
        ("accept-ranges", "bytes"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("cache-control", "public, max-age=60"),
    ] {
        assert_eq!(whole.header(name), value, "{name}");
    }
    assert!(whole.header("content-disposition").starts_with("inline"));
    // What Safari asks first, then a part of the middle, then the end.
    let len = video.len();
    for (asked, from, to) in [
        ("bytes=0-1".to_owned(), 0, 1),
        ("bytes=100-299".to_owned(), 100, 299),
        ("bytes=-50".to_owned(), len - 50, len - 1),
        ("bytes=4000-".to_owned(), 4000, len - 1),
    ] {
        let part = anyone.with("range", &asked).get(url);
        assert_eq!(part.status, 206, "{asked}");
        assert_eq!(part.header("content-range"), format!("bytes {from}-{to}/{len}"));
        assert_eq!(part.header("content-type"), "video/mp4");
        assert_eq!(part.bytes, whole.bytes[from..=to], "{asked}");
    }
    let beyond = anyone.with("range", &format!("bytes={len}-")).get(url);
    assert_eq!(beyond.status, 416);
    assert_eq!(beyond.header("content-range"), format!("bytes */{len}"));
}

#[test]
fn a_video_does_not_tell_where_it_was_made() {
    let app = TestApp::new();
    let acme = acme(&app);
    for (name, video) in [("片.mp4", mp4(PLACE)), ("片.avi", avi(PLACE))] {
        let made = acme.upload("brand_video", name, &video).expect(201);
        let kept = app.anyone().get(made["url"].as_str().unwrap());
        assert_eq!(kept.bytes.len(), video.len());
        assert!(!kept.bytes.windows(PLACE.len()).any(|w| w == PLACE), "{name}");
    }
    assert_eq!(
        acme.upload("brand_video", "片", &wmv()).expect(201)["name"],
        "片.wmv"
    );
}

#[test]
fn what_only_looks_like_a_video_is_refused_and_leaves_nothing() {
    let app = TestApp::new();
    let acme = acme(&app);
    let video = mp4(&[]);
    let mut picture = video.clone();
    picture[8..12].copy_from_slice(b"heic");
    #[rustfmt::skip]
    let cases: &[(&str, &[u8], u16, &str)] = &[
        ("片.mp4", b"<html><script>alert(1)</script></html>", 415, "wrong_type"),
        ("片.mp4", &png(8, 8), 415, "wrong_type"),
        ("片.mp4", b"\x1a\x45\xdf\xa3webm", 415, "wrong_type"),
        ("片.mp4", b"FLV\x01\x05", 415, "wrong_type"),
        ("片.mp4", &picture, 415, "wrong_type"),
        ("片.avi", b"RIFF\x24\0\0\0WAVEfmt ", 415, "wrong_type"),
        ("片.mp4", &video[..video.len() / 2], 422, "damaged"),
        ("片.mp4", b"\0\0\0\x18ftypisom\0\0\x02\0isommp42", 422, "damaged"),
        ("片.avi", b"RIFF\x04\0\0\0AVI ", 422, "damaged"),
        ("无.mp4", b"", 422, "empty"),
    ];
    for (name, content, status, code) in cases {
        let reply = acme.upload("brand_video", name, content);
        assert_eq!(reply.expect_problem(*status), format!("upload.{code}"), "{name}");
    }
    let incoming = app.state.files.vault.root().join("incoming");
    assert_eq!(std::fs::read_dir(incoming).unwrap().count(), 0);
}
