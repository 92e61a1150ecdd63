//! Names that pass for an authority.

use db::fold;

/// Words that stand in the names of authorities and of what belongs to them, and that no company has in its own.
const WORDS: &[&str] = &[
    "中华人民共和国",
    "国务院",
    "人民政府",
    "监督管理局",
    "监督管理总局",
    "监督管理委员会",
    "管理总局",
    "市监局",
    "质监局",
    "工商局",
    "药监局",
    "标准化委员会",
    "认证认可监督",
    "国家标准",
    "国家认证",
    "国家药品",
    "国家市场",
    "公安局",
    "公安厅",
    "公安部",
    "人民法院",
    "检察院",
    "海关总署",
    "税务局",
    "税务总局",
    "消费者协会",
    "消费者权益保护委员会",
    "物品编码中心",
    "工业和信息化部",
    "商务部",
    "财政部",
    "品码追溯",
    "government",
    "ministry of",
    "state administration",
];

/// What names of authorities end in. A company's name ends in its legal form.
const ENDS: &[&str] = &[
    "局",
    "署",
    "委",
    "委员会",
    "政府",
    "海关",
    "法院",
    "协会",
    "administration",
    "bureau",
];

/// Whether a reader would take the name for that of an authority, however it is spelt.
pub(super) fn sounds_like_authority(name: &str) -> bool {
    let folded = fold(name);
    let plain: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let has = |word: &&str| folded.contains(*word) || plain.contains(*word);
    WORDS.iter().any(has) || ENDS.iter().any(|end| plain.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::sounds_like_authority;

    #[test]
    fn authorities_are_known_however_they_are_spelt() {
        for name in [
            "国家市场监督管理总局",
            "国家 市场 监督·管理 总局",
            "杭州市萧山区市场监督管理局",
            "浙江省人民政府采购服务有限公司",
            "中国物品编码中心",
            "中国消费者协会",
            "某某海关",
            "工业和信息化部",
            "State Administration for Market Regulation",
            "Ｓtate　Ａdministration Co., Ltd",
        ] {
            assert!(sounds_like_authority(name), "{name}");
        }
    }

    #[test]
    fn companies_are_not() {
        for name in [
            "杭州超尔切削工具有限公司",
            "平湖市三鑫金属制品厂",
            "国营第七一二厂",
            "浙江国检检测技术股份有限公司",
            "杭州局外人科技有限公司",
            "萧山区张三五金经营部有限公司",
            "宁波海关路五金店",
            "Hangzhou Chaoer Tools Co., Ltd.",
        ] {
            assert!(!sounds_like_authority(name), "{name}");
        }
    }
}
