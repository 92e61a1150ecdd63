//! Pictures a consumer sends: judged by content, stripped, private, and not kept when refused.

use super::{form, only_message, world};
use db::diesel::{RunQueryDsl, sql_query};
use tests::{TestApp, jpeg, pdf, photo, png};

/// How many contents the vault holds.
fn kept(app: &TestApp) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
        entries.map(|p| if p.is_dir() { count(&p) } else { 1 }).sum()
    }
    count(app.state.files.vault.root())
}

#[test]
fn only_the_maker_sees_them_and_they_say_nothing_of_their_place() {
    let (app, acme, rival) = world();
    let exif = b"Exif\0\0II*\0\x08\0\0\0GPS 30.1875N 120.2643E Apple iPhone";
    let photo = jpeg(&[(0xe1, exif)]);
    form(&app, "/21/A001")
        .picture("IMG_2041.jpg", &photo)
        .picture("包装.png", &png(8, 8))
        .picture("", b"")
        .send(&app)
        .expect(201);
    let message = only_message(&acme);
    let pictures = message["pictures"].as_array().unwrap();
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        assert_eq!(
            (&picture["is_public"], &picture["slot"]),
            (&false.into(), &"feedback_picture".into())
        );
        let link = picture["url"].as_str().unwrap();
        let shown = app.anyone().get(link);
        assert_eq!(shown.status, 200);
        assert!(!shown.bytes.windows(3).any(|w| w == b"GPS"), "the place is gone");
        let bare = link.split('?').next().unwrap();
        for actor in [&app.anyone(), &acme, &rival] {
            assert_eq!(actor.get(bare).status, 404, "nobody without a link");
        }
        let id = picture["id"].as_str().unwrap();
        assert_eq!(rival.get(&format!("/api/v1/files/{id}")).status, 404);
    }
    assert_eq!(
        acme.get("/api/v1/feedback").expect(200)["items"][0]["pictures"],
        2
    );
    app.clock.advance_seconds(601);
    let link = pictures[0]["url"].as_str().unwrap();
    assert_eq!(app.anyone().get(link).status, 404, "the link has died");
    // They stay, though nobody uploaded them to a record by hand.
    app.clock.advance_seconds(25 * 3600);
    assert_eq!(
        web::upload::sweep(&app.state.db, &app.state.files.vault).unwrap(),
        0
    );
}

#[test]
fn what_is_no_picture_is_refused_at_its_place_and_nothing_is_kept() {
    let (app, acme, _) = world();
    let before = kept(&app);
    let big = {
        let mut bytes = png(8, 8);
        bytes.resize(20 * 1024 * 1024 + 1, b'.');
        bytes
    };
    let good = png(8, 8);
    let cases = [
        (vec![pdf()], 415, "/pictures/0 upload.wrong_type"),
        (
            vec![good.clone(), b"<script>alert(1)</script>".to_vec()],
            415,
            "/pictures/1 upload.wrong_type",
        ),
        (vec![good[..40].to_vec()], 422, "/pictures/0 upload.damaged"),
        (vec![big.clone()], 413, "/pictures/0 upload.too_large"),
        (vec![good; 4], 422, "/pictures too_many"),
    ];
    for (pictures, status, wrong) in cases {
        let mut form = form(&app, "");
        for picture in &pictures {
            form = form.picture("图.jpg", picture);
        }
        let reply = form.send(&app);
        reply.expect_problem(status);
        assert_eq!(reply.wrong_fields(), [wrong]);
        let page = form.send_in_browser(&app);
        assert_eq!(page.status, status);
        assert!(page.text().contains("id=\"pictures-wrong\""), "{}", page.text());
    }
    let all = form(&app, "")
        .with("text", "短")
        .picture("a.jpg", &pdf())
        .picture("b.jpg", &big)
        .send(&app);
    assert_eq!(
        all.wrong_fields(),
        [
            "/text too_short",
            "/pictures/0 upload.wrong_type",
            "/pictures/1 upload.too_large"
        ]
    );
    assert_eq!(
        (
            kept(&app),
            acme.get("/api/v1/feedback").expect(200)["total"].as_i64()
        ),
        (before, Some(0))
    );
    // Refused for another reason: the pictures were good and are not kept either.
    form(&app, "")
        .with("website", "x")
        .picture("a.png", &png(8, 8))
        .send(&app)
        .expect_problem(422);
    for n in 0..3 {
        form(&app, "")
            .with("text", &format!("第 {n} 次反馈"))
            .send(&app)
            .expect(201);
    }
    form(&app, "")
        .picture("a.png", &png(8, 8))
        .send(&app)
        .expect_problem(429);
    assert_eq!(kept(&app), before);
}

/// Strangers have a room of their own: they cannot use up what the maker needs for its own files.
#[test]
fn pictures_of_consumers_do_not_fill_the_makers_store() {
    let (app, acme, _) = world();
    form(&app, "/21/A001")
        .picture("a.png", &png(8, 8))
        .send(&app)
        .expect(201);
    let grown = app.state.db.write_platform(|c| {
        sql_query("UPDATE files SET size = 30000000000 WHERE slot = 'feedback_picture'")
            .execute(c.conn())
            .map_err(db::Fault::from)
    });
    assert_eq!(grown.unwrap(), 1);
    let another = form(&app, "/21/A002").picture("b.png", &png(9, 9));
    let refused = another.send(&app);
    assert_eq!(refused.expect_problem(409), "feedback.no_room");
    assert_eq!(refused.wrong_fields(), ["/pictures feedback.no_room"]);
    form(&app, "/21/A003").send(&app).expect(201);
    acme.upload("product_picture", "图.png", &png(8, 8)).expect(201);
    // What the maker itself uploads for this purpose counts as its own.
    acme.upload("feedback_picture", "图.png", &png(8, 8)).expect(201);
}

/// A shopper has a telephone and no tool to shrink what it takes.
#[test]
fn photographs_of_a_telephone_are_taken_and_kept_small() {
    let (app, acme, _) = world();
    let photo = photo(2600, 1950, 97, 6);
    assert!(photo.len() > 2 * 1024 * 1024, "{}", photo.len());
    form(&app, "")
        .picture("IMG_1.jpg", &photo)
        .picture("IMG_2.jpg", &photo)
        .send(&app)
        .expect(201);
    let list = acme.get("/api/v1/feedback").expect(200);
    let message = acme
        .get(&format!(
            "/api/v1/feedback/{}",
            list["items"][0]["id"].as_str().unwrap()
        ))
        .expect(200);
    let pictures = message["pictures"].as_array().unwrap();
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        assert!(picture["size"].as_u64().unwrap() <= 2 * 1024 * 1024);
        assert!(
            picture["height"].as_u64() > picture["width"].as_u64(),
            "upright: {picture}"
        );
        let small = app
            .anyone()
            .get(&format!("{}&w=360", picture["url"].as_str().unwrap()));
        assert_eq!(small.status, 200);
        assert!(small.bytes.len() < 100_000);
    }
}
