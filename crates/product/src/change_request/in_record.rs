//! Errors of a record that stands at `/record` of the request.

use crate::Error;
use db::Fault;
use kernel::{Coded, FieldFault, Kind};
use std::fmt;

/// Where the record stands.
const RECORD: &str = "/record";

/// An error of a product that blames a field of the record where the request has it.
#[derive(Debug)]
pub(super) struct InRecord(Error);

impl From<Error> for InRecord {
    fn from(e: Error) -> Self {
        Self(e)
    }
}

impl From<Fault> for InRecord {
    fn from(e: Fault) -> Self {
        Self(e.into())
    }
}

/// A field of the record, as the request has it; what is said of the record as a whole stays.
fn placed(pointer: String) -> String {
    match pointer == RECORD {
        true => pointer,
        false => format!("{RECORD}{pointer}"),
    }
}

impl fmt::Display for InRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for InRecord {}

impl Coded for InRecord {
    fn kind(&self) -> Kind {
        self.0.kind()
    }
    fn code(&self) -> &'static str {
        self.0.code()
    }
    fn zh(&self) -> String {
        self.0.zh()
    }
    fn en(&self) -> String {
        self.0.en()
    }
    fn pointer(&self) -> Option<String> {
        self.0.pointer().map(placed)
    }
    fn faults(&self) -> Vec<FieldFault> {
        let faults = self.0.faults().into_iter();
        faults
            .map(|fault| FieldFault {
                pointer: placed(fault.pointer),
                ..fault
            })
            .collect()
    }
    fn retry_after(&self) -> Option<i64> {
        self.0.retry_after()
    }
}
