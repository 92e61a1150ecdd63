//! What is made of codes for print shops, at once or as jobs.

mod codes;
mod jobs;
mod labels;
mod parts;
mod people;
mod room;
mod turns;
