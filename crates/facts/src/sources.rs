//! Everything domains above have to say of codes, asked at the same time.

use crate::{
    Chapter, CodePlace, Hears, MissingChapter, ProductKey, Related, Relation, Teller, TellerFault,
    source::Source,
};
use db::{Db, EnterpriseId, PublicConn};
use futures_util::future::join_all;
use kernel::Timestamp;
use std::{sync::Arc, time::Duration};

/// The tellers, relations and hearers of all domains, in the order in which they were registered.
#[derive(Clone)]
pub struct Sources {
    tellers: Vec<Arc<Source<dyn Teller>>>,
    related: Vec<Arc<Source<dyn Related>>>,
    hears: Vec<Arc<Source<dyn Hears>>>,
    patience: Duration,
}

impl Default for Sources {
    /// None yet, and a second of patience with each that comes.
    fn default() -> Self {
        Self {
            tellers: vec![],
            related: vec![],
            hears: vec![],
            patience: Duration::from_secs(1),
        }
    }
}

/// Two domains register under one name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the {what} {key} is registered twice")]
pub struct SourceTwice {
    /// As what.
    pub what: &'static str,
    /// The name.
    pub key: &'static str,
}

/// What tellers said, and who did not answer.
#[derive(Debug, Clone, Default)]
pub struct Chapters {
    /// The chapters, in the order of their tellers.
    pub told: Vec<Chapter>,
    /// What is missing.
    pub missing: Vec<MissingChapter>,
    /// Which domains have more to say of single codes.
    pub(crate) of_codes: OfCodes,
}

/// The places of those who are asked about single codes of a product.
#[derive(Debug, Clone, Default)]
pub(crate) struct OfCodes {
    pub(crate) tellers: Vec<usize>,
    pub(crate) related: Vec<usize>,
}

impl OfCodes {
    /// Whether nobody has anything to say of single codes.
    pub(crate) fn is_empty(&self) -> bool {
        self.tellers.is_empty() && self.related.is_empty()
    }
}

impl Sources {
    /// With one more teller.
    ///
    /// # Errors
    /// When there is one of its name.
    pub fn teller(mut self, teller: Arc<dyn Teller>) -> Result<Self, SourceTwice> {
        let key = teller.key();
        register(&mut self.tellers, "teller", Source::new(key, teller))?;
        Ok(self)
    }

    /// With one more domain that knows what codes go with each other.
    ///
    /// # Errors
    /// When there is one of its name.
    pub fn related(mut self, related: Arc<dyn Related>) -> Result<Self, SourceTwice> {
        let key = related.key();
        register(&mut self.related, "relation", Source::new(key, related))?;
        Ok(self)
    }

    /// With one more domain that knows who hears feedback.
    ///
    /// # Errors
    /// When there is one of its name.
    pub fn hears(mut self, hears: Arc<dyn Hears>) -> Result<Self, SourceTwice> {
        let key = hears.key();
        register(&mut self.hears, "hearer", Source::new(key, hears))?;
        Ok(self)
    }

    /// With another patience: how long an answer waits for a turn with a domain, and as long for what it says.
    #[must_use]
    pub fn patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// What all tellers say of a product, and who has more to say of its codes.
    pub(crate) async fn of_product(&self, db: &Db, product: &ProductKey) -> Chapters {
        let mut all = Chapters::default();
        let asked = self.tellers.iter().map(|s| {
            let product = product.clone();
            s.ask(db, self.patience, move |t, c| t.of_product(c, &product))
        });
        for ((at, source), told) in self.tellers.iter().enumerate().zip(join_all(asked).await) {
            match told {
                None => all.missing.push(missing_teller(source)),
                Some(told) => {
                    all.told.extend(told.chapters);
                    all.of_codes.tellers.extend(told.has_codes.then_some(at));
                }
            }
        }
        let asked = self.related.iter().map(|s| {
            let product = product.clone();
            s.ask(db, self.patience, move |r, c| r.has_relations(c, &product))
        });
        for ((at, source), has_relations) in self.related.iter().enumerate().zip(join_all(asked).await) {
            match has_relations {
                None => all.missing.push(missing_relation(source)),
                Some(has_relations) => all.of_codes.related.extend(has_relations.then_some(at)),
            }
        }
        all
    }

    /// What tellers say of one batch or unit, and what it goes with.
    pub(crate) async fn of_code(&self, db: &Db, at: &CodePlace, who: &OfCodes) -> (Chapters, Vec<Relation>) {
        let tellers: Vec<_> = who.tellers.iter().filter_map(|i| self.tellers.get(*i)).collect();
        let mut all = ask_tellers((db, self.patience), &tellers, at, |t, c, at| t.of_code(c, at)).await;
        let related: Vec<_> = who.related.iter().filter_map(|i| self.related.get(*i)).collect();
        let asked = related.iter().map(|s| {
            let at = at.clone();
            s.ask(db, self.patience, move |r, c| r.relations(c, &at))
        });
        let mut found = vec![];
        for (source, relations) in related.iter().zip(join_all(asked).await) {
            match relations {
                None => all.missing.push(missing_relation(source)),
                Some(relations) => found.extend(relations),
            }
        }
        (all, found)
    }

    /// What all tellers would have said at an earlier instant.
    pub(crate) async fn of_day(&self, db: &Db, at: &CodePlace, instant: Timestamp) -> Chapters {
        let tellers: Vec<_> = self.tellers.iter().collect();
        ask_tellers((db, self.patience), &tellers, at, move |t, c, at| {
            t.of_day(c, at, instant)
        })
        .await
    }

    /// Who besides the maker hears what is written about a code; nobody whom it takes too long to ask for.
    pub(crate) async fn hearers(&self, db: &Db, at: &CodePlace) -> Vec<EnterpriseId> {
        let asked = self.hears.iter().map(|s| {
            let at = at.clone();
            s.ask(db, self.patience, move |h, c| h.hearers(c, &at))
        });
        let mut all: Vec<EnterpriseId> = join_all(asked).await.into_iter().flatten().flatten().collect();
        all.retain(|id| *id != at.product.enterprise);
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn register<T: ?Sized + Send + Sync + 'static>(
    all: &mut Vec<Arc<Source<T>>>,
    what: &'static str,
    new: Source<T>,
) -> Result<(), SourceTwice> {
    if all.iter().any(|s| s.key() == new.key()) {
        return Err(SourceTwice { what, key: new.key() });
    }
    all.push(Arc::new(new));
    Ok(())
}

async fn ask_tellers(
    (db, patience): (&Db, Duration),
    tellers: &[&Arc<Source<dyn Teller>>],
    at: &CodePlace,
    question: impl Fn(&dyn Teller, &mut PublicConn<'_>, &CodePlace) -> Result<Vec<Chapter>, TellerFault>
    + Send
    + Copy
    + 'static,
) -> Chapters {
    let asked = tellers.iter().map(|s| {
        let at = at.clone();
        s.ask(db, patience, move |t, c| question(t, c, &at))
    });
    let mut all = Chapters::default();
    for (source, told) in tellers.iter().zip(join_all(asked).await) {
        match told {
            None => all.missing.push(missing_teller(source)),
            Some(chapters) => all.told.extend(chapters),
        }
    }
    all
}

fn missing_teller(source: &Source<dyn Teller>) -> MissingChapter {
    MissingChapter {
        domain: source.key(),
        title: source.domain().title(),
    }
}

fn missing_relation(source: &Source<dyn Related>) -> MissingChapter {
    MissingChapter {
        domain: source.key(),
        title: source.domain().title(),
    }
}
