use super::lenient::Lenient;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::{cell::RefCell, collections::BTreeSet};

/// What was read of an object, and what was not.
#[derive(Debug)]
pub struct Pruned<T> {
    /// None when a field it cannot do without had no stand-in.
    pub(super) value: Option<T>,
    /// JSON pointers to what was left out or stood in for.
    pub(super) lost: BTreeSet<String>,
    /// The names of fields that were passed over.
    pub(super) unknown: Vec<String>,
}

impl<T> Pruned<T> {
    /// Nothing could be read.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            value: None,
            lost: BTreeSet::new(),
            unknown: vec![],
        }
    }

    /// The same with the value made into another.
    #[must_use]
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Pruned<U> {
        Pruned {
            value: self.value.map(of),
            lost: self.lost,
            unknown: self.unknown,
        }
    }
}

/// How many things are left out at most before the object counts as unreadable.
const MOST: usize = 1_000;

/// Reads an object, leaving out what cannot be read: an item of a list, or a field; with it what cannot be without it.
/// What the object itself cannot be without is taken from `stand_ins`.
#[must_use]
pub fn prune<T: DeserializeOwned>(fields: Map<String, Value>, stand_ins: &Map<String, Value>) -> Pruned<T> {
    let (mut root, mut lost, mut stood_in) = (fields, BTreeSet::new(), BTreeSet::new());
    for _ in 0..MOST {
        let (unknown, object) = (RefCell::default(), Value::Object(root));
        let read = T::deserialize(Lenient {
            value: &object,
            unknown: &unknown,
        });
        let refused = match read {
            Ok(value) => {
                return Pruned {
                    value: Some(value),
                    lost,
                    unknown: unknown.into_inner(),
                };
            }
            Err(refused) => refused,
        };
        let mut object = object;
        match (refused.path().as_slice(), refused.missing) {
            ([], Some(field)) => {
                let Some(instead) = stand_ins.get(field).filter(|_| stood_in.insert(field)) else {
                    break;
                };
                lost.insert(format!("/{field}"));
                if let Value::Object(fields) = &mut object {
                    fields.insert(field.to_owned(), instead.clone());
                }
            }
            ([], None) => break,
            (path, _) => {
                lost.insert(format!("/{}", path.join("/")));
                remove(&mut object, path);
            }
        }
        let Value::Object(fields) = object else { break };
        root = fields;
    }
    Pruned::nothing()
}

/// Takes out what a path leads to.
fn remove(object: &mut Value, path: &[String]) {
    let Some((last, above)) = path.split_last() else {
        return;
    };
    let parent = above.iter().try_fold(object, |at, step| match at {
        Value::Object(fields) => fields.get_mut(step),
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    });
    match parent {
        Some(Value::Object(fields)) => {
            fields.remove(last);
        }
        Some(Value::Array(items)) => {
            if let Some(at) = last.parse().ok().filter(|at| *at < items.len()) {
                items.remove(at);
            }
        }
        _ => {}
    }
}
