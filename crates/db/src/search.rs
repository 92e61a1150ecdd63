use crate::Backend;
use diesel::{
    dsl::{AsExprOf, sql},
    expression::{SqlLiteral, UncheckedBind},
    sql_types::{Bool, Text},
};

diesel::define_sql_function! {
    /// Lower case of ASCII letters, on both databases.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Text as it is compared in searches: lower case, full-width forms folded, runs of blanks as one.
#[must_use]
pub fn fold(text: &str) -> String {
    let half = text.chars().map(|c| match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    });
    half.collect::<String>()
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The pattern for `LIKE … ESCAPE '\'` that finds `text`, folded, anywhere in a folded column.
#[must_use]
pub fn contains_pattern(text: &str) -> String {
    let folded = fold(text);
    let mut pattern = String::with_capacity(folded.len() + 2);
    pattern.push('%');
    for c in folded.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Whether a column holds a folded text somewhere. It says the same as `LIKE '%…%'`, and costs half of it where there is
/// no index to ask and every row is looked at.
pub fn contains(backend: Backend, column: &str, text: &str) -> Contains {
    let position = match backend {
        Backend::Postgres => "strpos",
        Backend::Sqlite => "instr",
    };
    sql::<Bool>(&format!("{position}({column}, "))
        .bind::<Text, _>(fold(text))
        .sql(") > 0")
}

/// What [`contains`] makes.
pub type Contains = SqlLiteral<Bool, UncheckedBind<SqlLiteral<Bool>, AsExprOf<String, Text>>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_case_do_not_matter() {
        assert_eq!(fold("ＡＢＣ　细工木板  X１ "), "abc 细工木板 x1");
    }

    #[test]
    fn wildcards_in_the_text_are_literal() {
        assert_eq!(contains_pattern("50%_\\"), "%50\\%\\_\\\\%");
    }
}
