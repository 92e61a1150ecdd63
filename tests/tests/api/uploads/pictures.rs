//! Photographs: taken wherever pictures are, kept small, shown upright and in the size that is asked for.

use super::acme;
use serde_json::json;
use tests::{TestApp, photo, png};

/// Columns and rows of a JPEG.
fn size_of(bytes: &[u8]) -> (u32, u32) {
    let at = bytes
        .windows(2)
        .position(|w| w == [0xff, 0xc0])
        .expect("a baseline picture");
    let two = |at: usize| u32::from(bytes[at]) << 8 | u32::from(bytes[at + 1]);
    (two(at + 7), two(at + 5))
}

#[test]
fn a_photograph_is_taken_at_every_slot_and_kept_no_larger_than_the_slot_keeps() {
    let app = TestApp::new();
    let acme = acme(&app);
    let photo = photo(2600, 1950, 97, 1);
    let slots = app.anyone().get("/api/v1/reference/upload-slots").expect(200);
    let mut tried = vec![];
    for slot in slots.as_array().unwrap() {
        // One of each size that is kept.
        if tried.contains(&slot["max_bytes"]) || slot["max_bytes"] == 52_428_800 {
            continue;
        }
        if !slot["media_types"]
            .as_array()
            .unwrap()
            .contains(&json!("image/jpeg"))
        {
            continue;
        }
        tried.push(slot["max_bytes"].clone());
        let made = acme
            .upload(slot["slot"].as_str().unwrap(), "IMG_20261101.jpg", &photo)
            .expect(201);
        assert!(made["size"].as_u64() <= slot["max_bytes"].as_u64(), "{made}");
        assert!(made["width"].as_u64().unwrap() >= 1200, "{made}");
        assert!(photo.len() as u64 <= slot["most_bytes"].as_u64().unwrap());
    }
    assert_eq!(tried, [2, 1, 5].map(|mb: u64| json!(mb * 1024 * 1024)));
}

#[test]
fn each_size_is_served_upright_to_whoever_may_see_the_picture() {
    let app = TestApp::new();
    let acme = acme(&app);
    let lying = photo(1000, 750, 80, 6);
    let open = acme.upload("product_picture", "照片.jpg", &lying).expect(201);
    assert_eq!((&open["width"], &open["height"]), (&json!(750), &json!(1000)));
    let closed = acme
        .upload("qualification_picture", "证书.jpg", &lying)
        .expect(201);
    for (file, join) in [(&open, '?'), (&closed, '&')] {
        let url = file["url"].as_str().unwrap();
        let mut tags = vec![];
        for (wanted, size) in [
            ("1", (360, 480)),
            ("360", (360, 480)),
            ("361", (720, 960)),
            ("720", (720, 960)),
        ] {
            let reply = app.anyone().get(&format!("{url}{join}w={wanted}"));
            assert_eq!((reply.status, size_of(&reply.bytes)), (200, size), "{wanted}");
            assert_eq!(reply.header("content-type"), "image/jpeg");
            tags.push(reply.header("etag").to_owned());
        }
        let whole = app.anyone().get(&format!("{url}{join}w=721"));
        assert_eq!(
            size_of(&whole.bytes),
            (1000, 750),
            "the picture itself, which says how it lies"
        );
        tags.push(whole.header("etag").to_owned());
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), 3, "{tags:?}");
    }
    // A link to a closed picture opens no other, and no size without it.
    let path = format!("/files/{}?w=360", closed["id"].as_str().unwrap());
    assert_eq!(app.anyone().get(&path).status, 404);
    for wrong in ["w=0", "w=x", "w=-1", "w=99999"] {
        let path = format!("/files/{}?{wrong}", open["id"].as_str().unwrap());
        assert_eq!(app.anyone().get(&path).status, 422, "{wrong}");
    }
    // What is small has no smaller sizes.
    let small = acme
        .upload("product_picture", "小.png", &png(300, 200))
        .expect(201);
    let path = format!("{}?w=360", small["url"].as_str().unwrap());
    assert_eq!(app.anyone().get(&path).header("content-type"), "image/png");
}

/// A logo that a camera took lying is drawn upright.
#[test]
fn a_logo_is_printed_the_way_up_it_is_shown() {
    let app = TestApp::new();
    let acme = acme(&app);
    let product = app.product(&acme, "6901234567892");
    let code = |orientation: u8| {
        let logo = acme
            .upload("code_logo", "标.jpg", &photo(300, 200, 90, orientation))
            .expect(201);
        let id = logo["id"].as_str().unwrap();
        let path = format!("/api/v1/products/{product}/code?format=png&correction=H&logo_file_id={id}");
        let reply = acme.get(&path);
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.bytes
    };
    assert!(code(1) != code(6) && code(6) != code(8));
}

/// A removed picture takes its sizes with it.
#[test]
fn sizes_go_with_their_picture() {
    let app = TestApp::new();
    let acme = acme(&app);
    acme.upload("product_picture", "照片.jpg", &photo(800, 600, 80, 1))
        .expect(201);
    let kept = || {
        let mut found = 0;
        let mut folders = vec![app.state.files.vault.root().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                match entry.file_type().unwrap().is_dir() {
                    true => folders.push(entry.path()),
                    false => found += 1,
                }
            }
        }
        found
    };
    assert_eq!(kept(), 3);
    app.clock.advance_seconds(2 * 24 * 3600);
    web::upload::sweep(&app.state.db, &app.state.files.vault).unwrap();
    assert_eq!(kept(), 0);
}
