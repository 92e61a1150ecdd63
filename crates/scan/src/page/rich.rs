//! Rich text on the page: sanitised when it was read, and here given what a page adds to it. Its text was serialised by
//! the sanitiser, so `<` begins a tag wherever it stands, and quotes in attributes are double.

use super::sheet::Sheet;

/// Links lead through the notice; pictures and videos wait until they are looked at.
pub(super) fn dressed(html: &str, sheet: &Sheet<'_>) -> String {
    let mut page = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, from_tag) = rest.split_at(at);
        let (tag, after) = from_tag.split_at(end_of_tag(from_tag));
        page.push_str(text);
        match tag.split([' ', '>']).next() {
            Some("<a") => page.push_str(&link(tag, sheet)),
            Some("<img") => {
                page.push_str("<img loading=\"lazy\" decoding=\"async\"");
                if !tag.contains(" alt=\"") {
                    page.push_str(" alt=\"\"");
                }
                page.push_str(tag.strip_prefix("<img").unwrap_or_default());
            }
            Some("<video") => {
                page.push_str("<video playsinline preload=\"none\"");
                page.push_str(tag.strip_prefix("<video").unwrap_or_default());
            }
            _ => page.push_str(tag),
        }
        rest = after;
    }
    page.push_str(rest);
    page
}

fn link(tag: &str, sheet: &Sheet<'_>) -> String {
    let address = tag
        .split_once(" href=\"")
        .and_then(|(_, value)| value.split('"').next())
        .map(|escaped| escaped.replace("&amp;", "&"))
        .filter(|url| url.starts_with("https://"));
    match address {
        Some(url) => {
            let way = sheet.leave(&url).replace('&', "&amp;");
            format!("<a href=\"{way}\" rel=\"noopener noreferrer nofollow\">")
        }
        None => "<a>".to_owned(),
    }
}

fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (i, b) in tag.bytes().enumerate() {
        match b {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return i + 1,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Lang;

    #[test]
    fn links_pass_the_notice_and_pictures_wait() {
        let sheet = Sheet::new(Lang::Zh, "06901234567892");
        let html = "<p>a &lt;a href&gt; <a href=\"https://www.example.com/?a=1&amp;b=2\" rel=\"x\">去</a>\
                    <img src=\"/files/1\" alt=\"> b\"><img src=\"/files/2\"></p><video src=\"/files/3\" controls=\"\"></video>";
        assert_eq!(
            dressed(html, &sheet),
            "<p>a &lt;a href&gt; <a href=\"/leave?code=06901234567892&amp;to=https%3A%2F%2Fwww.example.com%2F%3Fa%3D1%26b%3D2\" \
             rel=\"noopener noreferrer nofollow\">去</a><img loading=\"lazy\" decoding=\"async\" src=\"/files/1\" alt=\"> b\">\
             <img loading=\"lazy\" decoding=\"async\" alt=\"\" src=\"/files/2\"></p>\
             <video playsinline preload=\"none\" src=\"/files/3\" controls=\"\"></video>"
        );
        assert!(sheet.into_links().contains("https://www.example.com/?a=1&b=2"));
    }
}
