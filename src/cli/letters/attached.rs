//! The files that go with a letter, read from the disk.

use crate::cli::desk::Desk;
use crate::document::letter::Letter;
use crate::render::letter_medium::Attachment;
use crate::text::source::Sources;
use std::path::{Path, PathBuf};

/// Reads what goes with a letter; `Err` names the first file that cannot be had. What a medium does not attach only
/// has to be there.
pub fn attachments(
    letter: &Letter,
    attach: bool,
    sources: &Sources,
    desk: &Desk,
) -> Result<Vec<Attachment>, String> {
    let folder = folder(sources);
    let mut found = Vec::new();
    for enclosure in &letter.enclosures {
        let path = folder.join(&enclosure.path);
        let missing = |error: std::io::Error| {
            format!(
                "{} ({}) cannot be enclosed: {error} (`--no-enclosures` leaves them out)",
                enclosure.path, enclosure.name
            )
        };
        if attach {
            let bytes = desk.disk.read(&path).map_err(missing)?;
            let name = path.file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            found.push(Attachment { name, bytes });
        } else {
            let about = std::fs::metadata(&path).map_err(missing)?;
            if !about.is_file() {
                return Err(missing(std::io::Error::other("it is not a file")));
            }
        }
    }
    Ok(found)
}

/// The folder of the root file.
fn folder(sources: &Sources) -> PathBuf {
    let root = sources.all().first();
    let folder = root.and_then(|root| root.path.parent());
    folder.unwrap_or(Path::new("")).to_owned()
}
