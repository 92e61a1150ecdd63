use super::{glyph, words::Words};
use crate::{Answer, Verdict, answer::Hint};
use facts::Level;
use kernel::Lang;
use maud::{Markup, html};

/// What a reader sees first: one look of its own for each thing we can say.
struct Face {
    /// The class of the card, and the name of its sign.
    name: &'static str,
    headline: &'static str,
    text: &'static str,
}

/// The card that says what we can say of the code.
pub(super) fn card(answer: &Answer<'_>, lang: Lang, w: &Words) -> Markup {
    let face = face(answer, lang);
    html! {
        section class={ "verdict " (face.name) } aria-labelledby="verdict" {
            div.says {
                (glyph::sign(face.name))
                div {
                    h1 #verdict { (face.headline) }
                    p { (face.text) }
                    @if let Some(detail) = &answer.detail { p.detail { (w.reason) "：" (detail) } }
                    @if let Some(advice) = &answer.advice { p.detail { (w.advice) "：" (advice) } }
                }
            }
            @if let (Some(scans), Some(first)) = (answer.scans, answer.first_scanned_at) {
                dl.tally {
                    div { dt { (w.counted) } dd { (scans) } }
                    div { dt { (w.first_scan) } dd { (w.time(first)) } }
                }
                p.scans { (w.scanned(answer.level == Some(Level::Unit), scans)) }
            }
        }
        @for hint in answer.hints.iter().filter(|n| **n != Hint::Expired || face.name != "expired") {
            p.notice role="note" { (hint.label(lang)) }
        }
    }
}

/// The card for when nothing can be said.
pub(super) fn sorry(headline: &str, text: &str) -> Markup {
    html! {
        section.verdict.unavailable {
            div.says { (glyph::sign("unavailable")) div { h1 { (headline) } p { (text) } } }
        }
    }
}

fn face(answer: &Answer<'_>, lang: Lang) -> Face {
    let is_expired = answer.verdict == Verdict::Valid && answer.hints.contains(&Hint::Expired);
    let (name, headline, text) = match lang {
        _ if is_expired => expired(lang),
        Lang::Zh => zh(answer.verdict, answer.level),
        Lang::En => en(answer.verdict, answer.level),
    };
    Face { name, headline, text }
}

fn expired(lang: Lang) -> (&'static str, &'static str, &'static str) {
    match lang {
        Lang::Zh => (
            "expired",
            "产品已过有效期",
            "码已登记，但产品已超过企业标示的有效期，请勿食用或使用。",
        ),
        Lang::En => (
            "expired",
            "Past its expiry date",
            "The code is registered, but the product is past the date its maker gave. Do not use it.",
        ),
    }
}

fn zh(verdict: Verdict, level: Option<Level>) -> (&'static str, &'static str, &'static str) {
    match verdict {
        Verdict::Valid => (
            "valid",
            "码已登记，状态有效",
            match level {
                Some(Level::Unit) => "该序列号由下列企业登记，对应唯一一件产品。",
                Some(Level::Batch) => "该批次由下列企业登记；同一批次的产品使用同一个码。",
                _ => "该产品由下列企业登记；同一产品使用同一个码，不能区分单件。",
            },
        ),
        Verdict::Inactive => (
            "inactive",
            "该码未激活",
            "企业已登记该码，但产品尚未通过审核或尚未激活。如在市场上见到标有此码的产品，请联系生产企业核实。",
        ),
        Verdict::Voided => (
            "voided",
            "该码已作废",
            "企业已停用该码。请勿购买或使用标有此码的产品，并联系生产企业核实。",
        ),
        Verdict::Recalled => (
            "recalled",
            "该产品正在召回",
            "企业正在召回标有此码的产品。请停止使用，并按下面的建议处理。",
        ),
        Verdict::Undecided => (
            "unavailable",
            "暂时无法判断",
            "该码已登记，但其状态暂时无法读取，不能判断是否有效。请稍后再查，或联系生产企业核实。",
        ),
        Verdict::NotIssued => (
            "not-issued",
            "未赋码",
            "产品已登记，但企业从未赋出这个批次号或序列号，请谨防假冒。",
        ),
        Verdict::Unknown => (
            "unknown",
            "未登记的码",
            "本平台没有登记这个码。它可能属于其他平台，也可能不是真实的追溯码。",
        ),
        Verdict::Malformed => (
            "malformed",
            "无法识别的码",
            "这个地址不是有效的产品追溯码，请重新扫描完整、清晰的码。",
        ),
    }
}

fn en(verdict: Verdict, level: Option<Level>) -> (&'static str, &'static str, &'static str) {
    match verdict {
        Verdict::Valid => (
            "valid",
            "Registered and valid",
            match level {
                Some(Level::Unit) => "This serial was registered by the maker below for one single item.",
                Some(Level::Batch) => {
                    "This batch was registered by the maker below; all items of a batch share its code."
                }
                _ => {
                    "This product was registered by the maker below; all items share its code and cannot be told apart."
                }
            },
        ),
        Verdict::Inactive => (
            "inactive",
            "Not activated yet",
            "The maker registered this code, but its product is not reviewed or not activated. If you found it on a \
             product on sale, ask the maker.",
        ),
        Verdict::Voided => (
            "voided",
            "This code is void",
            "The maker ended this code. Do not buy or use a product that carries it; ask the maker.",
        ),
        Verdict::Recalled => (
            "recalled",
            "Recalled by its maker",
            "The maker is recalling the products that carry this code. Stop using it and do as it advises below.",
        ),
        Verdict::Undecided => (
            "unavailable",
            "Cannot be judged now",
            "The code is registered, but its state cannot be read at the moment. Scan it again later, or ask the maker.",
        ),
        Verdict::NotIssued => (
            "not-issued",
            "Never issued",
            "The product is registered, but its maker never issued this batch or serial. Beware of counterfeits.",
        ),
        Verdict::Unknown => (
            "unknown",
            "Not registered here",
            "This platform does not know this code. It may belong to another one, or be no real code.",
        ),
        Verdict::Malformed => (
            "malformed",
            "Not a product code",
            "This address is no valid product code. Scan the whole code again.",
        ),
    }
}
