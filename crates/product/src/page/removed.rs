use super::allowed::{CLASSES, ELEMENTS, attribute};
use html5ever::tokenizer::Tag;
use kernel::Lang;
use std::collections::BTreeSet;

/// Something the sanitiser takes out of rich text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Removed {
    /// An element; its words stay unless it is one that runs.
    Element(String),
    /// An attribute, such as `onclick` or `style`.
    Attribute(String),
    /// A class that is none of ours.
    Class(String),
    /// A link that is not https, or whose host is doubtful.
    Link(String),
    /// A picture or video that is not a file of ours.
    Media,
}

/// At most this many are named; whoever pastes a whole site need not read a list of it.
pub(super) const MOST: usize = 12;

impl Removed {
    /// Describes the removed part.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Element(name), _) => format!("<{name}>"),
            (Self::Attribute(name), _) => name.clone(),
            (Self::Class(name), _) => format!("class=\"{name}\""),
            (Self::Link(to), Lang::Zh) => format!("不安全的链接 {to}"),
            (Self::Link(to), Lang::En) => format!("an unsafe link {to}"),
            (Self::Media, Lang::Zh) => "站外图片或视频（请先上传到本平台）".to_owned(),
            (Self::Media, Lang::En) => {
                "pictures or videos of other sites (upload them here first)".to_owned()
            }
        }
    }
}

/// Notes what the sanitiser will remove of a tag.
pub(super) fn strange_parts(tag: &Tag, found: &mut BTreeSet<Removed>) {
    let name: &str = &tag.name;
    let Some((_, allowed)) = ELEMENTS.iter().find(|(known, _)| *known == name) else {
        found.insert(Removed::Element(short(name)));
        return;
    };
    for a in &tag.attrs {
        let (attr, value): (&str, &str) = (&a.name.local, &a.value);
        match attr {
            // Links open as the page says, whatever they say.
            "rel" | "target" if name == "a" => {}
            // What an editor writes for a cell that spans nothing.
            "colwidth" if matches!(name, "td" | "th") => {}
            "class" => {
                let known = CLASSES
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map_or(&[][..], |(_, c)| c);
                let strange = value.split_whitespace().filter(|c| !known.contains(c));
                found.extend(strange.map(|c| Removed::Class(short(c))));
            }
            _ if !allowed.contains(&attr) => {
                found.insert(Removed::Attribute(short(attr)));
            }
            _ if attribute(name, attr, value).is_some() => {}
            "href" => {
                found.insert(Removed::Link(short(value)));
            }
            "src" | "poster" => {
                found.insert(Removed::Media);
            }
            _ => {
                found.insert(Removed::Attribute(short(attr)));
            }
        }
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// Describes all removed parts of one text in a sentence.
#[must_use]
pub fn taken_out(removed: &[Removed], lang: Lang) -> String {
    let list: Vec<_> = removed.iter().map(|r| r.label(lang)).collect();
    match lang {
        Lang::Zh => format!("图文内容中不安全或不支持的部分已去除：{}", list.join("、")),
        Lang::En => format!(
            "what is unsafe or not supported was taken out of the rich text: {}",
            list.join(", ")
        ),
    }
}
