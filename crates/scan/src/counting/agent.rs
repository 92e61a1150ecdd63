//! Programs that fetch pages for previews, search and archives, by what they call themselves.

/// Parts of names that no browser has in its own. Most programs are called something-bot or something-spider; the others are
/// listed by name: messengers' link previews (Slack, Teams, Telegram, WhatsApp, DingTalk, QQ, Facebook), search engines, archives.
/// The browsers *inside* WeChat, QQ, DingTalk and Feishu are people: `MicroMessenger`, `QQ/`, `DingTalk/` and `Lark/` are not here.
const WORDS: &[&str] = &[
    "archiver",
    "bot",
    "crawl",
    "embedly",
    "externalagent",
    "externalfetcher",
    "externalhit",
    "facebookcatalog",
    "feedfetcher",
    "google-inspectiontool",
    "iframely",
    "inspectionservice",
    "lighthouse",
    "linkcheck",
    "linkexpand",
    "mediapartners-google",
    "ms-office",
    "microsoft office",
    "preview",
    "qq-url-manager",
    "slack-imgproxy",
    "slurp",
    "spider",
    "unfurl",
    "urlchecker",
    "vkshare",
    "whatsapp/",
];

/// Whether a program of this name is one nobody looks through.
pub(super) fn is_program(name: &str) -> bool {
    let bytes = name.as_bytes();
    (0..bytes.len()).any(|at| {
        let rest = bytes.get(at..).unwrap_or_default();
        WORDS
            .iter()
            .any(|word| begins(rest, word) && is_whole(bytes, at, word))
    })
}

fn begins(text: &[u8], word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

/// `bot` ends a name, as in `Googlebot/2.1`; the telephones called CUBOT are none.
fn is_whole(text: &[u8], at: usize, word: &str) -> bool {
    if word != "bot" {
        return true;
    }
    let next = text.get(at + word.len());
    let is_telephone = at >= 2
        && text
            .get(at - 2..at)
            .is_some_and(|two| two.eq_ignore_ascii_case(b"cu"));
    !is_telephone && !next.is_some_and(u8::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn previews_and_searches_are_known() {
        for name in [
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "Slack-ImgProxy (+https://api.slack.com/robots)",
            "DingTalkBot-LinkService/1.0 (+https://open-doc.dingtalk.com/microapp/faquestions/ftpfeu)",
            "TelegramBot (like TwitterBot)",
            "WhatsApp/2.23.20.0 A",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "meta-externalagent/1.1",
            "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
            "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
            "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
            "Mozilla/5.0 (compatible; Bytespider; https://zhanzhang.toutiao.com/)",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (Linux; U; Android 4.4.2; zh-cn; GT-I9500) Version/4.0 MQQBrowser/5.0 QQ-URL-Manager Mobile Safari/537.36",
            "Mozilla/5.0 (compatible; YisouSpider/5.0)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)",
            "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Safari/605.1.15 (Applebot/0.1)",
        ] {
            assert!(is_program(name), "{name}");
        }
    }

    #[test]
    fn people_are_people_whatever_they_look_through() {
        for name in [
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50(0x18003233) NetType/WIFI Language/zh_CN",
            "Mozilla/5.0 (Linux; Android 14; V2307A) Chrome/116.0.0.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.49 WeChat/arm64 Weixin",
            "Mozilla/5.0 (Linux; Android 13) V1_AND_SQ_9.0.0 QQ/9.0.0.14110 NetType/4G",
            "Mozilla/5.0 (Linux; U; Android 12) AliApp(DingTalk/7.0.50) com.alibaba.android.rimet",
            "Mozilla/5.0 (iPhone) Lark/7.9.0 LarkLocale/zh_CN ChannelName/Feishu",
            "Mozilla/5.0 (Linux; Android 11; CUBOT X50) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0 Safari/537.36",
            "Mozilla/5.0 (Linux; Android 10) MQQBrowser/14.2 Mobile Safari/537.36",
            "erp-client/1.0",
            "curl/8.5.0",
        ] {
            assert!(!is_program(name), "{name}");
        }
    }
}
