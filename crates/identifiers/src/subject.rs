/// A closed list with an English and a Chinese name for every entry.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $en:literal, $zh:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
        }

        impl $name {
            /// The English name.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self {
                    $(Self::$variant => $en,)+
                }
            }

            /// The Chinese name.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self {
                    $(Self::$variant => $zh,)+
                }
            }
        }
    };
}

named! {
    /// The kinds of identifier of this crate, as messages name them.
    Subject {
        /// GB 32100.
        Uscc = "unified social credit code", "统一社会信用代码";
        /// GB 12904, ISO/IEC 15420.
        Gtin = "GTIN", "商品条码";
        /// GB/T 16828.
        Gln = "GLN", "参与方位置代码";
        /// GB/T 18127.
        Sscc = "SSCC", "物流单元代码";
        /// GB/T 23833.
        Gsrn = "GSRN", "服务关系代码";
        /// AI 10.
        BatchNo = "batch number", "批号";
        /// AI 21.
        SerialNo = "serial number", "序列号";
        /// Certificate of the compulsory product certification.
        CccNumber = "CCC certificate number", "CCC 证书编号";
        /// Production licence of industrial products.
        ProductionLicence = "production licence number", "工业产品生产许可证编号";
        /// Production licence of food.
        FoodLicence = "food production licence number", "食品生产许可证编号";
        /// Filing, registration or licence of cosmetics.
        CosmeticNo = "cosmetics filing or licence number", "化妆品备案、注册或许可编号";
        /// Type approval of measuring instruments.
        TypeApprovalNo = "type approval number", "计量器具型式批准编号";
        /// Standard number.
        StandardNo = "standard number", "标准编号";
        /// GB/T 2260.
        RegionCode = "region code", "行政区划代码";
        /// GB/T 31866.
        Ecode = "Ecode", "Ecode 编码";
        /// ISO/IEC 15459 with agency code MA.
        MaCode = "MA code", "MA 码";
        /// Complete-vehicle code of an electric bicycle.
        VehicleCode = "e-bike code", "整车编码";
        /// Code of a traction battery.
        BatteryCode = "battery code", "蓄电池编码";
        /// GB 11643.
        IdCardNo = "ID card number", "公民身份号码";
        /// Telephone number.
        Phone = "phone number", "电话号码";
    }
}

named! {
    /// What may stand at a place, as messages name it.
    Expected {
        /// 0–9.
        Digit = "a digit", "数字 0–9";
        /// The 31 characters of GB 32100.
        UsccCharacter = "a digit or a capital letter other than I, O, S, V and Z", "数字或除 I、O、S、V、Z 外的大写字母";
        /// A digit, or X for ten.
        DigitOrX = "a digit or X", "数字 0–9 或 X";
        /// CSET 82.
        Cset82 = "a letter, a digit or one of ! \" % & ' ( ) * + , - . / : ; < = > ? _",
            "字母、数字或 ! \" % & ' ( ) * + , - . / : ; < = > ? _（不含汉字和空格）";
        /// 0–9, A–Z and the hyphen.
        LetterDigitHyphen = "a digit, a capital letter or a hyphen", "数字、大写字母或连字符 -";
        /// Anything visible.
        Visible = "a visible character", "可见字符";
    }
}
