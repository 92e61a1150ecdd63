use super::{sent::Sent, service::About};
use crate::feedback::{FeedbackKind, shell, words::Words};
use kernel::Lang;
use maud::{Markup, html};
use web::Problem;

/// What a page shows besides the empty form.
#[derive(Debug, Default)]
pub(super) struct Draft {
    kind: String,
    text: String,
    contact: String,
    token: String,
    problem: Option<Problem>,
}

impl Draft {
    /// What was typed, beside a form that was refused.
    pub(super) fn of(sent: &Sent) -> Self {
        Self {
            kind: sent.typed("kind").to_owned(),
            text: sent.typed("text").to_owned(),
            contact: sent.typed("contact").to_owned(),
            token: sent.typed("form_token").to_owned(),
            problem: None,
        }
    }

    /// The empty form, with the kind its address asks for already chosen.
    pub(super) fn begun(query: &str) -> Self {
        let mut asked = url::form_urlencoded::parse(query.as_bytes());
        let kind = asked
            .find(|(name, _)| name == "kind")
            .map(|(_, kind)| kind.into_owned());
        Self {
            kind: kind.unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The token it came with.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// The same with the reason why it was refused.
    pub(super) fn refused(self, problem: Problem) -> Self {
        Self {
            problem: Some(problem),
            ..self
        }
    }

    /// What is wrong at a field, its parts included.
    fn wrong(&self, field: &str, lang: Lang) -> Vec<&str> {
        let errors = self.problem.iter().flat_map(|p| p.errors());
        let here = errors.filter(|e| at(&e.pointer) == field);
        here.map(|e| e.text(lang)).collect()
    }

    /// What is wrong with no field that people see.
    fn alert(&self, lang: Lang) -> Option<&str> {
        let problem = self.problem.as_ref()?;
        let seen = |pointer: &str| SEEN.contains(&at(pointer));
        match problem.errors() {
            [] => Some(problem.detail(lang)),
            errors if errors.iter().all(|e| seen(&e.pointer)) => None,
            errors => errors.iter().find(|e| !seen(&e.pointer)).map(|e| e.text(lang)),
        }
    }
}

/// The fields that show their own errors.
const SEEN: [&str; 4] = ["kind", "text", "contact", "pictures"];

/// The field a pointer lies in.
fn at(pointer: &str) -> &str {
    pointer
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or_default()
}

/// Where a form is sent, where receipts are, and what makes the form ours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends<'a> {
    pub(super) action: &'a str,
    pub(super) receipts: &'a str,
    pub(super) token: &'a str,
}

pub(super) fn render(about: &About, draft: &Draft, ends: Ends<'_>, lang: Lang) -> String {
    let w = Words::of(lang);
    let content = html! {
        section.card {
            h1 { (w.feedback) }
            (subject(about, w))
        }
        @if draft.problem.is_some() {
            div.alert role="alert" {
                strong { (w.not_sent) }
                (draft.alert(lang).unwrap_or(w.mend)) " "
                (w.choose_again)
            }
        }
        form.fill.card method="post" enctype="multipart/form-data" action=(ends.action) {
            input type="hidden" name="form_token" value=(ends.token);
            (kinds(draft, w))
            (text(draft, w))
            (contact(draft, w))
            (pictures(draft, w))
            div.trap aria-hidden="true" {
                label { (w.trap) input type="text" name="website" tabindex="-1" autocomplete="off"; }
            }
            button type="submit" { (w.send) }
            p.soft { (w.privacy) }
        }
        (shell::lookup(ends.receipts, "", None, w))
    };
    shell::shell(w.feedback, w, &content)
}

fn subject(about: &About, w: &Words) -> Markup {
    let (product, maker) = (&about.found.snapshot.product, &about.found.snapshot.maker);
    let name = about.product().map(|p| p.name.as_str());
    html! {
        p.about {
            @if let Some(name) = name { strong { (name) } br; }
            (w.trace_code) " " (product.trace_code)
            @if let Some(no) = about.batch_no() { br; (w.batch_no) " " (no) }
            @if let Some(serial) = about.key.serial() { br; (w.serial) " " (serial) }
            br; (w.to) " " (maker.name)
        }
    }
}

fn kinds(draft: &Draft, w: &Words) -> Markup {
    let wrong = draft.wrong("kind", w.lang);
    html! {
        fieldset aria-describedby=[described("kind", &wrong)] {
            legend { (w.kind) }
            div.kinds.bad[!wrong.is_empty()] {
                @for kind in FeedbackKind::ALL {
                    label {
                        input type="radio" name="kind" value=(kind.as_str()) required
                            checked[draft.kind == kind.as_str()];
                        span { (kind.label(w.lang)) }
                    }
                }
            }
            (said("kind", &wrong))
        }
    }
}

fn text(draft: &Draft, w: &Words) -> Markup {
    let wrong = draft.wrong("text", w.lang);
    html! {
        div {
            label.title for="text" { (w.text) }
            textarea #text name="text" required minlength="5" rows="5" aria-invalid=[invalid(&wrong)]
                aria-describedby=(hinted("text", &wrong)) { (draft.text) }
            p.hint #text-hint { (w.text_hint) }
            (said("text", &wrong))
        }
    }
}

fn contact(draft: &Draft, w: &Words) -> Markup {
    let wrong = draft.wrong("contact", w.lang);
    html! {
        div {
            label.title for="contact" { (w.contact) span.optional { (w.optional) } }
            input #contact type="text" name="contact" value=(draft.contact) autocomplete="off"
                aria-invalid=[invalid(&wrong)] aria-describedby=(hinted("contact", &wrong));
            p.hint #contact-hint { (w.contact_hint) }
            (said("contact", &wrong))
        }
    }
}

fn pictures(draft: &Draft, w: &Words) -> Markup {
    let wrong = draft.wrong("pictures", w.lang);
    html! {
        div {
            label.title for="pictures" { (w.pictures) span.optional { (w.optional) } }
            input #pictures type="file" name="pictures" accept="image/jpeg,image/png" multiple
                aria-invalid=[invalid(&wrong)] aria-describedby=(hinted("pictures", &wrong));
            p.hint #pictures-hint { (w.pictures_hint) }
            (said("pictures", &wrong))
        }
    }
}

/// What is wrong with a field, beside it.
fn said(field: &str, wrong: &[&str]) -> Markup {
    html! {
        @if !wrong.is_empty() {
            div #{ (field) "-wrong" } { @for text in wrong { p.wrong { (text) } } }
        }
    }
}

fn invalid(wrong: &[&str]) -> Option<&'static str> {
    (!wrong.is_empty()).then_some("true")
}

fn described(field: &str, wrong: &[&str]) -> Option<String> {
    (!wrong.is_empty()).then(|| format!("{field}-wrong"))
}

fn hinted(field: &str, wrong: &[&str]) -> String {
    match described(field, wrong) {
        Some(wrong) => format!("{wrong} {field}-hint"),
        None => format!("{field}-hint"),
    }
}
