//! What a code is worth, with all that is true of it, of what it is in and of what is in it, through packs of five levels.
//! Whoever says anything of a code asks here: the scan page and its data, lists and details, previews, exports, labels and
//! the page of an earlier day.

mod above;
pub mod api;
mod content;
mod inside;
mod reached;
mod registered;
mod registry;

pub use crate::worth::{Finding, Ground, Own, PackName, Stand, Truth, Verdict};
pub use above::{above, of_pack, own_in};
pub use content::{of_content, of_run, of_things};
pub use inside::inside;
pub(crate) use reached::reached_packs;
pub use registered::Registered;
pub use registry::{BatchGround, Registry};

use crate::unit::UnitRange;
use identifiers::serial::{Place, Span};

/// The whole truth of a unit whose range is known.
///
/// # Errors
/// When the registry cannot be read.
pub fn of_unit<R: Registry>(
    r: &mut R,
    ground: &Ground,
    at: &Place,
    range: &UnitRange,
) -> Result<Truth, R::Error> {
    let mut found = own_in(r, ground, at, range)?;
    found.extend(above(r, &ground.id, at)?);
    if ground.is_pack {
        found.extend(inside(r, &ground.id, &Span::at(at))?);
    }
    Ok(Truth::of(found))
}
