//! Events as people read them.

use super::{CodeEvent, EventKind, EventView, store::Told};
use identifiers::serial::Span;
use kernel::Lang;

/// Events as their maker reads them.
#[must_use]
pub fn views(found: Vec<Told>, lang: Lang) -> Vec<EventView> {
    found.into_iter().map(|told| view(told, lang)).collect()
}

fn view((event, name): Told, lang: Lang) -> EventView {
    let span = span_of(&event);
    let platform = match lang {
        Lang::Zh => "平台",
        Lang::En => "platform",
    };
    let read = event.detail();
    let is_platforms = event.kind.known().is_some_and(EventKind::is_platforms);
    EventView {
        is_unreadable: event.kind.is_unknown()
            || read
                .as_ref()
                .is_some_and(|r| r.is_newer || !r.unreadable.is_empty()),
        detail: read.and_then(|r| r.value),
        id: event.id,
        kind: event.kind,
        first_serial: span.as_ref().map(Span::first_serial),
        last_serial: span.as_ref().map(Span::last_serial),
        reason: event.reason,
        made_by: match (&event.account_id, is_platforms) {
            (_, true) => Some(platform.to_owned()),
            _ => name,
        },
        made_at: event.made_at,
    }
}

/// The units an event is about.
fn span_of(event: &CodeEvent) -> Option<Span> {
    Some(Span {
        prefix: event.prefix.clone()?,
        width: event.width?,
        first: event.first_number?,
        last: event.last_number?,
    })
}
