kernel::codes! {
    /// A way to reach people outside the console.
    pub enum NoticeVia {
        Sms = "sms", "短信", "SMS";
        Email = "email", "邮件", "e-mail";
    }
}
