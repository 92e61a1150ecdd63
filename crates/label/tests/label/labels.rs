//! Designed labels, read back with code that is not ours: resvg, the png crate, rqrr, rxing and poppler.

use std::io::{Cursor, Seek, SeekFrom, Write};
use std::process::Command;

use label::{
    Carrier, Colour, Depth, Design, Error, Font, Fonts, LabelOrder, Level, Logo, Paper, PngPrinter,
    ScratchLayer, Sheet, SvgPrinter, Template, Unit, pdf,
};
use resvg::usvg::roxmltree::Document;
use rxing::common::HybridBinarizer;
use rxing::{BinaryBitmap, Luma8Source, Reader, datamatrix::DataMatrixReader};

use crate::readers::{Picture, draw_oblong, read_oblong};

const LINK: &str = "https://id.example.cn/01/06912345678904/21/000000001";
const UNIT: Unit<'static> = Unit {
    content: LINK,
    code: ["(01)06912345678904", "(21)000000001"],
};
const LOGO: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#316464"/></svg>"##;

fn fonts() -> Fonts {
    let font = |weight: &str| {
        let file = std::fs::read(format!("/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"));
        Font::new(file.expect("scripts/setup --tests installs fonts-noto-cjk")).unwrap()
    };
    Fonts {
        regular: font("Regular"),
        bold: font("Bold"),
    }
}

fn order() -> LabelOrder {
    LabelOrder {
        name: "西湖龙井明前特级绿茶".to_owned(),
        lines: vec!["浙江品码茶业有限公司".to_owned()],
        logo: Some(Logo::new(LOGO).unwrap()),
        ..LabelOrder::default()
    }
}

fn svg(order: &LabelOrder, fonts: &Fonts) -> String {
    let mut file = vec![];
    SvgPrinter::new(Template::new(order, fonts).unwrap())
        .print(&UNIT, &mut file)
        .unwrap();
    String::from_utf8(file).unwrap()
}

fn png(order: &LabelOrder, fonts: &Fonts, depth: Depth) -> Picture {
    let mut file = vec![];
    let mut printer = PngPrinter::new(Template::new(order, fonts).unwrap(), 300, depth).unwrap();
    // The second label is not affected by the first.
    let other = Unit {
        content: "https://id.example.cn/01/06912345678904/21/999999999",
        code: ["(01)8", "(21)999999999"],
    };
    printer.print(&other, &mut file).unwrap();
    printer.print(&UNIT, &mut file).unwrap();
    read_oblong(&file)
}

// F233, F234, F235: six designs in two layouts and four colours, at 2:3.
#[test]
fn all_designs_read_in_all_colours() {
    let fonts = fonts();
    for design in Design::ALL {
        for (number, colour) in Colour::ALL.into_iter().enumerate() {
            let upright = (number + design as usize).is_multiple_of(2);
            let (width, height) = if upright { (20.0, 30.0) } else { (30.0, 20.0) };
            let order = LabelOrder {
                design,
                colour,
                width,
                height,
                ..order()
            };
            let svg = svg(&order, &fonts);
            assert!(svg.starts_with(&format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm""#
            )));
            let [red, green, blue] = colour.rgb();
            assert!(
                svg.contains(&format!("#{red:02x}{green:02x}{blue:02x}")),
                "{design:?}"
            );
            let drawn = draw_oblong(svg.as_bytes(), 400);
            assert_eq!(drawn.text().as_deref(), Some(LINK), "{design:?} {colour:?}");
            assert_eq!(
                (drawn.width, drawn.height),
                (400, if upright { 600 } else { 267 })
            );

            let picture = png(&order, &fonts, Depth::Colour);
            assert_eq!(picture.text().as_deref(), Some(LINK), "{design:?} {colour:?}");
            assert_eq!(
                (picture.width, picture.height),
                if upright { (236, 354) } else { (354, 236) }
            );
            assert_eq!(picture.density, Some(11_811));
            // Fine lines are no wider than a pixel, which is then a little lighter.
            let alike = |pixel: &[u8; 3]| pixel.iter().zip(colour.rgb()).all(|(a, b)| a.abs_diff(b) < 48);
            assert!(picture.colours().iter().any(alike), "{design:?} {colour:?}");
        }
    }
}

