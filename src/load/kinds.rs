//! The kinds of findings about files, with the letter I.

use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
use std::io;
use std::path::Path;

crate::kinds! {
    /// An included file does not exist.
    INCLUDE_MISSING = "I001" "include-missing" Error None;
    /// A file is included twice.
    INCLUDE_TWICE = "I002" "include-twice" Error None;
    /// A file includes itself, directly or through others.
    INCLUDE_CYCLE = "I003" "include-cycle" Error None;
    /// An included file lies outside the directory of the root file.
    INCLUDE_OUTSIDE_ROOT = "I004" "include-outside-root" Error None;
    /// An included file exists but cannot be read.
    UNREADABLE_FILE = "I005" "unreadable-file" Error None;
    /// A layout of files for the program of a bookkeeper says something that nobody knows.
    UNREADABLE_LAYOUT = "I008" "unreadable-layout" Error None;
}

/// The finding for an included file that cannot be read.
pub fn unreadable_file(span: Span, path: &Path, error: &io::Error) -> Diagnostic {
    let shown = path.display();
    if error.kind() == io::ErrorKind::NotFound {
        return INCLUDE_MISSING
            .at(span, format!("expected a file, found none at {shown}"))
            .help("mend the path, which is relative to this file, or take the line out");
    }
    UNREADABLE_FILE
        .at(
            span,
            format!("expected a file that can be read, found {shown}: {error}"),
        )
        .help(if error.kind() == io::ErrorKind::IsADirectory {
            format!("name the files in it: `{shown}/*.tegoed`")
        } else {
            "check what it is and who may read it".to_owned()
        })
}
