//! The files that go with a letter, read from the disk.

use crate::cli::command_context::CommandContext;
use crate::cli::files::documents::{DocumentFolder, DocumentLocation};
use crate::document::letter::Letter;
use crate::render::letter_medium::Attachment;
use crate::text::source::Sources;
use std::io;
use std::path::{Path, PathBuf};

/// Reads what goes with a letter; `Err` names the first file that cannot be had. What a medium does not attach only
/// has to be there.
pub fn read_attachments(
    letter: &Letter,
    attach: bool,
    sources: &Sources,
    context: &CommandContext,
) -> Result<Vec<Attachment>, String> {
    if letter.enclosures.is_empty() {
        return Ok(Vec::new());
    }
    let root = sources.as_slice().first();
    let root = root.map_or(Path::new(""), |root| root.path.as_path());
    let documents = DocumentFolder::for_journal(root, context.roots.directory.as_deref());
    let documents = documents.map_err(|error| format!("{}: {error}", root.display()))?;
    let mut found = Vec::new();
    for enclosure in &letter.enclosures {
        let missing = |error: io::Error| {
            format!(
                "{} ({}) cannot be enclosed: {error} (`--no-enclosures` leaves them out)",
                enclosure.path, enclosure.name
            )
        };
        let path = attachment_path(&documents, root, &enclosure.path).map_err(missing)?;
        if attach {
            let bytes = context.disk.read_file(&path).map_err(missing)?;
            let name = Path::new(&enclosure.path).file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            found.push(Attachment { name, bytes });
        } else {
            let about = std::fs::metadata(&path).map_err(missing)?;
            if !about.is_file() {
                return Err(missing(io::Error::other("it is not a file")));
            }
        }
    }
    Ok(found)
}

/// Where an enclosure is: below the folder of the root file, and never outside it.
fn attachment_path(documents: &DocumentFolder, root: &Path, path: &str) -> io::Result<PathBuf> {
    match documents.locate(root, path)? {
        DocumentLocation::Found(found) => Ok(found),
        DocumentLocation::Missing => Err(io::Error::new(
            io::ErrorKind::NotFound,
            "there is no such file",
        )),
        DocumentLocation::Outside => {
            Err(io::Error::other("it is outside the folder of the journal"))
        }
    }
}
