//! Logos: what is taken, what is refused, and that symbols stay readable.

use crate::{
    payload::Random,
    readers::{Grey, draw_svg, read_png},
};
use label::{Correction, Format, Logo, Picture, Renderer, Size};

pub const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">"##;

pub fn svg(content: &str) -> Result<Logo, label::Error> {
    Logo::new(format!("{SVG}{content}</svg>").as_bytes())
}

fn red_disc() -> Logo {
    svg(r##"<circle cx="5" cy="5" r="5" fill="#d00"/>"##).unwrap()
}

/// A PNG of one colour.
pub fn png_file(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&colour.repeat((width * height) as usize))
        .unwrap();
    writer.finish().unwrap();
    file
}

/// The smallest JPEG of one grey, 8 × 8 pixels.
pub fn jpeg_file() -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, data: &[u8]| {
        file.extend([0xFF, marker]);
        file.extend((data.len() as u16 + 2).to_be_bytes());
        file.extend(data);
    };
    segment(0xDB, &[&[0][..], &[1; 64]].concat());
    segment(0xC0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    // One code each: no difference for the mean, and the end for all else.
    segment(0xC4, &[&[0x00, 1], &[0; 15][..], &[5]].concat());
    segment(0xC4, &[&[0x10, 1], &[0; 15][..], &[0]].concat());
    segment(0xDA, &[1, 1, 0, 0, 63, 0]);
    // The code 0, the five bits 00000 for a difference of -31, and the code 0.
    file.extend([0b0000_0001, 0xFF, 0xD9]);
    file
}

fn draw(picture: Picture, text: &str) -> Vec<u8> {
    let mut file = Vec::new();
    Renderer::new(picture).unwrap().render(text, &mut file).unwrap();
    file
}

fn with_logo(logo: Logo, format: Format, level: Correction, pixels: u32) -> Picture {
    Picture {
        format,
        correction: level,
        logo: Some(logo),
        size: Size::Pixels(pixels),
        ..Picture::default()
    }
}

/// Symbols with a logo are read by rqrr, as PNG and as SVG.
#[test]
fn symbols_are_read() {
    let mut random = Random(19);
    let logos = [
        red_disc(),
        svg(r#"<rect width="10" height="10"/>"#).unwrap(),
        Logo::new(&png_file(40, 20, [0, 90, 0, 255])).unwrap(),
        Logo::new(&jpeg_file()).unwrap(),
    ];
    for (index, logo) in logos.iter().cycle().take(40).enumerate() {
        let text = random.payload(100);
        let level = random.pick(&[Correction::Quartile, Correction::High]);
        let png = read_png(&draw(with_logo(logo.clone(), Format::Png, level, 450), &text));
        assert_eq!(png.text().as_deref(), Some(&*text), "PNG {index}");
        let svg = draw_svg(
            &draw(with_logo(logo.clone(), Format::Svg, level, 450), &text),
            450,
        );
        assert_eq!(svg.text().as_deref(), Some(&*text), "SVG {index}");
    }
}

/// A drawing as drawing programs write it: a document type, entities, classes, a gradient, a clip, a mask.
#[test]
fn usual_drawings_are_taken() {
    let drawing = r##"<?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
            <!ENTITY ns_svg "http://www.w3.org/2000/svg">
        ]>
        <svg xmlns="&ns_svg;" xmlns:xlink="http://www.w3.org/1999/xlink" width="40px" height="40px" viewBox="0 0 40 40">
        <defs>
            <style type="text/css">.cls-1,.cls-2{fill:url(#shade);}.cls-2{clip-path:url(#clip);}#whole{opacity:.9}</style>
            <linearGradient id="shade"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#00f"/></linearGradient>
            <clipPath id="clip"><rect id="box" width="30" height="30"/></clipPath>
            <mask id="fade"><rect class="cls-1" width="40" height="40" fill="#fff"/></mask>
            <symbol id="dot"><circle r="3" cx="3" cy="3"/></symbol>
        </defs>
        <g id="whole"><g class="cls-2"><path d="M0 0h40v40H0z"/><g mask="url(#fade)"><use xlink:href="#dot"/></g></g></g>
        </svg>"##;
    let file = draw(
        with_logo(
            Logo::new(drawing.as_bytes()).unwrap(),
            Format::Png,
            Correction::High,
            450,
        ),
        "usual",
    );
    assert_eq!(read_png(&file).depth, 24);
}

/// The logo is in the middle, with a light module around it, and no wider than a fifth.
#[test]
fn the_logo_is_in_the_middle() {
    let logo = svg(r##"<rect width="10" height="10" fill="#808080"/>"##).unwrap();
    for text in ["short", &"longer ".repeat(20), &"very long ".repeat(80)] {
        let file = draw(
            with_logo(logo.clone(), Format::Png, Correction::High, 1_200),
            text,
        );
        let png = read_png(&file);
        assert_eq!(png.depth, 8, "a grey logo makes a grey picture");
        let symbol = label::Encoder::new(Correction::High)
            .at_least(4)
            .encode(text)
            .unwrap()
            .clone();
        let modules = symbol.size() + 8;
        let scale = png.side / modules;
        let middle = png.side / 2;
        let grey = |image: &Grey| {
            let is_grey = |x: &usize| image.at(*x, image.side / 2) == 128;
            (0..image.side).filter(is_grey).collect::<Vec<_>>()
        };
        let across = grey(&png);
        // Half a pixel beside it where the pixels that are left over are odd.
        assert!(
            (across[0] + across[across.len() - 1])
                .div_ceil(2)
                .abs_diff(middle)
                <= 1,
            "{text}"
        );
        assert_eq!(across.len() % scale, 0);
        assert!(across.len() / scale * 5 <= symbol.size() && across.len() / scale >= 5);
        let (left, right) = (across[0] - 1, across[across.len() - 1] + 1);
        for around in [left - scale + 1..=left, right..=right + scale - 1] {
            assert!(around.into_iter().all(|x| png.at(x, middle) == 255));
        }
        let svg = draw_svg(
            &draw(with_logo(logo.clone(), Format::Svg, Correction::High, 300), text),
            modules * 8,
        );
        assert_eq!(grey(&svg).len() / 8, across.len() / scale);
    }
}

#[test]
fn a_coloured_logo_makes_a_coloured_picture() {
    let file = draw(
        with_logo(red_disc(), Format::Png, Correction::High, 450),
        "colour",
    );
    assert_eq!(read_png(&file).depth, 24);
}

#[test]
fn a_logo_needs_a_high_level() {
    for level in [Correction::Low, Correction::Medium] {
        let error = Renderer::new(with_logo(red_disc(), Format::Png, level, 300)).unwrap_err();
        assert_eq!(error.code(), "correction_too_low_for_logo");
    }
}
