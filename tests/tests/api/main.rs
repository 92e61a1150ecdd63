//! Every test over HTTP, in one program.

mod accounts;
mod bad_input;
mod company;
mod crash;
mod exports;
mod feedback;
mod jobs;
mod labels;
mod notices;
mod openapi;
mod outage;
mod page;
mod permissions;
mod products;
mod reference;
mod registration;
mod scans;
mod sessions;
mod sources;
mod story;
mod templates;
mod tenancy;
mod units;
mod uploads;
