use super::{glyph, words::Words};
use crate::Verdict;
use maud::{Markup, html};

/// The number of the state's line for consumers, in all of China.
const CONSUMER_LINE: &str = "12315";

/// What a form begins with when it is opened from a code that may be a counterfeit's.
const AS_COUNTERFEIT: &str = "?kind=counterfeit";

/// Whether somebody who holds the product should tell of it, rather than ask.
pub(super) fn is_suspect(verdict: Verdict) -> bool {
    matches!(
        verdict,
        Verdict::NotIssued | Verdict::Voided | Verdict::Unknown | Verdict::Malformed
    )
}

/// The way to the maker: to ask, or to tell of what looks like a counterfeit.
pub(super) fn to_maker(form: &str, verdict: Verdict, w: &Words) -> Markup {
    let (query, text, hint) = match is_suspect(verdict) {
        true => (AS_COUNTERFEIT, w.report, w.report_hint),
        false => ("", w.feedback, w.feedback_hint),
    };
    html! {
        a.ask.card href={ (form) (query) } rel="nofollow" {
            (glyph::speech()) span { (text) small { (hint) } } (glyph::forth())
        }
    }
}

/// The way to the authorities, for codes of which nobody here is the maker.
pub(super) fn to_authorities(w: &Words) -> Markup {
    html! {
        a.ask.card href={ "tel:" (CONSUMER_LINE) } {
            (glyph::speech()) span { (w.report) small { (w.report_line) } } (glyph::forth())
        }
    }
}
