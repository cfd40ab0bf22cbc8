//! Files that a journal names as documents: found below the folder of its root file, and never outside it.

use super::disk::STANDARD_INPUT;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Where documents are looked for.
#[derive(Debug)]
pub struct DocumentFolder {
    root: PathBuf,
}

/// Where a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentLocation {
    /// This file, links followed.
    Found(PathBuf),
    /// There is no such file.
    Missing,
    /// The path is absolute, climbs out of the folder, or follows a link out of it.
    Outside,
}

impl DocumentFolder {
    /// Those of a journal: below `directory`, or where none is given, below the folder of the root file.
    pub fn for_journal(root: &Path, directory: Option<&Path>) -> io::Result<Self> {
        let folder = match directory {
            Some(directory) => directory,
            None if root == Path::new(STANDARD_INPUT) => Path::new("."),
            None => parent_folder(root),
        };
        let root = folder.canonicalize()?;
        Ok(Self { root })
    }

    /// Where the document is that a file of the journal names; its path counts from that file.
    pub fn locate(&self, journal: &Path, named: &str) -> io::Result<DocumentLocation> {
        let from = if journal == Path::new(STANDARD_INPUT) {
            self.root.clone()
        } else {
            parent_folder(journal).canonicalize()?
        };
        let Ok(below) = from.strip_prefix(&self.root) else {
            return Ok(DocumentLocation::Outside);
        };
        if is_outside(below, Path::new(named)) {
            return Ok(DocumentLocation::Outside);
        }
        match from.join(named).canonicalize() {
            Ok(found) if found.starts_with(&self.root) => Ok(DocumentLocation::Found(found)),
            Ok(_) => Ok(DocumentLocation::Outside),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(DocumentLocation::Missing),
            Err(error) => Err(error),
        }
    }
}

/// The folder a file stands in.
fn parent_folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Whether a path, read letter by letter from a folder below the root, is anywhere above the root.
fn is_outside(below: &Path, named: &Path) -> bool {
    let mut depth = below.components().count();
    for part in named.components() {
        match part {
            Component::RootDir | Component::Prefix(_) => return true,
            Component::ParentDir if depth == 0 => return true,
            Component::ParentDir => depth = depth.saturating_sub(1),
            Component::Normal(_) => depth = depth.saturating_add(1),
            Component::CurDir => {}
        }
    }
    false
}
