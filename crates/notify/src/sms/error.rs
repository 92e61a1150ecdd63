use db::Fault;

kernel::errors! {
    /// The errors of sending an SMS that somebody waits for.
    pub enum SmsError {
        NotConfigured: Unavailable, "sms.not_configured",
            "this server has no way to send SMS", "系统未配置短信通道，请联系管理员";
        NotSent { cause: String }: Unavailable, "sms.not_sent", "the SMS could not be sent: {cause}", "短信发送失败，请稍后重试";
        + Database(Fault) <- diesel::result::Error;
    }
}
