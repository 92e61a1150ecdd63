//! Files the classification comes in: the JSON that GS1 publishes, and a table.

use super::{Entry, SEGMENTS, model::LEVELS};
use serde::Deserialize;
use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

/// Reasons a file cannot be read as the classification.
#[derive(Debug, thiserror::Error)]
pub enum BadFile {
    /// It cannot be read.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// Not JSON, or not GS1's.
    #[error("this is not the JSON that GS1 publishes (an object with \"Schema\", a list of segments): {0}")]
    Json(#[from] serde_json::Error),
    /// Not the table.
    #[error("line {line}: {why}")]
    Table {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// GS1's file: `{"LanguageCode":"EN", "Schema":[{"Level":1, "Code":10000000, "Title":"…", "Childs":[…]}]}`.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Published {
    #[serde(default)]
    language_code: String,
    schema: Vec<Node>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Node {
    level: i64,
    code: Code,
    title: String,
    #[serde(default = "yes")]
    active: bool,
    #[serde(default, alias = "Children")]
    childs: Option<Vec<Node>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Code {
    Number(u64),
    Text(String),
}

const fn yes() -> bool {
    true
}

/// The entries a file holds: a `.csv` is the table, anything else GS1's JSON.
///
/// # Errors
/// Why it is not the classification.
pub fn read(path: &Path) -> Result<Vec<Entry>, BadFile> {
    let file = File::open(path)?;
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv")) {
        let mut text = String::new();
        BufReader::new(file).read_to_string(&mut text)?;
        return from_table(&text);
    }
    from_published(BufReader::new(file))
}

fn from_published(source: impl Read) -> Result<Vec<Entry>, BadFile> {
    let published: Published = serde_json::from_reader(source)?;
    let is_chinese = published.language_code.to_ascii_uppercase().starts_with("ZH");
    let mut found = vec![];
    for segment in published.schema {
        collect(segment, None, is_chinese, &mut found);
    }
    Ok(found)
}

/// Attributes of bricks, which stand below them, are no entries.
fn collect(node: Node, parent: Option<&str>, is_chinese: bool, found: &mut Vec<Entry>) {
    if node.level > LEVELS || !node.active {
        return;
    }
    let code = match node.code {
        Code::Number(n) => format!("{n:08}"),
        Code::Text(text) => text.trim().to_owned(),
    };
    let given = node.title.trim().to_owned();
    let ours = SEGMENTS.iter().find(|(c, _, _)| *c == code);
    let (title, title_en) = match is_chinese {
        true => (given, ours.map(|o| o.2.to_owned()).unwrap_or_default()),
        false => (ours.map_or_else(|| given.clone(), |o| o.1.to_owned()), given),
    };
    found.push(Entry {
        code: code.clone(),
        level: node.level,
        parent: parent.map(str::to_owned),
        title,
        title_en,
    });
    for child in node.childs.unwrap_or_default() {
        collect(child, Some(&code), is_chinese, found);
    }
}

/// A table with the columns `code,title,title_en,parent`; above each entry comes the one it is below.
fn from_table(text: &str) -> Result<Vec<Entry>, BadFile> {
    let mut rows = rows(text.trim_start_matches('\u{feff}')).into_iter();
    let bad = |line, why| BadFile::Table { line, why };
    let header = rows.next().map(|(_, cells)| cells.join(","));
    if header.as_deref() != Some("code,title,title_en,parent") {
        return Err(bad(1, "the first line must be code,title,title_en,parent"));
    }
    let mut found: Vec<Entry> = vec![];
    for (line, cells) in rows {
        let [code, title, title_en, parent] =
            <[String; 4]>::try_from(cells).or(Err(bad(line, "four cells are needed")))?;
        let level = match parent.is_empty() {
            true => 1,
            false => {
                1 + found
                    .iter()
                    .rfind(|e| e.code == parent)
                    .ok_or(bad(line, "the parent does not come before its child"))?
                    .level
            }
        };
        found.push(Entry {
            code,
            level,
            parent: Some(parent).filter(|p| !p.is_empty()),
            title,
            title_en,
        });
    }
    Ok(found)
}

/// Lines of cells by RFC 4180, with the number of each; blank lines are left out.
fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
    let (mut all, mut row, mut cell) = (vec![], vec![], String::new());
    let (mut line, mut began, mut is_quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell).trim().to_owned()),
            '\n' if !is_quoted => {
                line += 1;
                row.push(std::mem::take(&mut cell).trim().to_owned());
                all.push((began, std::mem::take(&mut row)));
                began = line;
            }
            '\r' if !is_quoted => {}
            c => {
                line += usize::from(c == '\n');
                cell.push(c);
            }
        }
    }
    row.push(cell.trim().to_owned());
    all.push((began, row));
    all.retain(|(_, cells)| cells.iter().any(|c| !c.is_empty()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"LanguageCode":"EN","DateUtc":"2026-06-01","Schema":[{"Level":1,"Code":83000000,"Title":"Building Products",
        "TitleEN":"x","Definition":null,"Active":true,"Childs":[{"Level":2,"Code":"83010000","Title":" Building Products ","Childs":[
        {"Level":3,"Code":83010100,"Title":"Boards","Childs":[{"Level":4,"Code":10002000,"Title":"Plywood","Childs":[
        {"Level":5,"Code":20000001,"Title":"Type","Childs":[{"Level":6,"Code":30000001,"Title":"A","Childs":null}]}]},
        {"Level":4,"Code":10002001,"Title":"Gone","Active":false,"Childs":[]}]}]}]}]}"#;

    fn short(e: &Entry) -> (&str, i64, &str, &str, Option<&str>) {
        (&e.code, e.level, &e.title, &e.title_en, e.parent.as_deref())
    }

    #[test]
    fn the_published_file_gives_its_four_levels_without_attributes() {
        let found = from_published(JSON.as_bytes()).unwrap();
        assert_eq!(
            found.iter().map(short).collect::<Vec<_>>(),
            [
                ("83000000", 1, "建筑产品", "Building Products", None),
                (
                    "83010000",
                    2,
                    "Building Products",
                    "Building Products",
                    Some("83000000")
                ),
                ("83010100", 3, "Boards", "Boards", Some("83010000")),
                ("10002000", 4, "Plywood", "Plywood", Some("83010100")),
            ]
        );
    }

    #[test]
    fn a_table_may_quote_and_has_its_parents_first() {
        let text = "\u{feff}code,title,title_en,parent\r\n83000000,建筑产品,Building,\r\n\r\n83010000,\"板材,\"\"木\"\"\",\"Boards, wood\",83000000\r\n";
        let found = from_table(text).unwrap();
        assert_eq!(
            found.iter().map(short).collect::<Vec<_>>(),
            [
                ("83000000", 1, "建筑产品", "Building", None),
                ("83010000", 2, "板材,\"木\"", "Boards, wood", Some("83000000")),
            ]
        );
        let bad = |text: &str| from_table(text).unwrap_err().to_string();
        assert!(bad("code,name\n").starts_with("line 1"));
        assert!(bad("code,title,title_en,parent\n1,a,b,\n\n2,a,b").starts_with("line 4"));
        assert!(bad("code,title,title_en,parent\n2,a,b,1\n").contains("parent"));
    }

    #[test]
    fn anything_else_is_refused() {
        assert!(from_published(&b"[]"[..]).is_err());
        assert!(from_published(&b"{\"Schema\":[{\"Level\":1}]}"[..]).is_err());
    }
}
