//! What becomes of a file between coming in and being shown.

use super::acme;
use std::io::Write;
use tests::{TestApp, jpeg, pdf, png, png_of};

/// A picture keeps what is needed to show it and nothing else.
#[test]
fn pictures_lose_place_device_comments_and_whatever_rides_behind_them() {
    let app = TestApp::new();
    let acme = acme(&app);
    let exif = [
        b"Exif\0\0II*\0\x08\0\0\0\x02\0".as_slice(),
        b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
        b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0",
        b"GPS 30.1875N 120.2643E Apple iPhone",
    ]
    .concat();
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude</x:xmpmeta>";
    let segments: [(u8, &[u8]); 4] = [
        (0xe1, &exif),
        (0xe1, xmp),
        (0xfe, b"made by me"),
        (0xed, b"Photoshop 3.0"),
    ];
    let photo = [&jpeg(&segments)[..], b"PK\x03\x04<script>"].concat();
    let picture = {
        let whole = png(8, 8);
        let (head, rest) = whole.split_at(33);
        let text = png_of(&[
            (b"tEXt", b"Comment\0<script>"),
            (b"eXIf", b"II*\0GPS"),
            (b"prVt", b"secret"),
        ]);
        [head, &text[8..], rest, b"<script>alert(1)</script>"].concat()
    };
    for (name, content) in [("照片.jpg", photo), ("图.png", picture)] {
        let made = acme.upload("product_picture", name, &content).expect(201);
        let shown = app.anyone().get(made["url"].as_str().unwrap());
        assert_eq!(
            (shown.status, made["width"].as_i64(), made["height"].as_i64()),
            (200, Some(8), Some(8))
        );
        assert_eq!(made["size"], shown.bytes.len());
        for secret in [
            "GPS",
            "iPhone",
            "script",
            "made by",
            "Photoshop",
            "secret",
            "PK",
            "xmpmeta",
        ] {
            let found = shown.bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
            assert!(!found, "{name} still says {secret}");
        }
        if name.ends_with("jpg") {
            let orientation = b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06";
            let kept = shown.bytes.windows(orientation.len()).any(|w| w == orientation);
            assert!(kept, "the camera was held sideways, and that is kept");
        }
    }
}

/// Whatever is served, no browser runs anything in it or saves it under a name that fools its reader.
#[test]
fn files_are_served_inert() {
    let app = TestApp::new();
    let acme = acme(&app);
    for (name, content, shown_as) in [
        ("../../etc/照片\r\nx: y.exe", png(8, 8), "inline"),
        ("手册\u{202e}fdp.html", pdf(), "inline"),
    ] {
        let made = acme
            .upload("manual", &name.replace("\r\n", "%0D%0A"), &content)
            .expect(201);
        let reply = app.anyone().get(made["url"].as_str().unwrap());
        let disposition = reply.header("content-disposition");
        assert!(disposition.starts_with(shown_as), "{disposition}");
        assert!(
            !disposition.contains("..") && !disposition.contains("%E2%80%AE"),
            "{disposition}"
        );
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        // Browsers show no PDF in a sandbox.
        let is_pdf = reply.header("content-type") == "application/pdf";
        assert_eq!(policy.contains("sandbox"), !is_pdf, "{policy}");
        assert!(["image/png", "application/pdf"].contains(&reply.header("content-type")));
    }
}

/// Bytes that programs put before a PDF are left out, and one that nobody can open is refused.
#[test]
fn a_pdf_begins_where_it_begins_and_opens_for_everyone() {
    let app = TestApp::new();
    let acme = acme(&app);
    for before in [
        &b"\xef\xbb\xbf"[..],
        b"\r\n",
        b" ",
        &[7; 200],
        b"Content-Type: application/pdf\r\n\r\n",
        b"<html><script>alert(1)</script>",
    ] {
        let made = acme
            .upload("manual", "说明书.pdf", &[before, &pdf()].concat())
            .expect(201);
        let shown = app.anyone().get(made["url"].as_str().unwrap());
        assert_eq!(shown.bytes, pdf(), "{before:?}");
        assert_eq!(made["size"], pdf().len());
    }
    let locked = include_bytes!("../../../../crates/web/src/upload/document/testdata/aes-256-user.pdf");
    let reply = acme.upload("manual", "说明书.pdf", locked);
    assert_eq!(reply.expect_problem(422), "upload.locked");
    assert!(reply.text().contains("需要密码"));
    let closed_to_changes =
        include_bytes!("../../../../crates/web/src/upload/document/testdata/aes-256-owner.pdf");
    acme.upload("manual", "说明书.pdf", closed_to_changes).expect(201);
}

/// Certificates come as OFD since 2024; another archive is none.
#[test]
fn an_ofd_is_taken_where_documents_are_and_saved_not_shown() {
    let app = TestApp::new();
    let acme = acme(&app);
    let archive = |name: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(b"<ofd:OFD/>").unwrap();
        zip.finish().unwrap().into_inner()
    };
    let made = acme
        .upload("product_certificate", "证书.zip", &archive("OFD.xml"))
        .expect(201);
    assert_eq!(
        (&made["name"], &made["media_type"]),
        (&"证书.zip.ofd".into(), &"application/ofd".into())
    );
    let reply = app.anyone().get(made["url"].as_str().unwrap());
    assert!(reply.header("content-disposition").starts_with("attachment"));
    let other = acme.upload("product_certificate", "证书.ofd", &archive("word/document.xml"));
    assert_eq!(other.expect_problem(415), "upload.not_ofd");
    let picture = acme.upload("product_picture", "证书.ofd", &archive("OFD.xml"));
    assert_eq!(picture.expect_problem(415), "upload.wrong_type");
}
