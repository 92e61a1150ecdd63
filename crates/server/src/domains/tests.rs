use super::DOMAINS;
use crate::domain::{Domain, Holder, judge, notices};
use enterprise::profile::Contacts;
use kernel::{ErrorEntry, Kind};
use notify::{DeclaredNotices, Notices, RegistryError};
use web::Tag;

const RIVAL: Domain = Domain {
    name: "rival",
    routes: |_| {},
    documents: &[],
    tags: &[],
    errors: &[],
    rights: &[],
    slots: &[],
    notices: &[],
    sources: Ok,
    holds: &[],
    work: |runner, _| runner,
};

const fn line(kind: Kind, en: &'static str) -> ErrorEntry {
    ErrorEntry {
        code: "rival.lost",
        kind,
        en,
        zh: "已失去",
    }
}

fn refused(rival: Domain) -> String {
    let all: Vec<Domain> = DOMAINS.iter().map(copy).chain([rival]).collect();
    judge(&all).unwrap_err().to_string()
}

fn copy(d: &Domain) -> Domain {
    Domain { ..*d }
}

#[test]
fn the_crates_of_the_program_go_together() {
    assert_eq!(judge(DOMAINS), Ok(()));
}

#[test]
fn what_is_registered_twice_is_named() {
    let tags = &[Tag {
        name: "products",
        zh: "产品",
        text: "另一种产品",
    }];
    assert_eq!(
        refused(Domain { tags, ..RIVAL }),
        "the tag products is registered twice"
    );
    let rights: &[(Holder, &[&str])] = &[(Holder::Operators, &["product.read"])];
    assert_eq!(
        refused(Domain { rights, ..RIVAL }),
        "the right product.read is registered twice"
    );
    let slots = product::slots::ALL;
    assert_eq!(
        refused(Domain { slots, ..RIVAL }),
        "the upload slot product_picture is registered twice"
    );
    let name = "scan";
    assert_eq!(
        refused(Domain { name, ..RIVAL }),
        "the domain scan is registered twice"
    );
    const KINDS: &[&[ErrorEntry]] = &[&[line(Kind::Conflict, "lost")], &[line(Kind::Invalid, "lost")]];
    let errors = KINDS;
    assert_eq!(
        refused(Domain { errors, ..RIVAL }),
        "the error code rival.lost is registered twice"
    );
    const WORDS: [&[&[ErrorEntry]]; 2] = [
        &[&[line(Kind::Conflict, "lost")]],
        &[&[line(Kind::Conflict, "gone")]],
    ];
    let [one, other] = WORDS.map(|errors| Domain { errors, ..RIVAL });
    let name = "other";
    assert_eq!(
        judge(&[one, Domain { name, ..other }]).unwrap_err().to_string(),
        "the error code rival.lost is registered twice"
    );
}

#[test]
fn a_code_may_be_shared_with_its_meaning_and_a_right_be_given_to_several() {
    const ERRORS: &[&[ErrorEntry]] = &[&[line(Kind::Conflict, "lost")], &[line(Kind::Conflict, "gone")]];
    let rights: &[(Holder, &[&str])] = &[
        (Holder::Producers, &["rival.read"]),
        (Holder::Operators, &["rival.read"]),
    ];
    let rival = Domain {
        errors: ERRORS,
        rights,
        ..RIVAL
    };
    let all: Vec<Domain> = DOMAINS.iter().map(copy).chain([rival]).collect();
    assert_eq!(judge(&all), Ok(()));
}

#[test]
fn notices_of_a_domain_that_stands_twice_are_refused_with_the_name_of_what_they_repeat() {
    let kindless = DeclaredNotices {
        kinds: &[],
        ..scan::NOTICES
    };
    for (repeated, error) in [
        (enterprise::NOTICES, RegistryError::KindTwice("expiry")),
        (kindless, RegistryError::TextTwice("feedback_received")),
    ] {
        let mut all = notices(DOMAINS);
        assert!(Notices::collect(&all, Contacts).is_ok());
        all.push(repeated);
        assert_eq!(Notices::collect(&all, Contacts).unwrap_err(), error);
    }
}
