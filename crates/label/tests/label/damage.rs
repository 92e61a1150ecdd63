//! What a logo takes away, counted codeword by codeword with the tables of ISO/IEC 18004.

use crate::readers::read_png;
use label::{Correction, Logo, Picture, Renderer, Size};

/// Error-correction codewords a block at levels Q and H, versions 1 to 40.
const CORRECTION: [[usize; 40]; 2] = [
    [
        13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30,
        28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
        17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
];
/// Blocks at levels Q and H.
const BLOCKS: [[usize; 40]; 2] = [
    [
        1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35,
        38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
    ],
    [
        1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42,
        45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
    ],
];

/// Where the centres of alignment patterns are, along either axis.
fn alignment(version: usize) -> Vec<usize> {
    if version == 1 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    let step = if version == 32 {
        26
    } else {
        (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    };
    let last = 10 + 4 * version;
    let mut centres: Vec<usize> = (0..count - 1).map(|i| last - i * step).collect();
    centres.push(6);
    centres
}

/// The modules that carry data, in the order codewords fill them.
fn data_modules(version: usize) -> Vec<(usize, usize)> {
    let size = 17 + 4 * version;
    let centres = alignment(version);
    let is_function = |x: usize, y: usize| {
        let near = |a: usize| a < 9;
        let far = |a: usize| a + 8 >= size;
        let finder = near(x) && near(y) || far(x) && near(y) || near(x) && far(y);
        let version_block = version >= 7 && (x < 6 && y + 11 >= size || y < 6 && x + 11 >= size);
        let in_alignment = |cx: usize, cy: usize| {
            let at_finder = (cx == 6 && (cy == 6 || cy + 7 == size)) || (cy == 6 && cx + 7 == size);
            !at_finder && x.abs_diff(cx) <= 2 && y.abs_diff(cy) <= 2
        };
        let aligned = centres
            .iter()
            .any(|&cx| centres.iter().any(|&cy| in_alignment(cx, cy)));
        finder || version_block || aligned || x == 6 || y == 6
    };
    let columns = (0..size).rev().filter(|&x| x != 6).collect::<Vec<_>>();
    let pairs = columns.chunks(2).enumerate();
    let zigzag = pairs.flat_map(|(pair, columns)| {
        (0..size).flat_map(move |i| {
            let y = if pair % 2 == 0 { size - 1 - i } else { i };
            columns.iter().map(move |&x| (x, y))
        })
    });
    zigzag.filter(|&(x, y)| !is_function(x, y)).collect()
}

/// The largest share of what a block can mend that is lost with a square in the middle.
fn loss(modules: &[(usize, usize)], version: usize, level: usize, square: usize) -> f64 {
    let (correction, blocks) = (CORRECTION[level][version - 1], BLOCKS[level][version - 1]);
    let codewords = modules.len() / 8;
    let data = codewords - blocks * correction;
    let (short, short_blocks) = (codewords / blocks - correction, blocks - codewords % blocks);
    let first = (17 + 4 * version - square) / 2;
    let covered = |&(x, y): &(usize, usize)| {
        (first..first + square).contains(&x) && (first..first + square).contains(&y)
    };
    let mut lost = vec![0; blocks];
    for (index, _) in modules
        .chunks_exact(8)
        .enumerate()
        .filter(|(_, modules)| modules.iter().any(covered))
    {
        let block = match index {
            _ if index >= data => (index - data) % blocks,
            _ if index >= short * blocks => short_blocks + index - short * blocks,
            _ => index % blocks,
        };
        lost[block] += 1;
    }
    let most = lost.into_iter().max().unwrap_or(0);
    f64::from(most) / (correction / 2) as f64
}

/// The modules the logo and its margin take in a picture.
fn square(version: usize) -> usize {
    let logo = Logo::new(br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#808080"/></svg>"##);
    let picture = Picture {
        correction: Correction::High,
        logo: Some(logo.unwrap()),
        size: Size::Pixels(600),
        quiet_zone: 1,
        ..Picture::default()
    };
    // One more than the version before can hold.
    let before = version - 1;
    let data = data_modules(before).len() / 8 - BLOCKS[1][before - 1] * CORRECTION[1][before - 1];
    let text = "a".repeat(data - 1);
    let mut file = Vec::new();
    Renderer::new(picture).unwrap().render(&text, &mut file).unwrap();
    let image = read_png(&file);
    let scale = image.side / (19 + 4 * version);
    let grey = image
        .row(image.side / 2)
        .iter()
        .filter(|&&pixel| pixel == 128)
        .count();
    grey / scale + 2
}

#[test]
fn a_logo_takes_at_most_three_fifths_of_what_can_be_mended() {
    for version in 4..=40 {
        let square = square(version);
        assert_eq!(square % 2, 1);
        let modules = data_modules(version);
        for level in [0, 1] {
            let loss = loss(&modules, version, level, square);
            assert!(
                loss > 0.0 && loss <= 0.6,
                "version {version}: {square} modules cost {loss}"
            );
        }
    }
}
