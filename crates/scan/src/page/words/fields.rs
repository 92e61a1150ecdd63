use kernel::Lang;

/// What the fields of a product are called to the public; those it does not see have no name here.
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
];

/// The name of a field, if the public sees it.
pub(in crate::page) fn field_label(field: &str, lang: Lang) -> Option<&'static str> {
    let (_, zh, en) = LABELS.iter().find(|(name, ..)| *name == field)?;
    Some(match lang {
        Lang::Zh => zh,
        Lang::En => en,
    })
}
