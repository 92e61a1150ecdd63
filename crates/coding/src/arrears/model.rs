use chrono::NaiveDate;
use db::{EnterpriseId, schema::filing_arrears};
use diesel::{Insertable, Queryable, Selectable};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// How far an enterprise is behind, as it was last counted.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = filing_arrears, treat_none_as_default_value = false)]
pub struct Arrears {
    pub(super) products: i64,
    pub(super) overdue: i64,
    pub(super) oldest_due_on: NaiveDate,
    pub(super) counted_at: Timestamp,
}

/// An enterprise that is behind with its filings.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FilingArrears {
    /// 企业编号
    #[schema(value_type = String, format = "uuid")]
    pub enterprise_id: EnterpriseId,
    /// 企业名称
    #[schema(example = "杭州超尔切削工具有限公司")]
    pub enterprise_name: String,
    /// 逾期产品数
    #[schema(example = 2)]
    pub products: i64,
    /// 逾期期数
    #[schema(example = 43)]
    pub overdue: i64,
    /// 最早截止日期
    pub oldest_due_on: NaiveDate,
    /// 逾期天数
    ///
    /// 最早一期逾期的天数。
    #[schema(example = 43)]
    pub days: i64,
    /// 统计时间
    pub counted_at: Timestamp,
}

/// Filter of the list of enterprises that are behind.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FilingArrearsFilter {
    /// 关键词
    ///
    /// 企业名称的一部分。
    #[param(max_length = 100, example = "切削工具")]
    pub keyword: Option<String>,
}
