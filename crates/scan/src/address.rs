use facts::{CodeKey, PublicBase};
use identifiers::{
    DigitalLink, SerialNo,
    digital_link::{Error, Tolerance},
};

/// The path all printed codes begin with: what stands behind the host in the public base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The path of a public base: empty for `https://q.example.com`, `/id` for `https://example.com/id`.
    #[must_use]
    pub fn of(base: &PublicBase) -> Self {
        let behind_scheme = base.as_str().split_once("://").map_or("", |(_, rest)| rest);
        Self(
            behind_scheme
                .find('/')
                .and_then(|at| behind_scheme.get(at..))
                .unwrap_or_default()
                .to_owned(),
        )
    }

    /// What the addresses that are codes begin with.
    #[must_use]
    pub fn prefix(&self) -> String {
        format!("{}/01", self.0)
    }

    /// What the addresses of feedback begin with.
    #[must_use]
    pub fn feedback(&self) -> String {
        format!("{}/feedback", self.0)
    }
}

/// Reads the target of a request as it came over the wire: a path that was decoded has lost the difference between `/`
/// and `%2F`. A slash at the end and what others append to the query are tolerated, as a resolver should; what is printed is
/// strict. Of a piece that somebody else numbered (AI 235) the product may be ours; the piece is not known here.
pub(crate) fn read(path: &str, query: Option<&str>) -> Result<(CodeKey, Whose), Error> {
    const PUT_UP_WITH: Tolerance = Tolerance {
        short_gtin: false,
        trailing_slash: true,
        foreign_parameters: true,
    };
    let link = DigitalLink::parse_target_with(path, query, PUT_UP_WITH)?;
    let is_foreign = link
        .qualifiers()
        .any(|qualifier| qualifier.ai.as_str() == THIRD_PARTY);
    let key = CodeKey::new(
        link.gtin().map(|g| g.gtin14().to_owned()).unwrap_or_default(),
        link.batch().map(str::to_owned),
        link.serial().and_then(|s| SerialNo::parse(s).ok()),
    );
    Ok((
        key,
        if is_foreign {
            Whose::ThirdParty
        } else {
            Whose::Maker
        },
    ))
}

/// The qualifier of a piece that somebody else numbered.
const THIRD_PARTY: &str = "235";

/// Who gave a piece its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Maker,
    ThirdParty,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_may_have_a_path() {
        assert_eq!(
            Base::of(&PublicBase::new("https://q.example.com")).prefix(),
            "/01"
        );
        assert_eq!(
            Base::of(&PublicBase::new("https://example.com/a/id/")).prefix(),
            "/a/id/01"
        );
    }

    #[test]
    fn an_escaped_slash_is_part_of_the_serial() {
        let (key, whose) = read("/01/06901234567892/10/L1/21/A%2F1", None).unwrap();
        assert_eq!(whose, Whose::Maker);
        assert_eq!(
            (key.gtin.as_str(), key.batch_no.as_deref()),
            ("06901234567892", Some("L1"))
        );
        assert_eq!(key.serial(), Some("A/1"));
    }

    #[test]
    fn a_slash_at_the_end_is_tolerated_and_little_else() {
        assert!(read("/01/06901234567892/", None).is_ok());
        for appended in [
            "a;b",
            "390",
            "999=x",
            "=1",
            "utm=x;y",
            "17=271101;utm=1",
            "&&",
            "%31%30=x",
        ] {
            assert!(read("/01/06901234567892", Some(appended)).is_ok(), "{appended}");
        }
        // What is an application identifier has to be a right one.
        for wrong in ["17=271301", "10=L1", "21=A"] {
            assert!(read("/01/06901234567892", Some(wrong)).is_err(), "{wrong}");
        }
        let (_, whose) = read("/01/06901234567892/235/X", None).unwrap();
        assert_eq!(whose, Whose::ThirdParty);
        for bad in [
            "/01/6901234567892",
            "/01/06901234567893",
            "/01/",
            "/01/06901234567892/21/",
            "/01/06901234567892/11/261101",
        ] {
            assert!(read(bad, None).is_err(), "{bad}");
        }
    }
}
