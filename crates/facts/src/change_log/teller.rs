use super::{code, product, store};
use crate::{Chapter, CodePlace, Entry, ProductKey, Teller, TellerFault, Text, Told, Voucher};
use db::PublicConn;
use kernel::Timestamp;

/// Tells what was changed.
#[derive(Debug, Clone, Copy)]
pub struct ChangeLog;

impl Teller for ChangeLog {
    fn key(&self) -> &'static str {
        "change_log"
    }

    fn title(&self) -> Text {
        Text::new("变更记录", "Changes")
    }

    fn of_product(&self, c: &mut PublicConn<'_>, product: &ProductKey) -> Result<Told, TellerFault> {
        Ok(Told {
            chapters: self.chapter(product::entries(c, product, None)?),
            has_codes: store::has_code_changes(c, product)?,
        })
    }

    fn of_code(&self, c: &mut PublicConn<'_>, at: &CodePlace) -> Result<Vec<Chapter>, TellerFault> {
        Ok(self.chapter(code::entries(c, at, None)?))
    }

    fn of_day(
        &self,
        c: &mut PublicConn<'_>,
        at: &CodePlace,
        instant: Timestamp,
    ) -> Result<Vec<Chapter>, TellerFault> {
        let mut all = code::entries(c, at, Some(instant))?;
        all.extend(product::entries(c, &at.product, Some(instant))?);
        Ok(self.chapter(all))
    }
}

impl ChangeLog {
    fn chapter(self, entries: Vec<Entry>) -> Vec<Chapter> {
        if entries.is_empty() {
            return vec![];
        }
        vec![Chapter {
            key: self.key(),
            title: self.title(),
            voucher: Voucher::Platform,
            rows: vec![],
            entries,
            documents: vec![],
        }]
    }
}
