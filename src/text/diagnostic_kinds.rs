//! Declares the kinds of findings of one room, each with its page in the folder `explain` beside the list.

/// A line a kind: its name in the code, its code, its name for people, its severity, what it depends on. The page is
/// `explain/<code>.md` beside the file that holds the list.
#[macro_export]
macro_rules! kinds {
    ($($(#[$about:meta])* $name:ident = $code:literal $word:literal $severity:ident $depends:ident;)*) => {
        $(
            $(#[$about])*
            pub static $name: $crate::text::diagnostic::DiagnosticKind = $crate::text::diagnostic::DiagnosticKind {
                code: $code,
                name: $word,
                severity: $crate::text::diagnostic::Severity::$severity,
                prerequisite: $crate::text::diagnostic::Prerequisite::$depends,
                explanation: include_str!(concat!("explain/", $code, ".md")),
            };
        )*
        /// All of them.
        pub static KINDS: &[&$crate::text::diagnostic::DiagnosticKind] = &[$(&$name),*];
    };
}
