//! The schema is the contract: what the OpenAPI document says of a record is what is enforced on it.
//!
//! A record's limits are declared once, in its `ToSchema` attributes. [`Check`] reads them from the schema and
//! judges the JSON before serde sees it, so that all wrong fields are reported together, each with its Chinese
//! title. Rules over several fields stay with `validator` on the record itself.

mod compile;
mod format;
mod node;
mod wording;

pub use format::{FORMATS, Format, FormatError};
use node::Node;

use crate::FieldError;
use serde_json::Value;
use std::{
    any::TypeId,
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};
use utoipa::ToSchema;

/// The compiled schema of one record.
#[derive(Debug)]
pub struct Check {
    root: Node,
}

static COMPILED: LazyLock<RwLock<HashMap<TypeId, Arc<Check>>>> = LazyLock::new(RwLock::default);

impl Check {
    /// The check of a record type, compiled on first use.
    #[must_use]
    pub fn of<T: ToSchema + 'static>() -> Arc<Self> {
        Self::cached(TypeId::of::<T>(), || {
            let mut parts = vec![];
            T::schemas(&mut parts);
            let parts = parts
                .into_iter()
                .filter_map(|(name, s)| Some((name, serde_json::to_value(s).ok()?)))
                .collect();
            (serde_json::to_value(T::schema()).unwrap_or_default(), parts)
        })
    }

    /// The same for a schema put together in another way, such as a set of query parameters.
    pub(crate) fn cached(key: TypeId, schema: impl FnOnce() -> (Value, HashMap<String, Value>)) -> Arc<Self> {
        if let Some(found) = COMPILED.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(found);
        }
        let (schema, parts) = schema();
        let made = Arc::new(Self::compile(&schema, &parts));
        COMPILED
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, Arc::clone(&made));
        made
    }

    /// Compiles a schema and the parts it refers to.
    #[must_use]
    pub fn compile(schema: &Value, parts: &HashMap<String, Value>) -> Self {
        Self {
            root: compile::node(schema, parts),
        }
    }

    /// Judges a value and brings it into its normal form: blanks at the ends are gone, an empty optional text is
    /// null, identifiers are in their canonical spelling.
    #[must_use]
    pub fn judge(&self, value: &mut Value) -> Vec<FieldError> {
        let mut found = vec![];
        self.root.judge(value, "", "", &mut found);
        found
    }
}

/// The error of a field that is none of these codes, for sets that are known only when the program runs.
#[must_use]
pub fn not_in_list(pointer: &str, title: &str, codes: &[String]) -> FieldError {
    FieldError {
        pointer: pointer.to_owned(),
        ..wording::not_in_list(title, codes)
    }
}

#[cfg(test)]
mod tests;
