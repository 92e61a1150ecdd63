use super::{Register, Registered};
use crate::{
    account::{self, Account, Role},
    error::Error,
    identity,
    notice::RegistrationNotice,
    password,
    profile::{self, Enterprise, EnterpriseState, EnterpriseType, ReviewMode},
    session::Accounts,
    sms_code::{self, SmsPurpose},
};
use db::{EnterpriseId, List, PlatformConn};
use kernel::Timestamp;
use notify::{Notice, notify_operators};
use web::{
    Problem, PublicScope,
    upload::{FileId, adopt_registration_file},
};

/// The facts of an enterprise that registers.
#[derive(Debug, Clone)]
pub struct NewEnterprise {
    /// Its 统一社会信用代码, which is also its login name.
    pub uscc: String,
    /// Its name.
    pub name: String,
    /// The division it is registered in.
    pub region_code: String,
    /// Its types.
    pub enterprise_types: Vec<EnterpriseType>,
    /// Its address.
    pub registered_address: String,
    /// The contact's name.
    pub contact_name: String,
    /// The contact's phone.
    pub contact_phone: String,
    /// True when it was compared with its licence elsewhere; whoever registers over the API waits for that.
    pub is_verified: bool,
}

/// Checks all that can be checked, says everything that is wrong, and only then begins to write.
pub(super) async fn register(
    scope: &PublicScope,
    accounts: &Accounts,
    client: String,
    given: Register,
) -> Result<Registered, Problem> {
    let new = NewEnterprise {
        uscc: given.uscc.to_string(),
        name: given.name,
        region_code: given.region_code,
        enterprise_types: given.enterprise_types,
        registered_address: given.registered_address,
        contact_name: given.contact_name,
        contact_phone: given.contact_phone,
        is_verified: false,
    };
    let (key, phone, code) = (
        accounts.sms_codes.key.clone(),
        new.contact_phone.clone(),
        given.sms_code,
    );
    let uscc = new.uscc.clone();
    let (taken, sms) = scope
        .write(move |c| {
            let sms = sms_code::check(c, (&key, &client), &phone, SmsPurpose::Registration, &code)?;
            // Who is here is told to whoever proved a phone, not to whoever asks.
            let taken = sms.is_ok() && profile::store::is_registered(c, &uscc)?;
            Ok::<_, Error>((taken, sms))
        })
        .await?;
    let (proved, sms) = match sms {
        Ok(proved) => (Some(proved), Ok(())),
        Err(wrong) => (None, Err(Problem::from(wrong))),
    };
    let personal = [new.name.as_str(), new.uscc.as_str(), new.contact_phone.as_str()];
    Problem::together([
        if taken {
            Err(profile::Error::UsccTaken.into())
        } else {
            Ok(())
        },
        profile::check_region(&new.region_code).map_err(Problem::from),
        sms,
        accounts
            .policy
            .check(&given.password, &personal, "/password")
            .map_err(Problem::from),
    ])?;
    let proved = proved.ok_or(sms_code::Error::Expired)?;
    let hashed = password::in_turn(move || password::hash(&given.password)).await?;
    let licence = given.licence_file_id;
    scope
        .write(move |c| {
            sms_code::consume(c, &proved)?;
            let login_name = new.uscc.clone();
            let registered = RegistrationNotice::EnterpriseRegistered {
                enterprise: new.name.clone(),
                uscc: new.uscc.clone(),
            };
            let enterprise_id = insert(c, new, hashed, Some(licence))?;
            let page = format!("/platform/identity-requests?keyword={login_name}");
            notify_operators(
                &mut c.acting_for(&enterprise_id),
                &Notice::new(registered).link(page),
            )?;
            Ok::<_, Error>(Registered {
                enterprise_id,
                login_name,
            })
        })
        .await
}

/// Registers an enterprise whose phone was not proved: the demonstration and the tests. `password_hash` comes from
/// [`crate::password::hash`], `licence` from [`web::upload::accept_for_registration`].
///
/// # Errors
/// When the code is taken or the database fails.
pub fn register_without_code(
    c: &mut PlatformConn<'_>,
    new: NewEnterprise,
    password_hash: String,
    licence: Option<FileId>,
) -> Result<EnterpriseId, Error> {
    insert(c, new, password_hash, licence)
}

fn insert(
    c: &mut PlatformConn<'_>,
    new: NewEnterprise,
    password_hash: String,
    licence: Option<FileId>,
) -> Result<EnterpriseId, Error> {
    let (id, now) = (EnterpriseId::new(), c.now());
    let admin = Account::new(
        Role::EnterpriseAdmin,
        Some(id.clone()),
        &new.uscc,
        &new.contact_name,
        &new.contact_phone,
        password_hash,
        now,
    );
    let own = enterprise(id.clone(), new, licence.clone(), now);
    profile::store::insert(c, &own)?;
    account::store::insert(c, &admin)?;
    if let Some(licence) = licence {
        adopt_registration_file(
            c,
            &id,
            &licence,
            crate::slots::BUSINESS_LICENCE,
            "/licence_file_id",
        )?;
        profile::keep_licence(&mut c.acting_for(&id), Some(&licence), false)?;
    }
    identity::begin(&mut c.acting_for(&id), &own)?;
    Ok(id)
}

fn enterprise(
    id: EnterpriseId,
    new: NewEnterprise,
    licence_file_id: Option<FileId>,
    now: Timestamp,
) -> Enterprise {
    Enterprise {
        id,
        uscc: new.uscc,
        name: new.name,
        region_code: new.region_code,
        enterprise_types: List::of(new.enterprise_types),
        registered_address: new.registered_address,
        production_address: None,
        contact_name: new.contact_name,
        contact_phone: new.contact_phone,
        contact_confirmed_at: now,
        legal_representative: None,
        email: None,
        website: None,
        introduction: None,
        company_prefixes: List::of(vec![]),
        licence_file_id,
        state: EnterpriseState::Active.into(),
        state_reason: None,
        review_mode: ReviewMode::Automatic.into(),
        public_phone: None,
        is_licence_public: false,
        verified_at: new.is_verified.then_some(now),
        version: 1,
        created_at: now,
        updated_at: now,
    }
}
