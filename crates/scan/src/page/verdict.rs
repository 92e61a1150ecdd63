use super::words::Words;
use crate::{Answer, Verdict};
use coding::resolve::Level;
use kernel::Lang;
use maud::{Markup, PreEscaped, html};

/// The card that says what we can say of the code.
pub(super) fn card(answer: &Answer<'_>, lang: Lang, w: &Words) -> Markup {
    let (face, headline, text) = words(answer.verdict, answer.level, lang);
    html! {
        section class={ "verdict " (face) } {
            (icon(face))
            div {
                h1 { (headline) }
                p { (text) }
                @if let Some(detail) = &answer.detail { p.detail { (w.reason) "：" (detail) } }
                @if let (Some(scans), Some(first)) = (answer.scans, answer.first_scanned_at) {
                    p.scans { (w.scanned(answer.level == Some(Level::Unit), scans, first)) }
                }
            }
        }
        @for notice in &answer.notices { p.notice role="note" { (notice.label(lang)) } }
    }
}

fn words(verdict: Verdict, level: Option<Level>, lang: Lang) -> (&'static str, &'static str, &'static str) {
    match (verdict, lang, level) {
        (Verdict::Valid, Lang::Zh, Some(Level::Unit)) => (
            "good",
            "码已登记，状态有效",
            "该序列号由下列企业登记，对应唯一一件产品。",
        ),
        (Verdict::Valid, Lang::Zh, Some(Level::Batch)) => (
            "good",
            "码已登记，状态有效",
            "该批次由下列企业登记；同一批次的产品使用同一个码。",
        ),
        (Verdict::Valid, Lang::Zh, _) => (
            "good",
            "码已登记，状态有效",
            "该产品由下列企业登记；同一产品使用同一个码，不能区分单件。",
        ),
        (Verdict::Inactive, Lang::Zh, _) => (
            "warn",
            "该码未激活",
            "企业已登记该码，但产品尚未通过审核或尚未激活。如在市场上见到标有此码的产品，请联系生产企业核实。",
        ),
        (Verdict::Voided, Lang::Zh, _) => (
            "bad",
            "该码已作废",
            "企业已停用该码。请勿购买或使用标有此码的产品，并联系生产企业核实。",
        ),
        (Verdict::NotIssued, Lang::Zh, _) => (
            "warn",
            "未赋码",
            "产品已登记，但企业从未赋出这个批次号或序列号，请谨防假冒。",
        ),
        (Verdict::Unknown, Lang::Zh, _) => (
            "warn",
            "未登记的码",
            "本平台没有登记这个码。它可能属于其他平台，也可能不是真实的追溯码。",
        ),
        (Verdict::Malformed, Lang::Zh, _) => (
            "warn",
            "无法识别的码",
            "这个地址不是有效的产品追溯码，请重新扫描完整、清晰的码。",
        ),
        (Verdict::Valid, Lang::En, Some(Level::Unit)) => (
            "good",
            "Registered and valid",
            "This serial was registered by the maker below for one single item.",
        ),
        (Verdict::Valid, Lang::En, Some(Level::Batch)) => (
            "good",
            "Registered and valid",
            "This batch was registered by the maker below; all items of a batch share its code.",
        ),
        (Verdict::Valid, Lang::En, _) => (
            "good",
            "Registered and valid",
            "This product was registered by the maker below; all items share its code and cannot be told apart.",
        ),
        (Verdict::Inactive, Lang::En, _) => (
            "warn",
            "Not activated yet",
            "The maker registered this code, but its product is not reviewed or not activated. If you found it on a product \
             on sale, ask the maker.",
        ),
        (Verdict::Voided, Lang::En, _) => (
            "bad",
            "This code is void",
            "The maker ended this code. Do not buy or use a product that carries it; ask the maker.",
        ),
        (Verdict::NotIssued, Lang::En, _) => (
            "warn",
            "Never issued",
            "The product is registered, but its maker never issued this batch or serial. Beware of counterfeits.",
        ),
        (Verdict::Unknown, Lang::En, _) => (
            "warn",
            "Not registered here",
            "This platform does not know this code. It may belong to another one, or be no real code.",
        ),
        (Verdict::Malformed, Lang::En, _) => (
            "warn",
            "Not a product code",
            "This address is no valid product code. Scan the whole code again.",
        ),
    }
}

fn icon(face: &str) -> Markup {
    let path = match face {
        "good" => "M6 12.5l4 4 8-9",
        "bad" => "M7 7l10 10M17 7L7 17",
        _ => "M12 6v7M12 17v.01",
    };
    html! { (PreEscaped(format!("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"11\"/><path d=\"{path}\"/></svg>"))) }
}
