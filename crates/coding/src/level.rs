//! How fine a code is.

kernel::codes! {
    /// How fine a code is: it names a class, a batch, or a piece.
    pub enum Level {
        Product = "product", "一品一码", "product class";
        Batch = "batch", "一批一码", "batch";
        Unit = "unit", "一物一码", "single unit";
    }
}
