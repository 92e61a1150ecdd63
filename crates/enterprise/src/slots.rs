//! What files of this crate's records are for. The first word is what the file is stored under and never changes.

use web::upload::Slot;

/// Business licence.
pub const BUSINESS_LICENCE: Slot = Slot::closed(
    "business_licence",
    ("营业执照", "business licence"),
    Slot::DOCUMENTS,
    5,
)
.sole();
/// Brand logo.
pub const BRAND_LOGO: Slot = Slot::open("brand_logo", ("品牌标志", "brand logo"), Slot::PICTURES, 1).sole();
/// Brand video.
pub const BRAND_VIDEO: Slot =
    Slot::open("brand_video", ("品牌宣传视频", "brand video"), Slot::VIDEOS, 50).sole();
/// Qualification picture.
pub const QUALIFICATION_PICTURE: Slot = Slot::closed(
    "qualification_picture",
    ("资质证书图片", "picture of a certificate"),
    Slot::PICTURES,
    1,
)
.sole();

/// All of them.
pub const ALL: &[Slot] = &[BUSINESS_LICENCE, BRAND_LOGO, BRAND_VIDEO, QUALIFICATION_PICTURE];
