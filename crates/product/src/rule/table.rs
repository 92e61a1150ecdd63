use kernel::Lang;

/// Declares the rules: code, field, what is asked, and what to do.
macro_rules! rules {
    ($($variant:ident = $code:literal at $pointer:literal: $zh:literal, $en:literal, $mend:literal, $mend_en:literal;)+) => {
        /// Rules a product must pass before its codes can be valid, and those that only advise.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Rule {
            $(#[doc = $en] $variant,)+
        }

        impl Rule {
            /// All rules, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            pub(crate) const fn pointer(self) -> &'static str {
                match self { $(Self::$variant => $pointer,)+ }
            }

            pub(crate) const fn title(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, Lang::Zh) => $zh, (Self::$variant, Lang::En) => $en,)+
                }
            }

            pub(crate) const fn mending(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, Lang::Zh) => $mend, (Self::$variant, Lang::En) => $mend_en,)+
                }
            }
        }
    };
}

impl Rule {
    /// Whether it only advises: the reference it goes by is not certain enough to stop anybody.
    #[must_use]
    pub const fn is_advice(self) -> bool {
        matches!(
            self,
            Self::Certificate | Self::CertificateClass | Self::ReportKind
        )
    }

    /// The fields a rule looks at.
    pub(crate) const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Standard => &["standards"],
            Self::MandatoryStandard => &["standards", "product_type"],
            Self::Certificate | Self::CertificateClass => &[
                "category",
                "product_type",
                "licence_number",
                "certificate_number",
                "linked_codes",
            ],
            Self::Picture => &["picture_file_ids"],
            Self::Report => &["report_file_ids"],
            Self::ReportKind | Self::ReportExpiry | Self::ReportCurrent => {
                &["report_file_ids", "report_kind", "report_expires_on"]
            }
            Self::IndicatorDates => &["quality_indicators"],
            Self::Evidence => &["evidence_file_ids", "parts", "commercial"],
            Self::FilingPeriod => &["filing_period", "coding_level"],
            // Wherever something was typed; what was left in another field is no reason to stop a change of this one.
            Self::Leftover => &[],
        }
    }
}

rules! {
    Standard = "check.standard" at "/standards":
        "执行标准", "a standard is given",
        "请填写至少一项执行标准", "give at least one standard";
    MandatoryStandard = "check.mandatory_standard" at "/standards":
        "强制性国家标准", "products of the nine first classes name a mandatory national standard",
        "该产品类型属于首批重点工业产品，请填写至少一项强制性国家标准（GB 开头、不带 /T）",
        "this product type is one of the nine first classes: name a mandatory national standard (GB without /T)";
    Certificate = "check.certificate" at "/licence_number":
        "许可证或认证证书", "products under licence or certification give the number",
        "该类产品通常须有生产许可证或强制性产品认证（CCC），请填写编号；确不需要的可不填",
        "products of this type usually need a production licence or a CCC certificate: give its number, unless it needs none";
    CertificateClass = "check.certificate_class" at "/licence_number":
        "认证证书与产品类型相符", "the CCC certificate is for products of this type",
        "CCC 证书编号中的产品类别与产品类型不符，请核对证书",
        "the product class in the number of the CCC certificate is another one; compare it with the certificate";
    Picture = "check.picture" at "/picture_file_ids":
        "产品图片", "there is a picture",
        "请上传至少一张产品图片", "upload at least one picture of the product";
    Report = "check.report" at "/report_file_ids":
        "检验报告", "there is an inspection report",
        "请上传出厂检验报告或型式检验报告", "upload an ex-factory or type-test report";
    ReportKind = "check.report_kind" at "/report_kind":
        "检验类别", "it is said what kind of report it is",
        "请选择检验报告的类别：出厂检验或型式检验", "say whether it is an ex-factory inspection or a type test";
    ReportExpiry = "check.report_expiry" at "/report_expires_on":
        "型式检验有效期", "a type test says until when it holds",
        "型式检验报告请填写有效期", "say until when the type test holds";
    ReportCurrent = "check.report_current" at "/report_expires_on":
        "检验报告在有效期内", "the inspection report has not expired",
        "检验报告已过有效期，请更换报告并填写新的有效期", "the report has expired; replace it and give its new date";
    IndicatorDates = "check.indicator_dates" at "/quality_indicators":
        "检测日期不晚于今天", "no test lies in the future",
        "质量指标的检测日期不能晚于今天", "the date of a test cannot lie in the future";
    Evidence = "check.evidence" at "/evidence_file_ids":
        "选填信息有证明材料", "what is optional is backed by evidence",
        "填写了来料、零部件或商业信息的，请在“证明材料”中上传证据材料或企业承诺书（均盖章）",
        "parts and business facts are given: upload evidence, or the enterprise's letter of commitment";
    FilingPeriod = "check.filing_period" at "/filing_period":
        "填报周期与追溯方式相符", "the filing period fits the coding level",
        "一物一码、组合多码须按日填报；一品一码、一批一码可选按月、按季度或按年",
        "units and combinations are filed daily, products and batches monthly, quarterly or yearly";
    Leftover = "check.leftover" at "/attributes":
        "没有遗留的模板提示文字", "nothing is left of a template's placeholders",
        "仍有模板中的提示文字（如“请填写”），请填写实际内容或删除", "placeholders of a template are left; fill them in or remove them";
}
