//! GS1 Digital Link URIs: reading, checking, building and printing (GS1 Digital Link URI syntax).
//!
//! A link such as `https://example.com/01/06901234567892/10/LOT1/21/00000001?17=271101` carries a primary key, its
//! qualifiers in the path and further attributes in the query. Which application identifiers there are, what their
//! values look like and which go together is taken from the GS1 Syntax Dictionary (`data/`), never written by hand.
//!
//! # Decisions
//!
//! Where the standard leaves room, or the reference engine (gs1-syntax-engine 1.4.1) goes another way:
//!
//! | case | here | the engine |
//! |---|---|---|
//! | `Https://…` | accepted: schemes have no case (RFC 3986, section 3.1) | all small or all capital only |
//! | `ftp://…`, no scheme | refused: `wrong_scheme` | taken for plain data |
//! | port that is no number up to 65535 | refused: `wrong_port` | not checked |
//! | host with anything but letters, digits, `-`, `.`, `_`, or an IP address | refused: `wrong_host` | the same |
//! | user name before the host | refused: `user_info` | refused |
//! | key of zeros only (GTIN, SSCC, GLN, …) | refused: `all_zero`, it names nothing | accepted |
//! | `.` or `..` as key or qualifier, escaped or not | refused: `dot_segment`; browsers take it out of the path (RFC 3986, 5.2.4) | accepted |
//! | `%ZZ`, `%4` | refused: `wrong_escape` | read as these characters |
//! | `[` or `]` in the path | refused, as RFC 3986 says | accepted in the stem |
//! | `! & ' ( ) * + , : ; =` in the path, not escaped | accepted, printed escaped (the ABNF wants them escaped) | the same |
//! | `#fragment` | refused: `fragment`; it never reaches a server | dropped |
//! | `?a;b`, `;` anywhere in the query | refused: `semicolon`; write `&` or `%3B` | not understood |
//! | `?390`, `?17` (a number without a value) | refused, as `?390=` is | taken for a free word |
//! | `?`, `?word`, `?a&&b` | accepted (the ABNF wants `key=value`) | the same |
//! | `?%31%37=…` (escaped digits) | refused: `unknown_ai`, readers would differ | taken for a free word |
//! | `/%30%31/…` (an escaped key) | no key: an identifier is never decoded | the same |
//! | `/01/…/00/…` (two keys) | the right-most one; what is before it is the stem | the same |
//! | `+` in a query | a space, which no value may have | the same |
//! | order of canonical attributes | as text: 17, 3103, 37 | predefined lengths first |
//! | 22 below 8006 | refused, since the dictionary says 22 requires 01 | the same |
//! | AI 8030 with `=` padding | at most two, length a multiple of three, as the reference linter | the same |
//! | compressed links | refused: `compressed_unsupported` | refused |
//!
//! The EPCIS form of a link ([`DigitalLink::epcis`]) drops what is coarser than its finest qualifier.
//!
//! [`Tolerance::RESOLVER`] accepts two things more, since printed codes cannot be called back: GTINs of 8, 12 or 13
//! digits as primary key, and a slash at the end of the path.

mod ai;
mod batch_serial;
mod builder;
mod charset;
mod compressed;
mod dictionary;
mod error;
mod escape;
mod fault;
mod key_type;
mod link;
mod linter;
mod parse;
mod path;
mod print;
mod rule;
mod rules;
mod scanned;
mod uri;
mod value;

pub use ai::Ai;
pub use batch_serial::{BatchNo, SerialNo};
pub use builder::Builder;
pub use charset::Charset;
pub use error::Error;
pub use fault::Fault;
pub use key_type::{KEY_TYPES, KeyType};
pub use link::{DigitalLink, Element, Extension};
pub use parse::Tolerance;
pub use rule::Linter;
pub use scanned::Scanned;
pub use uri::check_base;
pub use value::check_value;
