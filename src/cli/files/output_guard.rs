//! What no output is written over, with `--force` neither: the files of the journal, its settings and templates, the
//! documents it names, and what lies outside the folder that was named.

use super::disk::{STANDARD_INPUT, normalise_path};
use crate::cli::exit::Failure;
use crate::text::source::Sources;
use memchr::{memchr, memmem, memrchr};
use std::cell::OnceCell;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The name of the settings beside a journal.
const SETTINGS_FILE: &str = "tegoed.toml";
/// How a line begins that names a document.
const DOCUMENT_KEY: &str = "document:";

/// The files of a journal, and what belongs to it.
#[derive(Clone, Debug)]
pub struct OutputGuard {
    journal_files: Vec<PathBuf>,
    templates: Option<PathBuf>,
    /// What entries name as documents: the journal is read for it once, however many files are asked about.
    documents: OnceCell<Vec<PathBuf>>,
}

impl OutputGuard {
    /// What belongs to the journal that was read from these files; its templates lie in this folder.
    pub fn new(sources: &Sources, templates: Option<PathBuf>) -> Self {
        let files = sources.as_slice().iter().map(|source| source.path.clone());
        Self {
            journal_files: files
                .filter(|path| path != Path::new(STANDARD_INPUT))
                .collect(),
            templates,
            documents: OnceCell::new(),
        }
    }

    /// Refuses a file that belongs to the journal, however it is spelled.
    ///
    /// # Errors
    /// It does.
    pub fn refuse(&self, path: &Path) -> Result<(), Failure> {
        let refused = |what: &str| {
            let path = path.display();
            Err(Failure::usage(format!(
                "{path} is {what}: no output goes there"
            )))
        };
        if self
            .journal_files
            .iter()
            .any(|file| is_same_file(file, path))
        {
            return refused("part of the journal");
        }
        if self.is_settings(path) {
            return refused("the settings of the journal");
        }
        if self.is_template(path) {
            return refused("a template of the journal");
        }
        Ok(())
    }

    /// The same, and what leads out of the folder that was named.
    ///
    /// # Errors
    /// It belongs to the journal, or is outside.
    pub fn refuse_in(&self, folder: &Path, path: &Path) -> Result<(), Failure> {
        self.refuse(path)?;
        if leads_outside(folder, path) {
            return Err(Failure::usage(format!(
                "{} is a link that leads out of {}: no output goes there",
                path.display(),
                folder.display()
            ))
            .with_help("take the link away, or name another folder"));
        }
        self.refuse_document(path)
    }

    /// Refuses a document that an entry names.
    ///
    /// # Errors
    /// One does.
    pub fn refuse_document(&self, path: &Path) -> Result<(), Failure> {
        if self.is_document(path) {
            return Err(Failure::usage(format!(
                "{} is a document that the journal names: no output goes there",
                path.display()
            ))
            .with_help("name another place"));
        }
        Ok(())
    }

    fn is_settings(&self, path: &Path) -> bool {
        let Some(root) = self.journal_files.first() else {
            return false;
        };
        let settings = root.with_file_name(SETTINGS_FILE);
        // One that is not there yet would be read from the next run on.
        is_same_file(&settings, path) || normalise_path(&settings) == normalise_path(path)
    }

    fn is_template(&self, path: &Path) -> bool {
        let folder = self
            .templates
            .as_ref()
            .and_then(|folder| folder.canonicalize().ok());
        let path = path.canonicalize();
        folder.is_some_and(|folder| path.is_ok_and(|path| path.starts_with(folder)))
    }

    /// Whether an entry names the file as its document.
    fn is_document(&self, path: &Path) -> bool {
        if !std::fs::metadata(path).is_ok_and(|about| about.is_file()) {
            return false;
        }
        let documents = self.documents.get_or_init(|| {
            let files = self.journal_files.iter();
            files.flat_map(|file| named_documents(file)).collect()
        });
        documents.iter().any(|named| is_same_file(named, path))
    }
}

/// The documents that the entries of a file name.
fn named_documents(file: &Path) -> Vec<PathBuf> {
    let text = std::fs::read(file).unwrap_or_default();
    let folder = file.parent().unwrap_or(Path::new(""));
    let found = memmem::find_iter(&text, DOCUMENT_KEY.as_bytes());
    let named = found.filter_map(|place| {
        let (before, line) = text.split_at_checked(place)?;
        let begin = memrchr(b'\n', before).map_or(0, |end| end.saturating_add(1));
        let is_key = String::from_utf8_lossy(before.get(begin..)?)
            .trim()
            .is_empty();
        let end = memchr(b'\n', line).unwrap_or(line.len());
        let value = String::from_utf8_lossy(line.get(DOCUMENT_KEY.len()..end)?);
        is_key.then(|| folder.join(value.trim()))
    });
    named.collect()
}

/// Whether a path, links followed, is outside a folder; what is not there yet is where its folder is.
fn leads_outside(folder: &Path, path: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    let found = if path.symlink_metadata().is_ok() {
        path.canonicalize().ok()
    } else {
        path.parent().and_then(|above| above.canonicalize().ok())
    };
    match found {
        Some(found) => !found.starts_with(folder),
        // A link to nothing leads nobody knows where.
        None => path.symlink_metadata().is_ok(),
    }
}

/// Whether two paths are one file, however they are spelled.
fn is_same_file(one: &Path, other: &Path) -> bool {
    match (std::fs::metadata(one), std::fs::metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}
