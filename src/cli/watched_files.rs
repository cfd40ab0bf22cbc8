//! The files that a journal consists of, looked at again and again: whether one changed, came or went.

use super::files::disk::Disk;
use crate::syntax::entry::SourceText;
use crate::syntax::header::header_words;
use crate::syntax::keyword::Keyword;
use crate::syntax::lines::{SourceLineKind, lines};
use crate::text::source::Files;
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// What tells one state of a file from another: when it was written, how long it is, and which file stands under the name.
type FileStamp = (i64, i64, u64, u64);

/// The files that a journal consists of, as they were when they were last looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WatchedFiles {
    files: BTreeMap<PathBuf, WatchedFile>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct WatchedFile {
    /// `None` while there is no such file.
    stamp: Option<FileStamp>,
    /// What its `include` lines name.
    includes: Vec<String>,
}

impl WatchedFiles {
    /// Looks at root files, at all that they include, and at files beside them that matter too. A file that is as it was is
    /// not read again.
    pub fn look(&self, roots: &[PathBuf], beside: &[PathBuf], disk: &Disk) -> Self {
        let mut files: BTreeMap<PathBuf, WatchedFile> = BTreeMap::new();
        let mut waiting: Vec<PathBuf> = roots.to_vec();
        while let Some(path) = waiting.pop() {
            if files.contains_key(&path) {
                continue;
            }
            let file = self.look_at(&path, disk);
            let folder = path.parent().unwrap_or(Path::new(""));
            for pattern in &file.includes {
                waiting.extend(disk.find_matching(folder, pattern).unwrap_or_default());
            }
            files.insert(path, file);
        }
        for path in beside {
            files.entry(path.clone()).or_insert_with(|| WatchedFile {
                stamp: stamp_of(path),
                includes: Vec::new(),
            });
        }
        Self { files }
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.files
            .values()
            .filter(|file| file.stamp.is_some())
            .count()
    }

    fn look_at(&self, path: &Path, disk: &Disk) -> WatchedFile {
        let stamp = stamp_of(path);
        let known = self.files.get(path).filter(|known| known.stamp == stamp);
        let includes = match known {
            Some(known) => known.includes.clone(),
            None => disk
                .read_file(path)
                .map_or_else(|_| Vec::new(), |text| includes_in(&text)),
        };
        WatchedFile { stamp, includes }
    }
}

fn stamp_of(path: &Path) -> Option<FileStamp> {
    let about: Metadata = path.metadata().ok()?;
    Some((about.mtime(), about.mtime_nsec(), about.len(), about.ino()))
}

/// What the `include` lines of a text name.
fn includes_in(text: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(text);
    let all = lines(SourceText {
        str: &text,
        base: 0,
    });
    let headers = all.filter(|line| line.kind == SourceLineKind::Header);
    let included = headers.filter_map(|line| {
        let header = header_words(line.input());
        let is_include = header.directive?.keyword == Keyword::Include;
        let path = header.words.get(1).filter(|_| is_include)?;
        Some((*path).to_owned())
    });
    included.collect()
}
