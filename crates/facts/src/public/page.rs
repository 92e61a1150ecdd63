use super::{PictureFacts, file::Open};
use kernel::Lang;
use product::page::{HexColour, MenuKind, PageAppKind, PageContent};
use serde::Serialize;
use utoipa::ToSchema;

/// Public menus, icons and theme of a page (F073–F080).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct PageFacts {
    /// 菜单
    pub menus: Vec<MenuFacts>,
    /// 应用
    pub apps: Vec<AppFacts>,
    /// 主题
    pub theme: ThemeFacts,
}

/// A menu anyone may open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct MenuFacts {
    /// 菜单标题
    pub title: String,
    /// 菜单类型
    pub kind: MenuKind,
    /// 内容
    ///
    /// 链接地址、文本，或只含允许标签的 HTML。
    pub content: String,
}

/// An icon at the foot of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AppFacts {
    /// 应用
    pub kind: PageAppKind,
    /// 应用名称
    pub title: Option<String>,
    /// 链接地址
    pub url: String,
    /// 图标
    pub icon: Option<PictureFacts>,
}

impl AppFacts {
    /// Text below the icon.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        self.title.as_deref().unwrap_or_else(|| self.kind.label(lang))
    }
}

/// The looks of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct ThemeFacts {
    /// 主题颜色
    pub colour: Option<HexColour>,
    /// 头部背景图
    pub header_picture: Option<PictureFacts>,
    /// 底部背景图
    pub footer_picture: Option<PictureFacts>,
}

impl PageFacts {
    /// Rich text was sanitised when it was stored, or when it was read.
    pub(super) fn of(content: PageContent, open: &Open<'_>) -> Self {
        let picture = |id: Option<&_>| id.and_then(|id| open.picture(id));
        Self {
            menus: content
                .menus
                .into_iter()
                .map(|m| MenuFacts {
                    title: m.title,
                    kind: m.kind,
                    content: m.content,
                })
                .collect(),
            apps: content
                .apps
                .into_iter()
                .map(|a| AppFacts {
                    icon: picture(a.icon_file_id.as_ref()),
                    kind: a.kind,
                    title: a.title,
                    url: a.url,
                })
                .collect(),
            theme: ThemeFacts {
                header_picture: picture(content.theme.header_picture_file_id.as_ref()),
                footer_picture: picture(content.theme.footer_picture_file_id.as_ref()),
                colour: content.theme.colour,
            },
        }
    }
}
