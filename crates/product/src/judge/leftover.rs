//! What is left of a template: words that tell the maker what to write, and would tell the public nothing.

use crate::ProductRecord;

/// Words that stand for what is still to be written. A field that begins with one was not filled in.
const PLACEHOLDERS: &[&str] = &[
    "请填写",
    "请输入",
    "请补充",
    "此处填写",
    "在此填写",
    "待填写",
    "待补充",
    "todo",
    "lorem ipsum",
];

/// What the shipped templates tell the maker to write.
const INSTRUCTIONS: &[&str] = &[
    "介绍企业的成立时间、主营产品、生产能力和质量管理体系",
    "介绍产品的特点、适用人群和使用感受",
    "按标签所列的全部成分填写",
    "填写化妆品注册证编号或备案编号",
    "介绍原料的产地、采收和加工过程",
    "配料表、营养成分表与包装标签一致；含有致敏物质的，请在此提示",
    "说明食用或烹调方法；需要冷藏、冷冻的，说明解冻方法",
];

/// What stands around a placeholder.
const AROUND: &[char] = &[
    '【', '】', '[', ']', '（', '）', '(', ')', '<', '>', '…', '.', '。', '：', ':', '_', '＿', '*',
];

/// A place where something is left.
pub(super) struct Leftover {
    pub(super) pointer: String,
    title: String,
}

impl Leftover {
    /// What to do about it, in both languages.
    pub(super) fn words(&self) -> (String, String) {
        let title = &self.title;
        (
            format!("“{title}”仍是模板中的提示文字，请填写实际内容或删除"),
            format!("“{title}” is still a template's placeholder: fill it in or remove it"),
        )
    }
}

/// All that is left of a template in a record.
pub(super) fn find(r: &ProductRecord) -> Vec<Leftover> {
    let mut found = vec![];
    let mut leave = |pointer: String, title: &str| {
        found.push(Leftover {
            pointer,
            title: title.to_owned(),
        });
    };
    for (pointer, title, text) in plain_fields(r) {
        if is_placeholder(text) {
            leave(pointer, title);
        }
    }
    for (i, attribute) in r.attributes.iter().enumerate() {
        if is_placeholder(&attribute.value) || is_placeholder(&attribute.name) {
            leave(format!("/attributes/{i}/value"), &attribute.name);
        }
    }
    for (i, menu) in r.page.menus.iter().enumerate() {
        if is_leftover(&menu.content) || is_placeholder(&menu.title) {
            leave(format!("/page/menus/{i}/content"), &menu.title);
        }
    }
    found
}

/// The fields of one line that are shown to the public.
fn plain_fields(r: &ProductRecord) -> impl Iterator<Item = (String, &'static str, &str)> {
    let optional = [
        ("/brand_name", "商标（品牌）", &r.brand_name),
        ("/warranty_period", "质保期限", &r.warranty_period),
        ("/licence_number", "许可证/认证编号", &r.licence_number),
        ("/certificate_number", "证书编号", &r.certificate_number),
        ("/commercial/honours", "企业荣誉", &r.commercial.honours),
        (
            "/commercial/credit_grade",
            "质量信用等级",
            &r.commercial.credit_grade,
        ),
    ];
    let given = optional
        .into_iter()
        .filter_map(|(pointer, title, text)| text.as_deref().map(|text| (pointer.to_owned(), title, text)));
    let fixed = [
        ("/name", "产品名称", &r.name),
        ("/product_type", "产品类型", &r.product_type),
        ("/model", "规格型号", &r.model),
    ];
    let fixed = fixed
        .into_iter()
        .map(|(pointer, title, text)| (pointer.to_owned(), title, text.as_str()));
    let standards = r.standards.iter().enumerate();
    let standards = standards.map(|(i, s)| (format!("/standards/{i}"), "执行标准", s.0.as_str()));
    let indicators = r.quality_indicators.iter().enumerate();
    let indicators = indicators.map(|(i, q)| {
        (
            format!("/quality_indicators/{i}/result"),
            "检测结果",
            q.result.as_str(),
        )
    });
    fixed.chain(given).chain(standards).chain(indicators)
}

/// Whether a field of one line was not filled in.
fn is_placeholder(text: &str) -> bool {
    let text = text
        .trim_matches(|c: char| c.is_whitespace() || AROUND.contains(&c))
        .to_lowercase();
    PLACEHOLDERS.iter().any(|p| text.starts_with(p))
}

/// Whether something is left in a text or in rich text. There a sentence may well begin with 请填写, as of a form the buyer has
/// to fill in: what is left stands alone, in a cell, a line or in brackets.
pub(crate) fn is_leftover(content: &str) -> bool {
    if INSTRUCTIONS.iter().any(|told| content.contains(told)) {
        return true;
    }
    let is_alone = |part: &str| {
        let part = part
            .trim_matches(|c: char| c.is_whitespace() || AROUND.contains(&c))
            .to_lowercase();
        PLACEHOLDERS.iter().any(|p| part == *p)
    };
    let is_bracketed =
        |part: &str| part.trim_start().starts_with("请填写") || part.trim_start().starts_with("请输入");
    content
        .split(['<', '>', '\n', '，', '。', '；', '：', ':'])
        .any(is_alone)
        || content
            .split(['【', '['])
            .skip(1)
            .filter_map(|rest| rest.split(['】', ']']).next())
            .any(is_bracketed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_filled_in_is_found() {
        for text in [
            "请填写",
            " 【请填写】 ",
            "请填写材质",
            "（待补充）",
            "TODO",
            "请输入…",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["W6Mo5Cr4V2", "12 个月", "填写式标签", "不适用", ""] {
            assert!(!is_placeholder(text), "{text}");
        }
        for content in [
            "<table><tr><td>整车质量</td><td>请填写</td></tr></table>",
            "续行里程：请填写",
            "本公司成立于【请填写年份】。",
            "<p>介绍原料的产地、采收和加工过程，可插入图片和视频。</p>",
        ] {
            assert!(is_leftover(content), "{content}");
        }
        for content in [
            "请填写保修卡并寄回本公司。",
            "<p>购买后请填写随附的登记表</p>",
            "本公司成立于 1998 年，主营木工刀具。",
            "<p>最高车速 [25 km/h]</p>",
        ] {
            assert!(!is_leftover(content), "{content}");
        }
    }
}
