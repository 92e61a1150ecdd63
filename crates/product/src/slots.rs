//! What files of this crate's records are for. The first word is what the file is stored under and never changes.

use web::upload::Slot;

/// Product picture.
pub const PRODUCT_PICTURE: Slot = Slot::open(
    "product_picture",
    ("产品图片", "product picture"),
    Slot::PICTURES,
    2,
);
/// Inspection report.
pub const INSPECTION_REPORT: Slot = Slot::closed(
    "inspection_report",
    ("出厂检验报告/型式检验报告", "inspection report"),
    Slot::DOCUMENTS,
    2,
)
.sole();
/// Manual.
pub const MANUAL: Slot = Slot::open(
    "manual",
    ("通用说明书或警示说明", "manual or safety notice"),
    Slot::DOCUMENTS,
    2,
);
/// Product certificate.
pub const PRODUCT_CERTIFICATE: Slot = Slot::open(
    "product_certificate",
    ("产品合格证", "certificate of conformity"),
    Slot::DOCUMENTS,
    2,
);
/// Evidence.
pub const EVIDENCE: Slot = Slot::closed(
    "evidence",
    ("证明材料或承诺书", "evidence or letter of commitment"),
    Slot::DOCUMENTS,
    2,
)
.sole();
/// Page picture.
pub const PAGE_PICTURE: Slot = Slot::open(
    "page_picture",
    ("图文内容中的图片", "picture within rich text"),
    Slot::PICTURES,
    2,
);
/// Page video.
pub const PAGE_VIDEO: Slot = Slot::open(
    "page_video",
    ("图文内容中的视频", "video within rich text"),
    Slot::PLAYABLE,
    50,
);
/// App icon.
pub const APP_ICON: Slot = Slot::open(
    "app_icon",
    ("扫码页应用图标", "icon at the foot of the page"),
    Slot::PICTURES,
    1,
);
/// Page background.
pub const PAGE_BACKGROUND: Slot = Slot::open(
    "page_background",
    ("扫码页背景图", "background of the page"),
    Slot::PICTURES,
    2,
);

/// Proof of the right to a trace code.
pub const CLAIM_PROOF: Slot = Slot::closed(
    "claim_proof",
    ("权属证明", "proof of the right to a trace code"),
    Slot::DOCUMENTS,
    2,
)
.sole();

/// All of them.
pub const ALL: &[Slot] = &[
    PRODUCT_PICTURE,
    INSPECTION_REPORT,
    MANUAL,
    PRODUCT_CERTIFICATE,
    EVIDENCE,
    PAGE_PICTURE,
    PAGE_VIDEO,
    APP_ICON,
    PAGE_BACKGROUND,
    CLAIM_PROOF,
];
