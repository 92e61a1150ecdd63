use super::content::Media;

kernel::codes! {
    /// What an uploaded file is for.
    pub enum Slot {
        BusinessLicense = "business_license", "营业执照", "business licence";
        ProductPicture = "product_picture", "产品图片", "product picture";
        InspectionReport = "inspection_report", "出厂检验报告/型式检验报告", "inspection report";
        Manual = "manual", "通用说明书或警示说明", "manual or safety notice";
        ProductCertificate = "product_certificate", "产品合格证", "certificate of conformity";
        CodeLogo = "code_logo", "二维码中心图标", "logo inside the QR code";
        PagePicture = "page_picture", "图文内容中的图片", "picture within rich text";
        PageVideo = "page_video", "图文内容中的视频", "video within rich text";
        AppIcon = "app_icon", "扫码页应用图标", "icon at the foot of the page";
        PageBackground = "page_background", "扫码页背景图", "background of the page";
    }
}

/// The limits of one slot. This table is the only place where limits of uploads stand (decision C6).
#[derive(Debug, Clone, Copy)]
pub struct SlotRule {
    /// The slot.
    pub slot: Slot,
    /// The kinds of content it takes, judged by the content itself.
    pub media: &'static [Media],
    /// The largest file in bytes.
    pub max_bytes: u64,
    /// Whether anyone may see the file from the start; other files become public only by a switch of their record.
    pub is_public: bool,
}

const MB: u64 = 1024 * 1024;
const PICTURES: &[Media] = &[Media::Jpeg, Media::Png];
const DOCUMENTS: &[Media] = &[Media::Jpeg, Media::Png, Media::Pdf];

/// All slots and their limits (F010, F068–F071, F076, F085).
pub const SLOTS: &[SlotRule] = &[
    SlotRule {
        slot: Slot::BusinessLicense,
        media: DOCUMENTS,
        max_bytes: 5 * MB,
        is_public: false,
    },
    SlotRule {
        slot: Slot::ProductPicture,
        media: PICTURES,
        max_bytes: 2 * MB,
        is_public: true,
    },
    SlotRule {
        slot: Slot::InspectionReport,
        media: DOCUMENTS,
        max_bytes: 2 * MB,
        is_public: false,
    },
    SlotRule {
        slot: Slot::Manual,
        media: DOCUMENTS,
        max_bytes: 2 * MB,
        is_public: true,
    },
    SlotRule {
        slot: Slot::ProductCertificate,
        media: DOCUMENTS,
        max_bytes: 2 * MB,
        is_public: true,
    },
    SlotRule {
        slot: Slot::CodeLogo,
        media: PICTURES,
        max_bytes: MB,
        is_public: false,
    },
    SlotRule {
        slot: Slot::PagePicture,
        media: PICTURES,
        max_bytes: 2 * MB,
        is_public: true,
    },
    SlotRule {
        slot: Slot::PageVideo,
        media: &[],
        max_bytes: 50 * MB,
        is_public: true,
    },
    SlotRule {
        slot: Slot::AppIcon,
        media: PICTURES,
        max_bytes: MB,
        is_public: true,
    },
    SlotRule {
        slot: Slot::PageBackground,
        media: PICTURES,
        max_bytes: 2 * MB,
        is_public: true,
    },
];

impl Slot {
    /// The limits of this slot.
    #[must_use]
    pub fn rule(self) -> SlotRule {
        let found = SLOTS.iter().find(|r| r.slot == self).copied();
        found.unwrap_or(SlotRule {
            slot: self,
            media: &[],
            max_bytes: 0,
            is_public: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_has_its_line() {
        assert_eq!(SLOTS.iter().map(|r| r.slot).collect::<Vec<_>>(), Slot::ALL);
    }
}
