use std::cell::Cell;

/// How far behind. Five steps of Linux are a third of the processor's time while both sides want all of it.
#[cfg(target_os = "linux")]
const STEPS: i32 = 5;

thread_local! {
    static DONE: Cell<bool> = const { Cell::new(false) };
}

/// Puts this thread behind those that answer the public, for good: whoever draws ten thousand labels waits a little longer,
/// and a shopper does not notice. Only Linux knows priorities of single threads.
pub fn give_way() {
    if !DONE.replace(true) {
        #[cfg(target_os = "linux")]
        if let Err(error) = rustix::process::nice(STEPS) {
            tracing::debug!(%error, "a thread keeps its priority");
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_thread_gives_way_once_and_alone() {
        let now = || rustix::process::nice(0).unwrap();
        let before = now();
        let after = thread::spawn(move || {
            give_way();
            give_way();
            now()
        });
        assert_eq!(after.join().unwrap(), (before + STEPS).min(19));
        assert_eq!(now(), before);
    }
}