#[test]
fn printers_without_colour_get_grey_or_dots() {
    let fonts = fonts();
    for design in Design::ALL {
        let order = LabelOrder {
            design,
            colour: Colour::Orange,
            ..order()
        };
        for depth in [Depth::Grey, Depth::BlackAndWhite] {
            let picture = png(&order, &fonts, depth);
            assert_eq!(picture.text().as_deref(), Some(LINK), "{design:?} {depth:?}");
            assert!(
                picture
                    .colours()
                    .iter()
                    .all(|[red, green, blue]| red == green && green == blue)
            );
            assert!(
                depth == Depth::Grey || picture.colours().iter().all(|[grey, ..]| matches!(grey, 0 | 255))
            );
        }
    }
}

// A label read by two programs is the same label: the drawing and the pixels differ in rounding only.
#[test]
fn pixels_are_those_of_the_drawing() {
    let fonts = fonts();
    for design in Design::ALL {
        let order = LabelOrder {
            design,
            width: 38.1,
            height: 21.2,
            ..order()
        };
        let picture = png(&order, &fonts, Depth::Grey);
        let drawn = draw_oblong(svg(&order, &fonts).as_bytes(), picture.width as u32);
        assert_eq!(picture.pixels.len(), drawn.pixels.len());
        let unlike = picture
            .pixels
            .iter()
            .zip(&drawn.pixels)
            .filter(|(a, b)| a.abs_diff(**b) > 100)
            .count();
        // The symbol is a little smaller in pixels, as a module is a whole number of them.
        assert!(
            unlike * 100 < drawn.pixels.len() * 14,
            "{design:?}: {unlike} of {}",
            drawn.pixels.len()
        );
    }
}

// F236: the layer can be toggled; covered, the symbol cannot be read.
#[test]
fn scratch_layer_covers_the_symbol() {
    let fonts = fonts();
    for (scratch, readable) in [
        (ScratchLayer::None, true),
        (ScratchLayer::Outline, true),
        (ScratchLayer::Covered, false),
    ] {
        let order = LabelOrder { scratch, ..order() };
        let svg = svg(&order, &fonts);
        assert_eq!(
            svg.contains(r#"<g id="scratch-off">"#),
            scratch != ScratchLayer::None
        );
        assert_eq!(draw_oblong(svg.as_bytes(), 400).text().is_some(), readable);
        assert_eq!(png(&order, &fonts, Depth::Colour).text().is_some(), readable);
        let pdf = sheet(&order, &fonts, Sheet::roll((20.0, 30.0)), 1);
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("/Separation/ScratchOff"));
        assert_eq!(text.contains("/OCProperties"), scratch != ScratchLayer::None);
        assert_eq!(draw_pdf(&pdf, 300).text().is_some(), readable);
    }
}

#[test]
fn data_matrix_reads() {
    let fonts = fonts();
    for (carrier, content) in [
        (Carrier::DataMatrix, LINK),
        (
            Carrier::Gs1DataMatrix,
            "010691234567890410LOT2511A\u{1D}21A000000001",
        ),
    ] {
        let order = LabelOrder { carrier, ..order() };
        let unit = Unit { content, ..UNIT };
        let mut file = vec![];
        PngPrinter::new(Template::new(&order, &fonts).unwrap(), 300, Depth::Grey)
            .unwrap()
            .print(&unit, &mut file)
            .unwrap();
        let picture = read_oblong(&file);
        let source = Luma8Source::new(picture.pixels, picture.width as u32, picture.height as u32).unwrap();
        let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
        let read = DataMatrixReader.decode(&mut bitmap).unwrap();
        assert_eq!(read.getText().trim_start_matches('\u{1D}'), content);
    }
}

