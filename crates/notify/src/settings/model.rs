use crate::{address::Addresses, mask::mask, registry::Notices, text::NoticeKind, via::NoticeVia};
use db::{List, schema::notice_settings};
use diesel::{Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{FieldError, Problem};

/// The kinds an enterprise switched off, as stored; a kind that is added later is on.
#[derive(Debug, Clone, Default, Queryable, Selectable)]
#[diesel(table_name = notice_settings)]
pub struct NoticeSettings {
    pub(super) sms_off: List<NoticeKind>,
    pub(super) email_off: List<NoticeKind>,
    pub(super) version: i64,
}

/// The kinds to be switched off, by way.
#[derive(Debug, Clone, Deserialize, ToSchema, validator::Validate)]
#[serde(deny_unknown_fields)]
pub struct UpdateNoticeSettings {
    /// 发短信的类别
    #[schema(max_items = 20)]
    pub wants_sms: Vec<NoticeKind>,
    /// 发邮件的类别
    #[schema(max_items = 20)]
    pub wants_email: Vec<NoticeKind>,
}

/// The ways by which a kind of notice can be sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NoticeKindVia {
    /// 类别
    pub kind: NoticeKind,
    /// 可发短信
    pub sms: bool,
    /// 可发邮件
    pub email: bool,
}

/// The notice settings of an enterprise, with the addresses it is reached at.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NoticeSettingsView {
    /// 发短信的类别
    pub wants_sms: Vec<NoticeKind>,
    /// 发邮件的类别
    pub wants_email: Vec<NoticeKind>,
    /// 接收短信的手机
    ///
    /// 联系人电话，部分隐藏。
    #[schema(example = "138****8000")]
    pub phone: String,
    /// 接收邮件的邮箱
    ///
    /// 企业的电子邮箱，部分隐藏；未填写为空。
    #[schema(example = "o***@example.com")]
    pub email: Option<String>,
    /// 类别与渠道
    pub kinds: Vec<NoticeKindVia>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
}

impl UpdateNoticeSettings {
    /// What is to be stored: the kinds that can be sent and are not wanted, so that a kind that is added later is on.
    pub(super) fn switched_off(&self, notices: &Notices) -> NoticeSettings {
        let kinds = kinds(notices);
        NoticeSettings {
            sms_off: List::of(without(sendable(&kinds, |k| k.sms), &self.wants_sms)),
            email_off: List::of(without(sendable(&kinds, |k| k.email), &self.wants_email)),
            version: 0,
        }
    }

    /// Refuses kinds that no domain registered.
    pub(super) fn judge(&self, notices: &Notices) -> Result<(), Problem> {
        let unknown = |kinds: &[NoticeKind], name: &str, title: &str| -> Vec<FieldError> {
            let judged = kinds.iter().enumerate();
            judged
                .filter_map(|(i, kind)| notices.judge_kind(kind, &format!("/{name}/{i}"), title))
                .collect()
        };
        let mut wrong = unknown(&self.wants_sms, "wants_sms", "发短信的类别");
        wrong.extend(unknown(&self.wants_email, "wants_email", "发邮件的类别"));
        match wrong.is_empty() {
            true => Ok(()),
            false => Err(Problem::invalid(wrong)),
        }
    }
}

impl NoticeSettings {
    pub(crate) fn wants(&self, kind: &str, via: NoticeVia) -> bool {
        let off = match via {
            NoticeVia::Sms => &self.sms_off.0,
            NoticeVia::Email => &self.email_off.0,
        };
        !off.iter().any(|k| k.as_str() == kind)
    }

    pub(super) fn view(self, notices: &Notices, to: &Addresses) -> NoticeSettingsView {
        let kinds = kinds(notices);
        NoticeSettingsView {
            wants_sms: without(sendable(&kinds, |k| k.sms), &self.sms_off.0),
            wants_email: without(sendable(&kinds, |k| k.email), &self.email_off.0),
            phone: mask(NoticeVia::Sms, &to.phone),
            email: to.email.as_deref().map(|e| mask(NoticeVia::Email, e)),
            kinds,
            version: self.version,
        }
    }
}

/// The kinds enterprises are told of, and the ways that their texts ask for.
fn kinds(notices: &Notices) -> Vec<NoticeKindVia> {
    let of = |code: &'static str| {
        let texts = notices.to_enterprises().iter().filter(move |t| t.kind == code);
        let mut asked = texts.map(|t| t.via).peekable();
        asked.peek()?;
        let asked: Vec<_> = asked.flatten().collect();
        Some(NoticeKindVia {
            kind: code.into(),
            sms: asked.contains(&&NoticeVia::Sms),
            email: asked.contains(&&NoticeVia::Email),
        })
    };
    notices.kinds().iter().filter_map(|kind| of(kind.code)).collect()
}

/// The kinds that can be sent one way.
fn sendable(
    kinds: &[NoticeKindVia],
    by: impl Fn(&NoticeKindVia) -> bool,
) -> impl Iterator<Item = NoticeKind> {
    kinds.iter().filter(move |k| by(k)).map(|k| k.kind.clone())
}

/// These kinds but for some.
fn without(kinds: impl Iterator<Item = NoticeKind>, some: &[NoticeKind]) -> Vec<NoticeKind> {
    kinds.filter(|kind| !some.contains(kind)).collect()
}
