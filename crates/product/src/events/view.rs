//! Events as people read them.

use super::{CodeEvent, EventDetail, EventKind, EventView, store::Told};
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
    let is_unreadable = event.kind.is_unknown()
        || read
            .as_ref()
            .is_some_and(|r| r.is_newer || !r.unreadable.is_empty());
    let detail = read.and_then(|r| r.value);
    let ends = match (&span, &detail) {
        (Some(span), _) => Some((span.first_serial(), span.last_serial())),
        (None, Some(EventDetail::UnitsMoved(m))) => Some((m.first_serial.clone(), m.last_serial.clone())),
        (None, _) => None,
    };
    let is_platforms = event.kind.known().is_some_and(EventKind::is_platforms);
    EventView {
        is_unreadable,
        first_serial: ends.clone().map(|(first, _)| first),
        last_serial: ends.map(|(_, last)| last),
        detail,
        id: event.id,
        kind: event.kind,
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
