//! What a consumer sends from the page behind a code.

use crate::{Actor, Reply, TestApp};
use ureq::http::Method;

/// How long the form wants to be looked at before it is sent.
const PATIENCE: i64 = 3;

/// A form of a code, filled in.
#[derive(Clone)]
pub struct FeedbackForm {
    path: String,
    fields: Vec<(String, String)>,
    pictures: Vec<(String, Vec<u8>)>,
}

impl FeedbackForm {
    /// The form behind a code such as `/01/06901234567892/21/A001`, filled in as people do.
    pub fn of(app: &TestApp, code: &str) -> Self {
        let path = format!("/feedback{code}");
        let form = app
            .anyone()
            .with("accept", "application/json")
            .get(&path)
            .expect(200);
        Self {
            path,
            fields: vec![],
            pictures: vec![],
        }
        .with("form_token", form["form_token"].as_str().unwrap())
        .with("kind", "quality")
        .with("text", "收到的板材边缘开胶")
    }

    /// The same with another value of a field.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same without a field.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self
    }

    /// The same with one more picture.
    pub fn picture(mut self, name: &str, content: &[u8]) -> Self {
        self.pictures.push((name.to_owned(), content.to_vec()));
        self
    }

    pub fn value(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|(n, _)| n == name);
        field.map(|(_, v)| v.as_str()).unwrap_or_default()
    }

    /// What a program gets for it.
    pub fn send(&self, app: &TestApp) -> Reply {
        self.send_as(&app.anyone().with("accept", "application/json"))
    }

    /// What a browser gets for it.
    pub fn send_in_browser(&self, app: &TestApp) -> Reply {
        self.send_as(&app.anyone().with("accept", "text/html"))
    }

    pub fn send_as(&self, actor: &Actor) -> Reply {
        let (media_type, body) = self.body();
        actor.send(&Method::POST, &self.path, Some(&media_type), &body)
    }

    /// The form as multipart.
    pub fn body(&self) -> (String, Vec<u8>) {
        const BOUNDARY: &str = "----pinma-feedback";
        let mut body = vec![];
        let mut part = |head: String, content: &[u8]| {
            body.extend_from_slice(
                format!("--{BOUNDARY}\r\ncontent-disposition: form-data; {head}\r\n\r\n").as_bytes(),
            );
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        };
        for (name, value) in &self.fields {
            part(format!("name=\"{name}\""), value.as_bytes());
        }
        for (name, content) in &self.pictures {
            part(
                format!("name=\"pictures\"; filename=\"{name}\"\r\ncontent-type: image/jpeg"),
                content,
            );
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        (format!("multipart/form-data; boundary={BOUNDARY}"), body)
    }
}

impl TestApp {
    /// A message about a code; its id.
    #[track_caller]
    pub fn feedback(&self, code: &str, text: &str) -> String {
        let form = FeedbackForm::of(self, code).with("text", text);
        self.clock.advance_seconds(PATIENCE);
        let number = form.send(self).expect(201)["receipt_number"]
            .as_str()
            .unwrap()
            .to_owned();
        let id = self.state.db.read_platform(|c| {
            use db::{diesel::prelude::*, schema::feedback_messages::dsl};
            Ok::<String, db::Fault>(
                dsl::feedback_messages
                    .filter(dsl::receipt_number.eq(number))
                    .select(dsl::id)
                    .first(c.conn())?,
            )
        });
        id.unwrap()
    }
}
