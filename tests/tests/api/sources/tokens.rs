//! The words of a Rust file, without its comments and texts.

/// A word or a sign, and its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) line: usize,
}

/// Splits a source file. `::` is one sign; a text, a character and a lifetime leave nothing behind.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = vec![];
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let end = match (chars[i], chars.get(i + 1)) {
            ('/', Some('/')) => end_of_line(&chars, i),
            ('/', Some('*')) => end_of_comment(&chars, i),
            ('r', Some('"' | '#')) if raw_text(&chars, i).is_some() => raw_text(&chars, i).unwrap(),
            ('"', _) => end_of_text(&chars, i),
            ('\'', _) => end_of_character(&chars, i),
            (c, _) if c.is_alphanumeric() || c == '_' => {
                let rest = &chars[i..];
                let long = rest
                    .iter()
                    .take_while(|c| c.is_alphanumeric() || **c == '_')
                    .count();
                let text = rest[..long].iter().collect();
                tokens.push(Token { text, line });
                i + long
            }
            (':', Some(':')) => {
                let text = "::".to_owned();
                tokens.push(Token { text, line });
                i + 2
            }
            (c, _) if c.is_whitespace() => i + 1,
            (c, _) => {
                let text = c.to_string();
                tokens.push(Token { text, line });
                i + 1
            }
        };
        line += chars[i..end].iter().filter(|c| **c == '\n').count();
        i = end;
    }
    tokens
}

fn end_of_line(chars: &[char], from: usize) -> usize {
    from + chars[from..].iter().take_while(|c| **c != '\n').count()
}

fn end_of_comment(chars: &[char], from: usize) -> usize {
    let (mut i, mut depth) = (from + 2, 1);
    while depth > 0 && i < chars.len() {
        match (chars[i], chars.get(i + 1)) {
            ('/', Some('*')) => (i, depth) = (i + 2, depth + 1),
            ('*', Some('/')) => (i, depth) = (i + 2, depth - 1),
            _ => i += 1,
        }
    }
    i
}

/// The end of `r"…"` or `r#"…"#`, when one begins here.
fn raw_text(chars: &[char], from: usize) -> Option<usize> {
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    let opened = from + 1 + hashes;
    if chars.get(opened) != Some(&'"') {
        return None;
    }
    let closed = |at: usize| chars[at] == '"' && chars[at + 1..].iter().take(hashes).all(|c| *c == '#');
    (opened + 1..chars.len())
        .find(|at| closed(*at))
        .map(|at| at + 1 + hashes)
}

fn end_of_text(chars: &[char], from: usize) -> usize {
    let mut i = from + 1;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    (i + 1).min(chars.len())
}

/// The end of `'a'`, `'\n'`, or of the lifetime `'a`.
fn end_of_character(chars: &[char], from: usize) -> usize {
    if chars.get(from + 1) == Some(&'\\') {
        let closed = chars[from + 3..].iter().take_while(|c| **c != '\'').count();
        return from + 4 + closed;
    }
    if chars.get(from + 2) == Some(&'\'') {
        return from + 3;
    }
    let word = chars[from + 1..]
        .iter()
        .take_while(|c| c.is_alphanumeric() || **c == '_');
    from + 1 + word.count()
}

#[test]
fn comments_and_texts_are_no_words() {
    let source = "use a::b; // use c::d;\n/* use /* e */ ::f */ let s = \"use g::h\"; let r = r#\"use \"i::j\"#; 'k' '\\'' &'l m";
    let words: Vec<_> = tokens(source).into_iter().map(|t| t.text).collect();
    let expected = "use a :: b ; let s = ; let r = ; & m";
    assert_eq!(words.join(" "), expected);
    assert_eq!(tokens("a\nb\n\nc").last().unwrap().line, 4);
}
