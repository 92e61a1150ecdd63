use db::{
    Db, EnterpriseId, Fault, Scratch, TenantConn,
    schema::{enterprises, products, throttles},
    unique_or,
};
use diesel::prelude::*;
use kernel::{Clock, Coded, Id, Kind, Timestamp};

fn enterprise(db: &Db, uscc: &str) -> EnterpriseId {
    let id = EnterpriseId::new();
    db.write_platform(|c| {
        let now = c.now();
        diesel::insert_into(enterprises::table)
            .values((
                (
                    enterprises::id.eq(&id),
                    enterprises::uscc.eq(uscc),
                    enterprises::name.eq("企业"),
                    enterprises::region_code.eq("330109"),
                    enterprises::enterprise_types.eq("[]"),
                    enterprises::registered_address.eq("地址"),
                    enterprises::contact_name.eq("联系人"),
                    enterprises::contact_phone.eq("13800138000"),
                    enterprises::contact_confirmed_at.eq(now),
                ),
                (
                    enterprises::company_prefixes.eq("[]"),
                    enterprises::state.eq("active"),
                    enterprises::version.eq(1),
                    enterprises::created_at.eq(now),
                    enterprises::updated_at.eq(now),
                    enterprises::review_mode.eq("automatic"),
                    enterprises::is_licence_public.eq(false),
                ),
            ))
            .execute(c.conn())?;
        Ok::<_, Fault>(())
    })
    .unwrap();
    id
}

fn product(db: &Db, enterprise: &EnterpriseId, gtin: &str) -> Result<(), Fault> {
    db.write(enterprise, |c| insert_product(c, gtin))
}

fn insert_product(c: &mut TenantConn<'_>, gtin: &str) -> Result<(), Fault> {
    let now = c.now();
    let texts = (
        products::trace_code.eq(gtin),
        products::code_reach.eq("global"),
        products::name.eq("产品"),
        products::category.eq("general"),
        products::product_type.eq("other"),
        products::model.eq("M"),
        products::coding_level.eq("unit"),
    );
    let rest = (
        products::state.eq("draft"),
        products::is_paused.eq(false),
        products::revision.eq(1),
        products::search_text.eq(""),
        products::range_version.eq(0),
        products::version.eq(1),
        products::created_at.eq(now),
        products::updated_at.eq(now),
        products::rechecked_at.eq(now),
        products::is_level_held.eq(false),
    );
    let id = (products::id.eq(Id::<()>::new()), products::gtin.eq(gtin));
    c.insert(products::table, (id, texts, rest))
        .map_err(|e| unique_or(e, || Fault::Busy("taken".into())))?;
    Ok(())
}

fn count(db: &Db, enterprise: &EnterpriseId) -> i64 {
    db.read(enterprise, |c| {
        Ok::<_, Fault>(c.rows(products::table).count().get_result(c)?)
    })
    .unwrap()
}

#[test]
fn a_tenant_sees_only_its_own_rows() {
    let scratch = Scratch::new();
    let db = scratch.open(Clock::default());
    let (acme, rival) = (enterprise(&db, "A"), enterprise(&db, "B"));
    product(&db, &acme, "1").unwrap();
    assert_eq!((count(&db, &acme), count(&db, &rival)), (1, 0));
    let renamed = db.write(&rival, |c| {
        let all = c.rows(products::table);
        Ok::<_, Fault>(db::update(all).set(products::name.eq("x")).execute(c)?)
    });
    assert_eq!(renamed.unwrap(), 0);
}

#[test]
fn a_unique_violation_gets_the_meaning_its_statement_knows() {
    let scratch = Scratch::new();
    let db = scratch.open(Clock::default());
    let acme = enterprise(&db, "A");
    product(&db, &acme, "1").unwrap();
    assert!(matches!(product(&db, &acme, "1"), Err(Fault::Busy(text)) if text == "taken"));
    assert_eq!(count(&db, &acme), 1);
}

#[test]
fn a_failed_write_leaves_nothing_and_does_not_move_the_epoch() {
    let scratch = Scratch::new();
    let db = scratch.open(Clock::default());
    let acme = enterprise(&db, "A");
    let before = db.epoch(&acme);
    let failed = db.write(&acme, |c| {
        insert_product(c, "1")?;
        Err::<(), _>(Fault::Busy("changed my mind".into()))
    });
    assert!(failed.is_err());
    assert_eq!(count(&db, &acme), 0);
    assert_eq!(db.epoch(&acme), before);
    product(&db, &acme, "1").unwrap();
    assert_ne!(db.epoch(&acme), before);
}

