kernel::codes! {
    /// How the serials of an issue follow one another.
    pub enum SerialStyle {
        Sequential = "sequential", "顺序", "sequential";
        Random = "random", "随机", "random";
    }
}
