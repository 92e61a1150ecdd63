//! What rich text of 100 KB may cost at most, whatever it is: judged, sanitised and told of, on one core.

#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use product::page::{Menu, MenuKind, PageContent, admit};
use std::{process::ExitCode, time::Instant};
use validator::Validate;

/// Milliseconds.
const TARGET: u128 = 50;

const BYTES: usize = 100_000;

fn main() -> ExitCode {
    let mut missed = false;
    for (name, html) in shapes() {
        let menu = Menu {
            title: "介绍".to_owned(),
            kind: MenuKind::Rich,
            content: html,
        };
        let mut content = PageContent {
            menus: vec![menu],
            ..PageContent::default()
        };
        let judged = Instant::now();
        let answer = match content.validate() {
            Ok(()) => "taken",
            Err(_) => "refused",
        };
        let judged = judged.elapsed().as_micros();
        // What is refused is not sanitised, but an older row may hold it.
        let admitted = Instant::now();
        content = admit(content).content;
        let admitted = admitted.elapsed().as_micros();
        assert_eq!(content.menus.len(), 1);
        let millis = judged.max(admitted) / 1_000;
        println!(
            "{name:<34} {answer:<8} judged {judged:>6} µs, sanitised {admitted:>6} µs (under {TARGET} ms)"
        );
        missed |= millis >= TARGET;
    }
    ExitCode::from(u8::from(missed))
}

fn shapes() -> Vec<(&'static str, String)> {
    let filled = |part: &str| {
        let mut html = part.repeat(BYTES / part.len());
        html.truncate(BYTES);
        html
    };
    let nested = |open: &str, close: &str| {
        let n = BYTES / (open.len() + close.len());
        open.repeat(n) + &close.repeat(n)
    };
    let numbered = |write: fn(usize) -> String| {
        let mut html = String::new();
        for i in 0.. {
            let part = write(i);
            if html.len() + part.len() > BYTES {
                break;
            }
            html.push_str(&part);
        }
        html
    };
    vec![
        ("words", filled("品码 words and more ")),
        (
            "paragraphs",
            filled("<p class=\"a-center\">一段<strong>文字</strong></p>"),
        ),
        ("nested quotes", nested("<blockquote>", "</blockquote>")),
        ("nested unknown elements", nested("<x>", "</x>")),
        ("nested tables", nested("<table><tr><td>", "</td></tr></table>")),
        ("tables hidden from their ends", filled("<p><table><tr><td></p>")),
        ("unclosed paragraphs", filled("<p>a")),
        ("unclosed divisions", filled("<div>a")),
        ("unclosed emphasis", filled("<em>a<strong>b<u>c<s>d<p>")),
        (
            "unclosed fonts, all different",
            numbered(|i| format!("<font size={i}>")),
        ),
        (
            "fonts, then paragraphs",
            numbered(|i| {
                if i < 3_000 {
                    format!("<font a={i}>")
                } else {
                    "<p>x".to_owned()
                }
            }),
        ),
        (
            "links in links",
            numbered(|i| format!("<a href=https://a{i}.example><em>x")),
        ),
        ("ends without beginnings", filled("</p></em></table>")),
        (
            "attributes of one tag",
            format!("<p{}>x</p>", numbered(|i| format!(" a{i}=1"))),
        ),
        (
            "attributes of an end",
            format!("</p{}>x", numbered(|i| format!(" a{i}"))),
        ),
        ("one long attribute", format!("<img alt=\"{}\">", filled("x"))),
        (
            "one table row of cells",
            format!("<table><tr>{}", filled("<td>1")),
        ),
        ("cells without a table", filled("<td>1</td>")),
        ("words in a table", format!("<table>{}", filled("a<tr>b"))),
        ("entities", filled("&lt;&amp;&#x41;&nbsp;&notit;")),
        ("half entities", filled("&CounterClockwiseContourIntegra")),
        ("comments", filled("<!--x--><!>")),
        ("an open comment", format!("<!--{}", filled("-->-"))),
        ("markup in comments", filled("<!--</b>--><b a=1>")),
        ("less-than signs", filled("<")),
        ("open tags", filled("<a")),
        ("open quotes", filled("<p title='<b x=\"")),
        ("drawings", filled("<svg><style><!--</style>")),
        ("open drawings", filled("<svg><math>")),
        ("raw text", filled("<xmp><b></xmp>")),
        ("lists", nested("<ul><li>", "</li></ul>")),
        ("options", filled("<select><option>a")),
        ("zero bytes", filled("\0<p>\0")),
    ]
}
