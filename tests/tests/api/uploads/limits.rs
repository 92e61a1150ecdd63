//! What each slot takes, and what none takes.

use super::acme;
use serde_json::json;
use tests::{TestApp, avi, jpeg, mp4, multipart, pdf, pdf_of, png, png_header, png_of, wmv};
use ureq::http::Method;

/// A picture with something behind its end, up to a size.
fn padded(mut picture: Vec<u8>, size: usize) -> Vec<u8> {
    picture.resize(size, b'.');
    picture
}

/// A video with free space behind it, up to a size.
fn with_box(mut video: Vec<u8>, size: usize) -> Vec<u8> {
    let rest = u32::try_from(size - video.len()).unwrap();
    video.extend_from_slice(&rest.to_be_bytes());
    video.extend_from_slice(b"free");
    video.resize(size, 0);
    video
}

/// The same video as QuickTime names it.
fn quicktime() -> Vec<u8> {
    let mut video = mp4(&[]);
    video[8..12].copy_from_slice(b"qt  ");
    video
}

/// The smallest thing that is an OFD.
fn ofd() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    zip.start_file("OFD.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn each_slot_takes_its_types_up_to_its_size_and_not_a_byte_more() {
    let app = TestApp::new();
    let acme = acme(&app);
    let slots = app.anyone().get("/api/v1/reference/upload-slots").expect(200);
    let files = [
        ("image/jpeg", jpeg(&[])),
        ("image/png", png(8, 8)),
        ("application/pdf", pdf()),
        ("application/ofd", ofd()),
        ("video/mp4", mp4(&[])),
        ("video/quicktime", quicktime()),
        ("video/x-msvideo", avi(&[])),
        ("video/x-ms-wmv", wmv()),
    ];
    for slot in slots.as_array().unwrap() {
        let name = slot["slot"].as_str().unwrap();
        for (media_type, content) in &files {
            // The name says nothing: the content does.
            let reply = acme.upload(name, "文件.bin", content);
            if slot["media_types"]
                .as_array()
                .unwrap()
                .contains(&json!(media_type))
            {
                let made = reply.expect(201);
                assert_eq!(
                    (&made["media_type"], &made["is_public"]),
                    (&json!(media_type), &slot["is_public"])
                );
            } else {
                assert_eq!(
                    reply.expect_problem(415),
                    "upload.wrong_type",
                    "{name} {media_type}"
                );
                assert_eq!(reply.wrong_fields(), ["/file upload.wrong_type"]);
            }
        }
        // Photographs are taken larger than they are kept.
        let limit = usize::try_from(slot["most_bytes"].as_u64().unwrap()).unwrap();
        let up_to = |size: usize| match slot["media_types"][0] == "video/mp4" {
            true => with_box(mp4(&[]), size),
            false => padded(png(8, 8), size),
        };
        acme.upload(name, "刚好", &up_to(limit)).expect(201);
        let reply = acme.upload(name, "过大", &up_to(limit + 1));
        assert_eq!(reply.expect_problem(413), "upload.too_large", "{name}");
        assert_eq!(reply.wrong_fields(), ["/file upload.too_large"]);
    }
    let limit = 2 * 1024 * 1024;
    let kept = acme.upload("manual", "说明书.pdf", &pdf_of(limit)).expect(201);
    assert_eq!(kept["size"], limit);
    let reply = acme.upload("manual", "说明书.pdf", &pdf_of(limit + 1));
    assert_eq!(
        reply.expect_problem(413),
        "upload.too_large",
        "a document is not made smaller"
    );
    assert!(reply.text().contains("2 MB"));
    let of_nothing = acme.upload("nonsense", "a.png", &png(8, 8));
    assert_eq!(of_nothing.expect_problem(422), "request.invalid");
}

/// What comes before registration is nobody's yet, and judged by the same rules.
#[test]
fn a_licence_is_judged_before_anyone_is_registered() {
    let app = TestApp::new();
    let send = |content: &[u8]| {
        let (media_type, body) = multipart("执照.pdf", content);
        let path = "/api/v1/registrations/licence";
        app.anyone().send(&Method::POST, path, Some(&media_type), &body)
    };
    let limit = 5 * 1024 * 1024;
    send(&pdf_of(limit)).expect(201);
    assert_eq!(send(&pdf_of(limit + 1)).expect_problem(413), "upload.too_large");
    assert_eq!(send(b"<html></html>").expect_problem(415), "upload.wrong_type");
    (0..17).for_each(|_| drop(send(&pdf()).expect(201)));
    assert_eq!(
        send(&pdf()).expect_problem(429),
        "request.too_many",
        "twenty an hour from one place"
    );
}

