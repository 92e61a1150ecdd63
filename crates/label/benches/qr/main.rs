//! How much faster than the obvious way, in one run: `cargo bench -p label`.
//!
//! All cases of a group take turns; a figure is the median of the ratios of each round. The exit code says whether
//! the ratios the crate promises are kept.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod memory;
mod peers;
mod qrencode;
mod rounds;

use label::{
    Correction, Encoder, Format, Picture, Renderer, Symbol,
    csv::{self, Cell, Options},
    segments,
    zip::{Method, Modified, Writer},
};
use rounds::Group;
use std::{hint::black_box, io::Write, process::ExitCode};

/// The text of a label: a GS1 Digital Link with a serial number.
pub(crate) fn link(serial: u64) -> String {
    format!("https://id.example.cn/01/06912345678904/10/LOT2511A007/21/{serial:015}")
}

/// A number without any pattern below 10¹⁵.
pub(crate) fn scattered(number: u64) -> u64 {
    number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) % 1_000_000_000_000_000
}

fn main() -> ExitCode {
    let mut kept = true;
    for level in [Correction::Medium, Correction::Quartile] {
        kept &= encode(level);
    }
    kept &= qrencode::compare().unwrap_or_else(|failure| {
        println!("\nNOT MEASURED: {failure}");
        false
    });
    kept &= draw();
    kept &= archive();
    kept &= table();
    kept &= memory::is_flat();
    println!(
        "\n{}",
        if kept {
            "All promises kept."
        } else {
            "PROMISES BROKEN."
        }
    );
    if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Texts, and their segments as qrcodegen takes them.
fn texts() -> Vec<(String, Vec<qrcodegen::QrSegment>)> {
    let texts = (0..512).map(|number| link(scattered(number)));
    texts
        .map(|text| (text.clone(), peers::to_qrcodegen(&segments(&text, 4))))
        .collect()
}

fn encode(level: Correction) -> bool {
    let texts = texts();
    let mut texts = texts.iter().cycle();
    let mut others = texts.clone();
    let mut still_others = texts.clone();
    let mut scattered = Encoder::new(level);
    let mut group = Group::new(&format!("Encoding at level {}", level.letter()));
    group.case("qrcodegen, mask of its choice, segments ready", None, move || {
        texts
            .next()
            .map_or(0, |(_, segments)| peers::encode(segments, level).size() as usize)
    });
    group.case("Symbol::encode", Some(8.0), move || {
        others
            .next()
            .and_then(|(text, _)| Symbol::encode(text, level).ok())
            .map_or(0, |symbol| symbol.size())
    });
    group.case("Encoder, unrelated serial numbers", Some(8.0), move || {
        still_others
            .next()
            .and_then(|(text, _)| scattered.encode(text).ok())
            .map_or(0, |symbol| symbol.size())
    });
    group.case(
        "Encoder, serial numbers in a row (with writing the text)",
        Some(8.0),
        series(level, link),
    );
    group.run()
}

/// Encodes the addresses of serial numbers in a row.
pub(crate) fn series(level: Correction, address: fn(u64) -> String) -> impl FnMut() -> usize {
    let (mut encoder, mut serial) = (Encoder::new(level), 0);
    move || {
        serial += 1;
        encoder.encode(&address(serial)).map_or(0, Symbol::size)
    }
}

fn draw() -> bool {
    let mut kept = true;
    for (format, promise) in [(Format::Png, 5.0), (Format::Svg, 5.0)] {
        let texts = texts();
        let mut texts = texts.iter().cycle();
        let (mut filtered, mut ours) = (texts.clone(), texts.clone());
        let mut group = Group::new(&format!("Text to {}", format.extension().to_uppercase()));
        match format {
            Format::Png => {
                group.case("qrcodegen and the png crate", None, move || {
                    texts.next().map_or(0, |(_, segments)| {
                        peers::png(segments, png::Filter::NoFilter).len()
                    })
                });
                group.case(
                    "qrcodegen and the png crate with its best filter",
                    None,
                    move || {
                        filtered
                            .next()
                            .map_or(0, |(_, segments)| peers::png(segments, png::Filter::Up).len())
                    },
                );
            }
            Format::Svg => group.case("qrcodegen and a square a module", None, move || {
                texts.next().map_or(0, |(_, segments)| peers::svg(segments).len())
            }),
        }
        let mut renderer = renderer(format);
        let mut file = Vec::new();
        group.case("Renderer", Some(promise), move || {
            let drawn = ours.next().map(|(text, _)| renderer.render(text, &mut file));
            drawn.map_or(0, |drawn| if drawn.is_ok() { file.len() } else { 0 })
        });
        kept &= group.run();
    }
    kept
}

pub(crate) fn renderer(format: Format) -> Renderer {
    let Ok(renderer) = Renderer::new(Picture {
        format,
        ..Picture::default()
    }) else {
        std::process::abort()
    };
    renderer
}

fn archive() -> bool {
    let texts = texts();
    let mut texts = texts.iter().cycle();
    let mut group = Group::new("Codes to a ZIP of PNGs");
    let mut naive = peers::zip_of_pngs();
    group.case("qrcodegen, the png crate and the zip crate", None, move || {
        texts.next().map_or(0, |(text, segments)| {
            naive(text, &peers::png(segments, png::Filter::Up))
        })
    });
    let mut renderer_of_series = renderer(Format::Png);
    let (mut file, mut serial) = (Vec::new(), 0);
    let mut writer = memory::archive();
    group.case("Renderer and zip::Writer", Some(15.0), move || {
        serial += 1;
        let added = renderer_of_series.render(&link(serial), &mut file);
        let added = added.and_then(|()| writer.add(&format!("{serial:07}.png"), Method::Store, &file));
        if added.is_ok() { file.len() } else { 0 }
    });
    let mut svgs = renderer(Format::Svg);
    let (mut file, mut serial) = (Vec::new(), 0);
    let mut writer = memory::archive();
    group.case("the same with SVGs, deflated", None, move || {
        serial += 1;
        let added = svgs.render(&link(serial), &mut file);
        let added = added.and_then(|()| writer.add(&format!("{serial:07}.svg"), Method::Deflate, &file));
        if added.is_ok() { file.len() } else { 0 }
    });
    let mut ready = Vec::new();
    let drawn = renderer(Format::Png).render(&link(1), &mut ready);
    let mut writer = memory::archive();
    group.case("zip::Writer alone, one PNG again and again", None, move || {
        let added = writer.add("0000001.png", Method::Store, &ready);
        if added.is_ok() && drawn.is_ok() {
            ready.len()
        } else {
            0
        }
    });
    group.run()
}

/// A row of 134 bytes with two numbers.
fn table() -> bool {
    let mut group = Group::new("Rows of CSV");
    let mut out = std::io::BufWriter::with_capacity(64 << 10, std::io::sink());
    let (mut row, text) = (0, link(123_456_789_012_345));
    group.case("write! of the same bytes", None, {
        let text = text.clone();
        move || {
            row += 1;
            let written = write!(out, "{row},{text},LOT2511A007,{},2026-11-05\r\n", row * 7);
            usize::from(written.is_ok())
        }
    });
    let mut ours = csv::Writer::new(std::io::sink(), Options::default());
    let mut row = 0;
    group.case("csv::Writer", None, move || {
        row += 1;
        let cells = [
            Cell::Number(row),
            Cell::Text(black_box(&text)),
            Cell::Text("LOT2511A007"),
            Cell::Number(row * 7),
            Cell::Text("2026-11-05"),
        ];
        usize::from(ours.write(&cells).is_ok())
    });
    group.run()
}

/// An archive nobody reads.
pub(crate) fn to_nowhere() -> Option<Writer<std::fs::File, std::fs::File>> {
    let nowhere = std::fs::OpenOptions::new().write(true).open("/dev/null").ok()?;
    Writer::new(nowhere, tempfile::tempfile().ok()?, Modified::default()).ok()
}
