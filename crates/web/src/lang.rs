use actix_web::{HttpRequest, http::header};
use kernel::Lang;

/// The language the reader prefers, of those we write: the first one named in `Accept-Language`, else Chinese.
#[must_use]
pub fn lang_of(req: &HttpRequest) -> Lang {
    let header = req
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    prefer(header)
}

fn prefer(header: &str) -> Lang {
    let mut best = (0.0, Lang::Zh);
    for part in header.split(',') {
        let mut pieces = part.split(';');
        let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
        let quality = pieces
            .find_map(|p| p.trim().strip_prefix("q="))
            .map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
        let lang = match tag.split('-').next() {
            Some("zh") => Lang::Zh,
            Some("en") => Lang::En,
            _ => continue,
        };
        if quality > best.0 {
            best = (quality, lang);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_wanted_language_we_write_wins() {
        for (header, lang) in [
            ("", Lang::Zh),
            ("fr-FR", Lang::Zh),
            ("en", Lang::En),
            ("en-US,en;q=0.9,zh;q=0.8", Lang::En),
            ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
            ("fr,en;q=0.3,zh;q=0.7", Lang::Zh),
            ("en;q=0,zh;q=0.1", Lang::Zh),
            ("en;q=nonsense", Lang::Zh),
        ] {
            assert_eq!(prefer(header), lang, "{header}");
        }
    }
}
