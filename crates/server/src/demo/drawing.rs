use resvg::{tiny_skia, usvg};
use std::io;

/// The size the platform advises for product pictures.
const SIZE: (u32, u32) = (464, 290);

/// Draws the picture of a product as PNG.
pub(super) fn draw(name: &str) -> io::Result<Vec<u8>> {
    let svg = match name {
        "board" => include_str!("../../demo/board.svg"),
        "battery" => include_str!("../../demo/battery.svg"),
        "ebike" => include_str!("../../demo/ebike.svg"),
        "drill" => include_str!("../../demo/drill.svg"),
        _ => {
            return Err(io::Error::new(
                io::ErrorKind::NotFound,
                format!("no drawing {name}"),
            ));
        }
    };
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(io::Error::other)?;
    let mut pixels = tiny_skia::Pixmap::new(SIZE.0, SIZE.1).ok_or(io::ErrorKind::OutOfMemory)?;
    let (width, _) = SIZE;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let scale = width as f32 / tree.size().width();
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(io::Error::other)
}
