use kernel::{Lang, Timestamp};

/// The page's own words in one language. Facts are shown as their maker wrote them.
pub(super) struct Words {
    pub(super) lang: Lang,
    pub(super) tag: &'static str,
    pub(super) site: &'static str,
    pub(super) about: &'static str,
    pub(super) answered_at: &'static str,
    pub(super) code: &'static str,
    pub(super) trace_code: &'static str,
    pub(super) internal_code: &'static str,
    pub(super) batch_no: &'static str,
    pub(super) serial: &'static str,
    pub(super) made_on: &'static str,
    pub(super) expires_on: &'static str,
    pub(super) product: &'static str,
    pub(super) self_declared: &'static str,
    pub(super) registered: &'static str,
    pub(super) name: &'static str,
    pub(super) product_type: &'static str,
    pub(super) brand: &'static str,
    pub(super) model: &'static str,
    pub(super) standards: &'static str,
    pub(super) licence: &'static str,
    pub(super) certificate: &'static str,
    pub(super) warranty: &'static str,
    pub(super) service_phone: &'static str,
    pub(super) documents: &'static str,
    pub(super) maker: &'static str,
    pub(super) uscc: &'static str,
    pub(super) address: &'static str,
    pub(super) website: &'static str,
    pub(super) picture: &'static str,
    pub(super) reason: &'static str,
    pub(super) unavailable: &'static str,
    pub(super) come_back: &'static str,
    pub(super) feedback: &'static str,
}

impl Words {
    pub(super) fn of(lang: Lang) -> Self {
        match lang {
            Lang::Zh => ZH,
            Lang::En => EN,
        }
    }

    /// An instant as people read it, in China's time.
    pub(super) fn time(&self, at: Timestamp) -> String {
        let zone = if self.lang == Lang::En { " (UTC+8)" } else { "" };
        format!("{}{zone}", at.beijing().format("%Y-%m-%d %H:%M:%S"))
    }

    /// What the count of scans means.
    pub(super) fn scanned(&self, is_unit: bool, scans: i64, first: Timestamp) -> String {
        let first = self.time(first);
        match (self.lang, is_unit, scans) {
            (Lang::Zh, true, 1) => "本码为首次查询。".to_owned(),
            (Lang::Zh, true, n) => {
                format!("本码第 {n} 次被查询，首次查询时间：{first}。如首次查询不是您本人，请核对产品来源。")
            }
            (Lang::Zh, false, n) => format!("本码累计查询 {n} 次，首次查询时间：{first}。"),
            (Lang::En, true, 1) => "This code is scanned for the first time.".to_owned(),
            (Lang::En, true, n) => format!(
                "Scanned {n} times so far, first on {first}. If that was not you, check where the product came from."
            ),
            (Lang::En, false, n) => format!("This code was scanned {n} times in all, first on {first}."),
        }
    }
}

const ZH: Words = Words {
    lang: Lang::Zh,
    tag: "zh-CN",
    site: "品码追溯",
    about: "产品信息由生产企业自行填报并负责；本平台登记其码并记录查询次数，不代表对产品质量的认证。",
    answered_at: "查询时间",
    code: "追溯信息",
    trace_code: "追溯码",
    internal_code: "追溯码（内部码）",
    batch_no: "批次号",
    serial: "序列号",
    made_on: "生产日期",
    expires_on: "有效期至",
    product: "产品信息",
    self_declared: "企业自报",
    registered: "平台登记",
    name: "产品名称",
    product_type: "产品类型",
    brand: "商标（品牌）",
    model: "规格型号",
    standards: "执行标准",
    licence: "许可证/认证编号",
    certificate: "证书编号",
    warranty: "质保期限",
    service_phone: "售后电话",
    documents: "公开文件",
    maker: "生产企业",
    uscc: "统一社会信用代码",
    address: "地址",
    website: "企业网站",
    picture: "产品图片",
    reason: "原因",
    unavailable: "暂时无法查询",
    come_back: "系统繁忙或正在维护，本次查询未计入次数，请稍后重新扫码。",
    feedback: "意见反馈",
};

const EN: Words = Words {
    lang: Lang::En,
    tag: "en",
    site: "Pinma Trace",
    about: "The maker states the product information and answers for it. This platform registers its codes and counts \
            scans; it does not certify the product.",
    answered_at: "Answered",
    code: "Traceability",
    trace_code: "Trace code",
    internal_code: "Trace code (internal)",
    batch_no: "Batch/lot",
    serial: "Serial",
    made_on: "Produced on",
    expires_on: "Expires on",
    product: "Product",
    self_declared: "stated by the maker",
    registered: "registered here",
    name: "Name",
    product_type: "Type",
    brand: "Brand",
    model: "Model",
    standards: "Standards",
    licence: "Licence or CCC",
    certificate: "Certificate",
    warranty: "Warranty",
    service_phone: "Service phone",
    documents: "Documents",
    maker: "Maker",
    uscc: "Social credit code",
    address: "Address",
    website: "Website",
    picture: "Picture",
    reason: "Reason",
    unavailable: "Not available at this moment",
    come_back: "The system is busy or being maintained. This scan was not counted; please scan again shortly.",
    feedback: "Feedback to the maker",
};
