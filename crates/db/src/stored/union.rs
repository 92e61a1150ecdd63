use utoipa::openapi::{Discriminator, ObjectBuilder, OneOfBuilder, Ref, RefOr, Schema, schema::Type};

/// The field that says which of a union a value is.
const TAG: &str = "type";

/// Declares a union that is stored and sent as one JSON object with a `type`: an enum of records, read leniently, in
/// the OpenAPI document a `oneOf` with its discriminator.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use utoipa::ToSchema;
///
/// /// A call.
/// #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
/// pub struct Call { number: String }
///
/// db::union! {
///     /// What happened.
///     pub enum Happening = "happening", shape 1 {
///         Call(Call) = "call";
///     }
/// }
/// let stored = db::Stored::of(&Happening::Call(Call { number: "1".to_owned() }));
/// assert!(stored.read().partly().is_ok());
/// ```
#[macro_export]
macro_rules! union {
    (
        $(#[$meta:meta])*
        pub enum $name:ident = $stored:literal, shape $shape:literal $(, upgrade $upgrade:path)? {
            $($(#[$vmeta:meta])* $variant:ident($of:ident) = $tag:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(tag = "type")]
        pub enum $name {
            $(
                #[doc = concat!("`", $tag, "`")]
                $(#[$vmeta])*
                #[serde(rename = $tag)]
                $variant($of),
            )+
        }
        impl $crate::Shape for $name {
            const NAME: &'static str = $stored;
            const SHAPE: u32 = $shape;
            $(fn upgrade(from: u32, fields: &mut $crate::expand::Fields) {
                $upgrade(from, fields);
            })?
            fn parse(
                mut fields: $crate::expand::Fields,
                stand_ins: &$crate::expand::Fields,
            ) -> $crate::Pruned<Self> {
                let tag = fields.remove("type");
                match tag.as_ref().and_then($crate::expand::Value::as_str) {
                    $(Some($tag) => $crate::prune::<$of>(fields, stand_ins).map(Self::$variant),)+
                    _ => $crate::Pruned::nothing(),
                }
            }
        }
        impl $crate::expand::utoipa::PartialSchema for $name {
            fn schema() -> $crate::expand::utoipa::openapi::RefOr<$crate::expand::utoipa::openapi::Schema> {
                $crate::expand::union_of(&[
                    $(($tag, <$of as $crate::expand::utoipa::ToSchema>::name().as_ref()),)+
                ])
            }
        }
        impl $crate::expand::utoipa::ToSchema for $name {
            fn schemas(
                all: &mut Vec<(
                    String,
                    $crate::expand::utoipa::openapi::RefOr<$crate::expand::utoipa::openapi::Schema>,
                )>,
            ) {
                $(
                    <$of as $crate::expand::utoipa::ToSchema>::schemas(all);
                    all.push((
                        <$of as $crate::expand::utoipa::ToSchema>::name().into_owned(),
                        $crate::expand::tagged($tag, <$of as $crate::expand::utoipa::PartialSchema>::schema()),
                    ));
                )+
            }
        }
    };
}

/// The schema of a union: one of these records, told apart by their tag.
#[must_use]
pub fn union_of(members: &[(&str, &str)]) -> RefOr<Schema> {
    let reference = |name: &str| format!("#/components/schemas/{name}");
    let mapping = members
        .iter()
        .map(|(tag, name)| ((*tag).to_owned(), reference(name)));
    let all = members.iter().fold(OneOfBuilder::new(), |all, (_, name)| {
        all.item(Ref::from_schema_name(*name))
    });
    all.discriminator(Some(Discriminator::with_mapping(TAG, mapping)))
        .into()
}

/// The schema of a record with the tag that names it in a union.
#[must_use]
pub fn tagged(tag: &str, record: RefOr<Schema>) -> RefOr<Schema> {
    let RefOr::T(Schema::Object(mut object)) = record else {
        return record;
    };
    let only = ObjectBuilder::new()
        .schema_type(Type::String)
        .title(Some("种类"))
        .enum_values(Some([tag]));
    object.properties.insert(TAG.to_owned(), only.into());
    object.required.push(TAG.to_owned());
    RefOr::T(Schema::Object(object))
}
