use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::ops::Deref;

/// Facts beside the JSON they make, which every scan of the same product repeats.
#[derive(Debug)]
pub struct Written<T> {
    facts: T,
    json: Option<Box<RawValue>>,
}

impl<T: Serialize> Written<T> {
    pub(super) fn new(facts: T) -> Self {
        let json = to_raw_value(&facts).ok();
        Self { facts, json }
    }
}

impl<T> Deref for Written<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.facts
    }
}

impl<T: Serialize> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.json {
            Some(json) => json.serialize(serializer),
            None => self.facts.serialize(serializer),
        }
    }
}
