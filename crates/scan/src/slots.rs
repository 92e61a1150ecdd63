//! What files of this crate's records are for. The first word is what the file is stored under and never changes.

use web::upload::Slot;

/// Feedback picture.
pub const FEEDBACK_PICTURE: Slot = Slot::closed(
    "feedback_picture",
    ("消费者反馈图片", "picture a consumer sent"),
    Slot::PICTURES,
    2,
)
.sole()
.from_others();

/// All of them.
pub const ALL: &[Slot] = &[FEEDBACK_PICTURE];
