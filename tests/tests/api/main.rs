//! Every test over HTTP, in one program.

mod story;
