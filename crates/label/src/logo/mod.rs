//! A logo in the middle of a symbol.
//!
//! The bytes come from a user: they are measured before they are decoded, an SVG is weighed before it is drawn,
//! and nothing of them is copied into a picture, only pixels drawn from them.

mod art;
mod base64;
mod header;
mod references;
mod resize;
mod vector;
mod weight;

use crate::Error;
pub(crate) use art::Art;
pub(crate) use base64::base64;
use header::Header;
pub use header::MAX_LOGO_SIDE;
use resvg::{tiny_skia::Pixmap, usvg::Tree};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

/// The largest file a logo may be, in bytes.
pub const MAX_LOGO_BYTES: usize = 4 << 20;

/// The largest side a logo is drawn in, or kept: a fifth of the largest picture.
const MAX_SIDE: usize = 820;

/// A logo: a PNG or JPEG picture or an SVG drawing.
///
/// A drawing sees nothing but itself: pictures it names by address are left out, files and network alike.
#[derive(Clone, Debug)]
pub struct Logo {
    source: Arc<Source>,
}

#[derive(Debug)]
enum Source {
    /// Pixels, no more than will ever be drawn.
    Raster(Pixmap),
    Vector(Box<Tree>),
}

impl Logo {
    /// Reads a logo from the bytes of a file.
    pub fn new(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MAX_LOGO_BYTES {
            return Err(Error::LogoTooManyBytes {
                bytes: bytes.len(),
                most: MAX_LOGO_BYTES,
            });
        }
        let source = match Header::read(bytes) {
            Some(header) => Source::Raster(read_raster(bytes, header)?),
            None => Source::Vector(Box::new(read_vector(bytes)?)),
        };
        let logo = Self {
            source: Arc::new(source),
        };
        if logo.draw(64).is_blank() {
            Err(Error::LogoBlank)
        } else {
            Ok(logo)
        }
    }

    /// Draws the logo in a white square of so many pixels.
    pub(crate) fn draw(&self, side: usize) -> Art {
        let side = side.clamp(1, MAX_SIDE);
        let drawn = without_panic(|| match &*self.source {
            Source::Raster(pixels) => resize::fit(pixels, side),
            Source::Vector(tree) => vector::draw(tree, side),
        });
        Art::over_white(drawn.flatten(), side)
    }
}

fn read_raster(bytes: &[u8], header: Header) -> Result<Pixmap, Error> {
    let Header { width, height, .. } = header;
    if !header.is_allowed() {
        return Err(Error::LogoTooManyPixels {
            width,
            height,
            most: MAX_LOGO_SIDE,
        });
    }
    let pixels = without_panic(|| vector::decode(bytes, header)).flatten();
    let pixels = pixels.ok_or(Error::LogoUnreadable)?;
    if width.max(height) as usize <= MAX_SIDE {
        return Ok(pixels);
    }
    resize::fit(&pixels, MAX_SIDE).ok_or(Error::LogoUnreadable)
}

fn read_vector(bytes: &[u8]) -> Result<Tree, Error> {
    without_panic(|| vector::read(bytes)).unwrap_or(Err(Error::LogoUnreadable))
}

/// Runs code of others on bytes of others: should it panic, the logo is at fault, not the program.
fn without_panic<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

/// The square of modules a logo takes the place of, in a symbol of this size.
///
/// An odd number, so that it lies in the middle; a fifth of the width and a light module on either side. In every
/// symbol of version 4 and more this costs at most 60 % of the damage levels Q and H can mend, block by block;
/// smaller symbols have not enough to spare ([`LEAST_VERSION`]).
pub(crate) const fn knock_out(size: usize) -> usize {
    let side = size / 5 + 2;
    if side.is_multiple_of(2) { side - 1 } else { side }
}

/// The least version of a symbol with a logo.
pub(crate) const LEAST_VERSION: u8 = 4;
