//! The content checks by the names that the GS1 Syntax Dictionary gives them.

macro_rules! linters {
    ($($variant:ident = $name:literal, $code:literal, $en:literal, $zh:literal;)+) => {
        /// A content check of the dictionary, by the name it has there.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Linter {
            $(#[doc = concat!("`", $name, "`: the value is refused when it is ", $en, ".")] $variant,)+
        }

        impl Linter {
            /// All checks.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the dictionary.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The stable code of a value that fails.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What a value that fails is, in English.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self {
                    $(Self::$variant => $en,)+
                }
            }

            /// What to do about a value that fails, in Chinese.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self {
                    $(Self::$variant => $zh,)+
                }
            }
        }
    };
}

linters! {
    Couponcode = "couponcode", "wrong_coupon", "no coupon code of North America", "优惠券代码不符合北美规范";
    Couponposoffer = "couponposoffer", "wrong_coupon", "no positive-offer coupon of North America", "优惠券代码不符合北美规范";
    Csum = "csum", "wrong_check_digit", "wrong in its check digit", "校验位不对";
    Csumalpha = "csumalpha", "wrong_check_pair", "wrong in its check characters", "校验字符不对";
    Gcppos1 = "gcppos1", "no_company_prefix", "without a company prefix at its beginning", "开头应为厂商识别代码（至少 4 位数字）";
    Gcppos2 = "gcppos2", "no_company_prefix", "without a company prefix from its second digit", "第 2 位起应为厂商识别代码（至少 4 位数字）";
    Hasnondigit = "hasnondigit", "only_digits", "digits only", "不能全为数字";
    Hh = "hh", "no_such_time", "no hour from 00 to 23", "小时应为 00–23";
    Hhmi = "hhmi", "no_such_time", "no time of day HHMI", "时间应为 HHMI（00–23 时，00–59 分）";
    Hyphen = "hyphen", "not_a_minus_sign", "something else than a minus sign", "此处只能是负号 -";
    Iban = "iban", "wrong_iban", "no IBAN", "不是正确的国际银行账号（IBAN）";
    Importeridx = "importeridx", "wrong_importer_index", "no importer index", "进口商序号只能是字母、数字、- 或 _";
    Iso3166 = "iso3166", "no_such_country", "no country of ISO 3166-1", "不是 ISO 3166-1 国家或地区数字代码（中国为 156）";
    Iso3166999 = "iso3166999", "no_such_country", "no country of ISO 3166-1, nor 999 for several", "不是 ISO 3166-1 国家或地区数字代码，也不是 999（多个国家）";
    Iso3166alpha2 = "iso3166alpha2", "no_such_country", "no country of ISO 3166-1", "不是 ISO 3166-1 国家或地区字母代码（中国为 CN）";
    Iso4217 = "iso4217", "no_such_currency", "no currency of ISO 4217", "不是 ISO 4217 货币数字代码（人民币为 156）";
    Iso5218 = "iso5218", "no_such_sex_code", "none of 0, 1, 2 and 9 (ISO 5218)", "性别代码应为 0、1、2 或 9";
    Latitude = "latitude", "no_such_place", "no latitude", "纬度值超出范围";
    Longitude = "longitude", "no_such_place", "no longitude", "经度值超出范围";
    Mediatype = "mediatype", "no_such_media_type", "no AIDC media type", "不是已分配的 AIDC 载体类型";
    Mi = "mi", "no_such_time", "no minute from 00 to 59", "分钟应为 00–59";
    Nonzero = "nonzero", "zero", "zero", "不能为 0";
    Nozeroprefix = "nozeroprefix", "leading_zero", "led by a zero", "不能以 0 开头";
    Packagetype = "packagetype", "no_such_package_type", "no package type of UN/ECE Recommendation 21", "不是已分配的包装类型代码";
    Pcenc = "pcenc", "wrong_percent_encoding", "wrong in its percent-encoding", "百分号后应为两位十六进制数字";
    Pieceoftotal = "pieceoftotal", "wrong_piece_of_total", "no piece of a total, such as 0102", "应为“第几件”加“总件数”，如 0102";
    Posinseqslash = "posinseqslash", "wrong_position", "no position in a sequence, such as 1/2", "应为“第几/共几”，如 1/2";
    Ss = "ss", "no_such_time", "no second from 00 to 59", "秒应为 00–59";
    Winding = "winding", "wrong_winding", "none of the winding directions 0, 1 and 9", "卷绕方向应为 0、1 或 9";
    Yesno = "yesno", "not_yes_or_no", "neither 0 nor 1", "应为 0（否）或 1（是）";
    Yymmd0 = "yymmd0", "no_such_date", "no date YYMMDD", "日期应为 YYMMDD 格式的真实日期（日可为 00）";
    Yymmdd = "yymmdd", "no_such_date", "no date YYMMDD", "日期应为 YYMMDD 格式的真实日期";
    Yyyymmdd = "yyyymmdd", "no_such_date", "no date YYYYMMDD", "日期应为 YYYYMMDD 格式的真实日期";
    Zero = "zero", "not_zero", "something else than zero", "此处只能是 0";
}
