use super::*;
use crate::{
    Verdict,
    recorder::{Scan, ScanChannel, event_id::EventIds},
};
use db::{Backend, Db, EnterpriseId, Scratch, schema::scan_counters};
use diesel::sql_query;
use facts::{Level, ProductId};
use kernel::{Clock, Timestamp};
use std::collections::HashMap;

/// A database with one enterprise; none on PostgreSQL, whose counters are in every commit and are tested over HTTP.
struct Place {
    scratch: Scratch,
    _db: Db,
    enterprise: EnterpriseId,
    product: ProductId,
}

impl Place {
    fn new() -> Option<Self> {
        let scratch = Scratch::new();
        let db = scratch.open(Clock::default());
        if db.backend() == Backend::Postgres {
            return None;
        }
        let enterprise = EnterpriseId::new();
        let row = format!(
            "INSERT INTO enterprises (id, uscc, name, region_code, enterprise_types, registered_address, contact_name, \
             contact_phone, contact_confirmed_at, company_prefixes, state, review_mode, is_licence_public, version, created_at, \
             updated_at) VALUES \
             ('{enterprise}', '91330109589891087U', '', '', '[]', '', '', '', '', '[]', 'active', 'automatic', FALSE, 1, '', '')"
        );
        db.write_platform(|c| {
            sql_query(row).execute(c.conn())?;
            Ok::<_, Fault>(())
        })
        .unwrap();
        Some(Self {
            scratch,
            _db: db,
            enterprise,
            product: ProductId::new(),
        })
    }

    fn connect(&self) -> SqliteConnection {
        match self.scratch.location().connect().unwrap() {
            db::AnyConnection::Sqlite(c) => c,
            db::AnyConnection::Pg(_) => unreachable!("the place is a file"),
        }
    }

    fn open(&self) -> Result<Store, Fault> {
        Store::open(self.connect(), self.scratch.location())
    }

    fn scan(&self, code: u64, verdict: Verdict) -> Scan {
        Scan {
            enterprise: self.enterprise.clone(),
            product: self.product.clone(),
            level: Level::Unit,
            code: format!("A{code:05}"),
            verdict,
            channel: ScanChannel::Data,
            region: None,
            at: Timestamp::now(),
        }
    }

    fn table(&self) -> HashMap<String, i64> {
        let rows = scan_counters::table.select((scan_counters::code, scan_counters::scans));
        rows.load(&mut self.connect()).unwrap().into_iter().collect()
    }
}

fn events<'a>(scans: &'a [Scan], ids: &mut EventIds) -> Vec<Event<'a>> {
    let event = |scan: &'a Scan| Event {
        id: ids.next(scan.at),
        at_millis: scan.at.unix_millis(),
        scan,
    };
    scans.iter().map(event).collect()
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

#[test]
fn counts_are_exact_however_often_memory_is_lost() {
    let Some(place) = Place::new() else { return };
    let (mut random, mut model) = (Random(7), HashMap::<String, (i64, Timestamp)>::new());
    let mut ids = EventIds::new();
    let mut store = place.open().unwrap();
    for _ in 0..400 {
        match random.below(20) {
            // A crash: what memory had is gone.
            0 => {
                drop(store);
                store = place.open().unwrap();
                ids = EventIds::new();
                ids.go_on_after(store.last_event());
            }
            1 => store.settle().unwrap(),
            2 => store.counters.begin_whole_pass(),
            _ => {}
        }
        let scans: Vec<Scan> = (0..random.below(60))
            .map(|_| place.scan(random.below(900), Verdict::Valid))
            .collect();
        let tallies = store.write(&events(&scans, &mut ids)).unwrap();
        for (scan, tally) in scans.iter().zip(tallies) {
            let counted = model.entry(scan.code.clone()).or_insert((0, tally.first_at));
            counted.0 += 1;
            assert_eq!((tally.scans, tally.first_at), *counted, "{}", scan.code);
        }
    }
    store.settle().unwrap();
    assert!(!store.is_behind());
    let expected: HashMap<String, i64> = model
        .into_iter()
        .map(|(code, (scans, _))| (code, scans))
        .collect();
    assert_eq!(place.table(), expected);
}

#[test]
fn nothing_is_counted_that_was_not_committed() {
    let Some(place) = Place::new() else { return };
    let mut ids = EventIds::new();
    let mut store = place.open().unwrap();
    let scans = [place.scan(1, Verdict::Valid), place.scan(2, Verdict::Valid)];
    let mut twice = events(&scans, &mut ids);
    twice[1].id = twice[0].id;
    assert!(store.write(&twice).is_err(), "two events have one number");
    let tallies = store.write(&events(&scans, &mut ids)).unwrap();
    assert_eq!(tallies.iter().map(|t| t.scans).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn codes_that_were_never_issued_have_no_counter() {
    let Some(place) = Place::new() else { return };
    let mut store = place.open().unwrap();
    let scans = [place.scan(1, Verdict::NotIssued)];
    let tallies = store.write(&events(&scans, &mut EventIds::new())).unwrap();
    assert_eq!(tallies[0].scans, 0);
    store.settle().unwrap();
    assert!(place.table().is_empty());
}

#[test]
fn a_file_has_one_recorder() {
    let Some(place) = Place::new() else { return };
    let first = place.open().unwrap();
    assert!(matches!(place.open(), Err(Fault::Busy(_))));
    drop(first);
    assert!(place.open().is_ok());
}

#[test]
fn a_clock_that_was_set_back_loses_no_scan() {
    let Some(place) = Place::new() else { return };
    let mut store = place.open().unwrap();
    let mut future = place.scan(1, Verdict::Valid);
    future.at = future.at.plus_seconds(86_400);
    store.write(&events(&[future], &mut EventIds::new())).unwrap();
    drop(store);
    let mut store = place.open().unwrap();
    let mut ids = EventIds::new();
    ids.go_on_after(store.last_event());
    let tallies = store
        .write(&events(&[place.scan(1, Verdict::Valid)], &mut ids))
        .unwrap();
    assert_eq!(tallies[0].scans, 2);
    drop(store);
    place.open().unwrap();
    assert_eq!(place.table().into_values().collect::<Vec<_>>(), [2]);
}
