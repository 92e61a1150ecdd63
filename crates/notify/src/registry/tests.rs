use super::*;
use crate::{NoticeVia, address::Addresses};
use db::{Fault, TenantConn};

struct Nowhere;

impl AddressBook for Nowhere {
    fn addresses(&self, _: &mut TenantConn<'_>) -> Result<Addresses, Fault> {
        Ok(Addresses {
            phone: String::new(),
            email: None,
        })
    }
}

const FILING: CodeLabel = CodeLabel {
    code: "filing",
    zh: "生产填报",
    en: "production filing",
};

const DUE: NoticeText = NoticeText {
    code: "filing_due",
    kind: "filing",
    is_urgent: false,
    via: &[NoticeVia::Email],
    title: "待填报",
    text: "请于 {due_on} 前填报。",
    title_en: "Filing due",
    text_en: "Please file by {due_on}.",
    placeholders: &["due_on"],
};

fn filing() -> DeclaredNotices {
    DeclaredNotices {
        kinds: &[FILING],
        to_enterprises: &[DUE],
        to_operators: &[],
    }
}

fn refused(second: DeclaredNotices) -> RegistryError {
    Notices::collect(&[filing(), second], Nowhere).unwrap_err()
}

#[test]
fn domains_are_collected_in_their_order() {
    let notices = Notices::collect(&[filing(), DeclaredNotices::default()], Nowhere).unwrap();
    assert_eq!(notices.kinds(), [FILING]);
    assert_eq!(notices.to_enterprises(), [DUE]);
    let unknown = notices
        .judge_kind(&NoticeKind::from("weather"), "/kind", "类别")
        .unwrap();
    assert_eq!(
        (unknown.pointer.as_str(), &*unknown.code),
        ("/kind", "not_in_list")
    );
    assert!(
        notices
            .judge_text(&NoticeCode::from("filing_due"), "/notice_code", "模板")
            .is_none()
    );
}

#[test]
fn what_stands_twice_is_refused_with_its_name() {
    let kind = DeclaredNotices {
        kinds: &[FILING],
        ..DeclaredNotices::default()
    };
    assert_eq!(refused(kind), RegistryError::KindTwice("filing"));
    for text in [
        DeclaredNotices {
            to_enterprises: &[DUE],
            ..DeclaredNotices::default()
        },
        DeclaredNotices {
            to_operators: &[DUE],
            ..DeclaredNotices::default()
        },
    ] {
        let refused = refused(text);
        assert_eq!(refused, RegistryError::TextTwice("filing_due"));
        assert!(refused.to_string().contains("filing_due"));
    }
}

#[test]
fn a_text_without_a_kind_or_without_its_value_is_refused() {
    const STRAY: NoticeText = NoticeText {
        code: "storm",
        kind: "weather",
        ..DUE
    };
    const SILENT: NoticeText = NoticeText {
        code: "filing_late",
        text_en: "Please file.",
        ..DUE
    };
    let with = |texts| DeclaredNotices {
        to_enterprises: texts,
        ..DeclaredNotices::default()
    };
    assert_eq!(
        refused(with(&[STRAY])),
        RegistryError::KindUnknown {
            text: "storm",
            kind: "weather"
        }
    );
    assert_eq!(
        refused(with(&[SILENT])),
        RegistryError::PlaceholderForgotten {
            text: "filing_late",
            placeholder: "due_on"
        }
    );
}
