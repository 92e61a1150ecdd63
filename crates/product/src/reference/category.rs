kernel::codes! {
    /// The broad kind of a product 产品分类 (F058).
    pub enum ProductCategory {
        Industrial = "industrial", "工业产品", "industrial product";
        Ebike = "ebike", "电动自行车", "e-bike";
        Battery = "battery", "蓄电池", "battery";
        Instrument = "instrument", "计量器具", "measuring instrument";
        Cosmetic = "cosmetic", "化妆品", "cosmetic";
        Food = "food", "食品", "food";
        Other = "other", "其他", "other";
    }
}
