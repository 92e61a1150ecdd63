//! How long a photograph of 12 megapixels takes to be kept in all its sizes, and what the program takes of memory meanwhile.
//!
//! Needs the program: `cargo build --release -p server`, then `cargo bench -p tests --bench pictures`.

use std::{process::ExitCode, thread, time::Instant};
use tests::{Actor, Program, TestApp, photo};

/// What is promised: milliseconds for one, MB above idle for one after the other, MB at most for fifty at once.
const MILLISECONDS: f64 = 400.0;
const ABOVE_IDLE: u64 = 80;
const PEAK: u64 = 250;

const ROUNDS: usize = 9;
const AT_ONCE: usize = 50;

fn main() -> ExitCode {
    let path = Program::find();
    let app = TestApp::new();
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let (scratch, _) = app.stop();
    let program = Program::start(&path, scratch.folder(), scratch.location(), &[]);
    let acme = acme.at(program.address);
    let photos: Vec<Vec<u8>> = (80..80 + ROUNDS)
        .map(|n| photo(4032, 3024, u8::try_from(n).unwrap(), 6))
        .collect();
    let (idle, _) = program.memory();
    let mut times: Vec<f64> = photos.iter().map(|photo| kept(&acme, photo)).collect();
    times.sort_by(f64::total_cmp);
    let median = times.get(ROUNDS / 2).copied().unwrap_or(f64::MAX);
    let above = program.memory().1.saturating_sub(idle);
    thread::scope(|s| {
        for n in 0..AT_ONCE {
            let (acme, photo) = (&acme, photos.get(n % ROUNDS));
            s.spawn(move || photo.map(|photo| kept(acme, photo)));
        }
    });
    let (_, peak) = program.memory();
    let size = photos.first().map_or(0, Vec::len) / 1024;
    println!(
        "a photograph of 12 megapixels ({size} KB)  {median:>6.0} ms, median of {ROUNDS} (under {MILLISECONDS})"
    );
    println!("memory above idle, one after the other     {above:>6} MB (under {ABOVE_IDLE})");
    println!("memory at most, {AT_ONCE} at once                 {peak:>6} MB (under {PEAK})");
    match median < MILLISECONDS && above < ABOVE_IDLE && peak < PEAK {
        true => ExitCode::SUCCESS,
        false => {
            println!("MISSED");
            ExitCode::FAILURE
        }
    }
}

/// Milliseconds until a photograph is kept.
fn kept(acme: &Actor, photo: &[u8]) -> f64 {
    let start = Instant::now();
    acme.upload("product_picture", "照片.jpg", photo).expect(201);
    start.elapsed().as_secs_f64() * 1e3
}
