//! PNG pictures show their symbol and are as large as asked for.

use crate::{payload::Random, readers::read_png};
use label::{Correction, Format, Picture, Renderer, Size, Symbol};
use proptest::prelude::*;

fn draw(picture: Picture, text: &str) -> Result<Vec<u8>, label::Error> {
    let mut file = b"left over".to_vec();
    Renderer::new(picture)?.render(text, &mut file)?;
    Ok(file)
}

/// Checks every pixel.
fn check(picture: &Picture, text: &str) {
    let Ok(file) = draw(picture.clone(), text) else {
        panic!("{text:?} does not fit {picture:?}");
    };
    let symbol = Symbol::encode(text, picture.correction).unwrap();
    let image = read_png(&file);
    assert_eq!(image.depth, 1);
    let quiet_zone = usize::from(picture.quiet_zone);
    let side = symbol.size() + 2 * quiet_zone;
    let Size::Pixels(asked) = picture.size else {
        panic!("these are asked for in pixels")
    };
    assert_eq!(
        image.side, asked as usize,
        "a picture has the side that was asked for"
    );
    let scale = image.side / side;
    let over = image.side - scale * side;
    // The first pixel of the finder pattern; rows below each other are in the middle, columns as bytes allow.
    let top = over / 2;
    let first = image
        .row(top + quiet_zone * scale)
        .iter()
        .position(|grey| *grey == 0)
        .unwrap();
    let left = first - quiet_zone * scale;
    assert!(
        left <= over && (2 * left).abs_diff(over) <= 9,
        "{left} of {over} pixels are on the left"
    );
    let light = vec![255; image.side];
    for y in (0..top).chain(top + side * scale..image.side) {
        assert!(image.row(y) == light, "{picture:?} at row {y}");
    }
    for row in 0..side {
        let is_dark =
            |column: usize| symbol.is_dark(column.wrapping_sub(quiet_zone), row.wrapping_sub(quiet_zone));
        let modules = (0..side).map(|column| if is_dark(column) { 0 } else { 255 });
        let mut pixels = vec![255; left];
        pixels.extend(modules.flat_map(|grey| vec![grey; scale]));
        pixels.resize(image.side, 255);
        for y in row * scale..(row + 1) * scale {
            assert!(image.row(top + y) == pixels, "{text:?} in {picture:?} at row {y}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_pixel_is_that_of_the_symbol(
        seed: u64,
        quiet_zone in 1_u8..=16,
        pixels in prop_oneof![9 => 210_u32..1_000, 1 => 210_u32..=4_096],
    ) {
        let mut random = Random(seed);
        let level = random.pick(&Correction::ALL);
        let text = random.payload(100);
        check(&Picture { size: Size::Pixels(pixels), quiet_zone, correction: level, ..Picture::default() }, &text);
    }
}

/// Each width once that the last byte of a row, a row and its repetition can have.
#[test]
fn small_and_large_scales_are_right() {
    for (quiet_zone, modules) in (1..=4).map(|quiet_zone| (quiet_zone, 21 + 2 * u32::from(quiet_zone))) {
        for scale in (1..=9).chain([31, 4_096 / modules]) {
            let size = Size::Pixels((modules * scale).max(32));
            check(
                &Picture {
                    size,
                    quiet_zone,
                    ..Picture::default()
                },
                "SMALL",
            );
        }
    }
}

#[test]
fn large_symbols_are_drawn_too() {
    let mut random = Random(11);
    for length in [300, 700, 1_500, 2_300] {
        let text = random.payload(1) + &"Large ".repeat(length / 6);
        check(
            &Picture {
                size: Size::Pixels(1_000),
                correction: Correction::Low,
                ..Picture::default()
            },
            &text,
        );
    }
}

/// Work may be shared among threads, a renderer for each.
#[test]
fn renderers_can_be_sent() {
    let mut renderer = Renderer::new(Picture::default()).unwrap();
    let file = std::thread::spawn(move || {
        let mut file = Vec::new();
        renderer.render("1", &mut file).map(|()| file)
    });
    assert_eq!(
        file.join().unwrap().unwrap(),
        draw(Picture::default(), "1").unwrap()
    );
}

#[test]
fn one_renderer_draws_many_sizes() {
    let mut random = Random(12);
    let picture = Picture::default();
    let mut renderer = Renderer::new(picture.clone()).unwrap();
    let mut file = Vec::new();
    for _ in 0..200 {
        let text = random.payload(150);
        renderer.render(&text, &mut file).unwrap();
        assert_eq!(file, draw(picture.clone(), &text).unwrap());
    }
}

#[test]
fn a_picture_has_the_side_that_was_asked_for() {
    let side = |pixels| {
        let picture = Picture {
            size: Size::Pixels(pixels),
            ..Picture::default()
        };
        read_png(&draw(picture, "VERSION 1").unwrap()).side
    };
    assert_eq!(
        [32, 57, 58, 86, 87, 300, 600].map(side),
        [32, 57, 58, 86, 87, 300, 600]
    );
}

#[test]
fn a_printed_picture_tells_its_resolution() {
    let print = Picture {
        size: Size::Print {
            millimetres: 30.0,
            dpi: 300,
        },
        ..Picture::default()
    };
    let image = read_png(&draw(print, "VERSION 1").unwrap());
    // 354 pixels are 30 mm.
    assert_eq!((image.side, image.density), (354, Some(11_811)));
    assert_eq!(
        read_png(&draw(Picture::default(), "VERSION 1").unwrap()).density,
        None
    );
}

#[test]
fn what_can_not_be_drawn_is_refused() {
    let refused = |picture: Picture, text: &str| draw(picture, text).unwrap_err().code();
    let sized = |size| Picture {
        size,
        ..Picture::default()
    };
    for pixels in [0, 31, 4_097, u32::MAX] {
        assert_eq!(refused(sized(Size::Pixels(pixels)), "1"), "size_out_of_range");
        let svg = Picture {
            format: Format::Svg,
            ..sized(Size::Pixels(pixels))
        };
        assert_eq!(refused(svg, "1"), "size_out_of_range");
    }
    for millimetres in [0.0, -1.0, 4.9, 501.0, f64::NAN, f64::INFINITY] {
        assert_eq!(
            refused(
                sized(Size::Print {
                    millimetres,
                    dpi: 300
                }),
                "1"
            ),
            "width_out_of_range"
        );
    }
    for dpi in [0, 71, 2_401, u32::MAX] {
        assert_eq!(
            refused(
                sized(Size::Print {
                    millimetres: 30.0,
                    dpi
                }),
                "1"
            ),
            "resolution_out_of_range"
        );
    }
    assert_eq!(
        refused(
            sized(Size::Print {
                millimetres: 100.0,
                dpi: 2_400
            }),
            "1"
        ),
        "size_out_of_range"
    );
    for quiet_zone in [0, 17, 255] {
        let picture = Picture {
            quiet_zone,
            ..Picture::default()
        };
        assert_eq!(refused(picture, "1"), "quiet_zone_out_of_range");
    }
    assert_eq!(
        refused(sized(Size::Pixels(32)), &"long ".repeat(20)),
        "too_few_pixels"
    );
    assert_eq!(refused(Picture::default(), ""), "text_empty");
    assert_eq!(refused(Picture::default(), &"x".repeat(3_000)), "text_too_long");
}

#[test]
fn symbols_are_read() {
    let mut random = Random(13);
    for _ in 0..60 {
        let text = random.payload(120);
        let size = Size::Pixels(random.pick(&[250, 300, 555]));
        let picture = Picture {
            size,
            correction: random.pick(&Correction::ALL),
            ..Picture::default()
        };
        let image = read_png(&draw(picture, &text).unwrap());
        assert_eq!(image.text().as_deref(), Some(&*text));
    }
}
