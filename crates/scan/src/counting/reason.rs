kernel::codes! {
    /// Why a look at a code was not counted as a scan.
    pub enum NotCounted {
        Prefetch = "prefetch", "浏览器预先打开了本页，本次未计入查询次数", "a browser opened this page in advance; it was not counted as a scan";
        Agent = "agent", "预览或搜索程序打开了本页，本次未计入查询次数", "a preview or search program opened this page; it was not counted as a scan";
        NoAgent = "no_agent", "访问者没有说明所用程序，本次未计入查询次数", "the reader's program did not say what it is; this was not counted as a scan";
        Limit = "limit", "您一小时内查询该产品的次数过多，本次未计入查询次数", "you looked at very many codes of this product within an hour; this one was not counted as a scan";
    }
}
