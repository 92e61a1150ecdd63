//! How much faster designed labels are than the obvious way, in one run: `cargo bench -p label --bench label`.
//!
//! As in the bench `qr`, cases take turns, a figure is the median of the ratios of each round, and the exit code says
//! whether what the crate promises is kept. Needs the fonts of `scripts/setup --tests`.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod memory;
#[path = "../qr/rounds.rs"]
mod rounds;

use label::{
    Depth, Design, Font, Fonts, LabelOrder, Logo, Paper, PngPrinter, SvgPrinter, Template, Unit,
    csv::{self, Cell, Options, Separator},
    pdf,
};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{self, Tree},
};
use rounds::Group;
use std::{fs::File, hint::black_box, io::Write, process::ExitCode, time::Instant};

type Failure = Box<dyn std::error::Error>;

const FONTS: [&str; 2] = ["Regular", "Bold"];
const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="#316464"/><path d="M30 62q20 24 40 0q-6-34-20-44q-14 10-20 44z" fill="#ffcc00"/></svg>"##;
const DPI: u32 = 300;
/// Labels a second in a PDF, on two cores.
const LABELS_A_SECOND: f64 = 20_000.0;

fn main() -> ExitCode {
    match run() {
        Ok(true) => {
            println!("\nAll promises kept.");
            ExitCode::SUCCESS
        }
        Ok(false) => {
            println!("\nPROMISES BROKEN.");
            ExitCode::FAILURE
        }
        Err(failure) => {
            println!("\nNOT MEASURED: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, Failure> {
    let fonts = fonts()?;
    let mut kept = true;
    for design in [Design::Braid, Design::Ribbon] {
        kept &= pictures(&template(&fonts, design, (30.0, 20.0))?, design)?;
    }
    kept &= sheets(&fonts)?;
    kept &= lines();
    kept &= memory::is_flat(&fonts)?;
    Ok(kept)
}

fn fonts() -> Result<Fonts, Failure> {
    let [regular, bold] =
        FONTS.map(|weight| std::fs::read(format!("/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc")));
    Ok(Fonts {
        regular: Font::new(regular?)?,
        bold: Font::new(bold?)?,
    })
}

/// A label with a logo, a name and two lines in Chinese.
pub(crate) fn template(
    fonts: &Fonts,
    design: Design,
    (width, height): (f32, f32),
) -> Result<Template, label::Error> {
    let order = LabelOrder {
        design,
        width,
        height,
        name: "西湖龙井明前特级绿茶".to_owned(),
        lines: vec!["浙江品码茶业有限公司".to_owned(), "扫码查真伪".to_owned()],
        logo: Some(Logo::new(LOGO.as_bytes())?),
        ..LabelOrder::default()
    };
    Template::new(&order, fonts)
}

/// Addresses and texts of unit codes, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Series {
    number: u64,
    content: String,
    serial: String,
}

impl Series {
    pub(crate) fn next(&mut self) -> Unit<'_> {
        use std::fmt::Write as _;
        self.number += 1;
        self.content.clear();
        self.serial.clear();
        let _cannot_fail = write!(
            self.content,
            "https://id.example.cn/01/06912345678904/21/{:09}",
            self.number
        );
        let _cannot_fail = write!(self.serial, "(21){:09}", self.number);
        Unit {
            content: &self.content,
            code: ["(01)06912345678904", &self.serial],
        }
    }
}

fn pictures(template: &Template, design: Design) -> Result<bool, Failure> {
    let mut group = Group::new(&format!("PNG of {DPI} dpi, 30 × 20 mm, {design:?}"));
    let mut vector = SvgPrinter::new(template.clone());
    let (mut series, mut svg) = (Series::default(), vec![]);
    group.case("whole SVG, resvg, the png crate", None, move || {
        let printed = vector.print(&series.next(), &mut svg);
        if printed.is_ok() {
            whole(&svg).unwrap_or_default()
        } else {
            0
        }
    });
    for (name, depth) in [
        ("PngPrinter, colour", Depth::Colour),
        ("PngPrinter, grey", Depth::Grey),
        ("PngPrinter, black and white", Depth::BlackAndWhite),
    ] {
        let mut printer = PngPrinter::new(template.clone(), DPI, depth)?;
        let (mut series, mut file) = (Series::default(), vec![]);
        group.case(name, Some(50.0), move || {
            let printed = printer.print(&series.next(), &mut file);
            if printed.is_ok() { file.len() } else { 0 }
        });
    }
    let mut vector = SvgPrinter::new(template.clone());
    let (mut series, mut file) = (Series::default(), vec![]);
    group.case("SvgPrinter", None, move || {
        let printed = vector.print(&series.next(), &mut file);
        if printed.is_ok() { file.len() } else { 0 }
    });
    Ok(group.run())
}

/// The obvious way: everything anew for every label.
fn whole(svg: &[u8]) -> Option<usize> {
    let tree = Tree::from_data(svg, &usvg::Options::default()).ok()?;
    let scale = DPI as f32 / 25.4;
    let (width, height) = ((30.0 * scale).round(), (20.0 * scale).round());
    let mut pixels = Pixmap::new(width as u32, height as u32)?;
    let transform = Transform::from_scale(width / tree.size().width(), height / tree.size().height());
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels.encode_png().ok().map(|file| file.len())
}

/// Sheets of 24, one writer on each of two cores.
fn sheets(fonts: &Fonts) -> Result<bool, Failure> {
    const LABELS: u64 = 100_000;
    let paper = Paper::A4x24;
    let template = template(fonts, Design::Braid, paper.label())?;
    println!("\nPDF sheets of 24 labels");
    let mut rates = vec![];
    for _ in 0..5 {
        let start = Instant::now();
        let done: Vec<_> = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..2)
                .map(|_| scope.spawn(|| write_sheets(&template, fonts, paper, LABELS).is_ok()))
                .collect();
            writers
                .into_iter()
                .map(|writer| writer.join().unwrap_or(false))
                .collect()
        });
        if done.contains(&false) {
            return Err("a sheet could not be written".into());
        }
        rates.push(2.0 * LABELS as f64 / start.elapsed().as_secs_f64());
    }
    rates.sort_by(f64::total_cmp);
    let rate = rates.get(rates.len() / 2).copied().unwrap_or_default();
    let kept = rate >= LABELS_A_SECOND;
    let verdict = if kept { "kept" } else { "BROKEN" };
    println!("{rate:.0} labels a second on two cores (promised {LABELS_A_SECOND:.0}: {verdict})");
    Ok(kept)
}

