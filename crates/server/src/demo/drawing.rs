use resvg::{tiny_skia, usvg};
use std::io;

/// The width the platform advises for product pictures.
const WIDTH: u32 = 464;

/// Draws a picture as PNG, as high as its shape asks for.
pub(super) fn draw(name: &str) -> io::Result<Vec<u8>> {
    let svg = match name {
        "board" => include_str!("../../demo/board.svg"),
        "battery" => include_str!("../../demo/battery.svg"),
        "ebike" => include_str!("../../demo/ebike.svg"),
        "drill" => include_str!("../../demo/drill.svg"),
        "logo" => include_str!("../../demo/logo.svg"),
        "licence" => include_str!("../../demo/licence.svg"),
        "certificate" => include_str!("../../demo/certificate.svg"),
        _ => {
            return Err(io::Error::new(
                io::ErrorKind::NotFound,
                format!("no drawing {name}"),
            ));
        }
    };
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(io::Error::other)?;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let scale = WIDTH as f32 / tree.size().width();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred"
    )]
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = tiny_skia::Pixmap::new(WIDTH, height).ok_or(io::ErrorKind::OutOfMemory)?;
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(io::Error::other)
}
