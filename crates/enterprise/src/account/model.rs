use db::{EnterpriseId, schema::accounts};
use diesel::{Insertable, Queryable, Selectable};
use kernel::Timestamp;
use web::AccountId;

kernel::codes! {
    /// The role of an account.
    pub enum Role {
        EnterpriseAdmin = "enterprise_admin", "企业管理员", "enterprise administrator";
        Operator = "operator", "平台管理员", "platform operator";
    }
}

kernel::codes! {
    /// The state of an account: a disabled one cannot sign in.
    pub enum AccountState {
        Active = "active", "正常", "active";
        Disabled = "disabled", "已停用", "disabled";
    }
}

/// An account as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = accounts, treat_none_as_default_value = false)]
pub struct Account {
    pub(crate) id: AccountId,
    pub(crate) enterprise_id: Option<EnterpriseId>,
    pub(crate) role: Role,
    pub(crate) login_name: String,
    pub(crate) display_name: String,
    pub(crate) phone: String,
    pub(crate) password_hash: String,
    pub(crate) state: AccountState,
    pub(crate) password_changed_at: Timestamp,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

impl Account {
    pub(crate) fn new(
        role: Role,
        enterprise_id: Option<EnterpriseId>,
        login_name: &str,
        display_name: &str,
        phone: &str,
        password_hash: String,
        now: Timestamp,
    ) -> Self {
        Self {
            id: AccountId::new(),
            enterprise_id,
            role,
            login_name: login_name.to_owned(),
            display_name: display_name.to_owned(),
            phone: phone.to_owned(),
            password_hash,
            state: AccountState::Active,
            password_changed_at: now,
            created_at: now,
            updated_at: now,
        }
    }
}
