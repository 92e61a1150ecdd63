//! What is made of codes for print shops, at once or as jobs.

mod codes;
mod jobs;
mod labels;
mod parts;
mod room;
mod turns;
mod people;
