/// A registration department and class of organisation.
pub(super) struct Class {
    pub(super) codes: [u8; 2],
    pub(super) department: &'static str,
    pub(super) class: &'static str,
}

/// Those GB 32100-2015 and its amendments list, by the first two characters of the code.
///
/// Sure for departments 1, 5 and 9; likely for the others, so a code outside this list is a warning only.
pub(super) const CLASSES: &[Class] = &[
    of(b"11", "机构编制", "机关"),
    of(b"12", "机构编制", "事业单位"),
    of(b"13", "机构编制", "编办直接管理机构编制的群众团体"),
    of(b"19", "机构编制", "其他"),
    of(b"21", "外交", "外国常驻新闻机构"),
    of(b"29", "外交", "其他"),
    of(b"31", "司法行政", "律师执业机构"),
    of(b"32", "司法行政", "公证处"),
    of(b"33", "司法行政", "基层法律服务所"),
    of(b"34", "司法行政", "司法鉴定机构"),
    of(b"35", "司法行政", "仲裁委员会"),
    of(b"39", "司法行政", "其他"),
    of(b"41", "文化", "外国在华文化中心"),
    of(b"49", "文化", "其他"),
    of(b"51", "民政", "社会团体"),
    of(b"52", "民政", "民办非企业单位"),
    of(b"53", "民政", "基金会"),
    of(b"59", "民政", "其他"),
    of(b"61", "旅游", "外国旅游部门常驻代表机构"),
    of(b"62", "旅游", "港澳台地区旅游部门常驻内地(大陆)代表机构"),
    of(b"69", "旅游", "其他"),
    of(b"71", "宗教", "宗教活动场所"),
    of(b"72", "宗教", "宗教院校"),
    of(b"79", "宗教", "其他"),
    of(b"81", "工会", "基层工会"),
    of(b"89", "工会", "其他"),
    of(b"91", "工商(市场监管)", "企业"),
    of(b"92", "工商(市场监管)", "个体工商户"),
    of(b"93", "工商(市场监管)", "农民专业合作社"),
    of(b"A1", "中央军委改革和编制办公室", "军队事业单位"),
    of(b"A9", "中央军委改革和编制办公室", "其他"),
    of(b"N1", "农业", "组级集体经济组织"),
    of(b"N2", "农业", "村级集体经济组织"),
    of(b"N3", "农业", "乡镇级集体经济组织"),
    of(b"N9", "农业", "其他"),
    of(b"Y1", "其他", "其他"),
];

const fn of(codes: &[u8; 2], department: &'static str, class: &'static str) -> Class {
    Class {
        codes: *codes,
        department,
        class,
    }
}
