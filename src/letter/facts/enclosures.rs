//! The files that go with a letter: each once, with its path as it counts from the root file of the journal.

use crate::document::letter::Enclosure;
use crate::journal::source_lookup::SourceLookup;
use std::path::{Component, Path, PathBuf};

/// Files of one name.
#[derive(Clone, Debug)]
pub struct NamedDocuments {
    /// What they are called.
    pub name: String,
    /// Each file, with the file of the journal from which its path counts.
    pub files: Vec<(String, String)>,
    /// Whether they are an invoice.
    pub is_invoice: bool,
}

impl NamedDocuments {
    /// Files of one name that are no invoice.
    pub const fn new(name: String, files: Vec<(String, String)>) -> Self {
        Self {
            name,
            files,
            is_invoice: false,
        }
    }
}

/// The enclosures of a letter. A file that goes along already is not added again.
pub fn collect_enclosures(
    source_lookup: &dyn SourceLookup,
    documents: &[NamedDocuments],
) -> Vec<Enclosure> {
    let mut found: Vec<Enclosure> = Vec::new();
    if documents.is_empty() {
        return found;
    }
    let root = source_lookup.source_files().into_iter().next();
    let root_folder = root.and_then(|root| Some(Path::new(&root.file).parent()?.to_owned()));
    let root_folder = root_folder.unwrap_or_default();
    for group in documents {
        let name = &group.name;
        for (file, path) in group.files.iter().filter(|(_, path)| is_path(path)) {
            let path = path_from_root(&root_folder, file, path);
            if found.iter().all(|known| known.path != path) {
                let same = found.iter().filter(|known| known.name.starts_with(name));
                let name = match same.count() {
                    0 => name.clone(),
                    count => format!("{name} ({})", count.saturating_add(1)),
                };
                found.push(Enclosure {
                    name,
                    path,
                    is_invoice: group.is_invoice,
                });
            }
        }
    }
    found
}

/// A path that counts from a file of the journal, as it counts from the folder of the root file.
fn path_from_root(root_folder: &Path, file: &str, path: &str) -> String {
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    let folder = folder.strip_prefix(root_folder).unwrap_or(folder);
    let joined = folder.join(path);
    let tidied: PathBuf = joined
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    tidied.display().to_string()
}

/// Not a web address, and not words about where the paper is (as check I006 has it).
fn is_path(value: &str) -> bool {
    let extension = Path::new(value).extension().is_some();
    extension && !value.contains("://") && !value.contains(char::is_whitespace)
}
