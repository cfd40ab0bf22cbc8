//! Which values of `document:` are files: what I006 looks for, and what a dossier copies.

use std::path::Path;

/// Whether it is a path: not a web address, and not words about where the paper is.
pub fn is_path(document: &str) -> bool {
    let extension = Path::new(document).extension().is_some();
    extension && !document.contains("://") && !document.contains(char::is_whitespace)
}