#[test]
fn what_is_disguised_or_damaged_is_refused() {
    let app = TestApp::new();
    let acme = acme(&app);
    let pixels = |width, height| {
        png_of(&[
            (b"IHDR", &png_header(width, height)),
            (b"IDAT", b"x"),
            (b"IEND", b""),
        ])
    };
    let good = png(8, 8);
    let mut wrong_checksum = good.clone();
    wrong_checksum[29] ^= 1;
    let frame = |width: u16, height: u16| {
        let size = [height.to_be_bytes(), width.to_be_bytes()].concat();
        jpeg(&[(0xc0, &[&[8][..], &size, &[1, 1, 0x11, 0]].concat())])
    };
    let html = b"<!doctype html><script>alert(1)</script>";
    #[rustfmt::skip]
    let cases: &[(&str, &[u8], u16, &str)] = &[
        ("报告.pdf", html, 415, "wrong_type"),
        ("图.png", br#"<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>"#, 415, "wrong_type"),
        ("图.png", br#"<?xml version="1.0"?><svg/>"#, 415, "wrong_type"),
        ("图.gif", b"GIF89a\x01\0\x01\0\0\0\0;", 415, "wrong_type"),
        ("图.webp", b"RIFF\x1a\0\0\0WEBPVP8L", 415, "wrong_type"),
        ("图.bmp", b"BM\x3a\0\0\0", 415, "wrong_type"),
        ("图.png", b"MZ\x90\0\x03", 415, "wrong_type"),
        ("图.png", b"\x7fELF\x02\x01", 415, "wrong_type"),
        ("图.png", b"PK\x03\x04", 422, "damaged"),
        ("图.png", b"#!/bin/sh\nid\n", 415, "wrong_type"),
        ("图.png", b"\0\0\0\0", 415, "wrong_type"),
        ("报告.pdf", &[&[b' '; 1024][..], &pdf()].concat(), 415, "wrong_type"),
        ("报告.pdf", b"%PDF-9.9\n%%EOF\n", 415, "wrong_type"),
        ("报告.pdf", b"%PDF-1.4\nno end", 422, "damaged"),
        ("报告.pdf", &[&pdf()[..], &[b' '; 2000]].concat(), 422, "damaged"),
        ("图.png", b"\x89PNG\r\n\x1a\n", 422, "damaged"),
        ("图.png", &good[..good.len() - 1], 422, "damaged"),
        ("图.png", &wrong_checksum, 422, "damaged"),
        ("图.png", &png_of(&[(b"IDAT", b"x"), (b"IEND", b"")]), 422, "damaged"),
        ("图.png", &png_of(&[(b"IHDR", &png_header(8, 8)), (b"IEND", b"")]), 422, "damaged"),
        ("图.png", &pixels(0, 8), 422, "damaged"),
        ("图.png", &pixels(50_000, 50_000), 422, "too_many_pixels"),
        ("图.png", &pixels(12_001, 1), 422, "too_many_pixels"),
        ("图.png", &pixels(10_000, 10_000), 422, "too_many_pixels"),
        ("图.png", &pixels(u32::MAX, u32::MAX), 422, "too_many_pixels"),
        ("图.jpg", &frame(65_535, 65_535), 422, "too_many_pixels"),
        ("图.jpg", &frame(0, 8), 422, "damaged"),
        ("图.jpg", &jpeg(&[])[..20], 422, "damaged"),
        ("图.jpg", b"\xff\xd8\xff", 422, "damaged"),
        ("图.jpg", b"\xff\xd8\xff\xe1\0\0", 422, "damaged"),
        ("图.jpg", b"\xff\xd8\xff\xd9", 422, "damaged"),
        ("无.png", b"", 422, "empty"),
    ];
    for (name, content, status, code) in cases {
        let reply = acme.upload("inspection_report", name, content);
        let start = String::from_utf8_lossy(&content[..content.len().min(16)]).into_owned();
        assert_eq!(
            reply.expect_problem(*status),
            format!("upload.{code}"),
            "{name} {start:?}"
        );
        assert_eq!(reply.wrong_fields(), [format!("/file upload.{code}")]);
    }
    let (media_type, body) = multipart("a.png", &good);
    let other = String::from_utf8_lossy(&body).replace("name=\"file\"", "name=\"other\"");
    let path = "/api/v1/files?slot=product_picture";
    let sent = |media_type: &str, body: &[u8]| acme.send(&Method::POST, path, Some(media_type), body);
    assert_eq!(
        sent(&media_type, other.as_bytes()).expect_problem(422),
        "upload.unknown_part"
    );
    assert_eq!(
        sent(&media_type, &body[..body.len() / 2]).expect_problem(422),
        "upload.missing"
    );
    assert_eq!(
        sent("application/json", b"{}").expect_problem(422),
        "upload.missing"
    );
    assert_eq!(
        sent("multipart/form-data", &body).expect_problem(422),
        "upload.missing"
    );
}
