//! Logos: what is taken, what is refused, and that symbols stay readable.

use label::{Format, Level, Logo, MAX_LOGO_BYTES, Picture, Renderer, Size};

use crate::payload::Random;
use crate::readers::{Grey, draw_svg, read_png};

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">"##;

fn svg(content: &str) -> Result<Logo, label::Error> {
    Logo::new(format!("{SVG}{content}</svg>").as_bytes())
}

fn refusal(bytes: &[u8]) -> &'static str {
    Logo::new(bytes).unwrap_err().code()
}

fn red_disc() -> Logo {
    svg(r##"<circle cx="5" cy="5" r="5" fill="#d00"/>"##).unwrap()
}

/// A PNG of one colour.
fn png_file(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
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
fn jpeg_file() -> Vec<u8> {
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

fn with_logo(logo: Logo, format: Format, level: Level, pixels: u32) -> Picture {
    Picture {
        format,
        level,
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
        let level = random.pick(&[Level::Quartile, Level::High]);
        let png = read_png(&draw(with_logo(logo.clone(), Format::Png, level, 450), &text));
        assert_eq!(png.text().as_deref(), Some(&*text), "PNG {index}");
        let svg = draw_svg(
            &draw(with_logo(logo.clone(), Format::Svg, level, 450), &text),
            450,
        );
        assert_eq!(svg.text().as_deref(), Some(&*text), "SVG {index}");
    }
}

/// The logo is in the middle, with a light module around it, and no wider than a fifth.
#[test]
fn the_logo_is_in_the_middle() {
    let logo = svg(r##"<rect width="10" height="10" fill="#808080"/>"##).unwrap();
    for text in ["short", &"longer ".repeat(20), &"very long ".repeat(80)] {
        let file = draw(with_logo(logo.clone(), Format::Png, Level::High, 1_200), text);
        let png = read_png(&file);
        assert_eq!(png.depth, 8, "a grey logo makes a grey picture");
        let symbol = label::Encoder::new(Level::High)
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
        assert_eq!(
            (across[0] + across[across.len() - 1]).div_ceil(2),
            middle,
            "{text}"
        );
        assert_eq!(across.len() % scale, 0);
        assert!(across.len() / scale * 5 <= symbol.size() && across.len() / scale >= 5);
        let (left, right) = (across[0] - 1, across[across.len() - 1] + 1);
        for around in [left - scale + 1..=left, right..=right + scale - 1] {
            assert!(around.into_iter().all(|x| png.at(x, middle) == 255));
        }
        let svg = draw_svg(
            &draw(with_logo(logo.clone(), Format::Svg, Level::High, 300), text),
            modules * 8,
        );
        assert_eq!(grey(&svg).len() / 8, across.len() / scale);
    }
}

#[test]
fn a_coloured_logo_makes_a_coloured_picture() {
    let file = draw(with_logo(red_disc(), Format::Png, Level::High, 450), "colour");
    assert_eq!(read_png(&file).depth, 24);
}

#[test]
fn a_logo_needs_a_high_level() {
    for level in [Level::Low, Level::Medium] {
        let error = Renderer::new(with_logo(red_disc(), Format::Png, level, 300)).unwrap_err();
        assert_eq!(error.code(), "level_too_low_for_logo");
    }
}

/// Nothing a drawing refers to by address is looked at.
#[test]
fn drawings_reach_no_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("secret.png");
    std::fs::write(&path, png_file(8, 8, [0, 0, 0, 255])).unwrap();
    let drawing = std::fs::write(
        directory.path().join("secret.svg"),
        format!("{SVG}<rect width='9' height='9'/></svg>"),
    );
    drawing.unwrap();
    let path = path.display().to_string();
    for address in [
        &*path,
        &format!("file://{path}"),
        &path.replace(".png", ".svg"),
        "/etc/passwd",
        "http://localhost/x.png",
    ] {
        for attribute in ["href", "xlink:href"] {
            let image = format!(
                r#"<image xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" {attribute}="{address}"/>"#
            );
            assert_eq!(svg(&image).unwrap_err().code(), "logo_blank", "{address}");
        }
    }
    // A whole drawing in another, which might again refer to files.
    let inner = r#"<image width="10" height="10" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E"/>"#;
    assert_eq!(svg(inner).unwrap_err().code(), "logo_blank");
    // An external entity is none.
    let entity = format!(
        r#"<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{path}">]>{SVG}<rect width="1" height="1"/>&x;</svg>"#
    );
    assert!(matches!(
        Logo::new(entity.as_bytes()).map(drop),
        Ok(()) | Err(label::Error::LogoUnreadable)
    ));
}

/// No byte of the file gets into a picture.
#[test]
fn nothing_is_copied() {
    let logo = svg(
        r#"<script>alert("copied")</script><!-- copied --><rect id="copied" onclick="copied()" width="9" height="9"/>"#,
    );
    let file = draw(with_logo(logo.unwrap(), Format::Svg, Level::High, 300), "text");
    let file = String::from_utf8(file).unwrap();
    assert!(!file.contains("copied") && !file.contains("script") && file.contains("data:image/png;base64,"));
}

#[test]
fn logos_are_measured_before_they_are_decoded() {
    let mut bomb = png_file(1, 1, [0; 4]);
    for side in [4_097_u32, 50_000, u32::MAX] {
        bomb[16..20].copy_from_slice(&side.to_be_bytes());
        bomb[20..24].copy_from_slice(&side.to_be_bytes());
        assert_eq!(refusal(&bomb), "logo_too_many_pixels");
    }
    let mut jpeg = jpeg_file();
    let frame = jpeg.windows(2).position(|marker| marker == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xC3, 0x50, 0xC3, 0x50]);
    assert_eq!(refusal(&jpeg), "logo_too_many_pixels");
    assert_eq!(refusal(&vec![0; MAX_LOGO_BYTES + 1]), "logo_too_many_bytes");
    // The same inside a drawing.
    let embedded: String = bomb.iter().map(|byte| format!("%{byte:02X}")).collect();
    let image = format!(r#"<image width="10" height="10" href="data:image/png,{embedded}"/>"#);
    assert_eq!(svg(&image).unwrap_err().code(), "logo_blank");
}

#[test]
fn what_is_no_logo_is_refused() {
    for bytes in [
        &b""[..],
        b"text",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"\xFF\xD8\xFF",
        b"<html/>",
        b"\x1f\x8b",
    ] {
        assert_eq!(refusal(bytes), "logo_unreadable", "{bytes:?}");
    }
    assert_eq!(
        refusal(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        "logo_blank"
    );
    assert_eq!(svg("").unwrap_err().code(), "logo_blank");
    assert_eq!(
        svg(r##"<rect width="9" height="9" fill="#fff"/>"##)
            .unwrap_err()
            .code(),
        "logo_blank"
    );
    assert_eq!(svg("<text>Pinma</text>").unwrap_err().code(), "logo_has_text");
    let damaged = png_file(30, 30, [0, 0, 0, 255]);
    assert!(Logo::new(&damaged[..damaged.len() / 2]).is_err());
}

/// Short files that mean a lot of work.
#[test]
fn drawings_are_weighed() {
    let many = |element: &str, from: &str, to: &str| {
        format!("<g id=\"{to}\">{}</g>", element.replace("$", from).repeat(12))
    };
    let mut uses = "<rect id=\"a0\" width=\"1\" height=\"1\"/>".to_owned();
    let mut masks = "<mask id=\"m0\"><rect width=\"9\" height=\"9\" fill=\"white\"/></mask>".to_owned();
    let mut patterns =
        "<pattern id=\"p0\" width=\"1\" height=\"1\"><rect width=\"9\" height=\"9\"/></pattern>".to_owned();
    for level in 1..9 {
        uses += &many(
            "<use href=\"#$\"/>",
            &format!("a{}", level - 1),
            &format!("a{level}"),
        );
        let rect = format!(
            r#"<rect width="9" height="9" fill="white" mask="url(#m{})"/>"#,
            level - 1
        );
        masks += &format!("<mask id=\"m{level}\">{}</mask>", rect.repeat(12));
        let rect = format!(r#"<rect width="9" height="9" fill="url(#p{})"/>"#, level - 1);
        patterns += &format!(
            r#"<pattern id="p{level}" width="1" height="1">{}</pattern>"#,
            rect.repeat(12)
        );
    }
    let drawings = [
        format!("<defs>{uses}</defs><use href=\"#a8\"/>"),
        format!("<defs>{masks}</defs><rect width=\"9\" height=\"9\" mask=\"url(#m8)\"/>"),
        format!("<defs>{patterns}</defs><rect width=\"9\" height=\"9\" fill=\"url(#p8)\"/>"),
        "<rect width=\"9\" height=\"9\"/>".repeat(30_000),
        format!("{}<rect width=\"9\" height=\"9\"/>{}", "<g opacity=\"0.9\">".repeat(500), "</g>".repeat(500)),
        format!("{}<rect width=\"9\" height=\"9\"/>{}", "<g>".repeat(100_000), "</g>".repeat(100_000)),
        r#"<filter id="f"><feMorphology operator="dilate" radius="999"/></filter><rect width="9" height="9" filter="url(#f)"/>"#.to_owned(),
        "<rect id=\"r\" width=\"9\" height=\"9\" fill=\"url(#q)\"/><pattern id=\"q\" width=\"1\" height=\"1\"><use href=\"#r\"/></pattern>".to_owned(),
    ];
    for (index, drawing) in drawings.iter().enumerate() {
        let before = std::time::Instant::now();
        let result = svg(drawing);
        assert!(before.elapsed().as_secs() < 20, "drawing {index} takes too long");
        if index < 7 {
            let code = result.unwrap_err().code();
            assert!(
                matches!(code, "logo_too_complex" | "logo_unreadable"),
                "drawing {index}: {code}"
            );
        }
    }
}

proptest::proptest! {
    /// Nothing a file may contain makes a panic.
    #[test]
    fn damaged_logos_do_no_harm(seed: u64, jpeg: bool) {
        let mut random = Random(seed);
        let mut file = if jpeg { jpeg_file() } else { png_file(20, 20, [1, 2, 3, 255]) };
        for _ in 0..=random.below(4) {
            let at = random.below(file.len());
            file[at] = random.below(256) as u8;
        }
        file.truncate(file.len() - random.below(3));
        drop(Logo::new(&file));
    }
}
