//! The program itself, killed while it works. What it answered is kept, and nothing is counted that was not sent.

use db::{AnyConnection, Location};
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpStream},
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    thread,
    time::{Duration, Instant},
};
use tests::{Program, TestApp, rounds};

const CONNECTIONS: usize = 24;
const CODES: usize = 3;

/// What one connection sent, and the numbers it was told.
#[derive(Default)]
struct Said {
    sent: [i64; CODES],
    told: Vec<(usize, i64)>,
    firsts: BTreeSet<(usize, String)>,
}

/// Scans until the program is gone; `answered` counts for all connections.
fn scan(address: SocketAddr, start_with: usize, answered: &AtomicU64) -> Said {
    let mut said = Said::default();
    let Ok(stream) = TcpStream::connect(address) else {
        return said;
    };
    let mut reader = BufReader::new(&stream);
    for n in start_with.. {
        let code = n % CODES;
        let request = format!(
            "GET /01/06901234567892/21/A{code:03} HTTP/1.1\r\nhost: q\r\nuser-agent: q\r\naccept: application/json\r\n\r\n"
        );
        said.sent[code] += 1;
        if (&stream).write_all(request.as_bytes()).is_err() {
            break;
        }
        let Some(body) = answer(&mut reader) else { break };
        let answer: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(answer["verdict"], "valid", "{answer}");
        said.told.push((code, answer["scans"].as_i64().unwrap()));
        answered.fetch_add(1, Relaxed);
        said.firsts
            .insert((code, answer["first_scanned_at"].as_str().unwrap().to_owned()));
    }
    said
}

/// Whether so many answers came in time.
fn came(enough: u64, answered: &AtomicU64) -> bool {
    let start = Instant::now();
    while answered.load(Relaxed) < enough && start.elapsed() < Duration::from_secs(60) {
        thread::sleep(Duration::from_micros(100));
    }
    answered.load(Relaxed) >= enough
}

/// The body of an answer that came whole.
fn answer(reader: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line == "\r\n" {
            let mut body = vec![0; length];
            return reader.read_exact(&mut body).ok().map(|()| body);
        }
    }
}

#[derive(QueryableByName)]
struct Recorded {
    #[diesel(sql_type = sql_types::BigInt)]
    scans: i64,
}

#[derive(QueryableByName)]
struct Integrity {
    #[diesel(sql_type = sql_types::Text)]
    integrity_check: String,
}

/// How many scans of each code are on record, while nobody else has the database. Counters may follow the records.
fn recorded(database: &Location) -> Vec<i64> {
    let mut c = database.connect().unwrap();
    if let AnyConnection::Sqlite(_) = &c {
        let found: Vec<Integrity> = sql_query("PRAGMA integrity_check").load(&mut c).unwrap();
        assert_eq!(found.first().map(|i| i.integrity_check.as_str()), Some("ok"));
    }
    let count = |code| {
        let sql = format!("SELECT COUNT(*) AS scans FROM scan_events WHERE code = 'A{code:03}'");
        sql_query(sql).get_result::<Recorded>(&mut c).unwrap().scans
    };
    (0..CODES).map(count).collect()
}

#[test]
fn what_was_answered_is_counted_however_often_the_program_is_killed() {
    let program = Program::find();
    let app = TestApp::new();
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892");
    acme.issue(&product, "A", "000", 100);
    let (scratch, clock) = app.stop();
    let (mut sent, mut answered) = ([0; CODES], [0; CODES]);
    let (mut told, mut firsts) = (BTreeSet::new(), BTreeSet::new());
    let mut before = vec![0; CODES];
    for round in 0..rounds(50, 20) {
        let mut running = Program::start(&program, scratch.folder(), scratch.location(), &[]);
        let address = running.address;
        let in_round = AtomicU64::new(0);
        let said: Vec<Said> = thread::scope(|s| {
            let threads: Vec<_> = (0..CONNECTIONS)
                .map(|n| {
                    s.spawn({
                        let in_round = &in_round;
                        move || scan(address, n, in_round)
                    })
                })
                .collect();
            // Never at the same moment of its work, and on a busy machine too only after it did some.
            let worked = came(100 + round * 370 % 900, &in_round);
            running.kill();
            assert!(worked, "round {round}: only {in_round:?} scans were answered");
            threads.into_iter().map(|t| t.join().unwrap()).collect()
        });
        drop(running);
        for said in said {
            sent.iter_mut().zip(said.sent).for_each(|(all, own)| *all += own);
            for (code, number) in said.told {
                answered[code] += 1;
                assert!(
                    number > before[code],
                    "round {round}: scan {number} of code {code} was counted before"
                );
                assert!(
                    told.insert((code, number)),
                    "two scans were told the same number: {number}"
                );
            }
            firsts.extend(said.firsts);
        }
        let after = recorded(scratch.location());
        for code in 0..CODES {
            let (at_least, at_most, found) = (answered[code], sent[code], after[code]);
            assert!(
                at_least <= found && found <= at_most,
                "round {round}, code {code}: {at_least} answered, {at_most} sent, {found} on record"
            );
        }
        before = after;
    }
    assert_eq!(firsts.len(), CODES, "the first time never changes: {firsts:?}");
    let app = TestApp::on(scratch, clock, &[]);
    for (code, found) in before.into_iter().enumerate() {
        let answer = app.scan(&format!("/01/06901234567892/21/A{code:03}")).expect(200);
        assert_eq!(answer["scans"], found + 1, "the next one goes on from there");
    }
}
