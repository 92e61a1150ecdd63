use crate::{address::Addresses, channel::NoticeChannel, mask::mask, registry::Notices, text::NoticeKind};
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

/// The kinds to be switched off, by channel.
#[derive(Debug, Clone, Deserialize, ToSchema, validator::Validate)]
#[serde(deny_unknown_fields)]
pub struct UpdateNoticeSettings {
    /// 不发短信的类别
    #[schema(max_items = 20)]
    pub sms_off: Vec<NoticeKind>,
    /// 不发邮件的类别
    #[schema(max_items = 20)]
    pub email_off: Vec<NoticeKind>,
}

/// The channels by which a kind of notice can be sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KindChannels {
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
    /// 不发短信的类别
    pub sms_off: Vec<NoticeKind>,
    /// 不发邮件的类别
    pub email_off: Vec<NoticeKind>,
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
    pub kinds: Vec<KindChannels>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
}

impl UpdateNoticeSettings {
    /// Refuses kinds that no domain registered.
    pub(super) fn judge(&self, notices: &Notices) -> Result<(), Problem> {
        let unknown = |kinds: &[NoticeKind], name: &str, title: &str| -> Vec<FieldError> {
            let judged = kinds.iter().enumerate();
            judged
                .filter_map(|(i, kind)| notices.judge_kind(kind, &format!("/{name}/{i}"), title))
                .collect()
        };
        let mut wrong = unknown(&self.sms_off, "sms_off", "不发短信的类别");
        wrong.extend(unknown(&self.email_off, "email_off", "不发邮件的类别"));
        match wrong.is_empty() {
            true => Ok(()),
            false => Err(Problem::invalid(wrong)),
        }
    }
}

impl NoticeSettings {
    pub(crate) fn wants(&self, kind: &str, channel: NoticeChannel) -> bool {
        let off = match channel {
            NoticeChannel::Sms => &self.sms_off.0,
            NoticeChannel::Email => &self.email_off.0,
        };
        !off.iter().any(|k| k.as_str() == kind)
    }

    pub(super) fn view(self, notices: &Notices, to: &Addresses) -> NoticeSettingsView {
        NoticeSettingsView {
            sms_off: self.sms_off.0,
            email_off: self.email_off.0,
            phone: mask(NoticeChannel::Sms, &to.phone),
            email: to.email.as_deref().map(|e| mask(NoticeChannel::Email, e)),
            kinds: kinds(notices),
            version: self.version,
        }
    }
}

/// The kinds enterprises are told of, and the channels that their texts ask for.
fn kinds(notices: &Notices) -> Vec<KindChannels> {
    let of = |code: &'static str| {
        let texts = notices.to_enterprises().iter().filter(move |t| t.kind == code);
        let mut asked = texts.map(|t| t.channels).peekable();
        asked.peek()?;
        let asked: Vec<_> = asked.flatten().collect();
        Some(KindChannels {
            kind: code.into(),
            sms: asked.contains(&&NoticeChannel::Sms),
            email: asked.contains(&&NoticeChannel::Email),
        })
    };
    notices.kinds().iter().filter_map(|kind| of(kind.code)).collect()
}
