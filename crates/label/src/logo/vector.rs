//! SVG drawings, and pictures by way of them.

use super::{
    header::{Header, Kind},
    references::are_bounded,
    weight::is_light,
};
use crate::Error;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{
        ImageHrefResolver, ImageKind, Options, Tree,
        roxmltree::{self, Document, ParsingOptions},
    },
};
use std::sync::Arc;

/// The most nodes a drawing may have; a logo has tens.
const MAX_NODES: u32 = 10_000;

/// Reads a drawing.
pub(super) fn read(bytes: &[u8]) -> Result<Tree, Error> {
    let text = std::str::from_utf8(bytes).ok().ok_or(Error::LogoUnreadable)?;
    // Drawing programs write a document type; entities are counted as the nodes they become.
    let parsing = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, parsing).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Error::LogoTooComplex,
        _ => Error::LogoUnreadable,
    })?;
    if document
        .descendants()
        .any(|node| node.tag_name().name() == "text")
    {
        return Err(Error::LogoHasText);
    }
    if !are_bounded(&document) {
        return Err(Error::LogoTooComplex);
    }
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, data, _| embedded(data)),
            // No address leads anywhere.
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options)
        .ok()
        .ok_or(Error::LogoUnreadable)?;
    if is_light(&tree) {
        Ok(tree)
    } else {
        Err(Error::LogoTooComplex)
    }
}

/// A picture inside a drawing, if it is one we would take by itself.
fn embedded(data: Arc<Vec<u8>>) -> Option<ImageKind> {
    let header = Header::read(&data).filter(|header| header.is_allowed())?;
    Some(match header.kind {
        Kind::Png => ImageKind::PNG(data),
        Kind::Jpeg => ImageKind::JPEG(data),
    })
}

/// Decodes a picture: a drawing of nothing but the picture, in its own size.
pub(super) fn decode(bytes: &[u8], header: Header) -> Option<Pixmap> {
    let Header {
        kind: _,
        width,
        height,
    } = header;
    let drawing = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><image width="{width}" height="{height}" href="logo"/></svg>"#
    );
    let data = Arc::new(bytes.to_vec());
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(move |_, _| embedded(Arc::clone(&data))),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(&drawing, &options).ok()?;
    let mut pixels = Pixmap::new(width, height)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Some(pixels)
}

/// Draws a drawing as large as fits the middle of a square.
pub(super) fn draw(tree: &Tree, side: usize) -> Option<Pixmap> {
    let mut pixels = Pixmap::new(side as u32, side as u32)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let side = side as f32;
    let scale = side / width.max(height);
    let transform = Transform::from_scale(scale, scale)
        .post_translate((side - width * scale) / 2.0, (side - height * scale) / 2.0);
    resvg::render(tree, transform, &mut pixels.as_mut());
    Some(pixels)
}
