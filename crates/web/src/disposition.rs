use actix_web::http::header::{
    Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};

/// A file to be saved under this name, which may be Chinese (RFC 6266).
#[must_use]
pub fn attachment(name: &str) -> ContentDisposition {
    disposition(name, false)
}

/// The name twice: in ASCII for programs that know nothing else, and as it is.
pub(crate) fn disposition(name: &str, inline: bool) -> ContentDisposition {
    ContentDisposition {
        disposition: if inline {
            DispositionType::Inline
        } else {
            DispositionType::Attachment
        },
        parameters: vec![
            DispositionParam::Filename(plain(name)),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.as_bytes().to_vec(),
            }),
        ],
    }
}

/// The name with what is not plain replaced: other letters, signs that end a quoted text or lead to another folder, and `%`, which some
/// decode.
fn plain(name: &str) -> String {
    let is_plain = |c: char| {
        c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '/' | ':' | '*' | '?' | '<' | '>' | '|' | '%')
    };
    name.chars()
        .map(|c| if is_plain(c) || c == ' ' { c } else { '_' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::TryIntoHeaderValue;

    #[test]
    fn a_name_is_told_to_those_who_know_ascii_alone_too() {
        let header = |name: &str| {
            attachment(name)
                .try_into_value()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        };
        assert_eq!(
            header("2058-A1.png"),
            "attachment; filename=\"2058-A1.png\"; filename*=UTF-8''2058%2DA1.png"
        );
        assert_eq!(
            header("检验报告 1.pdf"),
            "attachment; filename=\"____ 1.pdf\"; filename*=UTF-8''%E6%A3%80%E9%AA%8C%E6%8A%A5%E5%91%8A%201.pdf"
        );
        assert!(header("a\"b/../c.png").starts_with("attachment; filename=\"a_b_.._c.png\";"));
    }
}
