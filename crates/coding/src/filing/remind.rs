use super::{Error, due, due_model::Owing, notice::FilingNotice, store};
use chrono::{Datelike, Days, NaiveDate};
use db::{Db, TenantConn};
use enterprise::notice::{FIRST_REMINDER_DAYS, notify_enterprise, reminder_due};
use kernel::Lang;
use notify::Notice;
use product::{Product, notice::ProductNotice};

/// Reminds every maker of what is to be filed, of what is overdue (F160), and of inspection reports that end (F155).
///
/// # Errors
/// When the database fails.
pub fn remind(db: &Db) -> Result<(), Error> {
    product::for_each_maker(db, remind_one)
}

fn remind_one(c: &mut TenantConn<'_>) -> Result<(), Error> {
    let today = c.now().beijing_date();
    // One reminder a product, of what is missing longest: a maker who forgot a month of days needs no thirty messages.
    for Owing { product: p, periods } in due::owing(c, None)? {
        let Some(period) = periods.first() else {
            continue;
        };
        let late = today.signed_duration_since(period.due_on()).num_days();
        let label = period.label(Lang::Zh);
        let notice = if late > 0 {
            let week = today.iso_week();
            Notice::new(FilingNotice::FilingOverdue {
                product: p.name,
                period: label,
                days: late,
            })
            .once(format!("{}/{}-{}", p.id, week.year(), week.week()))
        } else {
            Notice::new(FilingNotice::FilingDue {
                product: p.name,
                period: label,
                due_on: period.due_on().to_string(),
            })
            .once(format!("{}/{}", p.id, period.starts_on))
        };
        notify_enterprise(c, &notice.link("/filings/due"))?;
    }
    remind_of_reports(c, today)
}

fn remind_of_reports(c: &mut TenantConn<'_>, today: NaiveDate) -> Result<(), Error> {
    let until = today
        .checked_add_days(Days::new(FIRST_REMINDER_DAYS))
        .unwrap_or(today);
    for p in store::reports_ending(c, (today, until))? {
        let Some(ends) = p.report_expires_on else {
            continue;
        };
        if let Some(days) = reminder_due(today, ends) {
            notify_enterprise(c, &report_notice(p, ends, days))?;
        }
    }
    Ok(())
}

fn report_notice(p: Product, ends: NaiveDate, days: i64) -> Notice<ProductNotice> {
    Notice::new(ProductNotice::ReportExpiring {
        report: p.trace_code,
        product: p.name,
        expires_on: ends.to_string(),
    })
    .link(format!("/products/{}", p.id))
    .once(format!("{}/{ends}/{days}", p.id))
}
