use super::{ProductRecord, judge::breaches, rule::Rule};
use chrono::NaiveDate;
use identifiers::{Warning, ccc::CccNumber, licence::ProductionLicence, standard::StandardNo};
use kernel::Lang;
use web::FieldWarning;

/// What looks doubtful in a record and may be right.
pub(super) fn warnings(p: &ProductRecord, today: NaiveDate, lang: Lang) -> Vec<FieldWarning> {
    let mut found = vec![];
    let mut warn = |pointer: &str, list: Vec<Warning>| {
        found.extend(list.iter().map(|w| FieldWarning::of(pointer, w, lang)));
    };
    warn("/trace_code", p.trace_code.warnings());
    for (i, text) in p.standards.iter().enumerate() {
        warn(&format!("/standards/{i}"), standard_warnings(&text.0));
    }
    if let Some(number) = &p.licence_number {
        warn("/licence_number", licence_warnings(number));
    }
    let advised = Rule::ALL.iter().filter(|rule| rule.is_advice());
    let broken = advised.flat_map(|rule| breaches(*rule, p, today));
    let doubts = broken.map(|breach| FieldWarning {
        message: breach.mending(lang).to_owned(),
        code: breach.rule.code().to_owned(),
        pointer: breach.pointer,
    });
    for (i, linked) in p.linked_codes.iter().enumerate() {
        warn(&format!("/linked_codes/{i}/code"), linked.warnings());
    }
    found.extend(doubts);
    found
}

/// What is said of a GPC code that is in no classification.
pub(super) fn unknown_gpc(code: &str, lang: Lang) -> FieldWarning {
    FieldWarning {
        pointer: "/gpc_code".to_owned(),
        code: "product.gpc_unknown".to_owned(),
        message: match lang {
            Lang::Zh => format!("GPC 分类代码 {code} 不在 GS1 全球产品分类中，请核对，或按名称查找后选择"),
            Lang::En => {
                format!("{code} is not in GS1's Global Product Classification; check it, or search by name")
            }
        },
    }
}

fn standard_warnings(text: &str) -> Vec<Warning> {
    match StandardNo::parse(text) {
        Ok(standard) => standard.warnings(),
        Err(_) => vec![Warning::UnusualShape {
            subject: identifiers::Subject::StandardNo,
            example: "GB/T 5849-2016",
        }],
    }
}

/// The field takes a production licence or a CCC certificate; what is neither is only doubtful.
fn licence_warnings(number: &str) -> Vec<Warning> {
    match (
        ProductionLicence::parse(number),
        CccNumber::parse_with_version(number),
    ) {
        (Ok(_), _) => vec![],
        (_, Ok((ccc, _))) => ccc.warnings(),
        _ => vec![Warning::UnusualShape {
            subject: identifiers::Subject::ProductionLicence,
            example: "XK06-001-00001",
        }],
    }
}
