/// A right, as a type: handlers name it in their signature, tokens carry its name.
pub trait Permission: 'static {
    /// The name in tokens and in the OpenAPI document, such as `product.read`.
    const NAME: &'static str;
}

/// Declares the rights of a domain, each a type, and lists their names.
///
/// ```
/// kernel::permissions! {
///     /// See products.
///     ProductRead = "product.read",
/// }
/// assert_eq!(ALL, ["product.read"]);
/// ```
#[macro_export]
macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $name;
            impl $crate::Permission for $name {
                const NAME: &'static str = $text;
            }
        )*
        /// The names of all rights of this domain.
        pub const ALL: &[&str] = &[$($text),*];
    };
}
