use super::media::Media;

kernel::codes! {
    /// What an uploaded file is for.
    pub enum Slot {
        BusinessLicence = "business_licence", "营业执照", "business licence";
        FeedbackPicture = "feedback_picture", "消费者反馈图片", "picture a consumer sent";
        ProductPicture = "product_picture", "产品图片", "product picture";
        InspectionReport = "inspection_report", "出厂检验报告/型式检验报告", "inspection report";
        Manual = "manual", "通用说明书或警示说明", "manual or safety notice";
        ProductCertificate = "product_certificate", "产品合格证", "certificate of conformity";
        Evidence = "evidence", "证明材料或承诺书", "evidence or letter of commitment";
        CodeLogo = "code_logo", "二维码中心图标", "logo inside the QR code";
        PagePicture = "page_picture", "图文内容中的图片", "picture within rich text";
        PageVideo = "page_video", "图文内容中的视频", "video within rich text";
        AppIcon = "app_icon", "扫码页应用图标", "icon at the foot of the page";
        PageBackground = "page_background", "扫码页背景图", "background of the page";
        BrandLogo = "brand_logo", "品牌标志", "brand logo";
        BrandVideo = "brand_video", "品牌宣传视频", "brand video";
        QualificationPicture = "qualification_picture", "资质证书图片", "picture of a certificate";
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
    /// Whether a file is of one record only, whose switch opens and closes it and with which it goes; others are shared.
    pub is_sole: bool,
}

const MB: u64 = 1024 * 1024;
const PICTURES: &[Media] = &[Media::Jpeg, Media::Png];
const DOCUMENTS: &[Media] = &[Media::Jpeg, Media::Png, Media::Pdf];
/// What browsers play.
const PLAYABLE: &[Media] = &[Media::Mp4, Media::Mov];
const VIDEOS: &[Media] = &[Media::Mp4, Media::Mov, Media::Avi, Media::Wmv];

/// All slots and their limits (F010, F021, F022, F028, F068–F071, F076, F085, F106, F162).
pub const SLOTS: &[SlotRule] = &[
    sole(closed(Slot::BusinessLicence, DOCUMENTS, 5)),
    sole(closed(Slot::FeedbackPicture, PICTURES, 2)),
    open(Slot::ProductPicture, PICTURES, 2),
    sole(closed(Slot::InspectionReport, DOCUMENTS, 2)),
    open(Slot::Manual, DOCUMENTS, 2),
    open(Slot::ProductCertificate, DOCUMENTS, 2),
    sole(closed(Slot::Evidence, DOCUMENTS, 2)),
    closed(Slot::CodeLogo, PICTURES, 1),
    open(Slot::PagePicture, PICTURES, 2),
    open(Slot::PageVideo, PLAYABLE, 50),
    open(Slot::AppIcon, PICTURES, 1),
    open(Slot::PageBackground, PICTURES, 2),
    sole(open(Slot::BrandLogo, PICTURES, 1)),
    sole(open(Slot::BrandVideo, VIDEOS, 50)),
    sole(closed(Slot::QualificationPicture, PICTURES, 1)),
];

/// Files anyone may see from the start.
const fn open(slot: Slot, media: &'static [Media], max_mb: u64) -> SlotRule {
    SlotRule {
        slot,
        media,
        max_bytes: max_mb * MB,
        is_public: true,
        is_sole: false,
    }
}

/// Files that become public only by a switch of their record, if ever.
const fn closed(slot: Slot, media: &'static [Media], max_mb: u64) -> SlotRule {
    SlotRule {
        is_public: false,
        ..open(slot, media, max_mb)
    }
}

/// Files that one record has alone.
const fn sole(rule: SlotRule) -> SlotRule {
    SlotRule {
        is_sole: true,
        ..rule
    }
}

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
            is_sole: false,
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
