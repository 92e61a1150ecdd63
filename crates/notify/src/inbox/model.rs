use crate::{registry::Notices, text::NoticeKind};
use chrono::NaiveDate;
use diesel::Queryable;
use kernel::{Id, Lang, Timestamp, days};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::Problem;

/// The id of a notice.
pub type NoticeId = Id<StoredNotice>;

/// A notice as stored, for an enterprise or for the operators.
#[derive(Debug, Clone, Queryable)]
pub struct StoredNotice {
    id: NoticeId,
    notice_code: String,
    #[diesel(deserialize_as = String)]
    kind: NoticeKind,
    title: String,
    title_en: String,
    text: String,
    text_en: String,
    link: Option<String>,
    created_at: Timestamp,
    read_at: Option<Timestamp>,
}

/// A notice as it is read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NoticeItem {
    /// 消息编号
    pub id: NoticeId,
    /// 模板
    #[schema(example = "contact_stale")]
    pub notice_code: String,
    /// 类别
    pub kind: NoticeKind,
    /// 标题
    #[schema(example = "请确认联系人信息")]
    pub title: String,
    /// 内容
    pub text: String,
    /// 相关页面
    ///
    /// 控制台内的地址。
    #[schema(example = "/enterprise")]
    pub link: Option<String>,
    /// 时间
    pub created_at: Timestamp,
    /// 阅读时间
    ///
    /// 未读为空。
    pub read_at: Option<Timestamp>,
}

/// The number of unread notices.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct UnreadNotices {
    /// 未读消息数
    #[schema(example = 3)]
    pub unread: i64,
}

/// The filter of a list of notices.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct NoticeFilter {
    /// 只看未读
    #[param(example = true)]
    pub unread: Option<bool>,
    /// 类别
    #[param(inline)]
    pub kind: Option<NoticeKind>,
    /// 时间起
    #[param(example = "2026-11-01")]
    pub created_from: Option<NaiveDate>,
    /// 时间止
    ///
    /// 含当日。
    #[param(example = "2026-11-30")]
    pub created_to: Option<NaiveDate>,
}

impl NoticeFilter {
    /// Refuses a kind that no domain registered.
    pub(crate) fn judge(&self, notices: &Notices) -> Result<(), Problem> {
        let wrong = self
            .kind
            .as_ref()
            .and_then(|kind| notices.judge_kind(kind, "/kind", "类别"));
        wrong.map_or(Ok(()), |wrong| Err(Problem::invalid(vec![wrong])))
    }
}

impl StoredNotice {
    pub(crate) fn view(self, lang: Lang) -> NoticeItem {
        let (title, text) = match lang {
            Lang::Zh => (self.title, self.text),
            Lang::En => (self.title_en, self.text_en),
        };
        NoticeItem {
            id: self.id,
            notice_code: self.notice_code,
            kind: self.kind,
            title,
            text,
            link: self.link,
            created_at: self.created_at,
            read_at: self.read_at,
        }
    }
}

/// The instants between which these days lie in China; the end is not included.
pub(crate) fn day_bounds(
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> (Option<Timestamp>, Option<Timestamp>) {
    (from.and_then(days::start_of), to.and_then(days::end_of))
}