#[test]
fn markup_in_texts_is_text() {
    let fonts = fonts();
    let name = r#"</title><script>alert("1")</script> & ) Tj (茶"#;
    let order = LabelOrder {
        name: name.to_owned(),
        lines: vec!["<image href='x'/>]]>".to_owned()],
        ..order()
    };
    let svg = svg(&order, &fonts);
    let document = Document::parse(&svg).unwrap();
    let title = document
        .descendants()
        .find(|node| node.tag_name().name() == "title")
        .unwrap();
    assert_eq!(title.text(), Some(name));
    assert!(
        document
            .descendants()
            .all(|node| node.tag_name().name() != "script")
    );
    assert!(
        document
            .descendants()
            .filter(|node| node.tag_name().name() == "image")
            .count()
            == 1
    );
    let pdf = sheet(&order, &fonts, Sheet::roll((20.0, 30.0)), 1);
    assert_eq!(draw_pdf(&pdf, 300).text().as_deref(), Some(LINK));
    // The name is cut where it no longer fits.
    assert!(
        words(&pdf)
            .replace(char::is_whitespace, "")
            .contains("</title><script>")
    );
}

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

#[test]
fn what_cannot_be_printed_is_refused() {
    let fonts = fonts();
    let refused = |order: LabelOrder| Template::new(&order, &fonts).err().map(|error| error.code());
    assert_eq!(
        refused(LabelOrder {
            width: 9.0,
            ..order()
        }),
        Some("label_size_out_of_range")
    );
    assert_eq!(
        refused(LabelOrder {
            height: f32::NAN,
            ..order()
        }),
        Some("label_size_out_of_range")
    );
    assert_eq!(
        refused(LabelOrder {
            name: "长".repeat(101),
            ..order()
        }),
        Some("label_text_too_long")
    );
    assert_eq!(
        refused(LabelOrder {
            lines: vec!["行".repeat(61)],
            ..order()
        }),
        Some("label_text_too_long")
    );
    assert_eq!(
        refused(LabelOrder {
            lines: vec!["行".to_owned(); 5],
            ..order()
        }),
        Some("too_many_lines")
    );
    assert_eq!(
        refused(LabelOrder {
            name: "茶\u{1F375}".to_owned(),
            ..order()
        }),
        Some("font_lacks")
    );
    assert_eq!(
        refused(LabelOrder {
            name: String::new(),
            lines: vec![String::new()],
            ..order()
        }),
        None
    );
    assert!(matches!(Font::new(vec![0; 100]), Err(Error::FontUnreadable)));

    let small = Template::new(
        &LabelOrder {
            width: 10.0,
            height: 15.0,
            carrier: Carrier::Qr(Level::High),
            ..order()
        },
        &fonts,
    )
    .unwrap();
    let mut file = vec![];
    assert!(matches!(
        SvgPrinter::new(small).print(&UNIT, &mut file),
        Err(Error::ModuleTooSmall { .. })
    ));
    let template = Template::new(
        &LabelOrder {
            carrier: Carrier::Qr(Level::High),
            ..order()
        },
        &fonts,
    )
    .unwrap();
    let mut coarse = PngPrinter::new(template.clone(), 72, Depth::Colour).unwrap();
    assert!(matches!(
        coarse.print(&UNIT, &mut file),
        Err(Error::TooFewPixels { .. })
    ));
    assert!(matches!(
        PngPrinter::new(template.clone(), 71, Depth::Colour),
        Err(Error::ResolutionOutOfRange { .. })
    ));
    let unit = Unit {
        code: ["码", ""],
        ..UNIT
    };
    assert!(matches!(
        SvgPrinter::new(template).print(&unit, &mut file),
        Err(Error::TextNotAscii { character: '码' })
    ));
}

fn sheet(order: &LabelOrder, fonts: &Fonts, sheet: Sheet, labels: u64) -> Vec<u8> {
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
fn draw_pdf(pdf: &[u8], dpi: u32) -> Picture {
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
fn words(pdf: &[u8]) -> String {
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
