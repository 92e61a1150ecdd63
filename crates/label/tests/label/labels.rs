//! Designed labels, read back with code that is not ours: resvg, the png crate, rqrr, rxing and poppler.

use crate::{
    readers::{Picture, draw_oblong, read_oblong},
    sheets::{draw_pdf, sheet, words},
};
use label::{
    Carrier, Colour, Correction, Depth, Design, Error, Font, Fonts, LabelOrder, Logo, PngPrinter,
    ScratchLayer, Sheet, SvgPrinter, Template, Unit,
};
use resvg::usvg::roxmltree::Document;
use rxing::{BinaryBitmap, Luma8Source, Reader, common::HybridBinarizer, datamatrix::DataMatrixReader};

const LINK: &str = "https://id.example.cn/01/06912345678904/21/000000001";
const UNIT: Unit<'static> = Unit {
    content: LINK,
    code: ["(01)06912345678904", "(21)000000001"],
};
const LOGO: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#316464"/></svg>"##;

pub(crate) fn fonts() -> Fonts {
    let font = |weight: &str| {
        let file = std::fs::read(format!("/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"));
        Font::new(file.expect("scripts/setup --tests installs fonts-noto-cjk")).unwrap()
    };
    Fonts {
        regular: font("Regular"),
        bold: font("Bold"),
    }
}

pub(crate) fn order() -> LabelOrder {
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
            // K11: the colour of a brand, to the step.
            assert!(picture.colours().contains(&colour.rgb()), "{design:?} {colour:?}");
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
            carrier: Carrier::Qr(Correction::High),
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
            carrier: Carrier::Qr(Correction::High),
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
