use crate::via::NoticeVia;
use identifiers::phone::Phone;

/// Masks the personal part of an address.
pub(crate) fn mask(via: NoticeVia, address: &str) -> String {
    match via {
        NoticeVia::Sms => {
            Phone::parse(address).map_or_else(|_unknown| "*".repeat(address.len()), |p| p.mask())
        }
        NoticeVia::Email => match address.rsplit_once('@') {
            Some((name, domain)) => {
                let first: String = name.chars().take(1).collect();
                format!("{first}***@{domain}")
            }
            None => "***".to_owned(),
        },
    }
}

/// Masks the address in what a sender says of a failure.
pub(crate) fn mask_in(text: &str, via: NoticeVia, address: &str) -> String {
    const LONGEST: usize = 300;
    let masked = text.replace(address, &mask(via, address));
    masked.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_personal_is_hidden() {
        assert_eq!(mask(NoticeVia::Sms, "13800138000"), "138****8000");
        assert_eq!(mask(NoticeVia::Email, "office@example.com"), "o***@example.com");
        assert_eq!(mask(NoticeVia::Email, "office"), "***");
        assert_eq!(mask(NoticeVia::Sms, "12"), "**");
        assert_eq!(
            mask_in(
                "550 <office@example.com>: unknown",
                NoticeVia::Email,
                "office@example.com"
            ),
            "550 <o***@example.com>: unknown"
        );
    }
}
