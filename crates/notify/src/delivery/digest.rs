//! What a digest says.

use super::Message;
use crate::via::NoticeVia;

/// Texts that a mail quotes; the console has them all.
const QUOTED: usize = 20;

/// Many notices in one text: how many of each, and for a mail the first of them.
pub(super) fn summed_up(message: Message, parts: &[(String, String)]) -> Message {
    let mut counts: Vec<(&str, usize)> = vec![];
    for (title, _) in parts {
        match counts.iter_mut().find(|(known, _)| known == title) {
            Some((_, count)) => *count += 1,
            None => counts.push((title, 1)),
        }
    }
    let counts: Vec<String> = counts
        .iter()
        .map(|(title, n)| format!("{title} {n} 条"))
        .collect();
    let all = counts.join("、");
    let mut text = format!(
        "您有 {} 条新消息：{all}。请登录品码，在“消息”中查看。",
        parts.len()
    );
    if message.via == NoticeVia::Email {
        let quoted = parts.iter().take(QUOTED).enumerate();
        text.extend(quoted.map(|(i, (_, text))| format!("\n\n{}. {text}", i + 1)));
        if let Some(more) = parts.len().checked_sub(QUOTED).filter(|more| *more > 0) {
            text.push_str(&format!("\n\n……另有 {more} 条。"));
        }
    }
    Message {
        title: all,
        text,
        link: Some("/notices".to_owned()),
        ..message
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Id;

    fn message(via: NoticeVia) -> Message {
        Message {
            id: Id::new(),
            via,
            address: "office@example.com".to_owned(),
            title: "生产信息逾期未填报".to_owned(),
            text: "…".to_owned(),
            link: Some("/filings/due".to_owned()),
            tries: 1,
            is_digest: true,
        }
    }

    #[test]
    fn three_hundred_notices_are_one_short_message() {
        let parts: Vec<_> = (0..302)
            .map(|n| match n {
                0..2 => ("检验报告即将到期".to_owned(), "报告将到期。".to_owned()),
                n => ("生产信息逾期未填报".to_owned(), format!("产品 {n} 逾期。")),
            })
            .collect();
        let sms = summed_up(message(NoticeVia::Sms), &parts);
        assert_eq!(
            sms.text,
            "您有 302 条新消息：检验报告即将到期 2 条、生产信息逾期未填报 300 条。请登录品码，在“消息”中查看。"
        );
        let mail = summed_up(message(NoticeVia::Email), &parts);
        assert_eq!(mail.title, "检验报告即将到期 2 条、生产信息逾期未填报 300 条");
        assert!(
            mail.text.contains("\n\n20. 产品 19 逾期。") && mail.text.ends_with("……另有 282 条。"),
            "{}",
            mail.text
        );
        assert_eq!(mail.link.as_deref(), Some("/notices"));
    }
}
