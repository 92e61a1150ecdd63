//! Sheets of labels as PDF, drawn and read by poppler.

use crate::{
    labels::{fonts, order},
    readers::{Picture, read_oblong},
};
use label::{Error, Fonts, LabelOrder, Paper, ScratchLayer, Sheet, Template, Unit, pdf};
use std::{
    io::{Cursor, Seek, SeekFrom, Write},
    process::Command,
};

// F239: sheets on common paper, every label readable, with text that can be searched.
#[test]
fn sheets_open_elsewhere_and_read() {
    let fonts = fonts();
    for paper in [Paper::A4x65, Paper::A4x21] {
        let (width, height) = paper.label();
        let order = LabelOrder {
            width,
            height,
            ..order()
        };
        let count = paper.sheet().places() + 1;
        let pdf = sheet(
            &order,
            &fonts,
            Sheet {
                crop_marks: true,
                ..paper.sheet()
            },
            count,
        );
        let text = words(&pdf);
        assert_eq!(text.matches("(21)0000").count() as u64, count);
        assert_eq!(text.matches("扫码查真伪").count(), 0);
        assert!(text.replace('\n', "").contains("西湖龙井"));
        let page = draw_pdf(&pdf, 300);
        for place in (0..paper.sheet().places()).step_by(5) {
            let label = page.label(paper, place);
            assert_eq!(
                label.text(),
                Some(format!(
                    "https://id.example.cn/01/06912345678904/21/{:09}",
                    place + 1
                )),
                "{paper:?}"
            );
        }
    }
}

#[test]
fn documents_go_on_from_a_checkpoint() {
    let fonts = fonts();
    let template = Template::new(
        &LabelOrder {
            scratch: ScratchLayer::Outline,
            ..order()
        },
        &fonts,
    )
    .unwrap();
    let sheet = Sheet::filled((210.0, 297.0), (20.0, 30.0), 8.0, 2.0).unwrap();
    let document = pdf::Document {
        template,
        fonts,
        sheet,
        note: "铜版纸".to_owned(),
        labels: 1_000,
    };
    let add = |writer: &mut pdf::Writer<Vec<u8>, Cursor<Vec<u8>>>, from: u64, to: u64| {
        for number in from..to {
            let content = format!("https://id.example.cn/01/06912345678904/21/{number:09}");
            writer
                .add(&Unit {
                    content: &content,
                    code: ["A", "B"],
                })
                .unwrap();
        }
    };
    let mut whole = pdf::Writer::new(vec![], Cursor::new(vec![]), document.clone()).unwrap();
    add(&mut whole, 0, 1_000);
    let (whole, _) = whole.finish().unwrap();

    let mut first = pdf::Writer::new(vec![], Cursor::new(vec![]), document.clone()).unwrap();
    add(&mut first, 0, 500);
    let at = first.checkpoint().unwrap();
    assert_eq!(at.labels, 500 / 64 * 64);
    let mut cut = whole.clone();
    cut.truncate(at.body_len as usize);
    // The places are only known to the writer: they come from one that was interrupted as well.
    let mut again = pdf::Writer::new(vec![], Cursor::new(vec![]), document.clone()).unwrap();
    add(&mut again, 0, at.labels);
    assert_eq!(again.checkpoint().unwrap(), at);
    add(&mut again, at.labels, 1_000);
    let (_, mut directory) = again.finish().unwrap();
    directory.get_mut().truncate(at.directory_len as usize);
    directory.seek(SeekFrom::Start(0)).unwrap();
    let mut second = pdf::Writer::resume(cut, directory, document.clone(), at).unwrap();
    add(&mut second, at.labels, 1_000);
    assert!(second.finish().unwrap().0 == whole);

    let few = pdf::Writer::new(vec![], Cursor::new(vec![]), document).unwrap();
    assert!(matches!(
        few.finish(),
        Err(Error::LabelCountDiffers { total: 1_000 })
    ));
}

pub(crate) fn sheet(order: &LabelOrder, fonts: &Fonts, sheet: Sheet, labels: u64) -> Vec<u8> {
    let template = Template::new(order, fonts).unwrap();
    let document = pdf::Document {
        template,
        fonts: fonts.clone(),
        sheet,
        note: "铜版纸不干胶".to_owned(),
        labels,
    };
    let mut writer = pdf::Writer::new(vec![], Cursor::new(vec![]), document).unwrap();
    for number in 1..=labels {
        let (content, serial) = (
            format!("https://id.example.cn/01/06912345678904/21/{number:09}"),
            format!("(21){number:09}"),
        );
        writer
            .add(&Unit {
                content: &content,
                code: ["(01)06912345678904", &serial],
            })
            .unwrap();
    }
    writer.finish().unwrap().0
}

/// The first page, drawn by poppler.
pub(crate) fn draw_pdf(pdf: &[u8], dpi: u32) -> Picture {
    let file = saved(pdf);
    let output = poppler(
        "pdftoppm",
        &[
            "-r",
            &dpi.to_string(),
            "-png",
            "-singlefile",
            file.path().to_str().unwrap(),
        ],
    );
    read_oblong(&output)
}

/// The text poppler finds.
pub(crate) fn words(pdf: &[u8]) -> String {
    let file = saved(pdf);
    String::from_utf8(poppler(
        "pdftotext",
        &["-raw", file.path().to_str().unwrap(), "-"],
    ))
    .unwrap()
}

fn saved(pdf: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    file
}

fn poppler(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .expect("scripts/setup --tests installs poppler-utils");
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && complaint.is_empty(), "{complaint}");
    output.stdout
}

impl Picture {
    /// The part with a label of a page, at 300 dots per inch.
    fn label(&self, paper: Paper, place: u64) -> Self {
        let ((width, height), sheet) = (paper.label(), paper.sheet());
        let columns = u64::from(sheet.columns);
        let pixels = |millimetres: f32| (millimetres / 25.4 * 300.0) as usize;
        let left = pixels(sheet.left + (place % columns) as f32 * (width + sheet.gap_x));
        let top = pixels(sheet.top + (place / columns) as f32 * (height + sheet.gap_y));
        let (width, height) = (pixels(width), pixels(height));
        let rows = (top..top + height).flat_map(|y| &self.pixels[y * self.width + left..][..width]);
        Self {
            width,
            height,
            pixels: rows.copied().collect(),
            colours: vec![],
            density: None,
        }
    }
}