/// Writes so many labels to a file nobody reads.
pub(crate) fn write_sheets(
    template: &Template,
    fonts: &Fonts,
    paper: Paper,
    labels: u64,
) -> Result<(), label::Error> {
    let document = pdf::Document {
        template: template.clone(),
        fonts: fonts.clone(),
        sheet: paper.sheet(),
        note: String::new(),
        labels,
    };
    let nowhere = std::fs::OpenOptions::new().write(true).open("/dev/null")?;
    let directory: File = tempfile::tempfile()?;
    let mut writer = pdf::Writer::new(nowhere, directory, document)?;
    let mut series = Series::default();
    for _ in 0..labels {
        writer.add(&series.next())?;
    }
    writer.finish()?;
    Ok(())
}

/// Print data for laser and thermal lines.
fn lines() -> bool {
    let mut group = Group::new("Lines of print data");
    let mut out = std::io::BufWriter::with_capacity(64 << 10, std::io::sink());
    let (mut number, content) = (
        0_i64,
        "https://id.example.cn/01/06912345678904/21/000000001".to_owned(),
    );
    group.case("write! of the same bytes", None, {
        let content = content.clone();
        move || {
            number += 1;
            let written = write!(
                out,
                "{number}\t{}\t06912345678904\tA000000001\tLOT2511A007\t2026-11-05\t2027-11-05\r\n",
                black_box(&content)
            );
            usize::from(written.is_ok())
        }
    });
    let mut table = csv::Writer::new(std::io::sink(), Options::plain(Separator::Tab));
    let mut number = 0;
    group.case("csv::Writer, tabs", Some(0.5), move || {
        number += 1;
        let texts = [
            black_box(&*content),
            "06912345678904",
            "A000000001",
            "LOT2511A007",
            "2026-11-05",
            "2027-11-05",
        ];
        let [a, b, c, d, e, f] = texts.map(Cell::Text);
        usize::from(table.write(&[Cell::Number(number), a, b, c, d, e, f]).is_ok())
    });
    group.run()
}