#[test]
fn work_that_stays_private_does_not_move_the_epoch() {
    let scratch = Scratch::new();
    let db = scratch.open(Clock::default());
    let acme = enterprise(&db, "A");
    let before = db.epoch(&acme);
    let work = db.write(&acme, |c| {
        c.stays_private();
        insert_product(c, "1")
    });
    work.unwrap();
    assert_eq!(count(&db, &acme), 1);
    assert_eq!(db.epoch(&acme), before);
}

/// Writes one row in the name of the platform.
pub(crate) fn count_a_throttle(db: &Db) {
    db.write_platform(|c| {
        diesel::insert_into(throttles::table)
            .values((
                throttles::bucket.eq("b"),
                throttles::hits.eq(0),
                throttles::window_ends_at.eq(c.now()),
            ))
            .execute(c.conn())?;
        Ok::<_, Fault>(())
    })
    .unwrap();
}

#[test]
fn parallel_writers_lose_no_update() {
    let scratch = Scratch::new();
    let db = scratch.open(Clock::default());
    count_a_throttle(&db);
    std::thread::scope(|s| {
        for _ in 0..8 {
            s.spawn(|| {
                for _ in 0..25 {
                    db.write_platform(|c| {
                        // A read first: a deferred transaction would fail here on SQLite.
                        throttles::table.count().get_result::<i64>(c.conn())?;
                        diesel::update(throttles::table)
                            .set(throttles::hits.eq(throttles::hits + 1))
                            .execute(c.conn())?;
                        Ok::<_, Fault>(())
                    })
                    .unwrap();
                }
            });
        }
    });
    let hits = db
        .read_platform(|c| Ok::<_, Fault>(throttles::table.select(throttles::hits).first::<i64>(c.conn())?));
    assert_eq!(hits.unwrap(), 200);
}

#[test]
fn times_come_back_as_they_were_written() {
    let scratch = Scratch::new();
    let clock = Clock::default();
    let db = scratch.open(clock.clone());
    clock.advance_seconds(86_400);
    let written: Timestamp = db
        .write_platform(|c| {
            let now = c.now();
            diesel::insert_into(throttles::table)
                .values((
                    throttles::bucket.eq("b"),
                    throttles::hits.eq(0),
                    throttles::window_ends_at.eq(now),
                ))
                .execute(c.conn())?;
            Ok::<_, Fault>(now)
        })
        .unwrap();
    let read = db.read_platform(|c| {
        Ok::<_, Fault>(
            throttles::table
                .select(throttles::window_ends_at)
                .first::<Timestamp>(c.conn())?,
        )
    });
    assert_eq!(read.unwrap(), written);
    assert!(written > Timestamp::now());
}

#[test]
fn a_database_that_is_not_there_is_away_and_not_created() {
    let db = Db::open(
        "postgres://nobody@127.0.0.1:1/none".parse().unwrap(),
        2,
        Clock::default(),
    )
    .unwrap();
    let answer = db.read_platform(|_| Ok::<_, Fault>(()));
    let fault = answer.unwrap_err();
    assert_eq!((fault.kind(), fault.retry_after()), (Kind::Unavailable, Some(2)));
}

#[test]
fn a_full_disk_is_told_apart() {
    let scratch = Scratch::new();
    let db = scratch.open(Clock::default());
    if db.backend() == db::Backend::Postgres {
        return postgres_reports_a_full_disk();
    }
    let full = db.write_platform(|c| {
        diesel::sql_query("PRAGMA max_page_count = 1").execute(c.conn())?;
        for i in 0..1000 {
            diesel::insert_into(throttles::table)
                .values((
                    throttles::bucket.eq(format!("{i}{}", "x".repeat(4000))),
                    throttles::hits.eq(0),
                    throttles::window_ends_at.eq(c.now()),
                ))
                .execute(c.conn())?;
        }
        Ok::<_, Fault>(())
    });
    assert_eq!(full.unwrap_err().code(), "database.full");
}

/// PostgreSQL's own disk cannot be filled here; its message for it can be had from the server.
fn postgres_reports_a_full_disk() {
    let db = Scratch::new().open(Clock::default());
    let full = db.write_platform(|c| {
        diesel::sql_query(
            "DO $$ BEGIN RAISE EXCEPTION 'could not extend file \"base/1\": No space left on device' \
             USING ERRCODE = '53100'; END $$",
        )
        .execute(c.conn())?;
        Ok::<_, Fault>(())
    });
    assert_eq!(full.unwrap_err().code(), "database.full");
}
