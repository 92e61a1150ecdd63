//! What consumers write about most, and how soon they are answered (F179).

mod store;

use super::{FeedbackKind, FeedbackState};
use crate::{Error, permission::FeedbackRead};
use actix_web::{get, web::Json};
use chrono::{Days, NaiveDate};
use db::TenantConn;
use facts::ProductId;
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use web::{Problem, Scope};

/// How many days are shown one by one, today included.
const DAYS: u64 = 30;

/// How many products are named.
const PRODUCTS: i64 = 10;

/// What was written, counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackStatistics {
    /// 累计反馈
    pub total: i64,
    /// 已回复
    pub replied: i64,
    /// 首次回复时间中位数
    ///
    /// 秒；尚无回复时为空。
    #[schema(example = 5400)]
    pub median_reply_seconds: Option<i64>,
    /// 按状态
    pub by_state: Vec<StateCount>,
    /// 按类型
    pub by_kind: Vec<KindCount>,
    /// 近三十日
    ///
    /// 每日一项，北京时间，含当日。
    pub by_day: Vec<DayCount>,
    /// 反馈最多的产品
    ///
    /// 最多十个。
    pub by_product: Vec<ProductCount>,
}

/// Messages of one state.
#[derive(Debug, Serialize, ToSchema)]
pub struct StateCount {
    /// 处理状态
    pub state: FeedbackState,
    /// 数量
    pub count: i64,
}

/// Messages of one kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindCount {
    /// 反馈类型
    pub kind: FeedbackKind,
    /// 数量
    pub count: i64,
}

/// Messages of one day.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayCount {
    /// 日期
    pub day: NaiveDate,
    /// 数量
    pub count: i64,
}

/// Messages about one product.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductCount {
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 数量
    pub count: i64,
}

/// 反馈统计
///
/// Counts what consumers wrote: by kind, state, day and product, and how soon they were answered.
#[utoipa::path(
    tag = "feedback", security(("bearer" = ["feedback.read"])),
    responses((status = 200, description = "反馈统计", body = FeedbackStatistics))
)]
#[get("/feedback/statistics")]
pub async fn find_feedback_statistics(
    scope: Scope<FeedbackRead>,
) -> Result<Json<FeedbackStatistics>, Problem> {
    Ok(Json(scope.read(count).await?))
}

fn count(c: &mut TenantConn<'_>) -> Result<FeedbackStatistics, Error> {
    let today = c.now().beijing_date();
    let first = today.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(today);
    let states: HashMap<_, _> = store::by_state(c)?.into_iter().collect();
    let kinds: HashMap<_, _> = store::by_kind(c)?.into_iter().collect();
    let days: HashMap<_, _> = store::by_day(c, first)?.into_iter().collect();
    let replied = store::count_replied(c)?;
    Ok(FeedbackStatistics {
        total: states.values().sum(),
        replied,
        median_reply_seconds: median(c, replied)?,
        by_state: FeedbackState::ALL
            .iter()
            .map(|state| StateCount {
                state: *state,
                count: states.get(state).copied().unwrap_or(0),
            })
            .collect(),
        by_kind: FeedbackKind::ALL
            .iter()
            .map(|kind| KindCount {
                kind: *kind,
                count: kinds.get(kind).copied().unwrap_or(0),
            })
            .collect(),
        by_day: first
            .iter_days()
            .take_while(|day| *day <= today)
            .map(|day| DayCount {
                day,
                count: days.get(&day).copied().unwrap_or(0),
            })
            .collect(),
        by_product: by_product(c)?,
    })
}

/// The one in the middle, or the mean of the two there.
fn median(c: &mut TenantConn<'_>, replied: i64) -> Result<Option<i64>, Error> {
    let middle = match replied {
        0 => return Ok(None),
        n if n % 2 == 1 => store::reply_seconds(c, n / 2, 1)?,
        n => store::reply_seconds(c, n / 2 - 1, 2)?,
    };
    let count = i64::try_from(middle.len()).unwrap_or(0);
    Ok(middle.iter().sum::<i64>().checked_div(count))
}

fn by_product(c: &mut TenantConn<'_>) -> Result<Vec<ProductCount>, Error> {
    let counts = store::by_product(c, PRODUCTS)?;
    let ids: Vec<_> = counts.iter().map(|(id, _)| id.clone()).collect();
    let mut names: HashMap<_, _> = super::store::names_of(c, &ids)?
        .into_iter()
        .map(|(id, trace_code, name)| (id, (trace_code, name)))
        .collect();
    let named = counts.into_iter().filter_map(|(product_id, count)| {
        let (trace_code, product_name) = names.remove(&product_id)?;
        Some(ProductCount {
            product_id,
            trace_code,
            product_name,
            count,
        })
    });
    Ok(named.collect())
}
