use crate::former_name::FormerName;
use db::{List, schema::enterprises};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Code, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::{FileId, FileUrl, FileView};

/// The id of an enterprise.
pub type EnterpriseId = db::EnterpriseId;

kernel::codes! {
    /// The type of an enterprise: its trade (F005).
    pub enum EnterpriseType {
        Production = "production", "企业用户（生产）", "manufacturer";
        BatteryProduction = "battery_production", "电池生产企业", "battery manufacturer";
        EbikeProduction = "ebike_production", "电动车生产企业", "e-bike manufacturer";
        MetrologyProduction = "metrology_production", "计量生产企业", "measuring-instrument manufacturer";
        MetrologyUse = "metrology_use", "计量使用单位", "measuring-instrument user";
        Sales = "sales", "销售企业", "trader";
    }
}

impl EnterpriseType {
    /// Those who make products and so issue codes for them.
    pub const PRODUCERS: &'static [Self] = &[
        Self::Production,
        Self::BatteryProduction,
        Self::EbikeProduction,
        Self::MetrologyProduction,
    ];
}

kernel::codes! {
    /// The state of an enterprise: a disabled one cannot use the platform.
    pub enum EnterpriseState {
        Active = "active", "正常", "active";
        Disabled = "disabled", "已停用", "disabled";
    }
}

kernel::codes! {
    /// The review of an enterprise's products: by rules alone, or by a person as well (F168).
    pub enum ReviewMode {
        Automatic = "automatic", "自动审核", "automatic";
        Manual = "manual", "人工审核", "manual";
    }
}

/// The types of one enterprise.
pub type EnterpriseTypes = List<EnterpriseType>;

/// The company prefixes 厂商识别代码 GS1 China gave one enterprise.
pub type CompanyPrefixes = List<String>;

/// An enterprise as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = enterprises, treat_none_as_default_value = false)]
pub struct Enterprise {
    pub(crate) id: EnterpriseId,
    pub(crate) uscc: String,
    pub(crate) name: String,
    pub(crate) region_code: String,
    pub(crate) enterprise_types: EnterpriseTypes,
    pub(crate) registered_address: String,
    pub(crate) production_address: Option<String>,
    pub(crate) contact_name: String,
    pub(crate) contact_phone: String,
    pub(crate) contact_confirmed_at: Timestamp,
    pub(crate) legal_representative: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) website: Option<String>,
    pub(crate) introduction: Option<String>,
    pub(crate) company_prefixes: CompanyPrefixes,
    pub(crate) licence_file_id: Option<FileId>,
    pub(crate) state: Code<EnterpriseState>,
    pub(crate) state_reason: Option<String>,
    pub(crate) version: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) review_mode: Code<ReviewMode>,
    pub(crate) public_phone: Option<String>,
    pub(crate) is_licence_public: bool,
    pub(crate) verified_at: Option<Timestamp>,
}

/// The public facts of an enterprise: what the law asks a maker to publish (F152).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct MakerFacts {
    /// Its id, for joining.
    #[serde(skip)]
    pub id: EnterpriseId,
    /// 企业名称
    pub name: String,
    /// 平台已核验
    ///
    /// 平台已将企业名称和统一社会信用代码与营业执照核对；否则为待核验，均为企业自行填写。
    pub is_verified: bool,
    /// 曾用名
    ///
    /// 经核验的名称，最早的在前。
    pub former_names: Vec<FormerName>,
    /// 统一社会信用代码
    #[schema(example = "91330109589891087U")]
    pub uscc: String,
    /// 生产地址
    ///
    /// 未填写生产地址的为注册地址。
    pub address: String,
    /// 联系电话
    ///
    /// 企业对外公布的。
    #[schema(example = "0571-82820000")]
    pub phone: Option<String>,
    /// 企业网站
    pub website: Option<String>,
    /// 营业执照
    ///
    /// 企业公开的。
    #[schema(value_type = Option<String>)]
    pub licence: Option<FileUrl>,
    /// False while the platform has disabled it.
    #[serde(skip)]
    pub is_active: bool,
}

/// An enterprise as its own people see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EnterpriseView {
    /// 企业编号
    pub id: EnterpriseId,
    /// 统一社会信用代码
    #[schema(value_type = String, example = "91330109589891087U")]
    pub uscc: String,
    /// 企业名称
    #[schema(example = "杭州超尔切削工具有限公司")]
    pub name: String,
    /// 曾用名
    ///
    /// 经核验的名称，最早的在前。
    pub former_names: Vec<FormerName>,
    /// 核验时间
    ///
    /// 平台将企业信息与营业执照核对的时间；空为待核验，扫码页会标明。
    pub verified_at: Option<Timestamp>,
    /// 行政区划代码
    #[schema(example = "330109")]
    pub region_code: String,
    /// 行政区划
    #[schema(example = "浙江省杭州市萧山区")]
    pub region_name: String,
    /// 企业类型
    #[schema(value_type = Vec<EnterpriseType>)]
    pub enterprise_types: EnterpriseTypes,
    /// 注册地址
    pub registered_address: String,
    /// 生产地址
    pub production_address: Option<String>,
    /// 联系人
    pub contact_name: String,
    /// 联系人电话
    pub contact_phone: String,
    /// 联系方式确认时间
    pub contact_confirmed_at: Timestamp,
    /// 联系方式待确认
    ///
    /// 超过 180 天未确认时提醒核对。
    pub contact_is_stale: bool,
    /// 公开联系电话
    pub public_phone: Option<String>,
    /// 法定代表人
    pub legal_representative: Option<String>,
    /// 电子邮箱
    pub email: Option<String>,
    /// 企业网站
    pub website: Option<String>,
    /// 企业简介
    pub introduction: Option<String>,
    /// 厂商识别代码
    #[schema(value_type = Vec<String>)]
    pub company_prefixes: CompanyPrefixes,
    /// 营业执照
    pub licence: Option<FileView>,
    /// 营业执照公开
    pub is_licence_public: bool,
    /// 状态
    #[schema(value_type = EnterpriseState)]
    pub state: Code<EnterpriseState>,
    /// 停用原因
    pub state_reason: Option<String>,
    /// 审核方式
    ///
    /// 自动审核在提交时按规则检查后即通过；人工审核由平台审核员处理。
    #[schema(value_type = ReviewMode)]
    pub review_mode: Code<ReviewMode>,
    /// 提示
    ///
    /// 不影响保存的疑点，如登记机关区划已撤销。
    pub warnings: Vec<String>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
    /// 注册时间
    pub created_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}
