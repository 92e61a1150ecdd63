//! One verdict: what a code is worth is said alike by the scan page, its data, lists, details and exports, and no warning
//! is lost on the way through packs, batches and recalls.

mod cases;
mod model;
mod places;
mod walk;
