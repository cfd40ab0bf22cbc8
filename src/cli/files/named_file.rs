//! A file before it is written, and a folder of them.

use std::path::Path;

/// A file of a folder to be written: its name in the folder, and its bytes.
#[derive(Clone, Debug)]
pub struct NamedFile {
    /// With `/` between folders.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// How many of some files a run that was stopped has written: they are written in their order, so that the first of them
/// are there, byte for byte, and none of the others. `None` where the folder holds them all, or anything else under
/// their names.
pub fn count_written_before(folder: &Path, files: &[NamedFile]) -> Option<usize> {
    let is_written = |file: &&NamedFile| {
        std::fs::read(folder.join(&file.name)).is_ok_and(|found| found == file.bytes)
    };
    let count = files.iter().take_while(is_written).count();
    let mut others = files.iter().skip(count);
    let absent = others.all(|file| folder.join(&file.name).symlink_metadata().is_err());
    (absent && count < files.len()).then_some(count)
}
