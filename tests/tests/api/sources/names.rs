//! One word per idea (`docs/names.md`): the words that were given up do not come back.

use super::files::{ROOT, below};
use serde_json::Value;
use std::{fs, path::Path};

/// A word that was given up, the one in use, and the folders where the old one means something else.
const GIVEN_UP: &[(&str, &str, &[&str])] = &[
    ("license_file_id", "licence_file_id", &[]),
    ("license_public", "is_licence_public", &[]),
    ("BusinessLicense", "BusinessLicence", &[]),
    ("reports_public", "is_report_public", &[]),
    ("evidence_public", "is_evidence_public", &[]),
    ("FeedbackStatus", "FeedbackState", &[]),
    ("by_status", "by_state", &[]),
    ("CorrectionLevel", "Correction", &[]),
    ("code_scope", "code_reach", &[]),
    (
        "CodeScope",
        "CodeReach",
        &[
            "crates/identifiers",
            "crates/product/src/prepare.rs",
            "crates/facts/src/preview.rs",
        ],
    ),
    ("ProductVersion", "ProductRevision", &[]),
    ("product_versions", "product_revisions", &[]),
    ("VersionItem", "RevisionItem", &[]),
    ("product_drafts", "product_autosaves", &[]),
    ("ProductDraft", "ProductAutosave", &[]),
    ("DraftView", "AutosaveView", &[]),
    ("ProductSketch", "ProductPreview", &[]),
    ("sketched", "preview_record", &[]),
    ("LivePreview", "ProductPreview", &[]),
    ("TemplateView", "ProductTemplateView", &[]),
    ("TemplateRecord", "ProductTemplateRecord", &[]),
    ("NoticeTemplate", "NoticeText", &[]),
    ("NoticeTemplates", "NoticeTexts", &[]),
    ("NoticeChannel", "NoticeVia", &[]),
    ("FileIssued", "CreateFilingBatch", &[]),
    ("FiledIssued", "FilingBatch", &[]),
    ("BrandEnded", "BrandVoided", &[]),
    ("PublicBrand", "BrandFacts", &[]),
    ("PublicEnterprise", "MakerFacts", &[]),
    ("PublicVideo", "VideoFacts", &[]),
    ("film", "video", &[]),
    ("films", "videos", &[]),
];

#[test]
fn words_that_were_given_up_do_not_come_back() {
    let root = Path::new(ROOT);
    let mut found = vec![];
    for folder in ["crates", "migrations", "frontend/src", "frontend/tests", "tests"] {
        for path in below(&root.join(folder), &["rs", "sql", "ts", "mjs"]) {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            if !name.ends_with("api/sources/names.rs") {
                found.extend(given_up(&name, &fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn given_up(name: &str, text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let lines = text.lines().enumerate();
    let words = lines.flat_map(|(i, line)| line.split(move |c| !is_word(c)).map(move |word| (i + 1, word)));
    words
        .filter_map(|(line, word)| {
            let (old, new, elsewhere) = GIVEN_UP.iter().find(|(old, ..)| *old == word)?;
            let is_other = elsewhere.iter().any(|folder| name.starts_with(folder));
            (!is_other).then(|| format!("{name}:{line}: say {new}, not {old}"))
        })
        .collect()
}

#[test]
fn the_given_up_word_is_found_in_a_line_and_nothing_like_it() {
    assert_eq!(
        given_up("a.rs", "x\nlet film = films_of(filmed);"),
        ["a.rs:2: say video, not film"]
    );
}

/// The names of the API, as `docs/names.md` has them: what holds ids of files says so, what is shown to all is `is_…_public`,
/// and `status`, `color` and `visible` have other words.
#[test]
fn the_document_keeps_to_one_word_per_idea() {
    let text = fs::read_to_string(Path::new(ROOT).join("openapi/openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut wrong = vec![];
    for (schema, value) in document["components"]["schemas"].as_object().unwrap() {
        walk(value, &mut |name, property| {
            wrong.extend(misnamed(schema, name, property))
        });
    }
    for path in document["paths"].as_object().unwrap().keys() {
        let is_old = [
            "license",
            "/status",
            "/history",
            "/versions",
            "-drafts",
            "/issued",
        ]
        .iter();
        wrong.extend(
            is_old
                .filter(|old| path.contains(**old))
                .map(|old| format!("{path} says {old}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Shows every property of a schema, however deep.
fn walk(schema: &Value, show: &mut impl FnMut(&str, &Value)) {
    match schema {
        Value::Object(fields) => {
            for (name, property) in fields
                .get("properties")
                .and_then(Value::as_object)
                .into_iter()
                .flatten()
            {
                show(name, property);
            }
            fields.values().for_each(|v| walk(v, show));
        }
        Value::Array(all) => all.iter().for_each(|v| walk(v, show)),
        _ => {}
    }
}

fn misnamed(schema: &str, name: &str, property: &Value) -> Option<String> {
    let is_id =
        property.to_string().contains("\"#/components/schemas/Id\"") && property.get("properties").is_none();
    let why = match name {
        "status" if schema != "Problem" => "say state; status is HTTP's",
        "color" => "say colour",
        "license" => "say licence",
        "visible" => "say is_public",
        _ if name.ends_with("_public") && !name.starts_with("is_") => "say is_…_public",
        _ if name.ends_with("_off") => "say wants_…",
        _ if is_id
            && name != "id"
            && name != "items"
            && !name.ends_with("_id")
            && !name.ends_with("_ids") =>
        {
            "an id is …_id"
        }
        _ => return None,
    };
    Some(format!("{schema}.{name}: {why}"))
}
