//! A folder of files that are made one after another, each when its turn comes, so that they are never all in memory.

use super::output_guard::OutputGuard;
use super::writer::leftovers::sweep_leftovers;
use super::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::console::Console;
use crate::cli::exit::Failure;
use std::path::{Path, PathBuf};

/// Where files go, and what keeps them away.
pub struct FolderOfFiles<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// What happens to files that are there.
    pub existing: ExistingFile,
    /// What is never written over.
    pub guard: &'a OutputGuard,
    /// Where leftovers of earlier runs are told.
    pub console: &'a Console,
}

impl FolderOfFiles<'_> {
    /// Writes the files of these names, each made by `make` from its place in the list. None is written while one of them is
    /// there already; but a run that was stopped is taken up where it ended.
    pub fn write(
        &self,
        names: &[String],
        mut make: impl FnMut(usize) -> Result<Vec<u8>, Failure>,
    ) -> Result<(), Failure> {
        let paths: Vec<PathBuf> = names.iter().map(|name| self.folder.join(name)).collect();
        for path in &paths {
            self.guard.refuse_in(self.folder, path)?;
        }
        let before = match self.existing {
            ExistingFile::Replace => 0,
            ExistingFile::Refuse => count_leading_files(&paths)?,
        };
        for (place, path) in paths.iter().enumerate().take(before) {
            let bytes = make(place)?;
            if !std::fs::read(path).is_ok_and(|found| found == bytes) {
                return Err(exists_already(path));
            }
        }
        std::fs::create_dir_all(self.folder)
            .map_err(|error| Failure::file_error("make", self.folder, error))?;
        sweep_leftovers(self.folder, self.console);
        for (place, path) in paths.iter().enumerate().skip(before) {
            let words = format!("files: {place} of {}", paths.len());
            self.console.show_progress_if_slow(&words);
            let bytes = make(place)?;
            create_file(path, &bytes, self.existing, FileAccess::Usual).map_err(|stop| {
                let written = paths.iter().take(place);
                let written = written.map(|path| path.display().to_string());
                stop.with_written_before(&written.collect::<Vec<_>>())
            })?;
        }
        self.console.clear_progress();
        Ok(())
    }
}

/// How many of the first files are there, and none of the others.
fn count_leading_files(paths: &[PathBuf]) -> Result<usize, Failure> {
    let is_there = |path: &&PathBuf| path.symlink_metadata().is_ok();
    let count = paths.iter().take_while(is_there).count();
    let is_stopped_run = count < paths.len() && !paths.iter().skip(count).any(|it| is_there(&it));
    match paths.iter().find(is_there) {
        Some(first) if !is_stopped_run => Err(exists_already(first)),
        _ => Ok(count),
    }
}

fn exists_already(path: &Path) -> Failure {
    Failure::usage(format!("{} exists already", path.display()))
        .with_help("`--force` overwrites it")
}
