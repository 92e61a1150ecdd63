//! What files of this crate's records are for. The first word is what the file is stored under and never changes.

use web::upload::Slot;

/// Code logo.
pub const CODE_LOGO: Slot = Slot::closed(
    "code_logo",
    ("二维码中心图标", "logo inside the QR code"),
    Slot::PICTURES,
    1,
);

/// All of them.
pub const ALL: &[Slot] = &[CODE_LOGO];
