//! The folder of a dossier: whole or not at all, and nothing in it that is not part of it.

use super::copies::FOLDER;
use super::part::Part;
use crate::cli::exit::Stop;
use crate::cli::output::existing;
use crate::cli::writer::create::{Access, create};
use std::io;
use std::path::{Path, PathBuf};

/// A folder to be filled.
#[derive(Debug)]
pub struct Folder<'a> {
    path: &'a Path,
    force: bool,
    /// What this run made, in that order: taken away again where it cannot be finished.
    made: Vec<PathBuf>,
}

impl<'a> Folder<'a> {
    /// The folder at a path; with `force` the files of an older dossier in it are overwritten.
    pub const fn new(path: &'a Path, force: bool) -> Self {
        Self {
            path,
            force,
            made: Vec::new(),
        }
    }

    /// Writes the files. What stands there already is refused first; where the disk fails midway, new files are
    /// taken away again.
    pub fn fill(mut self, files: &[Part]) -> Result<(), Stop> {
        self.refuse_what_is_there(self.path, "", files)?;
        self.refuse_what_is_there(&self.path.join(FOLDER), FOLDER, files)?;
        let written = self.write(files);
        if written.is_err() {
            self.take_away();
        }
        written
    }

    /// Without `force` nothing may be in the folder; with it only what is overwritten.
    fn refuse_what_is_there(
        &self,
        folder: &Path,
        inside: &str,
        files: &[Part],
    ) -> Result<(), Stop> {
        let names = match names(folder) {
            Ok(names) => names,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(Stop::file("read", folder, error)),
        };
        for name in names {
            let shown = folder.join(&name).display().to_string();
            if !self.force {
                return Err(Stop::usage(format!("{shown} exists already"))
                    .help("name a folder of its own; `--force` overwrites a dossier"));
            }
            let name = if inside.is_empty() {
                name
            } else {
                format!("{inside}/{name}")
            };
            if name != FOLDER && files.iter().all(|file| file.name != name) {
                return Err(Stop::usage(format!("{shown} is no part of this dossier"))
                    .help("name a folder of its own, or take that file away"));
            }
        }
        Ok(())
    }

    fn write(&mut self, files: &[Part]) -> Result<(), Stop> {
        self.make(self.path)?;
        for file in files {
            let path = self.path.join(&file.name);
            if let Some(folder) = path.parent() {
                self.make(folder)?;
            }
            let new = path.symlink_metadata().is_err();
            create(&path, &file.bytes, existing(self.force), Access::Usual)?;
            if new {
                self.made.push(path);
            }
        }
        Ok(())
    }

    /// Makes a folder and those above it that are not there.
    fn make(&mut self, folder: &Path) -> Result<(), Stop> {
        let above = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
        let absent: Vec<&Path> = above.take_while(|it| !it.exists()).collect();
        for folder in absent.into_iter().rev() {
            std::fs::create_dir(folder).map_err(|error| Stop::file("make", folder, error))?;
            self.made.push(folder.to_owned());
        }
        Ok(())
    }

    fn take_away(&self) {
        for path in self.made.iter().rev() {
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
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
