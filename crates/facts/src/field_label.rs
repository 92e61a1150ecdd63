//! What the fields of a product, a batch and a unit are called to the public.

use kernel::Lang;

/// What fields are called to the public; those it does not see have no name here.
const LABELS: &[(&str, &str, &str)] = &[
    ("record", "产品信息", "product information"),
    ("warranty_period", "质保期限", "warranty"),
    ("service_phone", "售后电话", "service phone"),
    ("picture_file_ids", "产品图片", "pictures"),
    ("report_file_ids", "检验报告", "inspection reports"),
    ("report_kind", "检验类别", "kind of inspection"),
    ("report_expires_on", "检验报告有效期", "validity of the report"),
    (
        "is_report_public",
        "检验报告公开状态",
        "whether reports are public",
    ),
    ("manual_file_ids", "说明书", "manuals"),
    ("certificate_file_ids", "产品合格证", "certificates of conformity"),
    ("attributes", "产品特性", "properties"),
    ("quality_indicators", "质量指标", "measured quality"),
    ("parts", "来料与零部件", "materials and parts"),
    ("commercial", "企业推荐", "links of the maker"),
    ("evidence_file_ids", "证明材料", "evidence"),
    (
        "is_evidence_public",
        "证明材料公开状态",
        "whether evidence is public",
    ),
    ("linked_codes", "其他编码", "codes in other schemes"),
    ("page", "页面栏目", "sections of the page"),
    ("brand_id", "品牌", "brand"),
    ("brand_name", "商标", "trade mark"),
    ("name", "产品名称", "name"),
    ("model", "规格型号", "model"),
    ("standards", "执行标准", "standards"),
    ("product_type", "产品类型", "type"),
    ("licence_number", "许可证/认证编号", "licence"),
    ("certificate_number", "证书编号", "certificate number"),
    ("coding_level", "追溯方式", "coding level"),
    ("batch_no", "批次号", "batch"),
    ("made_on", "生产日期", "made on"),
    ("expires_on", "有效期至", "expires on"),
    ("ex_factory_on", "出厂日期", "ex factory on"),
    ("quantity", "产品数量", "quantity"),
    ("quantity_kind", "数量类别", "certainty of the quantity"),
];

/// The name of a field, if the public sees it.
#[must_use]
pub fn field_label(field: &str, lang: Lang) -> Option<&'static str> {
    let (_, zh, en) = find(field)?;
    Some(match lang {
        Lang::Zh => zh,
        Lang::En => en,
    })
}

/// The field itself, if the public sees it.
pub(crate) fn key(field: &str) -> Option<&'static str> {
    find(field).map(|(name, ..)| *name)
}

fn find(field: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    LABELS.iter().find(|(name, ..)| *name == field)
}
