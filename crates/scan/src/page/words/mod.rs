//! The page's own words in two languages. Facts are shown as their maker wrote them.

mod en;
mod fields;
mod zh;

pub(super) use fields::field_label;

use coding::resolve::Voucher;
use kernel::{Lang, Timestamp};

/// The words in one language.
pub(super) struct Words {
    pub(super) lang: Lang,
    pub(super) tag: &'static str,
    pub(super) site: &'static str,
    pub(super) skip: &'static str,
    pub(super) other_lang: &'static str,
    pub(super) other_tag: &'static str,
    pub(super) sections: &'static str,
    pub(super) apps: &'static str,
    pub(super) trace: &'static str,
    pub(super) back: &'static str,
    pub(super) about: &'static str,
    pub(super) answered_at: &'static str,
    pub(super) code: &'static str,
    pub(super) trace_code: &'static str,
    pub(super) internal_code: &'static str,
    pub(super) batch_no: &'static str,
    pub(super) serial: &'static str,
    pub(super) made_on: &'static str,
    pub(super) expires_on: &'static str,
    pub(super) product: &'static str,
    pub(super) name: &'static str,
    pub(super) product_type: &'static str,
    pub(super) brand: &'static str,
    pub(super) model: &'static str,
    pub(super) standards: &'static str,
    pub(super) licence: &'static str,
    pub(super) certificate: &'static str,
    pub(super) warranty: &'static str,
    pub(super) service_phone: &'static str,
    pub(super) attributes: &'static str,
    pub(super) quality: &'static str,
    pub(super) requirement: &'static str,
    pub(super) tested_on: &'static str,
    pub(super) report_valid: &'static str,
    pub(super) parts: &'static str,
    pub(super) supplier: &'static str,
    pub(super) documents: &'static str,
    pub(super) qualifications: &'static str,
    pub(super) number: &'static str,
    pub(super) issuer: &'static str,
    pub(super) is_expired: &'static str,
    pub(super) long_term: &'static str,
    pub(super) commercial: &'static str,
    pub(super) honours: &'static str,
    pub(super) lottery: &'static str,
    pub(super) credit: &'static str,
    pub(super) maker: &'static str,
    pub(super) uscc: &'static str,
    pub(super) address: &'static str,
    pub(super) phone: &'static str,
    pub(super) license: &'static str,
    pub(super) website: &'static str,
    pub(super) pictures: &'static str,
    pub(super) video: &'static str,
    pub(super) download_video: &'static str,
    pub(super) zoom: &'static str,
    pub(super) close: &'static str,
    pub(super) original: &'static str,
    pub(super) reason: &'static str,
    pub(super) advice: &'static str,
    pub(super) quantity: &'static str,
    pub(super) batch_reports: &'static str,
    pub(super) parent: &'static str,
    pub(super) contents: &'static str,
    pub(super) more_contents: &'static str,
    pub(super) inside: &'static str,
    pub(super) counted: &'static str,
    pub(super) first_scan: &'static str,
    pub(super) first_time: &'static str,
    pub(super) no_menu: &'static str,
    pub(super) no_menu_hint: &'static str,
    pub(super) by_maker: &'static str,
    pub(super) by_authority: &'static str,
    pub(super) by_platform: &'static str,
    pub(super) feedback: &'static str,
    pub(super) feedback_hint: &'static str,
    pub(super) vouchers: &'static str,
    pub(super) leave_title: &'static str,
    pub(super) leave_to: &'static str,
    pub(super) leave_by: &'static str,
    pub(super) leave_go: &'static str,
    pub(super) leave_none: &'static str,
    pub(super) leave_none_hint: &'static str,
    pub(super) unavailable: &'static str,
    pub(super) come_back: &'static str,
}

impl Words {
    pub(super) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &zh::WORDS,
            Lang::En => &en::WORDS,
        }
    }

    /// An instant as people read it, in China's time.
    pub(super) fn time(&self, at: Timestamp) -> String {
        let zone = if self.lang == Lang::En { " (UTC+8)" } else { "" };
        format!("{}{zone}", at.beijing().format("%Y-%m-%d %H:%M:%S"))
    }

    /// What the count of scans means to whoever holds the product.
    pub(super) fn scanned(&self, is_unit: bool, scans: i64) -> String {
        match (self.lang, is_unit, scans) {
            (_, true, 1) => self.first_time.to_owned(),
            (Lang::Zh, true, n) => {
                format!("本码第 {n} 次被查询。如首次查询不是您本人，请核对产品来源。")
            }
            (Lang::Zh, false, n) => format!("本码累计查询 {n} 次。"),
            (Lang::En, true, n) => format!(
                "Scanned {n} times so far. If the first scan was not yours, check where the product came from."
            ),
            (Lang::En, false, n) => format!("This code was scanned {n} times in all."),
        }
    }

    /// What it means that somebody answers for a fact.
    pub(super) fn voucher(&self, voucher: Voucher) -> &'static str {
        match voucher {
            Voucher::Maker => self.by_maker,
            Voucher::Authority => self.by_authority,
            Voucher::Platform => self.by_platform,
        }
    }

    /// That the maker changed something, and what.
    pub(super) fn updated(&self, day: &str, fields: &[&str]) -> String {
        match self.lang {
            Lang::Zh => format!("企业于 {day} 更新了：{}", fields.join("、")),
            Lang::En => format!("The maker changed this on {day}: {}", fields.join(", ")),
        }
    }
}
