//! The macro with which a room declares its kinds of findings. Each kind has a page in the folder `explain` beside the
//! list.

/// Declares one kind a line: the name of the static, the code, the name for people, the severity, the prerequisite. The
/// explanation is read from `explain/<code>.md` beside the file that holds the list.
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
        /// Every kind that this list declares, in its order.
        pub static KINDS: &[&$crate::text::diagnostic::DiagnosticKind] = &[$(&$name),*];
    };
}
