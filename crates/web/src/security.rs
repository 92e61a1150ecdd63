//! What is written down at once of attacks, and of what attackers would change: one line each in the log, with the target
//! `security`, that names the event, who and from where. What is personal is masked.

use identifiers::{Uscc, phone::Phone};

/// The target of those lines, as in `tracing::warn!(target: SECURITY, event = "sign_in_failed", …)`.
pub const SECURITY: &str = "security";

/// A login name as the log has it. A 统一社会信用代码 is public; whatever else was typed may be a phone or a password in the wrong
/// field.
#[must_use]
pub fn masked_login(typed: &str) -> String {
    match Uscc::parse(typed) {
        Ok(uscc) => uscc.to_string(),
        Err(_) => {
            let first: String = typed.chars().take(2).filter(|c| !c.is_control()).collect();
            format!("{first}***")
        }
    }
}

/// A phone as the log has it.
#[must_use]
pub fn masked_phone(phone: &str) -> String {
    Phone::parse(phone).map_or_else(|_unknown| "***".to_owned(), |p| p.mask())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_personal_is_hidden() {
        assert_eq!(masked_login("91330109589891087U"), "91330109589891087U");
        assert_eq!(masked_login("13800138000"), "13***");
        assert_eq!(masked_login("\n\u{1b}x"), "***");
        assert_eq!(masked_phone("13800138000"), "138****8000");
        assert_eq!(masked_phone("x"), "***");
    }
}
