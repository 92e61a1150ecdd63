use super::EnterpriseType;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::upload::FileId;

/// The record of an enterprise as it is changed. Its code cannot be; name, region, types and licence stand here as they hold and
/// change by an identity request.
#[derive(Debug, Clone, Deserialize, ToSchema, validator::Validate)]
#[serde(deny_unknown_fields)]
pub struct UpdateEnterprise {
    /// 企业名称
    ///
    /// 与营业执照一致；变更须提交企业变更申请，这里填现有的。
    #[schema(min_length = 2, max_length = 100, example = "杭州超尔切削工具有限公司")]
    pub name: String,
    /// 行政区划
    ///
    /// 到区（县）一级，GB/T 2260；变更须提交企业变更申请，这里填现有的。
    #[schema(format = "region", min_length = 1, example = "330109")]
    pub region_code: String,
    /// 企业类型
    ///
    /// 可多选，菜单随类型变化；变更须提交企业变更申请，这里填现有的。
    #[schema(min_items = 1, max_items = 6)]
    pub enterprise_types: Vec<EnterpriseType>,
    /// 注册地址
    #[schema(
        min_length = 4,
        max_length = 200,
        example = "浙江省杭州市萧山区市心北路 100 号"
    )]
    pub registered_address: String,
    /// 生产地址
    ///
    /// 与注册地址不同时填写，扫码页展示。
    #[schema(min_length = 4, max_length = 200, example = "浙江省杭州市萧山区建设四路 8 号")]
    pub production_address: Option<String>,
    /// 联系人
    #[schema(min_length = 2, max_length = 50, example = "联系人")]
    pub contact_name: String,
    /// 联系人电话
    ///
    /// 手机号，用于找回密码和接收通知。
    #[schema(format = "mobile", min_length = 1, example = "13800138000")]
    pub contact_phone: String,
    /// 公开联系电话
    ///
    /// 扫码页展示，供消费者联系企业；手机、固定电话或 400/800/95 号码。
    #[schema(format = "phone", max_length = 30, example = "0571-82820000")]
    pub public_phone: Option<String>,
    /// 当前密码
    ///
    /// 修改联系人电话时必填：凭该手机号可以找回密码。
    #[schema(min_length = 1, max_length = 128, format = "password")]
    pub password: Option<String>,
    /// 手机验证码
    ///
    /// 修改联系人电话时必填，发送到新的手机号。
    #[schema(pattern = "^[0-9]{6}$", example = "123456")]
    pub sms_code: Option<String>,
    /// 法定代表人
    #[schema(min_length = 2, max_length = 50, example = "负责人")]
    pub legal_representative: Option<String>,
    /// 电子邮箱
    #[schema(format = "email", max_length = 100, example = "office@example.com")]
    pub email: Option<String>,
    /// 企业网站
    ///
    /// 以 https:// 开头，扫码页展示。
    #[schema(format = "https-url", max_length = 200, example = "https://www.example.com")]
    pub website: Option<String>,
    /// 企业简介
    #[schema(format = "multiline", max_length = 1000, example = "专业生产板材与切削工具。")]
    pub introduction: Option<String>,
    /// 厂商识别代码
    ///
    /// 中国物品编码中心分配，7–10 位数字，可有多个。
    #[schema(max_items = 20)]
    pub company_prefixes: Vec<CompanyPrefix>,
    /// 营业执照
    ///
    /// 现有营业执照的文件编号，也可不填；换照须提交企业变更申请。
    pub licence_file_id: Option<FileId>,
    /// 营业执照公开
    ///
    /// 公开后扫码页可查看；不公开时任何人都无法通过地址访问。
    #[serde(default)]
    pub is_licence_public: bool,
}

/// A company prefix 厂商识别代码 as it is written: seven to ten digits (GB 12904-2008).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, format = "company-prefix", min_length = 1, example = "6901234")]
pub struct CompanyPrefix(pub String);
