//! What a menu, an icon and a page must keep to beyond the limits of single fields.

use super::{
    MenuKind, PageAppKind,
    outline::{DEPTH, Excess, NODES, RICH_BYTES},
    rich,
};
use identifiers::Explain;
use kernel::Lang;
use std::collections::HashSet;
use validator::ValidationError;
use web::{HttpsLink, LinkFault, broken_rule};

/// Characters of plain text in one menu.
pub const TEXT_LENGTH: usize = 10_000;

/// Characters of a link.
pub const LINK_LENGTH: usize = 500;

/// The content of a menu is what its kind says (F074–F076).
pub(super) fn check_menu(kind: MenuKind, content: &str) -> Result<(), ValidationError> {
    match kind {
        MenuKind::Link => link_is_sound(content, "/content").map(|_| ()),
        MenuKind::Text => match content.chars().count() {
            n if n > TEXT_LENGTH => Err(broken_rule(
                "page.text_too_long",
                "/content",
                format!("at most {TEXT_LENGTH} characters of text fit a menu; there are {n}"),
                format!("多行文本最多 {TEXT_LENGTH} 个字，现有 {n} 个字"),
            )),
            _ => Ok(()),
        },
        MenuKind::Rich => check_rich(content),
    }
}

/// Rich text is read once, in time that grows with its length and nothing else; it is sanitised later, and elsewhere.
fn check_rich(content: &str) -> Result<(), ValidationError> {
    if content.len() > RICH_BYTES {
        return Err(too_large(content.len()));
    }
    match rich::judge(content) {
        (Some(excess), _, bytes) => Err(excessive(excess, bytes)),
        (None, true, _) => Err(broken_rule(
            "page.rich_empty",
            "/content",
            "nothing would be seen: add text, a picture or a video",
            "去除不允许的内容后没有可显示的文字、图片或视频，请重新编辑",
        )),
        // What is stored has to be taken again as it is.
        (None, false, bytes) if bytes > RICH_BYTES => Err(too_large(bytes)),
        (None, false, _) => Ok(()),
    }
}

fn too_large(bytes: usize) -> ValidationError {
    broken_rule(
        "page.rich_too_large",
        "/content",
        format!(
            "rich text takes at most {RICH_BYTES} bytes a menu; there are {bytes}; upload pictures instead of pasting them"
        ),
        format!(
            "图文内容最多 {RICH_BYTES} 字节（约 3 万字），现有 {bytes} 字节；请精简文字，图片请用上传而不是粘贴"
        ),
    )
}

fn excessive(excess: Excess, bytes: usize) -> ValidationError {
    let (code, en, zh) = match excess {
        Excess::Bytes => return too_large(bytes),
        Excess::Depth => (
            "page.rich_too_deep",
            format!(
                "elements nest more than {DEPTH} levels deep; paste it as plain text and lay it out anew"
            ),
            format!("图文内容嵌套超过 {DEPTH} 层，请粘贴为纯文本后重新排版"),
        ),
        Excess::Nodes => (
            "page.rich_too_many",
            format!("there are more than {NODES} elements; shorten it or divide it among several menus"),
            format!("图文内容超过 {NODES} 个段落、表格单元等元素，请精简或分到多个菜单"),
        ),
        Excess::Attributes => (
            "page.rich_attributes",
            "a tag has more than 64 attributes; paste it as plain text and lay it out anew".to_owned(),
            "图文内容中有标签的属性超过 64 个，请粘贴为纯文本后重新排版".to_owned(),
        ),
    };
    broken_rule(code, "/content", en, zh)
}

/// An icon leads where its kind says (F078).
pub(super) fn check_app(kind: PageAppKind, title: Option<&str>, url: &str) -> Result<(), ValidationError> {
    let link = link_is_sound(url, "/url")?;
    if !kind.hosts().is_empty() && !kind.hosts().iter().any(|domain| link.is_at(domain)) {
        let (name, hosts) = (kind.label(Lang::Zh), kind.hosts().join("、"));
        return Err(broken_rule(
            "page.app_host",
            "/url",
            format!(
                "this is not an address of {}; write one like {}",
                kind.label(Lang::En),
                kind.examples().join(" or ")
            ),
            format!(
                "{name}的链接须在 {hosts} 下，例如 {}；其他网址请选择“其他”",
                kind.examples().join(" 或 ")
            ),
        ));
    }
    match kind == PageAppKind::Other && title.is_none() {
        true => Err(broken_rule(
            "page.app_title",
            "/title",
            "give the icon a name",
            "选择“其他”时请填写应用名称",
        )),
        false => Ok(()),
    }
}

/// Two menus of one name cannot be told apart.
pub(super) fn check_titles<'t>(mut titles: impl Iterator<Item = &'t str>) -> Result<(), ValidationError> {
    let mut seen = HashSet::new();
    match titles.find(|title| !seen.insert(*title)) {
        Some(twin) => Err(broken_rule(
            "page.menu_twice",
            "/menus",
            format!("two menus are called {}", twin),
            format!("菜单标题“{}”重复，请改为不同的标题", twin),
        )),
        None => Ok(()),
    }
}

fn link_is_sound(text: &str, pointer: &'static str) -> Result<HttpsLink, ValidationError> {
    if text.chars().count() > LINK_LENGTH {
        return Err(broken_rule(
            "page.link_too_long",
            pointer,
            format!("a link takes at most {LINK_LENGTH} characters"),
            format!("网址最多 {LINK_LENGTH} 个字符"),
        ));
    }
    text.parse()
        .map_err(|fault: LinkFault| broken_rule(fault_code(fault), pointer, fault.to_string(), fault.zh()))
}

/// The codes of the format `https-url`, which judges links in fields of their own.
const fn fault_code(fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::Characters => "https_url.characters",
        LinkFault::NotHttps => "https_url.not_https",
        LinkFault::UserInfo => "https_url.user_info",
        LinkFault::Host => "https_url.host",
        LinkFault::Address => "https_url.ip_address",
        LinkFault::NotPublic => "https_url.not_public",
        LinkFault::LookAlike => "https_url.look_alike",
    }
}
