use crate::Error;
use identifiers::{Explain, Gtin, Warning, ccc::CccNumber, ecode::Ecode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

kernel::codes! {
    /// A scheme of tracing, which says what a trace code is 追溯技术方案 (F142).
    pub enum TraceScheme {
        Gs1 = "gs1", "商品条码/商品二维码", "GTIN";
        Ecode = "ecode", "物联网标识编码（Ecode）", "Ecode";
        DigitalIdentity = "digital_identity", "数字身份码", "digital identity code";
        Ccc = "ccc", "强制性产品认证（CCC）编码", "CCC certificate";
    }
}

/// What a product is called in another scheme (decision C8). The registries of those schemes hand the codes out; here
/// they are only kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkedCode {
    /// 追溯技术方案
    pub scheme: TraceScheme,
    /// 编码
    ///
    /// 由相应登记机构分配；商品条码核对校验位，CCC 证书编号须为 16 位。
    #[schema(min_length = 1, max_length = 128, example = "6901234567908")]
    pub code: String,
}

impl LinkedCode {
    /// What cannot be true of it, with where it stands.
    fn check(&self, pointer: &str) -> Result<(), Error> {
        match self.scheme {
            TraceScheme::Gs1 => Gtin::parse(&self.code).map(drop),
            TraceScheme::Ecode => Ecode::parse(&self.code).map(drop),
            TraceScheme::Ccc => CccNumber::parse_with_version(&self.code).map(drop),
            // No rule of this scheme is public.
            TraceScheme::DigitalIdentity => Ok(()),
        }
        .map_err(|why| Error::LinkedCode {
            pointer: format!("{pointer}/code"),
            reason: why.zh(),
            reason_en: why.to_string(),
        })
    }

    /// What looks doubtful and may be right.
    pub(super) fn warnings(&self) -> Vec<Warning> {
        match self.scheme {
            TraceScheme::Ecode => Ecode::parse(&self.code).map_or_else(|_| vec![], |e| e.warnings()),
            TraceScheme::Ccc => {
                CccNumber::parse_with_version(&self.code).map_or_else(|_| vec![], |(ccc, _)| ccc.warnings())
            }
            TraceScheme::Gs1 | TraceScheme::DigitalIdentity => vec![],
        }
    }
}

/// Refuses codes that cannot be, and the same one twice.
pub(super) fn check(codes: &[LinkedCode]) -> Result<(), Error> {
    for (i, code) in codes.iter().enumerate() {
        let pointer = format!("/linked_codes/{i}");
        code.check(&pointer)?;
        if codes.iter().take(i).any(|former| former == code) {
            return Err(Error::LinkedCodeTwice {
                pointer: format!("{pointer}/code"),
            });
        }
    }
    Ok(())
}
