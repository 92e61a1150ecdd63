/// Declares notice texts: a line is the variant with its values, code, kind, ways, and title and text in both
/// languages. The values are the placeholders: one that is unknown does not compile, and one that a text forgets is
/// refused when the server collects the texts. A text `as urgent` leaves at once; others are told in the digest of their kind, once
/// a day. The kind is a `const` of type `kernel::CodeLabel`. Texts `to enterprises`
/// may ask for ways; those `to operators` may not.
///
/// ```
/// use kernel::{CodeLabel, Lang};
/// use notify::text::FilledText;
///
/// const HARVEST: CodeLabel = CodeLabel { code: "harvest", zh: "采收", en: "harvest" };
///
/// notify::notices! {
///     /// What a grower is told.
///     pub enum GrowerNotice to enterprises {
///         PickingDue { orchard: String, days: i64 } = "picking_due" in HARVEST by [Sms, Email],
///             "采收提醒", "果园“{orchard}”请在 {days} 天内采收。",
///             "Picking due", "Pick the orchard “{orchard}” within {days} days.";
///     }
/// }
///
/// let told = GrowerNotice::PickingDue { orchard: "东园".to_owned(), days: 3 };
/// assert_eq!(told.fill(Lang::Zh), "果园“东园”请在 3 天内采收。");
/// assert_eq!(told.declared().placeholders, ["orchard", "days"]);
/// ```
///
/// A placeholder nobody declared:
///
/// ```compile_fail
/// const HARVEST: kernel::CodeLabel = kernel::CodeLabel { code: "harvest", zh: "采收", en: "harvest" };
/// notify::notices! {
///     /// What a grower is told.
///     pub enum GrowerNotice to enterprises {
///         PickingDue { orchard: String } = "picking_due" in HARVEST by [],
///             "采收提醒", "果园“{orchard}”请在 {days} 天内采收。", "Picking due", "Pick “{orchard}”.";
///     }
/// }
/// ```
///
/// An SMS to the operators:
///
/// ```compile_fail
/// const HARVEST: kernel::CodeLabel = kernel::CodeLabel { code: "harvest", zh: "采收", en: "harvest" };
/// notify::notices! {
///     /// What the operators are told.
///     pub enum Report to operators {
///         Picked { orchard: String } = "picked" in HARVEST by [Sms],
///             "已采收", "果园“{orchard}”已采收。", "Picked", "“{orchard}” was picked.";
///     }
/// }
/// ```
#[macro_export]
macro_rules! notices {
    (
        $(#[$meta:meta])*
        pub enum $name:ident to $audience:ident {
            $(
                $variant:ident { $($field:ident: $ty:ty),+ $(,)? } = $code:literal in $kind:ident $(as $urgency:ident)? by [$($via:ident),*],
                    $zh_title:literal, $zh:literal, $en_title:literal, $en:literal;
            )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = $zh] $variant { $(#[doc = "Stands in the text."] $field: $ty),+ },)+
        }

        impl $name {
            /// All texts as they are declared.
            pub const TEXTS: &'static [$crate::NoticeText] = &[$(
                $crate::notices!(@text $code, $kind, [$($urgency)?], [$($via),*], [$($field),+], $zh_title, $zh, $en_title, $en),
            )+];
        }

        impl $crate::text::FilledText for $name {
            fn declared(&self) -> &'static $crate::NoticeText {
                match self {
                    $(Self::$variant { .. } => const {
                        &$crate::notices!(@text $code, $kind, [$($urgency)?], [$($via),*], [$($field),+], $zh_title, $zh, $en_title, $en)
                    },)+
                }
            }

            fn fill(&self, lang: $crate::expand::Lang) -> ::std::string::String {
                match self {
                    $(Self::$variant { $($field),+ } => {
                        $(let $field = $crate::expand::sentence::marked($field);)+
                        let text = match lang {
                            $crate::expand::Lang::Zh => ::std::format!($zh),
                            $crate::expand::Lang::En => ::std::format!($en),
                        };
                        $crate::expand::sentence::finished(&text)
                    })+
                }
            }
        }

        $crate::notices!(@audience $audience $name);
    };
    (@text $code:literal, $kind:ident, [$($urgency:ident)?], [$($via:ident),*], [$($field:ident),+], $zh_title:literal, $zh:literal, $en_title:literal, $en:literal) => {
        $crate::NoticeText {
            code: $code,
            kind: $kind.code,
            is_urgent: $crate::notices!(@urgent $($urgency)?),
            via: &[$($crate::NoticeVia::$via),*],
            title: $zh_title,
            text: $zh,
            title_en: $en_title,
            text_en: $en,
            placeholders: &[$(::std::stringify!($field)),+],
        }
    };
    (@urgent) => { false };
    (@urgent urgent) => { true };
    (@audience enterprises $name:ident) => {
        impl $crate::text::ForEnterprises for $name {}
    };
    (@audience operators $name:ident) => {
        impl $crate::text::ForOperators for $name {}
        const _: () = ::std::assert!(
            $crate::text::is_console_only($name::TEXTS),
            "operators are told in the console alone"
        );
    };
}
