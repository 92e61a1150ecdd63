//! What makers are told about feedback.

use kernel::CodeLabel;
use notify::DeclaredNotices;

/// What consumers write.
const FEEDBACK: CodeLabel = CodeLabel {
    code: "feedback",
    zh: "消费者反馈",
    en: "consumer feedback",
};

/// The kinds and texts about feedback.
pub const NOTICES: DeclaredNotices = DeclaredNotices {
    kinds: &[FEEDBACK],
    to_enterprises: FeedbackNotice::TEXTS,
    to_operators: &[],
};

notify::notices! {
    /// What a maker is told about feedback.
    pub enum FeedbackNotice to enterprises {
        FeedbackReceived { product: String, subject: String } = "feedback_received" in FEEDBACK by [Email],
            "收到消费者反馈", "产品“{product}”收到一条消费者反馈：{subject}。请及时查看并回复。",
            "Consumer feedback received", "A consumer wrote about “{product}”: {subject}. Please read and answer it soon.";
        FeedbackHeard { product: String, subject: String } = "feedback_heard" in FEEDBACK by [Email],
            "相关产品收到消费者反馈", "与您有关的产品“{product}”收到一条消费者反馈：{subject}。由生产企业回复，您可向其了解情况。",
            "Feedback on a product that concerns you", "A consumer wrote about “{product}”, which concerns you: {subject}. Its maker answers; please ask them.";
    }
}
