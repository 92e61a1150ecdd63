use super::{glyph, words::Words};
use crate::{Answer, Verdict};
use facts::{Finding, Level};
use kernel::Lang;
use maud::{Markup, html};

/// What a reader sees first: one look of its own for each thing we can say.
struct Face {
    /// The class of the card, and the name of its sign.
    name: &'static str,
    headline: &'static str,
    text: &'static str,
}

/// The card that says what we can say of the code, and whatever else is true of it.
pub(super) fn card(answer: &Answer<'_>, lang: Lang, w: &Words) -> Markup {
    let face = face(answer.verdict, answer.level, lang);
    let gravest = answer.findings.first();
    html! {
        section class={ "verdict " (face.name) } aria-labelledby="verdict" {
            div.says {
                (glyph::sign(face.name))
                div {
                    h1 #verdict { (face.headline) }
                    p { (face.text) }
                    @if let Some(which) = gravest.and_then(|f| which(f, w)) { p.detail { (which) } }
                    @if let Some(detail) = &answer.detail { (why(answer.verdict, detail, w)) }
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
        @for finding in answer.findings.iter().skip(1) {
            p.notice role="note" { (also(finding, lang, w)) }
        }
        @if let Some(why) = answer.not_counted {
            p.notice role="note" { (why.label(lang)) (w.full_stop) " " a href="?" rel="nofollow" { (w.count_me) } }
        }
        @for hint in &answer.hints {
            p.notice role="note" { (hint.label(lang)) }
        }
    }
}

/// The reason its maker gives; of what is no code only who asks is told what is wrong with it.
fn why(verdict: Verdict, detail: &str, w: &Words) -> Markup {
    html! {
        @if verdict == Verdict::Malformed {
            details.rest { summary { (w.technical) } p { (detail) } }
        } @else {
            p.detail { (w.reason) "：" (detail) }
        }
    }
}

/// Another thing that is true of the code, in a line.
fn also(finding: &Finding, lang: Lang, w: &Words) -> String {
    let said = |label: &str, text: &Option<String>| text.as_ref().map(|text| format!("{label}：{text}"));
    let level = finding.level.map(|level| reach(level, lang).to_owned());
    let parts = [
        Some(finding.verdict.label(lang).to_owned()),
        level.filter(|_| finding.verdict == Verdict::Voided || finding.verdict == Verdict::Recalled),
        which(finding, w),
        said(w.reason, &finding.reason),
        said(w.advice, &finding.advice),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(w.between)
}

/// What is recalled or voided: this very code, or what it is of.
fn reach(level: Level, lang: Lang) -> &'static str {
    match (level, lang) {
        (Level::Unit, Lang::Zh) => "本件",
        (Level::Batch, Lang::Zh) => "本批次",
        (Level::Product, Lang::Zh) => "该产品",
        (Level::Unit, Lang::En) => "this item",
        (Level::Batch, Lang::En) => "its batch",
        (Level::Product, Lang::En) => "its product",
    }
}

/// Which pack a finding is of, or of how many things.
fn which(finding: &Finding, w: &Words) -> Option<String> {
    let pack = finding.pack.as_ref().map(|pack| {
        let name = pack.product_name.as_deref().unwrap_or(&pack.trace_code);
        format!("{}：{name} {}", w.parent, pack.serial)
    });
    pack.or_else(|| finding.quantity.map(|n| format!("{}：{n}", w.quantity)))
}

/// The card for when nothing can be said.
pub(super) fn sorry(headline: &str, text: &str) -> Markup {
    html! {
        section.verdict.unavailable {
            div.says { (glyph::sign("unavailable")) div { h1 { (headline) } p { (text) } } }
        }
    }
}

fn face(verdict: Verdict, level: Option<Level>, lang: Lang) -> Face {
    let (headline, text) = match lang {
        Lang::Zh => zh(verdict, level),
        Lang::En => en(verdict, level),
    };
    let name = match verdict {
        Verdict::Valid => "valid",
        Verdict::Inactive | Verdict::MakerDisabled => "inactive",
        Verdict::Voided => "voided",
        Verdict::Recalled | Verdict::ContainsRecalled | Verdict::MayContainRecalled | Verdict::InRecalled => {
            "recalled"
        }
        Verdict::Expired | Verdict::ContainsExpired | Verdict::ContainsVoided => "expired",
        Verdict::Undecided => "unavailable",
        Verdict::NotIssued => "not-issued",
        Verdict::Unknown => "unknown",
        Verdict::Malformed => "malformed",
    };
    Face { name, headline, text }
}

fn zh(verdict: Verdict, level: Option<Level>) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Valid => (
            "码已登记，状态有效",
            match level {
                Some(Level::Unit) => "该序列号由下列企业登记，对应唯一一件产品。",
                Some(Level::Batch) => "该批次由下列企业登记；同一批次的产品使用同一个码。",
                _ => "该产品由下列企业登记；同一产品使用同一个码，不能区分单件。",
            },
        ),
        Verdict::Inactive => (
            "该码未激活",
            "企业已登记该码，但产品尚未通过审核或尚未激活。如在市场上见到标有此码的产品，请联系生产企业核实。",
        ),
        Verdict::Voided => (
            "该码已作废",
            "该码已停用。请勿购买或使用标有此码的产品，并联系生产企业核实。",
        ),
        Verdict::Recalled => (
            "该产品正在召回",
            "企业正在召回标有此码的产品。请停止使用，并按下面的建议处理。",
        ),
        Verdict::ContainsRecalled => (
            "内含正在召回的产品",
            "该组合中有企业正在召回的产品。请停止销售和使用，并按下面的建议处理。",
        ),
        Verdict::MayContainRecalled => (
            "可能内含正在召回的产品",
            "该组合按数量装入了产品，其中可能有企业正在召回的部分。请先核对，再销售或使用。",
        ),
        Verdict::InRecalled => (
            "所在组合正在召回",
            "企业正在召回装有该产品的组合。请停止使用，并按下面的建议处理。",
        ),
        Verdict::Expired => (
            "产品已过有效期",
            "码已登记，但产品已超过企业标示的有效期，请勿食用或使用。",
        ),
        Verdict::ContainsExpired => (
            "内含已过有效期的产品",
            "该组合的码有效，但其中有产品已超过企业标示的有效期，请勿食用或使用这些产品。",
        ),
        Verdict::ContainsVoided => (
            "内含已作废的码",
            "该组合的码有效，但其中有产品的码已被企业作废，请与生产企业核实。",
        ),
        Verdict::MakerDisabled => (
            "企业账号已停用",
            "码已登记，但该企业在平台的账号已停用，其信息不再更新。请与生产企业或平台核实。",
        ),
        Verdict::Undecided => (
            "暂时无法判断",
            "该码已登记，但其状态暂时无法读取，不能判断是否有效。请稍后再查，或联系生产企业核实。",
        ),
        Verdict::NotIssued => (
            "企业没有发出过这个码",
            "产品已登记，但企业从未发出这个批次号或序列号，请谨防假冒。",
        ),
        Verdict::Unknown => (
            "查不到这个码",
            "本平台没有登记这个码。它可能属于其他平台，也可能不是真实的追溯码。",
        ),
        Verdict::Malformed => (
            "码不完整或有误",
            "没有读到完整的追溯码。请对准整个码重新扫描；如果是手工输入的，请逐位核对。",
        ),
    }
}

fn en(verdict: Verdict, level: Option<Level>) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Valid => (
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
            "Not activated yet",
            "The maker registered this code, but its product is not reviewed or not activated. If you found it on a \
             product on sale, ask the maker.",
        ),
        Verdict::Voided => (
            "This code is void",
            "This code was ended. Do not buy or use a product that carries it; ask the maker.",
        ),
        Verdict::Recalled => (
            "Recalled by its maker",
            "The maker is recalling the products that carry this code. Stop using it and do as it advises below.",
        ),
        Verdict::ContainsRecalled => (
            "Contains recalled goods",
            "Some of what is in this pack is being recalled by its maker. Do not sell or use it, and do as advised below.",
        ),
        Verdict::MayContainRecalled => (
            "May contain recalled goods",
            "This pack holds goods by number, and some of them may be among those that are being recalled. Check before you \
             sell or use them.",
        ),
        Verdict::InRecalled => (
            "In a recalled pack",
            "The maker is recalling the pack this came in. Stop using it and do as it advises below.",
        ),
        Verdict::Expired => (
            "Past its expiry date",
            "The code is registered, but the product is past the date its maker gave. Do not use it.",
        ),
        Verdict::ContainsExpired => (
            "Contains goods past their expiry date",
            "The code of this pack is valid, but some of what is in it is past the date its maker gave. Do not use that.",
        ),
        Verdict::ContainsVoided => (
            "Contains voided codes",
            "The code of this pack is valid, but its maker ended the codes of some of what is in it. Ask the maker.",
        ),
        Verdict::MakerDisabled => (
            "The maker's account is disabled",
            "The code is registered, but its maker is disabled on this platform, and nothing is kept up to date. Ask the \
             maker or the platform.",
        ),
        Verdict::Undecided => (
            "Cannot be judged now",
            "The code is registered, but its state cannot be read at the moment. Scan it again later, or ask the maker.",
        ),
        Verdict::NotIssued => (
            "Never issued by its maker",
            "The product is registered, but its maker never issued this batch or serial. Beware of counterfeits.",
        ),
        Verdict::Unknown => (
            "This code is not known here",
            "This platform does not know this code. It may belong to another one, or be no real code.",
        ),
        Verdict::Malformed => (
            "The code is incomplete or wrong",
            "No whole product code was read. Scan all of the code again; if you typed it, check each character.",
        ),
    }
}
