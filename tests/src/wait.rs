use std::{
    fmt::Display,
    thread,
    time::{Duration, Instant},
};

/// How often a condition is looked at.
const PAUSE: Duration = Duration::from_millis(20);

/// Waits until `ask` has an answer; fails with `what` and what it said last when there is none within `limit`.
#[track_caller]
pub fn wait_for<T, E: Display>(what: &str, limit: Duration, mut ask: impl FnMut() -> Result<T, E>) -> T {
    let until = Instant::now() + limit;
    loop {
        match ask() {
            Ok(answer) => return answer,
            Err(instead) => assert!(
                Instant::now() < until,
                "{what}: not within {limit:?} but {instead}"
            ),
        }
        thread::sleep(PAUSE);
    }
}
