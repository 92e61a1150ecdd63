//! For every picture that is taken, decode(stored) is decode(sent).

use super::*;
use crate::upload::{Media, Pixels, UploadError};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use zune_jpeg::{JpegDecoder, zune_core::bytestream::ZCursor};

/// A picture with something in every corner.
fn pixels(width: usize, height: usize) -> Vec<u8> {
    let value = |x: usize, y: usize| [(x * 7 + y) as u8, (x * y) as u8, (x ^ y) as u8];
    (0..width * height)
        .flat_map(|i| value(i % width, i / width))
        .collect()
}

fn jpeg_of(width: u16, height: u16, make: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, 90);
    make(&mut encoder);
    let data = pixels(usize::from(width), usize::from(height));
    encoder.encode(&data, width, height, ColorType::Rgb).unwrap();
    bytes
}

fn png_of(width: u32, height: u32, colour: ::png::ColorType, data: &[u8]) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = ::png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(data).unwrap();
    writer.finish().unwrap();
    bytes
}

fn decoded(bytes: &[u8]) -> Vec<u8> {
    JpegDecoder::new(ZCursor::new(bytes)).decode().unwrap()
}

/// Where the markers of a JPEG stand, outside of segments.
fn markers(bytes: &[u8]) -> Vec<usize> {
    let (mut found, mut at) = (vec![], 2);
    while at + 1 < bytes.len() {
        if bytes[at] != 0xff || matches!(bytes[at + 1], 0 | 0xd0..=0xd7 | 0xff) {
            at += 1;
            continue;
        }
        found.push(at);
        if bytes[at + 1] == 0xd9 {
            break;
        }
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    found
}

#[test]
fn fill_bytes_before_any_marker_change_nothing() {
    let baseline = jpeg_of(61, 47, |_| {});
    let progressive = jpeg_of(61, 47, |e| e.set_progressive(true));
    let restarted = jpeg_of(61, 47, |e| e.set_restart_interval(3));
    let sampled = jpeg_of(61, 47, |e| e.set_sampling_factor(SamplingFactor::R_4_2_0));
    for picture in [baseline, progressive, restarted, sampled] {
        let pure = decoded(&picture);
        let places = markers(&picture);
        assert!(places.len() > 6);
        for fill in [0, 1, 2, 3, 5] {
            for one in places.iter().map(|at| vec![*at]).chain([places.clone()]) {
                let mut sent = picture.clone();
                for at in one.iter().rev() {
                    sent.splice(at..at, vec![0xff; fill]);
                }
                let kept = clean(Media::Jpeg, &sent).unwrap();
                assert_eq!(
                    kept.shown(),
                    Pixels {
                        width: 61,
                        height: 47
                    }
                );
                assert!(decoded(&kept.bytes) == pure, "{fill} before {one:?}");
                made(&kept).unwrap();
            }
        }
    }
}

#[test]
fn what_rides_along_goes_and_colours_stay() {
    let profile = vec![7; 600];
    let picture = jpeg_of(40, 30, |e| e.add_icc_profile(&profile).unwrap());
    let mut sent = picture.clone();
    let secret = |marker: u8, text: &[u8]| {
        let length = u16::try_from(text.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker][..], &length, text].concat()
    };
    let extra = [
        secret(0xe1, b"http://ns.adobe.com/xap/1.0/\0secret"),
        secret(0xe2, b"MPF\0secret"),
        secret(0xe3, b"secret"),
        secret(0xfe, b"secret"),
    ];
    sent.splice(2..2, extra.concat());
    sent.extend_from_slice(b"PK\x03\x04secret");
    let kept = clean(Media::Jpeg, &sent).unwrap();
    assert!(!kept.bytes.windows(6).any(|w| w == b"secret"));
    assert!(kept.bytes.windows(11).any(|w| w == b"ICC_PROFILE"), "colours");
    assert!(decoded(&kept.bytes) == decoded(&picture));
    // A profile that is larger than profiles are is left out; the picture stays.
    let bomb = jpeg_of(40, 30, |e| e.add_icc_profile(&vec![7; 700_000]).unwrap());
    let kept = clean(Media::Jpeg, &bomb).unwrap();
    assert!(kept.bytes.len() < 20_000 && decoded(&kept.bytes) == decoded(&picture));
    // Two pictures in one are refused.
    let frame = secret(0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    let mut two = picture;
    two.splice(2..2, frame);
    assert!(matches!(
        clean(Media::Jpeg, &two),
        Err(UploadError::Damaged { .. })
    ));
}

/// A JPEG with a red upper half, so that one can see how it lies.
fn lying(orientation: u8) -> Vec<u8> {
    let data: Vec<u8> = (0..900 * 600)
        .flat_map(|i| if i < 900 * 300 { [255, 0, 0] } else { [0, 0, 255] })
        .collect();
    let mut bytes = vec![];
    Encoder::new(&mut bytes, 90)
        .encode(&data, 900, 600, ColorType::Rgb)
        .unwrap();
    let tiff = [
        &b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..],
        &[orientation, 0, 0, 0, 0, 0, 0, 0],
    ]
    .concat();
    let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
    bytes.splice(2..2, [&[0xff, 0xe1][..], &length, b"Exif\0\0", &tiff].concat());
    bytes
}

