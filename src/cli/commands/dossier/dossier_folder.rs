//! The folder of a dossier: whole or not at all, and nothing in it that is not part of it.

use super::document_copies::DOCUMENTS_FOLDER;
use crate::cli::exit::Failure;
use crate::cli::files::named_file::{NamedFile, count_written_before};
use crate::cli::files::writer::leftovers::is_leftover_name;
use crate::cli::files::writer::new_file::{FileAccess, create_file};
use crate::cli::output::existing_file_policy;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// A folder to be filled.
#[derive(Debug)]
pub struct DossierFolder<'a> {
    path: &'a Path,
    force: bool,
    /// How many files a run that was stopped has written.
    taken_up: Option<usize>,
    /// What this run made, in that order: taken away again where it cannot be finished.
    created: Vec<PathBuf>,
}

impl<'a> DossierFolder<'a> {
    /// The folder at a path; with `force` the files of an older dossier in it are overwritten.
    pub const fn new(path: &'a Path, force: bool) -> Self {
        Self {
            path,
            force,
            taken_up: None,
            created: Vec::new(),
        }
    }

    /// Writes the files. What stands there already is refused first; where the disk fails midway, new files are
    /// taken away again.
    pub fn write_files(mut self, files: &[NamedFile]) -> Result<(), Failure> {
        // A run that was stopped is taken up where it ended: the manifest, which comes last, is not there.
        self.taken_up = count_written_before(self.path, files).filter(|count| *count > 0);
        self.refuse_what_is_there(self.path, "", files)?;
        self.refuse_what_is_there(&self.path.join(DOCUMENTS_FOLDER), DOCUMENTS_FOLDER, files)?;
        let written = self.create_files(files);
        if written.is_err() {
            self.remove_created();
        }
        written
    }

    /// Without `force` nothing may be in the folder; with it only what is overwritten.
    fn refuse_what_is_there(
        &self,
        folder: &Path,
        inside: &str,
        files: &[NamedFile],
    ) -> Result<(), Failure> {
        let names = match file_names(folder) {
            Ok(names) => names,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(Failure::file_error("read", folder, error)),
        };
        for name in names {
            if is_leftover_name(OsStr::new(&name)) {
                continue;
            }
            let shown = folder.join(&name).display().to_string();
            if !self.force && self.taken_up.is_none() {
                return Err(Failure::usage(format!("{shown} exists already"))
                    .with_help("name a folder of its own; `--force` overwrites a dossier"));
            }
            let name = if inside.is_empty() {
                name
            } else {
                format!("{inside}/{name}")
            };
            if name != DOCUMENTS_FOLDER && files.iter().all(|file| file.name != name) {
                return Err(
                    Failure::usage(format!("{shown} is no part of this dossier"))
                        .with_help("name a folder of its own, or take that file away"),
                );
            }
        }
        Ok(())
    }

    fn create_files(&mut self, files: &[NamedFile]) -> Result<(), Failure> {
        self.create_folder(self.path)?;
        for file in files.iter().skip(self.taken_up.unwrap_or_default()) {
            let path = self.path.join(&file.name);
            if let Some(folder) = path.parent() {
                self.create_folder(folder)?;
            }
            let new = path.symlink_metadata().is_err();
            create_file(
                &path,
                &file.bytes,
                existing_file_policy(self.force),
                FileAccess::Usual,
            )?;
            if new {
                self.created.push(path);
            }
        }
        Ok(())
    }

    /// Makes a folder and those above it that are not there.
    fn create_folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let above = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
        let absent: Vec<&Path> = above.take_while(|it| !it.exists()).collect();
        for folder in absent.into_iter().rev() {
            std::fs::create_dir(folder)
                .map_err(|error| Failure::file_error("make", folder, error))?;
            self.created.push(folder.to_owned());
        }
        Ok(())
    }

    fn remove_created(&self) {
        for path in self.created.iter().rev() {
            // A folder that somebody else put something into meanwhile stays.
            let _gone = if path.is_dir() {
                std::fs::remove_dir(path)
            } else {
                std::fs::remove_file(path)
            };
        }
    }
}

/// What is in a folder, by name.
fn file_names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
