//! Every test over HTTP, in one program.

mod absent;
mod bad_input;
mod batches;
mod domains;
mod enterprise;
mod exports;
mod feedback;
mod idempotency;
mod nets;
mod notices;
mod outage;
mod owners;
mod packs;
mod page;
mod products;
mod scans;
mod sessions;
mod sources;
mod stored;
mod story;
mod truth;
mod units;
mod uploads;
