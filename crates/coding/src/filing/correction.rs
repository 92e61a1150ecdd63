use super::{Filing, FilingId};
use db::{AccountId, schema::filing_corrections};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

/// The id of a correction.
pub type FilingCorrectionId = Id<Correction>;

/// A change of what was filed, as stored; nothing ever changes or removes one.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = filing_corrections, treat_none_as_default_value = false)]
pub struct Correction {
    pub(super) id: FilingCorrectionId,
    pub(super) filing_id: FilingId,
    /// The version of the filing that it made.
    pub(super) version: i64,
    /// None when the filing had been withdrawn.
    pub(super) old_quantity: Option<i64>,
    /// None when it withdrew the filing.
    pub(super) new_quantity: Option<i64>,
    pub(super) old_note: Option<String>,
    pub(super) new_note: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) account_id: Option<AccountId>,
    pub(super) made_at: Timestamp,
}

impl Correction {
    /// What a change made of a filing.
    pub(super) fn between(
        old: &Filing,
        new: &Filing,
        (reason, account): (Option<String>, Option<AccountId>),
        now: Timestamp,
    ) -> Self {
        let quantity = |f: &Filing| (!f.is_withdrawn).then_some(f.quantity);
        Self {
            id: FilingCorrectionId::new(),
            filing_id: old.id.clone(),
            version: old.version + 1,
            old_quantity: quantity(old),
            new_quantity: quantity(new),
            old_note: old.note.clone(),
            new_note: new.note.clone(),
            reason,
            account_id: account,
            made_at: now,
        }
    }
}

/// A change of what was filed, as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FilingCorrection {
    /// 更正编号
    pub id: FilingCorrectionId,
    /// 版本
    ///
    /// 更正后填报记录的版本。
    #[schema(example = 2)]
    pub version: i64,
    /// 更正前数量
    ///
    /// 没有的，是撤回后重新填报。
    #[schema(example = 40)]
    pub old_quantity: Option<i64>,
    /// 更正后数量
    ///
    /// 没有的，是撤回。
    #[schema(example = 37)]
    pub new_quantity: Option<i64>,
    /// 更正前备注
    pub old_note: Option<String>,
    /// 更正后备注
    pub new_note: Option<String>,
    /// 原因
    pub reason: Option<String>,
    /// 操作人
    pub made_by: Option<String>,
    /// 操作时间
    pub made_at: Timestamp,
}

impl From<(Correction, Option<String>)> for FilingCorrection {
    fn from((c, made_by): (Correction, Option<String>)) -> Self {
        Self {
            id: c.id,
            version: c.version,
            old_quantity: c.old_quantity,
            new_quantity: c.new_quantity,
            old_note: c.old_note,
            new_note: c.new_note,
            reason: c.reason,
            made_by,
            made_at: c.made_at,
        }
    }
}
