use crate::{EnterpriseId, PublicTable, TenantOwned, schema};
use diesel::{ExpressionMethods, dsl};

/// Whose rows a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// One enterprise each: `enterprise_id` is not null and the table has an index that starts with it.
    Tenant,
    /// The platform: reached only through a `PlatformConn`.
    Platform,
}

/// One table, whose it is, and which of its columns are personal data.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name in the database.
    pub name: &'static str,
    /// Whose rows it holds.
    pub owner: Owner,
    /// Columns that must never be logged or exported unmasked.
    pub personal: &'static [&'static str],
}

/// Declares every table once: `tenant` or `platform`, its name, and its personal columns in brackets.
macro_rules! tables {
    ($($owner:ident $table:ident $([$($personal:ident),+])?;)+) => {
        /// Every table of the database; a test compares this list with the live schema.
        pub const TABLES: &[Table] = &[$(Table {
            name: stringify!($table),
            owner: owner!($owner),
            personal: &[$($(stringify!($personal)),+)?],
        }),+];
        $(owned!($owner $table);)+
    };
}

macro_rules! owner {
    (tenant) => {
        Owner::Tenant
    };
    (platform) => {
        Owner::Platform
    };
}

macro_rules! owned {
    (tenant $table:ident) => {
        impl TenantOwned for schema::$table::table {
            type Column = schema::$table::enterprise_id;
            type Owner = dsl::Eq<schema::$table::enterprise_id, EnterpriseId>;

            fn owner(enterprise: EnterpriseId) -> Self::Owner {
                schema::$table::enterprise_id.eq(enterprise)
            }
        }
    };
    (platform $table:ident) => {};
}

/// Tables with something that anyone may be told: what they are asked for is decided where the question is.
macro_rules! public {
    ($($table:ident),+ $(,)?) => {
        $(impl PublicTable for schema::$table::table {})+
    };
}
public! {
    enterprises, identity_requests, files, brands, qualifications, products, product_revisions, code_events, linked_codes,
    batches, pack_contents, recalls, unit_ranges, feedback_messages, feedback_steps,
}

tables! {
    platform enterprises [contact_name, contact_phone, legal_representative, email];
    platform accounts [phone, password_hash];
    platform sessions [client_address];
    platform refresh_tokens [token_hash];
    platform sms_codes [phone, code_hash, client_address];
    platform sms_messages [phone, text];
    platform mail_messages [address, text];
    tenant identity_requests;
    tenant notices;
    platform platform_notices;
    tenant notice_settings;
    tenant deliveries [address];
    tenant delivery_notices;
    platform throttles [bucket];
    platform registration_files;
    tenant files;
    tenant file_claims;
    tenant idempotency_keys [body];
    tenant jobs;
    tenant job_parts;
    tenant job_turns;
    tenant brands;
    tenant qualifications;
    tenant products;
    tenant product_revisions;
    tenant vendor_numbers;
    tenant code_claims;
    tenant linked_codes;
    tenant change_requests;
    tenant code_events;
    tenant product_autosaves;
    tenant filings;
    tenant filing_batches;
    tenant filing_corrections;
    tenant filing_arrears;
    tenant product_templates;
    tenant batches;
    tenant pack_contents;
    tenant recalls;
    tenant unit_ranges;
    tenant scan_events;
    tenant scan_counters;
    tenant feedback_messages [contact];
    tenant feedback_steps;
    platform scan_progress;
    platform gpc_entries;
}
