use parking_lot::Mutex;
use std::{collections::HashSet, sync::Arc};

/// The names that pieces of work of this process have for themselves at the moment.
#[derive(Debug, Clone, Default)]
pub(crate) struct Holds(Arc<Mutex<HashSet<String>>>);

/// A name that nobody else in this process gets until this is dropped.
#[derive(Debug)]
pub struct Hold {
    holds: Holds,
    name: String,
}

impl Holds {
    pub(crate) fn take(&self, name: &str) -> Option<Hold> {
        self.0.lock().insert(name.to_owned()).then(|| Hold {
            holds: self.clone(),
            name: name.to_owned(),
        })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.holds.0.lock().remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_held_once_until_it_is_let_go() {
        let holds = Holds::default();
        let first = holds.take("a");
        assert!(first.is_some() && holds.take("a").is_none() && holds.take("b").is_some());
        drop(first);
        assert!(holds.take("a").is_some());
    }
}
