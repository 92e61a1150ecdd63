use super::{GTIN, nobody, world};
use db::{EnterpriseId, PublicConn};
use facts::{CodePlace, Hears, Sources, TellerFault};
use std::sync::{Arc, Mutex};
use tests::FeedbackForm;

/// Whoever was named is told, and the maker is named too.
#[derive(Clone, Default)]
struct Users(Arc<Mutex<Vec<EnterpriseId>>>);

impl Hears for Users {
    fn key(&self) -> &'static str {
        "users"
    }

    fn hearers(&self, _: &mut PublicConn<'_>, at: &CodePlace) -> Result<Vec<EnterpriseId>, TellerFault> {
        let mut all = self.0.lock().unwrap().clone();
        all.push(at.product.enterprise.clone());
        Ok(all)
    }
}

#[test]
fn whom_a_domain_names_is_told_of_feedback_and_reads_no_contact() {
    let users = Users::default();
    let sources = Sources::default().hears(Arc::new(users.clone())).unwrap();
    let (app, acme, _) = world(sources, nobody());
    let user = app.enterprise(
        "91330482746305409W",
        "平湖市三鑫金属制品厂",
        enterprise::EnterpriseType::PRODUCERS,
    );
    users.0.lock().unwrap().push(user.enterprise().clone());
    let form = FeedbackForm::of(&app, &format!("{GTIN}/21/A007")).with("contact", "13800138000");
    app.clock.advance_seconds(3);
    form.send(&app).expect(201);
    let titles = |who: &tests::Actor| {
        let list = who.get("/api/v1/notices").expect(200);
        let items = list["items"].as_array().unwrap().clone();
        items
            .into_iter()
            .map(|n| n["title"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&acme).iter().filter(|t| *t == "收到消费者反馈").count(), 1);
    assert_eq!(titles(&user), ["相关产品收到消费者反馈"]);
    assert!(!user.get("/api/v1/notices").text().contains("13800138000"));
    assert_eq!(user.total("/api/v1/feedback"), 0);
}