fn pixel(bytes: &[u8], x: usize, y: usize) -> ([u8; 3], (usize, usize)) {
    let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
    let data = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    let (width, height) = (usize::from(info.width), usize::from(info.height));
    let at = (y.min(height - 1) * width + x.min(width - 1)) * 3;
    (data[at..at + 3].try_into().unwrap(), (width, height))
}

#[test]
fn smaller_sizes_stand_upright() {
    // Where the red half is: at the top, the bottom, the right, the left.
    for (orientation, red, size) in [
        (1, (300, 5), (720, 480)),
        (3, (300, 9999), (720, 480)),
        (6, (9999, 300), (360, 540)),
        (8, (0, 300), (360, 540)),
    ] {
        let kept = clean(Media::Jpeg, &lying(orientation)).unwrap();
        let sizes = made(&kept).unwrap();
        let largest = sizes.last().unwrap();
        let ([r, _, b], shown) = pixel(&largest.bytes, red.0, red.1);
        assert_eq!(shown, size, "{orientation}");
        assert!(r > 200 && b < 60, "{orientation}: {r} {b}");
        let is_turned = orientation >= 5;
        assert_eq!(kept.shown().width, if is_turned { 600 } else { 900 });
        assert_eq!(
            sizes.iter().map(|s| s.width).collect::<Vec<_>>(),
            if is_turned { vec![360] } else { vec![360, 720] }
        );
        // What is drawn without looking for an orientation is turned before.
        let drawn = upright(&kept.bytes).unwrap();
        let again = Media::of(&drawn).unwrap();
        assert_eq!(
            clean(again, &drawn).unwrap().stored,
            kept.shown(),
            "{orientation}"
        );
    }
}

#[test]
fn the_orientation_of_a_png_stays_and_is_worked_in() {
    let data: Vec<u8> = (0..500 * 400)
        .flat_map(|i| {
            if i < 500 * 200 {
                [255, 0, 0, 128]
            } else {
                [0, 0, 255, 128]
            }
        })
        .collect();
    let mut sent = png_of(500, 400, ::png::ColorType::Rgba, &data);
    let tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let checked = [&b"eXIf"[..], tiff].concat();
    let mut crc = crc32fast::Hasher::new();
    crc.update(&checked);
    let length = u32::try_from(tiff.len()).unwrap().to_be_bytes();
    // Behind the data, where it may stand as well.
    let end = sent.len() - 12;
    sent.splice(
        end..end,
        [&length[..], &checked, &crc.finalize().to_be_bytes()].concat(),
    );
    let kept = clean(Media::Png, &sent).unwrap();
    assert_eq!(
        kept.shown(),
        Pixels {
            width: 400,
            height: 500
        }
    );
    assert!(kept.bytes.windows(4).any(|w| w == b"eXIf"));
    let sizes = made(&kept).unwrap();
    assert_eq!(sizes.len(), 1);
    let small = clean(Media::Png, &sizes[0].bytes).unwrap();
    assert_eq!((small.shown().width, small.shown().height), (360, 450));
}

#[test]
fn what_weighs_too_much_is_made_smaller_and_what_cannot_be_decoded_is_refused() {
    let large = jpeg_of(3000, 2000, |_| {});
    let most = 300 * 1024;
    assert!(large.len() > most);
    let kept = fitted(clean(Media::Jpeg, &large).unwrap(), most as u64)
        .unwrap()
        .unwrap();
    assert!(
        kept.bytes.len() <= most && kept.shown().width >= 600,
        "{:?}",
        kept.shown()
    );
    // As much data as the header promises is asked for.
    let header = png_of(64, 64, ::png::ColorType::Rgb, &vec![9; 64 * 64 * 3]);
    let short = png_of(64, 32, ::png::ColorType::Rgb, &vec![9; 64 * 32 * 3]);
    let lying = [&header[..33], &short[33..]].concat();
    assert!(matches!(
        made(&clean(Media::Png, &lying).unwrap()),
        Err(UploadError::Damaged { .. })
    ));
    for (colour, channels) in [
        (::png::ColorType::Grayscale, 1),
        (::png::ColorType::GrayscaleAlpha, 2),
        (::png::ColorType::Rgb, 3),
        (::png::ColorType::Rgba, 4),
    ] {
        let picture = png_of(800, 500, colour, &vec![77; 800 * 500 * channels]);
        let sizes = made(&clean(Media::Png, &picture).unwrap()).unwrap();
        assert_eq!(
            sizes.iter().map(|s| s.width).collect::<Vec<_>>(),
            [360, 720],
            "{colour:?}"
        );
    }
}

#[test]
fn what_a_picture_needs_is_known_before_it_is_read() {
    let photo = jpeg_of(3000, 2000, |e| e.set_sampling_factor(SamplingFactor::R_4_2_0));
    let slow = jpeg_of(3000, 2000, |e| {
        e.set_sampling_factor(SamplingFactor::R_4_2_0);
        e.set_progressive(true);
    });
    let need = |bytes: &[u8]| {
        memory_of(Media::Jpeg, &mut std::io::Cursor::new(bytes)).unwrap() as usize
            - bytes.len() * 2 / 1024 / 1024
    };
    assert!((17..=20).contains(&need(&photo)), "{}", need(&photo));
    assert!((34..=38).contains(&need(&slow)), "{}", need(&slow));
    let png = png_of(3000, 2000, ::png::ColorType::Grayscale, &vec![0; 6_000_000]);
    assert!(memory_of(Media::Png, &mut std::io::Cursor::new(&png)).unwrap() < 5);
}
