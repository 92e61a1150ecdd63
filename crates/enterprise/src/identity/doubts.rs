//! What the operator should look at twice before an identity is passed. None of it decides anything.

use super::{authority::sounds_like_authority, model::IdentityRequest};
use identifiers::{Uscc, region};
use kernel::Lang;
use web::FieldWarning;

/// How many digits of a region's code name its city.
const CITY: usize = 4;

/// What looks doubtful in a request by itself; `uscc` is the code of the enterprise.
pub(super) fn doubts(asked: &IdentityRequest, uscc: &str, lang: Lang) -> Vec<FieldWarning> {
    let of_name = sounds_like_authority(&asked.name).then(|| {
        let (zh, en) = (
            "名称与国家机关或其所属机构的名称相近，请核对营业执照，防止冒用",
            "the name reads like that of an authority: compare it with the licence",
        );
        doubt(
            "/name",
            "enterprise.name_of_authority",
            (zh.to_owned(), en.to_owned()),
            lang,
        )
    });
    of_name.into_iter().chain(of_region(asked, uscc, lang)).collect()
}

/// Another enterprise here has the same name.
pub(super) fn namesake(uscc: &str, lang: Lang) -> FieldWarning {
    let said = (
        format!("平台上已有同名企业，统一社会信用代码 {uscc}"),
        format!("another enterprise here has this name, its code is {uscc}"),
    );
    doubt("/name", "enterprise.name_twice", said, lang)
}

/// The code says where an enterprise was registered first; it may have moved since.
fn of_region(asked: &IdentityRequest, uscc: &str, lang: Lang) -> Option<FieldWarning> {
    let uscc = Uscc::parse(uscc).ok()?;
    let registered = region::find(uscc.registration_region())?;
    let (of_code, of_request) = (
        uscc.registration_region().get(..CITY)?,
        asked.region_code.get(..CITY)?,
    );
    (of_code != of_request).then(|| {
        let name = registered.full_name();
        let said = (
            format!("统一社会信用代码的登记机关在{name}，与所填行政区划不在同一城市"),
            format!("by its code it was registered in {name}, which is another city"),
        );
        doubt("/region_code", "enterprise.region_differs", said, lang)
    })
}

fn doubt(pointer: &str, code: &str, (zh, en): (String, String), lang: Lang) -> FieldWarning {
    FieldWarning {
        pointer: pointer.to_owned(),
        code: code.to_owned(),
        message: match lang {
            Lang::Zh => zh,
            Lang::En => en,
        },
    }
}
