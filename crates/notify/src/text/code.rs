kernel::registered_code! {
    /// The kind of a notice, by its code; what is sent by SMS and by mail is chosen by it.
    NoticeKind as "NoticeKind"
}

kernel::registered_code! {
    /// The text a notice was written from, by its code.
    NoticeCode as "NoticeCode"
}
