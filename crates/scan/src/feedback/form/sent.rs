use super::SubmitFeedback;
use crate::Error;
use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::{HttpRequest, error::PayloadError, web::Bytes};
use futures_util::{Stream, StreamExt};
use serde_json::{Map, Value, json};
use std::{cell::Cell, rc::Rc};
use web::{
    Problem, judge,
    upload::{Checked, Received, Vault, receive_field},
};

/// How many pictures one message may have.
pub(super) const MAX_PICTURES: usize = 3;

/// How much is read before the sender is cut off: more than may be sent, so that whoever chose photographs that are too
/// large is told so.
const MAX_BYTES: usize = 62 * 1024 * 1024;

/// What a text field may weigh; whether it is too long is judged by its schema.
const MAX_FIELD: usize = 16 * 1024;

/// A form as it came in.
#[derive(Debug, Default)]
pub(super) struct Sent {
    fields: Map<String, Value>,
    pictures: Vec<Result<Received, Problem>>,
    chosen: usize,
}

impl Sent {
    /// Reads a form to its end and holds of it only what may be kept.
    pub(super) async fn read(
        req: &HttpRequest,
        payload: impl Stream<Item = Result<Bytes, PayloadError>> + 'static,
        vault: &Vault,
    ) -> Result<Self, Error> {
        let is_full = Rc::new(Cell::new(false));
        let form = Multipart::new(req.headers(), limited(payload, Rc::clone(&is_full)));
        let read = Self::read_fields(form, vault).await;
        match is_full.get() {
            true => Err(Error::FeedbackTooLarge {
                max: format!("{} MB", MAX_BYTES / 1024 / 1024),
            }),
            false => read,
        }
    }

    async fn read_fields(mut form: Multipart, vault: &Vault) -> Result<Self, Error> {
        let mut sent = Self::default();
        while let Some(field) = form.next().await {
            let mut field = field.map_err(|e| refusal(&e))?;
            match field.name().map(str::to_owned) {
                Some(name) if name == "pictures" => sent.take_picture(&mut field, vault).await?,
                Some(name) => {
                    let (bytes, _) = bytes_of(&mut field, MAX_FIELD).await?;
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    sent.fields.insert(name, text.into());
                }
                None => {}
            }
        }
        Ok(sent)
    }

    /// What was typed, for showing it again.
    pub(super) fn typed(&self, name: &str) -> &str {
        self.fields.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The record and its pictures, or everything that is wrong with them.
    pub(super) async fn judge(self) -> Result<(SubmitFeedback, Vec<Checked>), Problem> {
        if !self.typed("website").is_empty() {
            return Err(Error::FeedbackTrap.into());
        }
        let mut value = Value::Object(self.fields);
        if let Some(object) = value.as_object_mut() {
            object.insert("pictures".to_owned(), json!(vec![""; self.chosen]));
        }
        let (record, wrong) = match judge::<SubmitFeedback>(value) {
            Ok(record) => (Some(record), Ok(())),
            Err(problem) => (None, Err(problem)),
        };
        let judged = check(self.pictures).await;
        let (good, bad): (Vec<_>, Vec<_>) = judged.into_iter().partition(Result::is_ok);
        let bad = bad.into_iter().map(|p| p.map(|_| ()));
        Problem::together(std::iter::once(wrong).chain(bad))?;
        let record = record.ok_or_else(|| Problem::internal("a form neither right nor wrong"))?;
        Ok((record, good.into_iter().flatten().collect()))
    }

    async fn take_picture(&mut self, field: &mut Field, vault: &Vault) -> Result<(), Error> {
        // What is one too many is counted and not held.
        if self.chosen >= MAX_PICTURES {
            let is_there = !bytes_of(field, 0).await?.1;
            self.chosen += usize::from(is_there);
            return Ok(());
        }
        let received = receive_field(field, crate::slots::FEEDBACK_PICTURE, vault).await;
        if let Some(picture) = received.transpose() {
            self.chosen += 1;
            self.pictures.push(picture);
        }
        Ok(())
    }
}

/// The first bytes of a field, which is read to its end, and whether there was nothing in it.
async fn bytes_of(field: &mut Field, most: usize) -> Result<(Vec<u8>, bool), Error> {
    let (mut held, mut is_empty) = (vec![], true);
    while let Some(chunk) = field.next().await {
        let chunk = chunk.map_err(|e| refusal(&e))?;
        is_empty &= chunk.is_empty();
        let room = most.saturating_sub(held.len());
        held.extend(chunk.iter().take(room));
    }
    Ok((held, is_empty))
}

/// Judges pictures by their content, each blamed at its own place.
async fn check(pictures: Vec<Result<Received, Problem>>) -> Vec<Result<Checked, Problem>> {
    let mut judged = vec![];
    for (i, picture) in pictures.into_iter().enumerate() {
        let checked = match picture {
            Ok(received) => received.check(crate::slots::FEEDBACK_PICTURE).await,
            Err(problem) => Err(problem),
        };
        judged.push(checked.map_err(|problem| problem.at(&format!("/pictures/{i}"))));
    }
    judged
}

/// Why a form could not be read.
fn refusal(e: &MultipartError) -> Error {
    match e {
        MultipartError::ContentTypeMissing
        | MultipartError::ContentTypeParse
        | MultipartError::ContentTypeIncompatible
        | MultipartError::BoundaryMissing => Error::FeedbackNotAForm,
        _ => Error::FeedbackCutOff,
    }
}

/// The same bytes, until they are too many.
fn limited(
    payload: impl Stream<Item = Result<Bytes, PayloadError>> + 'static,
    is_full: Rc<Cell<bool>>,
) -> impl Stream<Item = Result<Bytes, PayloadError>> + 'static {
    let mut read = 0;
    payload.map(move |chunk| {
        let chunk = chunk?;
        read += chunk.len();
        if read > MAX_BYTES {
            is_full.set(true);
            return Err(PayloadError::Overflow);
        }
        Ok(chunk)
    })
}
