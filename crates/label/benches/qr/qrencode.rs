//! libqrencode, the C library most programs use, in a process of its own: `qrencode.c`, built with the C compiler.

use crate::{
    peers,
    rounds::{Group, Run},
    scattered, series,
};
use label::{Correction, Encoder, Mode, Symbol, segments};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// How often as fast as libqrencode the crate is, both with the fewest bits.
const PROMISE: f64 = 25.0;
/// How often as fast, both with one segment of bytes.
const PROMISE_OF_BYTES: f64 = 18.0;
/// The length of every address.
const CHARACTERS: usize = 75;
/// Addresses that take turns.
const ADDRESSES: u64 = 512;
const LEVEL: Correction = Correction::Medium;

type Failure = Box<dyn std::error::Error>;

/// Compares both libraries on addresses of 75 characters at level M; whether the promises are kept.
pub fn compare() -> Result<bool, Failure> {
    let folder = tempfile::tempdir()?;
    let program = folder.path().join("qrencode");
    build(&program)?;
    let best = against(
        "the fewest bits",
        Peer::start(&program, "best", link)?,
        link,
        PROMISE,
    );
    let one_segment = |number| matches!(&*segments(&plain(number), 5), [only] if only.mode == Mode::Byte);
    if !(0..ADDRESSES).all(one_segment) {
        return Err("these addresses are shorter in several segments".into());
    }
    let bytes = against(
        "bytes only",
        Peer::start(&program, "bytes", plain)?,
        plain,
        PROMISE_OF_BYTES,
    );
    Ok(best && bytes)
}

fn build(program: &Path) -> Result<(), Failure> {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/qr/qrencode.c");
    let mut cc = Command::new("cc");
    cc.args(["-O2", "-o"]).arg(program).arg(source).arg("-lqrencode");
    if cc.status()?.success() {
        Ok(())
    } else {
        Err("there is no libqrencode: scripts/setup --tests installs libqrencode-dev".into())
    }
}

fn against(how: &str, peer: Peer, address: fn(u64) -> String, promise: f64) -> bool {
    let mut group = Group::new(&format!(
        "Addresses of {CHARACTERS} characters at level M, {how}, against libqrencode"
    ));
    group.case("libqrencode, unrelated serial numbers", None, peer);
    let ready = addresses(address).map(|address| peers::to_qrcodegen(&segments(&address, 5)));
    group.case(
        "qrcodegen, segments ready",
        None,
        each(ready, |segments| peers::encode(segments, LEVEL).size() as usize),
    );
    let mut encoder = Encoder::new(LEVEL);
    group.case(
        "Encoder, unrelated serial numbers",
        Some(promise),
        each(addresses(address), move |text| {
            encoder.encode(text).map_or(0, Symbol::size)
        }),
    );
    group.case(
        "Encoder, serial numbers in a row (with writing the text)",
        Some(promise),
        series(LEVEL, address),
    );
    group.case(
        "Symbol::encode, another product, batch and serial number each time",
        None,
        each(addresses(any), |text| {
            Symbol::encode(text, LEVEL).map_or(0, |symbol| symbol.size())
        }),
    );
    group.run()
}

/// Does something with one after the other, and again from the first.
fn each<T>(all: impl Iterator<Item = T>, mut run: impl FnMut(&T) -> usize) -> impl FnMut() -> usize {
    let all: Vec<T> = all.collect();
    let mut next = 0;
    move || {
        let size = all.get(next).map_or(0, &mut run);
        next = (next + 1) % all.len().max(1);
        size
    }
}

/// Addresses with unrelated numbers.
fn addresses(address: impl Fn(u64) -> String) -> impl Iterator<Item = String> {
    (0..ADDRESSES).map(move |number| address(scattered(number)))
}

/// A GS1 Digital Link with a serial number.
fn link(serial: u64) -> String {
    format!("https://code.example.cn/01/06912345678904/10/LOT2511A007/21/{serial:015}")
}

/// The same with a product and a batch that are another each time.
fn any(number: u64) -> String {
    let (gtin, batch) = (number / 10, number % 0xFFFF_FFFF);
    format!("https://code.example.cn/01/{gtin:014}/10/LOT{batch:08X}/21/{number:015}")
}

/// An address no part of which is shorter in another mode than bytes.
fn plain(number: u64) -> String {
    let letter = |place| char::from(b'a' + (number / 26_u64.pow(place) % 26) as u8);
    let letters: String = (0..12).rev().map(letter).collect();
    format!("https://code.example.cn/tea/longjing/spring/first-harvest/mm/a/{letters}")
}

/// The program, which encodes and measures when it is asked to.
struct Peer {
    program: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts the program and hands it the addresses.
    fn start(program: &Path, mode: &str, address: fn(u64) -> String) -> Result<Self, Failure> {
        let mut program = Command::new(program)
            .args([&LEVEL.letter().to_string(), mode])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (Some(mut ask), Some(answer)) = (program.stdin.take(), program.stdout.take()) else {
            return Err("no pipes to libqrencode".into());
        };
        for address in addresses(address) {
            if address.len() != CHARACTERS {
                return Err(format!("{address} has {} characters", address.len()).into());
            }
            writeln!(ask, "{address}")?;
        }
        writeln!(ask)?;
        Ok(Self {
            program,
            ask,
            answer: BufReader::new(answer),
        })
    }

    fn times(&mut self, count: u32) -> Result<(f64, usize), Failure> {
        writeln!(self.ask, "{count}")?;
        let mut line = String::new();
        self.answer.read_line(&mut line)?;
        let (nanoseconds, size) = line.trim_end().split_once(' ').ok_or("libqrencode gave up")?;
        Ok((nanoseconds.parse::<f64>()? / 1e9, size.parse()?))
    }
}

impl Run for Peer {
    fn times(&mut self, count: u32) -> (f64, usize) {
        Self::times(self, count).unwrap_or((f64::NAN, 0))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It would end with its input all the same.
        let _ended = self.program.kill().and_then(|()| self.program.wait());
    }
}
