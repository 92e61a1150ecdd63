use crate::{Error, reference::TraceScheme};
use identifiers::{Explain, Gtin, Warning, ccc::CccNumber, ecode::Ecode};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// A code of the product in another tracing scheme (decision C8). The registries of those schemes hand the codes out;
/// here they are only kept.
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
    /// What tells the code from others of its scheme; one that cannot be read is told by itself.
    pub(crate) fn key(&self) -> String {
        self.read().map_or_else(|_| self.code.clone(), |(_, key)| key)
    }

    /// The code as its scheme writes it, and what tells it from others.
    fn read(&self) -> Result<(String, String), identifiers::Error> {
        let (code, key) = match self.scheme {
            TraceScheme::Gs1 => {
                let gtin = Gtin::parse(&self.code)?;
                (gtin.entered().to_owned(), gtin.gtin14().to_owned())
            }
            TraceScheme::Ecode => {
                let code = Ecode::parse(&self.code)?.as_str().to_owned();
                (code.clone(), code)
            }
            TraceScheme::Ccc => {
                let (ccc, _version) = CccNumber::parse_with_version(&self.code)?;
                (self.code.trim().to_owned(), ccc.as_str().to_owned())
            }
            // No rule of this scheme is public.
            TraceScheme::DigitalIdentity => (self.code.trim().to_owned(), self.code.trim().to_owned()),
        };
        Ok((code, key))
    }

    /// Warnings about values that look doubtful and may be right.
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

/// The codes as their schemes write them. What cannot be is refused, and so is the same one twice.
pub(super) fn admit(codes: Vec<LinkedCode>) -> Result<Vec<LinkedCode>, Error> {
    let (mut admitted, mut seen) = (vec![], HashSet::new());
    for (i, given) in codes.into_iter().enumerate() {
        let pointer = format!("/linked_codes/{i}/code");
        let (code, key) = match given.read() {
            Ok(read) => read,
            Err(why) => {
                return Err(Error::LinkedCode {
                    pointer,
                    reason: why.zh(),
                    reason_en: why.to_string(),
                });
            }
        };
        if !seen.insert((given.scheme, key)) {
            return Err(Error::LinkedCodeTwice { pointer });
        }
        admitted.push(LinkedCode {
            scheme: given.scheme,
            code,
        });
    }
    Ok(admitted)
}

/// How many bytes of codes a product is found by: the text that is searched is part of indexes, which have a limit.
const SEARCHED: usize = 800;

/// The codes a product is found by: the first ones.
pub(super) fn searched(codes: &[LinkedCode]) -> impl Iterator<Item = String> {
    let mut room = SEARCHED;
    // Of a GTIN all fourteen digits, in which its shorter forms are found too.
    let text = |l: &LinkedCode| match l.scheme {
        TraceScheme::Gs1 => l.key(),
        _ => l.code.clone(),
    };
    codes.iter().map(text).take_while(move |code| {
        let fits = code.len() < room;
        room = room.saturating_sub(code.len() + 1);
        fits
    })
}
