//! The kinds of findings about files: I.

use crate::text::diagnostic::{Depends, Diagnostic, Kind, Severity};
use crate::text::span::Span;
use std::io;
use std::path::Path;

const fn kind(code: &'static str, name: &'static str, explain: &'static str) -> Kind {
    Kind {
        code,
        name,
        severity: Severity::Error,
        depends: Depends::Alone,
        explain,
    }
}

/// An included file is not there.
pub static INCLUDE_MISSING: Kind = kind("I001", "include-missing", include_str!("explain/I001.md"));
/// A file is included twice.
pub static INCLUDE_TWICE: Kind = kind("I002", "include-twice", include_str!("explain/I002.md"));
/// A file includes itself, straight or by way of others.
pub static INCLUDE_CYCLE: Kind = kind("I003", "include-cycle", include_str!("explain/I003.md"));
/// A file outside the root file's directory.
pub static INCLUDE_OUTSIDE_ROOT: Kind = kind(
    "I004",
    "include-outside-root",
    include_str!("explain/I004.md"),
);
/// A file that is there but cannot be read.
pub static UNREADABLE_FILE: Kind = kind("I005", "unreadable-file", include_str!("explain/I005.md"));

/// All of them.
pub static KINDS: &[&Kind] = &[
    &INCLUDE_MISSING,
    &INCLUDE_TWICE,
    &INCLUDE_CYCLE,
    &INCLUDE_OUTSIDE_ROOT,
    &UNREADABLE_FILE,
];

/// A file that an include names cannot be read.
pub fn unreadable(span: Span, path: &Path, error: &io::Error) -> Diagnostic {
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
