//! What is drawn on a page.

use super::{document::POINTS_PER_MILLIMETRE, drawing::numbers, resources::Resources};
use crate::{
    Error,
    design::{Ink, Inks},
    number::{push_decimal, push_integer},
    template::{Modules, Symbols, Template, Unit},
};

/// Begins a page: from here on in millimetres, downwards.
pub(super) fn begin(height: f32, marks: bool, out: &mut Vec<u8>) {
    out.clear();
    push_decimal::<6>(POINTS_PER_MILLIMETRE, out);
    out.extend_from_slice(b" 0 0 ");
    push_decimal::<6>(-POINTS_PER_MILLIMETRE, out);
    out.extend_from_slice(b" 0 ");
    push_decimal::<3>(height * POINTS_PER_MILLIMETRE, out);
    out.extend_from_slice(b" cm\n");
    if marks {
        out.extend_from_slice(b"/Marks Do\n");
    }
}

/// Draws a label.
pub(super) fn draw(
    template: &Template,
    symbols: &mut Symbols,
    resources: &Resources,
    (x, y): (f32, f32),
    unit: &Unit<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Error> {
    let modules = symbols.encode(unit.content)?;
    let module = template.module(&modules)?;
    let rows = template.code.place(unit.code)?;
    out.extend_from_slice(b"q 1 0 0 1 ");
    numbers(&[x, y], out);
    out.extend_from_slice(b"cm/Label Do\n");
    draw_symbol(template, &modules, module, out);
    let ink = Inks::Coloured(template.colour).rgb(template.code.ink);
    let white = template.code.ink == Ink::OnColour && ink != [0; 3];
    out.extend_from_slice(if white { b"1 g BT" } else { b"0 g BT" });
    for row in rows.into_iter().flatten() {
        out.extend_from_slice(b"/Code ");
        numbers(&[row.size], out);
        out.extend_from_slice(b"Tf 1 0 0 -1 ");
        numbers(&[row.x, row.y], out);
        out.extend_from_slice(b"Tm<");
        for byte in row.text.bytes() {
            out.extend_from_slice(&resources.code(byte));
        }
        out.extend_from_slice(b">Tj ");
    }
    out.extend_from_slice(b"ET\n");
    if resources.layer.is_some() {
        out.extend_from_slice(b"/Cover Do\n");
    }
    out.extend_from_slice(b"Q\n");
    Ok(())
}

/// The symbol as a mask of one bit a module; in hexadecimal digits, as binary data might contain what ends it.
fn draw_symbol(template: &Template, modules: &Modules<'_>, module: f32, out: &mut Vec<u8>) {
    let (margin, side) = (module * modules.quiet_zone as f32, module * modules.size as f32);
    let room = template.symbol;
    out.extend_from_slice(b"q 0 g ");
    numbers(
        &[side, 0.0, 0.0, -side, room.x + margin, room.y + margin + side],
        out,
    );
    out.extend_from_slice(b"cm BI/IM true/D[1 0]/BPC 1/F/AHx/W ");
    push_integer(modules.size, out);
    out.extend_from_slice(b"/H ");
    push_integer(modules.size, out);
    out.extend_from_slice(b" ID ");
    for row in modules.rows() {
        let mut left = modules.size;
        for word in row {
            // The first column is the highest bit of the first byte.
            let bytes = word.reverse_bits().to_be_bytes();
            for byte in bytes.into_iter().take(left.div_ceil(8)) {
                out.extend_from_slice(&HEX.get(usize::from(byte)).copied().unwrap_or_default());
            }
            left = left.saturating_sub(64);
        }
    }
    out.extend_from_slice(b">EI Q\n");
}

/// Bytes as two hexadecimal digits.
#[expect(clippy::indexing_slicing, reason = "computed when this is compiled")]
static HEX: [[u8; 2]; 256] = {
    let digits = b"0123456789ABCDEF";
    let mut table = [[0; 2]; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = [digits[byte / 16], digits[byte % 16]];
        byte += 1;
    }
    table
};
