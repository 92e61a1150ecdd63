use super::{MenuKind, PageAppKind, rules};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::upload::FileId;

/// One menu at the left of the page (F073).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "menu_is_sound"))]
pub struct Menu {
    /// 菜单标题
    #[schema(min_length = 1, max_length = 20, example = "企业介绍")]
    pub title: String,
    /// 菜单类型
    pub kind: MenuKind,
    /// 内容
    ///
    /// 链接地址以 https:// 开头；多行文本保留换行；图文内容只保留安全的排版、图片和视频。
    #[schema(
        format = "multiline",
        min_length = 1,
        max_length = 100_000,
        example = "https://www.example.com/about"
    )]
    pub content: String,
}

/// One icon at the foot of the page (F078).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "app_is_sound"))]
pub struct PageApp {
    /// 应用
    pub kind: PageAppKind,
    /// 应用名称
    ///
    /// 选择“其他”时必填。
    #[schema(min_length = 1, max_length = 10, example = "官方商城")]
    pub title: Option<String>,
    /// 链接地址
    ///
    /// 以 https:// 开头，如 https://item.jd.com/100012043978.html。
    #[schema(
        min_length = 9,
        max_length = 500,
        example = "https://item.jd.com/100012043978.html"
    )]
    pub url: String,
    /// 图标
    ///
    /// jpg/png，大图自动缩小，正方形；选择“其他”时使用。
    pub icon_file_id: Option<FileId>,
}

/// The looks of the page (F080).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// 主题颜色
    pub colour: Option<HexColour>,
    /// 头部背景图
    ///
    /// jpg/png，大图自动缩小。
    pub header_picture_file_id: Option<FileId>,
    /// 底部背景图
    ///
    /// jpg/png，大图自动缩小。
    pub footer_picture_file_id: Option<FileId>,
}

/// A colour of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, pattern = "^#[0-9a-fA-F]{6}$", example = "#1668dc")]
pub struct HexColour(pub String);

/// The maker's own part of the page behind a code: menus, icons, theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "titles_differ"))]
pub struct PageContent {
    /// 菜单配置
    #[serde(default)]
    #[schema(max_items = 10)]
    #[validate(nested)]
    pub menus: Vec<Menu>,
    /// 应用配置
    #[serde(default)]
    #[schema(max_items = 8)]
    #[validate(nested)]
    pub apps: Vec<PageApp>,
    /// 主题配置
    #[serde(default)]
    pub theme: Theme,
}

fn menu_is_sound(menu: &Menu) -> Result<(), ValidationError> {
    rules::check_menu(menu.kind, &menu.content)
}

fn app_is_sound(app: &PageApp) -> Result<(), ValidationError> {
    rules::check_app(app.kind, app.title.as_deref(), &app.url)
}

fn titles_differ(page: &PageContent) -> Result<(), ValidationError> {
    rules::check_titles(page.menus.iter().map(|m| m.title.as_str()))
}
