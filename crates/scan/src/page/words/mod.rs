//! The page's own words in two languages. Facts are shown as their maker wrote them.

mod en;
mod list;
mod zh;

pub(super) use list::Words;

use chrono::NaiveDate;
use facts::Voucher;
use kernel::{Lang, Timestamp};

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

    /// That some of what belongs on the page could not be read this time.
    pub(super) fn missing(&self, titles: &[&str]) -> String {
        match self.lang {
            Lang::Zh => format!("以下内容暂时无法读取：{}。请稍后重新扫码。", titles.join("、")),
            Lang::En => format!(
                "Cannot be read just now: {}. Please scan again later.",
                titles.join(", ")
            ),
        }
    }

    /// What opens the rest of a list, with how many there are in all.
    pub(super) fn all(&self, n: usize) -> String {
        match self.lang {
            Lang::Zh => format!("全部 {n} 项"),
            Lang::En => format!("All {n}"),
        }
    }

    /// What it means that somebody answers for a fact.
    pub(super) fn voucher(&self, voucher: Voucher) -> &'static str {
        match voucher {
            Voucher::Maker => self.by_maker,
            Voucher::Authority => self.by_authority,
            Voucher::Format => self.by_format,
            Voucher::Platform => self.by_platform,
            Voucher::BusinessLicence => self.by_business_licence,
        }
    }

    /// A name somebody had, and when.
    pub(super) fn held(&self, name: &str, from: NaiveDate, until: NaiveDate) -> String {
        match self.lang {
            Lang::Zh => format!("{name}（{from} 至 {until}）"),
            Lang::En => format!("{name} ({from} to {until})"),
        }
    }

    /// That the page is of an earlier day.
    pub(super) fn as_of(&self, day: NaiveDate) -> String {
        match self.lang {
            Lang::Zh => format!("这是 {day} 结束时的页面，不是当前内容。品牌和资质为当前信息。"),
            Lang::En => format!(
                "This is the page as it was at the end of {day}, not as it is now. The brand and the qualifications are those of today."
            ),
        }
    }

    /// Where the page of an earlier day is.
    pub(super) fn page_of(&self, day: NaiveDate) -> String {
        match self.lang {
            Lang::Zh => format!("查看 {day} 的页面"),
            Lang::En => format!("See the page of {day}"),
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
