//! Text → picture.

use crate::{
    Encoder, Error, Format, Picture, Symbol,
    deflater::Deflater,
    logo::{Art, LEAST_VERSION, Logo, base64, knock_out},
    png::{Frame, Painting, Stencil, write_logo},
    svg::{Design, Inset},
};

/// The side in pixels of a logo in an SVG: 1,000 dots per inch where the logo is 6 mm wide.
const INSET_PIXELS: usize = 256;

/// Draws one picture after the other, all alike but for their text.
///
/// What they have in common is made once and kept: for each size of symbol that occurs, some 10 to 100 kB.
#[derive(Debug)]
pub struct Renderer {
    picture: Picture,
    encoder: Encoder,
    design: Design,
    /// For black-and-white PNGs.
    stencils: Vec<Stencil>,
    logo: Option<Inlay>,
}

impl Renderer {
    /// A renderer for such pictures, or what is wrong with them.
    pub fn new(picture: Picture) -> Result<Self, Error> {
        picture.check()?;
        let mut encoder = Encoder::new(picture.correction);
        if picture.logo.is_some() {
            encoder = encoder.at_least(LEAST_VERSION);
        }
        let quiet_zone = usize::from(picture.quiet_zone);
        Ok(Self {
            encoder,
            design: Design::new(
                &picture.width(),
                quiet_zone,
                picture.title.as_deref(),
                picture.describe,
            ),
            stencils: Vec::new(),
            logo: picture.logo.clone().map(|logo| Inlay::new(logo, picture.format)),
            picture,
        })
    }

    /// What the pictures are like.
    pub const fn picture(&self) -> &Picture {
        &self.picture
    }

    /// Draws the picture of a text; it takes the place of what the buffer held.
    pub fn render(&mut self, text: &str, out: &mut Vec<u8>) -> Result<(), Error> {
        out.clear();
        let symbol = self.encoder.encode(text)?;
        match (self.picture.format, &mut self.logo) {
            (Format::Svg, None) => self.design.write(symbol, text, None, out),
            (Format::Svg, Some(inlay)) => {
                let (symbol, side) = cleared(symbol);
                let inset = Inset {
                    side,
                    href: &inlay.href,
                };
                self.design.write(&symbol, text, Some(&inset), out);
            }
            (Format::Png, None) => {
                let frame = frame(&self.picture, symbol)?;
                let known = self.stencils.iter().position(|stencil| stencil.fits(symbol));
                let index = known.unwrap_or_else(|| {
                    let density = self.picture.pixels_per_metre();
                    self.stencils.push(Stencil::new(symbol.size(), frame, density));
                    self.stencils.len() - 1
                });
                if let Some(stencil) = self.stencils.get(index) {
                    stencil.write(symbol, out);
                }
            }
            (Format::Png, Some(inlay)) => {
                let frame = frame(&self.picture, symbol)?;
                let (symbol, side) = cleared(symbol);
                let painting = Painting {
                    symbol: &symbol,
                    frame,
                    pixels_per_metre: self.picture.pixels_per_metre(),
                };
                inlay.paint(&painting, side * frame.scale, out);
            }
        }
        Ok(())
    }
}

/// Where a symbol is in such a picture: as large as whole pixels a module allow.
fn frame(picture: &Picture, symbol: &Symbol) -> Result<Frame, Error> {
    let quiet_zone = usize::from(picture.quiet_zone);
    let modules = symbol.size() + 2 * quiet_zone;
    let pixels = picture.pixels();
    match pixels as usize / modules {
        0 => Err(Error::TooFewPixels {
            pixels,
            least: modules as u32,
        }),
        scale => Ok(Frame {
            quiet_zone,
            scale,
            side: pixels as usize,
        }),
    }
}

/// The symbol with room for a logo, and the modules along the side of the logo.
fn cleared(symbol: &Symbol) -> (Symbol, usize) {
    let mut symbol = symbol.clone();
    let side = knock_out(symbol.size());
    symbol.clear_centre(side);
    (symbol, side - 2)
}

/// A logo and what was drawn of it.
#[derive(Debug)]
struct Inlay {
    logo: Logo,
    /// One for each size of symbol that occurs.
    drawn: Vec<Art>,
    /// The address of the logo in an SVG.
    href: String,
    /// For PNGs.
    deflater: Deflater,
}

impl Inlay {
    fn new(logo: Logo, format: Format) -> Self {
        let mut deflater = Deflater::new(true);
        let mut href = String::new();
        if format == Format::Svg {
            let mut file = Vec::new();
            write_logo(&logo.draw(INSET_PIXELS), &mut deflater, &mut file);
            href = format!("data:image/png;base64,{}", base64(&file));
        }
        Self {
            logo,
            drawn: Vec::new(),
            href,
            deflater,
        }
    }

    /// Paints a symbol with the logo in so many pixels.
    fn paint(&mut self, painting: &Painting<'_>, side: usize, out: &mut Vec<u8>) {
        let known = self.drawn.iter().position(|art| art.side() == side);
        let index = known.unwrap_or_else(|| {
            self.drawn.push(self.logo.draw(side));
            self.drawn.len() - 1
        });
        if let Some(art) = self.drawn.get(index) {
            painting.write(art, &mut self.deflater, out);
        }
    }
}
