//! The form of consumers needs no key: its own token tells that it is the same form.

use std::thread;
use tests::{FeedbackForm, Reply, TestApp, png};

#[test]
fn a_form_with_photos_that_comes_many_times_at_once_is_one_message() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    acme.issue(&product, "A", "001", 10);
    let form = FeedbackForm::of(&app, "/01/06901234567892/21/A001")
        .picture("a.png", &png(30, 20))
        .picture("b.png", &png(20, 30));
    app.clock.advance_seconds(3);
    let replies: Vec<Reply> = thread::scope(|s| {
        let threads: Vec<_> = (0..3).map(|_| s.spawn(|| form.send_in_browser(&app))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    for reply in &replies {
        assert_eq!(reply.status, 303, "{}", reply.text());
        assert_eq!(reply.header("location"), replies[0].header("location"));
    }
    let found = acme.get("/api/v1/feedback").expect(200);
    assert_eq!(
        (&found["total"], &found["items"][0]["pictures"]),
        (&1.into(), &2.into())
    );
}
