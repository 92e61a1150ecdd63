//! The rights of this crate.

/// Rights within one's own enterprise.
pub mod own {
    kernel::permissions! {
        /// See what one's enterprise is told, and mark it as read.
        NoticeRead = "notice.read",
        /// Choose what is also sent by SMS and by mail.
        NoticeConfigure = "notice.configure",
    }
}

/// Rights of the platform's own people.
pub mod platform {
    kernel::permissions! {
        /// See what the operators are told, and mark it as read.
        PlatformNoticeRead = "platform.notice.read",
        /// See what was sent to whom.
        DeliveryInspect = "platform.delivery.read",
        /// Send again what could not be sent.
        DeliveryRetry = "platform.delivery.retry",
    }
}
