//! Which kinds of menus and icons a page has.

kernel::codes! {
    /// Kind of content a menu opens: link, text or rich text (F074–F076).
    pub enum MenuKind {
        Link = "link", "链接地址", "link";
        Text = "text", "多行文本", "plain text";
        Rich = "rich", "文本/图片/视频", "text, pictures and video";
    }
}

kernel::codes! {
    /// Kind of an icon at the foot of the page (F078).
    pub enum PageAppKind {
        Jd = "jd", "京东", "JD.com";
        Taobao = "taobao", "淘宝", "Taobao";
        Wechat = "wechat", "微信公众号", "WeChat";
        Alibaba = "alibaba", "1688", "1688.com";
        Other = "other", "其他", "other";
    }
}

impl PageAppKind {
    /// The domains an icon of this kind leads to; anywhere for none.
    #[must_use]
    pub const fn hosts(self) -> &'static [&'static str] {
        match self {
            Self::Jd => &["jd.com"],
            Self::Taobao => &["taobao.com", "tmall.com"],
            Self::Wechat => &["weixin.qq.com"],
            Self::Alibaba => &["1688.com"],
            Self::Other => &[],
        }
    }

    /// Addresses as they should look.
    #[must_use]
    pub const fn examples(self) -> &'static [&'static str] {
        match self {
            Self::Jd => &[
                "https://item.jd.com/100012043978.html",
                "https://mall.jd.com/index-1000004123.html",
            ],
            Self::Taobao => &[
                "https://item.taobao.com/item.htm?id=123456789",
                "https://xxxxx.tmall.com",
            ],
            Self::Wechat => &["https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOp"],
            Self::Alibaba => &[
                "https://detail.1688.com/offer/123456789.html",
                "https://shopxxxxx.1688.com",
            ],
            Self::Other => &["https://www.example.com"],
        }
    }
}
