use identifiers::phone::Phone;

/// Where a consumer can be reached: personal data, in full for those alone who may read the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// A telephone number.
    Phone(Phone),
    /// An e-mail address.
    Email(String),
}

impl Contact {
    /// Reads a telephone number or an e-mail address; none when it is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((name, host)) = text.split_once('@') else {
            return Phone::parse(text).ok().map(Self::Phone);
        };
        let plain = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| !c.is_whitespace() && !c.is_control() && !"@,;<>()\"\\".contains(c))
        };
        let is_host = host.contains('.') && host.split('.').all(|label| !label.is_empty());
        (plain(name) && plain(host) && is_host).then(|| Self::Email(text.to_owned()))
    }

    /// The contact in its usual spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(phone) => phone.as_str(),
            Self::Email(address) => address,
        }
    }

    /// The contact with its personal part hidden.
    #[must_use]
    pub fn mask(&self) -> String {
        match self {
            Self::Phone(phone) => phone.mask(),
            Self::Email(address) => {
                let (name, host) = address.split_once('@').unwrap_or_default();
                let shown: String = name.chars().take(1).collect();
                format!("{shown}***@{host}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_and_addresses_are_told_apart_and_masked() {
        let masked = |text: &str| Contact::parse(text).map(|c| (c.as_str().to_owned(), c.mask()));
        assert_eq!(
            masked("138 0013 8000"),
            Some(("13800138000".to_owned(), "138****8000".to_owned()))
        );
        assert_eq!(
            masked("li.lei@example.com"),
            Some(("li.lei@example.com".to_owned(), "l***@example.com".to_owned()))
        );
        for neither in [
            "",
            "123",
            "@example.com",
            "a@",
            "a@b",
            "a@b..c",
            "a b@c.d",
            "a@b@c.d",
            "<a>@b.c",
        ] {
            assert_eq!(masked(neither), None, "{neither}");
        }
    }
}
