//! SVG pictures show their symbol and say what they should.

use crate::{payload::Random, readers::draw_svg};
use label::{Correction, Format, Picture, Renderer, Size, Symbol};
use proptest::prelude::*;
use resvg::usvg::roxmltree::Document;

fn draw(picture: Picture, text: &str) -> String {
    let mut file = Vec::new();
    Renderer::new(Picture {
        format: Format::Svg,
        ..picture
    })
    .unwrap()
    .render(text, &mut file)
    .unwrap();
    String::from_utf8(file).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn every_module_is_that_of_the_symbol(seed: u64, quiet_zone in 1_u8..=16, codewords in prop_oneof![1_usize..150, 150_usize..1_200]) {
        let mut random = Random(seed);
        let level = random.pick(&Correction::ALL);
        let text = random.payload(codewords);
        let symbol = Symbol::encode(&text, level).unwrap();
        let quiet_zone = usize::from(quiet_zone);
        let side = symbol.size() + 2 * quiet_zone;
        let file = draw(Picture { quiet_zone: quiet_zone as u8, correction: level, ..Picture::default() }, &text);
        // Two pixels a module, so that lines that are off by a half show.
        let image = draw_svg(file.as_bytes(), side * 2);
        for y in 0..side * 2 {
            for x in 0..side * 2 {
                let dark = symbol.is_dark((x / 2).wrapping_sub(quiet_zone), (y / 2).wrapping_sub(quiet_zone));
                prop_assert_eq!(image.at(x, y), if dark { 0 } else { 255 });
            }
        }
    }

    #[test]
    fn any_title_and_text_are_told(title in "\\PC{0,30}|[\u{0}-\u{7F}<>&\"']{0,30}", text in "\\PC{1,30}|[\u{0}-\u{7F}<>&\"']{1,30}") {
        let picture = Picture { title: Some(title.clone()), describe: true, ..Picture::default() };
        let file = draw(picture, &text);
        let document = Document::parse(&file).unwrap();
        let told = |name| {
            let element = document.root_element().children().find(|element| element.has_tag_name(("http://www.w3.org/2000/svg", name)));
            element.unwrap().text().unwrap_or_default().to_owned()
        };
        // XML has no control characters but three.
        let readable = |text: &str| -> String {
            text.chars().map(|c| if c.is_ascii_control() && !"\t\r\n".contains(c) { '\u{FFFD}' } else { c }).collect()
        };
        prop_assert_eq!(told("title"), readable(&title));
        prop_assert_eq!(told("desc"), readable(&text));
    }
}

#[test]
fn a_drawing_is_as_wide_as_asked_for() {
    let pixels = draw(
        Picture {
            size: Size::Pixels(321),
            ..Picture::default()
        },
        "VERSION 1",
    );
    assert!(pixels.contains(r#"width="321" height="321""#) && pixels.contains(r#"viewBox="0 0 29 29""#));
    assert!(pixels.contains("crispEdges") && !pixels.contains("<title>") && !pixels.contains("<desc>"));
    let print = Picture {
        size: Size::Print {
            millimetres: 22.5,
            dpi: 300,
        },
        ..Picture::default()
    };
    assert!(draw(print, "VERSION 1").contains(r#"width="22.5mm""#));
}

#[test]
fn a_drawing_is_small() {
    let text = "https://id.example.cn/01/06912345678904/10/LOT2511A007/21/123456789012345";
    let length = draw(Picture::default(), text).len();
    assert!(length < 2_600, "{length} bytes");
}

#[test]
fn symbols_are_read() {
    let mut random = Random(17);
    for _ in 0..30 {
        let text = random.payload(120);
        let file = draw(
            Picture {
                correction: random.pick(&Correction::ALL),
                ..Picture::default()
            },
            &text,
        );
        assert_eq!(draw_svg(file.as_bytes(), 500).text().as_deref(), Some(&*text));
    }
}
