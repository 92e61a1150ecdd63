//! The tables, as both databases have them. `scripts/schema` does not exist on purpose: a test compares this file
//! with the live schema of both backends, column by column.
#![expect(
    missing_docs,
    reason = "the columns are documented by the records that map them"
)]

diesel::table! {
    enterprises (id) {
        id -> Text,
        uscc -> Text,
        name -> Text,
        region_code -> Text,
        enterprise_types -> Text,
        registered_address -> Text,
        production_address -> Nullable<Text>,
        contact_name -> Text,
        contact_phone -> Text,
        contact_confirmed_at -> Timestamp,
        legal_representative -> Nullable<Text>,
        email -> Nullable<Text>,
        website -> Nullable<Text>,
        introduction -> Nullable<Text>,
        company_prefixes -> Text,
        licence_file_id -> Nullable<Text>,
        state -> Text,
        state_reason -> Nullable<Text>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        review_mode -> Text,
        public_phone -> Nullable<Text>,
        is_licence_public -> Bool,
        verified_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    identity_requests (id) {
        id -> Text,
        enterprise_id -> Text,
        former_name -> Text,
        former_region_code -> Text,
        former_enterprise_types -> Text,
        former_licence_file_id -> Nullable<Text>,
        name -> Text,
        region_code -> Text,
        enterprise_types -> Text,
        licence_file_id -> Nullable<Text>,
        reason -> Nullable<Text>,
        state -> Text,
        state_reason -> Nullable<Text>,
        created_at -> Timestamp,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    accounts (id) {
        id -> Text,
        enterprise_id -> Nullable<Text>,
        role -> Text,
        login_name -> Text,
        display_name -> Text,
        phone -> Text,
        password_hash -> Text,
        state -> Text,
        password_changed_at -> Timestamp,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        account_id -> Text,
        client_address -> Text,
        user_agent -> Text,
        is_remembered -> Bool,
        created_at -> Timestamp,
        refreshed_at -> Timestamp,
        expires_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        end_reason -> Nullable<Text>,
    }
}

diesel::table! {
    refresh_tokens (token_hash) {
        token_hash -> Text,
        session_id -> Text,
        issued_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sms_codes (id) {
        id -> Text,
        phone -> Text,
        purpose -> Text,
        code_hash -> Text,
        client_address -> Text,
        sent_at -> Timestamp,
        expires_at -> Timestamp,
        failed_attempts -> BigInt,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sms_messages (id) {
        id -> Text,
        phone -> Text,
        text -> Text,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    throttles (bucket) {
        bucket -> Text,
        hits -> BigInt,
        window_ends_at -> Timestamp,
    }
}

diesel::table! {
    files (id) {
        id -> Text,
        enterprise_id -> Text,
        slot -> Text,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        sha256 -> Text,
        width -> Nullable<BigInt>,
        height -> Nullable<BigInt>,
        is_public -> Bool,
        claimed_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    file_claims (file_id, owner_kind, owner_id) {
        enterprise_id -> Text,
        file_id -> Text,
        owner_kind -> Text,
        owner_id -> Text,
        is_sole -> Bool,
    }
}

diesel::table! {
    registration_files (id) {
        id -> Text,
        slot -> Text,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        sha256 -> Text,
        width -> Nullable<BigInt>,
        height -> Nullable<BigInt>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    idempotency_keys (enterprise_id, idempotency_key) {
        enterprise_id -> Text,
        idempotency_key -> Text,
        fingerprint -> Text,
        status -> BigInt,
        location -> Nullable<Text>,
        etag -> Nullable<Text>,
        body -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    jobs (id) {
        id -> Text,
        enterprise_id -> Text,
        account_id -> Text,
        kind -> Text,
        title -> Text,
        input -> Text,
        state -> Text,
        done -> BigInt,
        total -> BigInt,
        checkpoint -> Nullable<Text>,
        outcome -> Nullable<Text>,
        error_code -> Nullable<Text>,
        attempts -> BigInt,
        lease_until -> Nullable<Timestamp>,
        created_at -> Timestamp,
        started_at -> Nullable<Timestamp>,
        finished_at -> Nullable<Timestamp>,
        expires_at -> Nullable<Timestamp>,
        lane -> Text,
        request -> Nullable<Text>,
        bytes -> BigInt,
        parts -> BigInt,
        parts_done -> BigInt,
        furthest -> BigInt,
        stalls -> BigInt,
    }
}

diesel::table! {
    job_parts (job_id, part) {
        job_id -> Text,
        part -> BigInt,
        enterprise_id -> Text,
        attempt -> BigInt,
        first -> BigInt,
        last -> BigInt,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        sha256 -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    job_turns (enterprise_id) {
        enterprise_id -> Text,
        turn -> BigInt,
    }
}

diesel::table! {
    brands (id) {
        id -> Text,
        enterprise_id -> Text,
        name -> Text,
        name_en -> Nullable<Text>,
        introduction -> Nullable<Text>,
        logo_file_id -> Nullable<Text>,
        video_file_id -> Nullable<Text>,
        state -> Text,
        folded_name -> Text,
        search_text -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    qualifications (id) {
        id -> Text,
        enterprise_id -> Text,
        kind -> Text,
        name -> Nullable<Text>,
        number -> Text,
        issuer -> Nullable<Text>,
        issued_on -> Nullable<Date>,
        expires_on -> Nullable<Date>,
        is_public -> Bool,
        picture_file_ids -> Text,
        folded_number -> Text,
        deleted_at -> Nullable<Timestamp>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    products (id) {
        id -> Text,
        enterprise_id -> Text,
        gtin -> Text,
        trace_code -> Text,
        code_reach -> Text,
        name -> Text,
        category -> Text,
        product_type -> Text,
        brand_id -> Nullable<Text>,
        brand_name -> Nullable<Text>,
        model -> Text,
        cover_file_id -> Nullable<Text>,
        coding_level -> Text,
        state -> Text,
        state_reason -> Nullable<Text>,
        is_paused -> Bool,
        activated_at -> Nullable<Timestamp>,
        revision -> BigInt,
        search_text -> Text,
        range_version -> BigInt,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        filing_period -> Nullable<Text>,
        report_expires_on -> Nullable<Date>,
        rechecked_at -> Timestamp,
        is_level_held -> Bool,
        succeeds_product_id -> Nullable<Text>,
        voided_by -> Nullable<Text>,
        is_code_barred -> Bool,
        linked_version -> Nullable<BigInt>,
    }
}

diesel::table! {
    linked_codes (product_id, scheme, code) {
        product_id -> Text,
        scheme -> Text,
        code -> Text,
        enterprise_id -> Text,
        is_held -> Bool,
        created_at -> Timestamp,
    }
}

diesel::table! {
    vendor_numbers (number) {
        number -> BigInt,
        enterprise_id -> Text,
        next_product_no -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    code_claims (id) {
        id -> Text,
        enterprise_id -> Text,
        gtin -> Text,
        trace_code -> Text,
        product_id -> Text,
        reason -> Text,
        proof_file_ids -> Text,
        state -> Text,
        reply -> Nullable<Text>,
        replied_at -> Nullable<Timestamp>,
        decision_reason -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    product_revisions (product_id, revision) {
        product_id -> Text,
        revision -> BigInt,
        enterprise_id -> Text,
        record -> Text,
        changed_fields -> Text,
        made_at -> Timestamp,
        sanitiser -> Nullable<BigInt>,
        reason -> Nullable<Text>,
    }
}

diesel::table! {
    change_requests (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Text,
        former -> Text,
        record -> Text,
        changed_fields -> Text,
        reason -> Text,
        state -> Text,
        state_reason -> Nullable<Text>,
        account_id -> Nullable<Text>,
        created_at -> Timestamp,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    code_events (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Text,
        batch_id -> Nullable<Text>,
        prefix -> Nullable<Text>,
        width -> Nullable<BigInt>,
        first_number -> Nullable<BigInt>,
        last_number -> Nullable<BigInt>,
        kind -> Text,
        detail -> Nullable<Text>,
        reason -> Nullable<Text>,
        account_id -> Nullable<Text>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    filings (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Text,
        period -> Text,
        starts_on -> Date,
        ends_on -> Date,
        quantity -> BigInt,
        is_exact -> Bool,
        note -> Nullable<Text>,
        version -> BigInt,
        filed_at -> Timestamp,
        updated_at -> Timestamp,
        account_id -> Nullable<Text>,
        filing_batch_id -> Nullable<Text>,
        is_withdrawn -> Bool,
        coded_quantity -> Nullable<BigInt>,
    }
}

diesel::table! {
    filing_batches (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Nullable<Text>,
        products -> BigInt,
        periods -> BigInt,
        zeros -> BigInt,
        quantity -> BigInt,
        account_id -> Nullable<Text>,
        filed_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<Text>,
        withdrawal_reason -> Nullable<Text>,
        withdrawn_periods -> Nullable<BigInt>,
    }
}

diesel::table! {
    filing_corrections (id) {
        id -> Text,
        enterprise_id -> Text,
        filing_id -> Text,
        version -> BigInt,
        old_quantity -> Nullable<BigInt>,
        new_quantity -> Nullable<BigInt>,
        old_note -> Nullable<Text>,
        new_note -> Nullable<Text>,
        reason -> Nullable<Text>,
        account_id -> Nullable<Text>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    filing_arrears (enterprise_id) {
        enterprise_id -> Text,
        products -> BigInt,
        overdue -> BigInt,
        oldest_due_on -> Date,
        counted_at -> Timestamp,
    }
}

diesel::table! {
    product_autosaves (id) {
        id -> Text,
        enterprise_id -> Text,
        account_id -> Text,
        subject -> Text,
        content -> Text,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    product_templates (id) {
        id -> Text,
        enterprise_id -> Text,
        name -> Text,
        folded_name -> Text,
        record -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    batches (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Text,
        batch_no -> Text,
        made_on -> Date,
        expires_on -> Nullable<Date>,
        state -> Text,
        state_reason -> Nullable<Text>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        quantity -> Nullable<BigInt>,
        quantity_kind -> Nullable<Text>,
        report_kind -> Nullable<Text>,
        report_file_ids -> Text,
        is_report_public -> Bool,
        note -> Nullable<Text>,
        ex_factory_on -> Nullable<Date>,
    }
}

diesel::table! {
    pack_contents (id) {
        id -> Text,
        enterprise_id -> Text,
        parent_product_id -> Text,
        parent_prefix -> Text,
        parent_width -> BigInt,
        parent_number -> BigInt,
        product_id -> Text,
        batch_id -> Nullable<Text>,
        prefix -> Nullable<Text>,
        width -> Nullable<BigInt>,
        first_number -> Nullable<BigInt>,
        last_number -> Nullable<BigInt>,
        quantity -> BigInt,
        packed_at -> Timestamp,
    }
}

diesel::table! {
    recalls (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Text,
        batch_id -> Nullable<Text>,
        prefix -> Nullable<Text>,
        width -> Nullable<BigInt>,
        first_number -> Nullable<BigInt>,
        last_number -> Nullable<BigInt>,
        reason -> Text,
        advice -> Text,
        opened_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        end_reason -> Nullable<Text>,
    }
}

diesel::table! {
    unit_ranges (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Text,
        batch_id -> Nullable<Text>,
        prefix -> Text,
        width -> BigInt,
        first_number -> BigInt,
        last_number -> BigInt,
        made_on -> Nullable<Date>,
        expires_on -> Nullable<Date>,
        state -> Text,
        state_reason -> Nullable<Text>,
        issue_id -> Text,
        issued_at -> Timestamp,
        digits -> Nullable<BigInt>,
        ex_factory_on -> Nullable<Date>,
    }
}

diesel::table! {
    scan_events (enterprise_id, id) {
        enterprise_id -> Text,
        id -> BigInt,
        product_id -> Text,
        level -> Text,
        code -> Text,
        verdict -> Text,
        channel -> Text,
        region_code -> Nullable<Text>,
        scanned_at -> BigInt,
    }
}

diesel::table! {
    scan_counters (enterprise_id, product_id, level, code) {
        enterprise_id -> Text,
        product_id -> Text,
        level -> Text,
        code -> Text,
        scans -> BigInt,
        first_scanned_at -> BigInt,
        last_event_id -> BigInt,
    }
}

diesel::table! {
    feedback_messages (id) {
        id -> Text,
        enterprise_id -> Text,
        product_id -> Text,
        receipt_number -> Text,
        submission_hash -> Text,
        level -> Text,
        batch_no -> Nullable<Text>,
        serial -> Nullable<Text>,
        verdict -> Text,
        kind -> Text,
        text -> Text,
        contact -> Nullable<Text>,
        picture_file_ids -> Text,
        state -> Text,
        reply_seconds -> Nullable<BigInt>,
        search_text -> Text,
        received_on -> Date,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    feedback_steps (id) {
        id -> Text,
        enterprise_id -> Text,
        message_id -> Text,
        account_id -> Text,
        kind -> Text,
        state -> Text,
        text -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    scan_progress (one) {
        one -> BigInt,
        counted_through -> BigInt,
    }
}

diesel::table! {
    notices (id) {
        id -> Text,
        enterprise_id -> Text,
        notice_code -> Text,
        kind -> Text,
        title -> Text,
        title_en -> Text,
        text -> Text,
        text_en -> Text,
        link -> Nullable<Text>,
        dedupe_key -> Nullable<Text>,
        created_at -> Timestamp,
        read_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    platform_notices (id) {
        id -> Text,
        notice_code -> Text,
        kind -> Text,
        title -> Text,
        title_en -> Text,
        text -> Text,
        text_en -> Text,
        link -> Nullable<Text>,
        dedupe_key -> Nullable<Text>,
        created_at -> Timestamp,
        read_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    notice_settings (enterprise_id) {
        enterprise_id -> Text,
        sms_off -> Text,
        email_off -> Text,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    deliveries (id) {
        id -> Text,
        enterprise_id -> Text,
        notice_id -> Text,
        via -> Text,
        address -> Text,
        state -> Text,
        tries -> BigInt,
        last_error -> Nullable<Text>,
        due_at -> Timestamp,
        created_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        kind -> Nullable<Text>,
        digest_on -> Nullable<Date>,
    }
}

diesel::table! {
    delivery_notices (delivery_id, notice_id) {
        delivery_id -> Text,
        notice_id -> Text,
        enterprise_id -> Text,
    }
}

diesel::table! {
    mail_messages (id) {
        id -> Text,
        address -> Text,
        subject -> Text,
        text -> Text,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    gpc_entries (code) {
        code -> Text,
        level -> BigInt,
        parent -> Nullable<Text>,
        title -> Text,
        title_en -> Text,
        search_text -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    enterprises,
    identity_requests,
    accounts,
    sessions,
    refresh_tokens,
    sms_codes,
    sms_messages,
    throttles,
    files,
    registration_files,
    idempotency_keys,
    jobs,
    job_parts,
    job_turns,
    qualifications,
    products,
    product_revisions,
    change_requests,
    file_claims,
    code_claims,
    linked_codes,
    code_events,
    product_autosaves,
    filings,
    filing_batches,
    filing_corrections,
    filing_arrears,
    product_templates,
    batches,
    pack_contents,
    recalls,
    unit_ranges,
    scan_events,
    scan_counters,
    feedback_messages,
    feedback_steps,
    scan_progress,
    vendor_numbers,
    notices,
    platform_notices,
    notice_settings,
    deliveries,
    delivery_notices,
    mail_messages,
    gpc_entries,
);

diesel::joinable!(accounts -> enterprises (enterprise_id));
diesel::joinable!(batches -> products (product_id));
diesel::joinable!(code_claims -> products (product_id));
diesel::joinable!(linked_codes -> products (product_id));
diesel::joinable!(deliveries -> enterprises (enterprise_id));
diesel::joinable!(identity_requests -> enterprises (enterprise_id));
diesel::joinable!(deliveries -> notices (notice_id));
diesel::joinable!(feedback_messages -> products (product_id));
diesel::joinable!(feedback_steps -> accounts (account_id));
diesel::joinable!(products -> enterprises (enterprise_id));
diesel::joinable!(filings -> accounts (account_id));
diesel::joinable!(filings -> products (product_id));
diesel::joinable!(filing_arrears -> enterprises (enterprise_id));
diesel::joinable!(filing_batches -> accounts (account_id));
diesel::joinable!(filing_batches -> products (product_id));
diesel::joinable!(filing_corrections -> accounts (account_id));
diesel::joinable!(product_revisions -> products (product_id));
diesel::joinable!(change_requests -> accounts (account_id));
diesel::joinable!(change_requests -> enterprises (enterprise_id));
diesel::joinable!(change_requests -> products (product_id));
diesel::joinable!(code_events -> accounts (account_id));
diesel::joinable!(pack_contents -> batches (batch_id));
diesel::joinable!(pack_contents -> products (product_id));
diesel::joinable!(recalls -> batches (batch_id));
diesel::joinable!(recalls -> products (product_id));
diesel::joinable!(refresh_tokens -> sessions (session_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(unit_ranges -> batches (batch_id));
diesel::joinable!(unit_ranges -> products (product_id));
