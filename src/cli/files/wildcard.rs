//! Which files a pattern such as `2025/*.tegoed` means: sorted, hidden folders left out.

use globset::{GlobBuilder, GlobMatcher};
use std::io;
use std::path::{Path, PathBuf};

/// Folders deeper than this below the pattern's own are not looked into.
const MAX_DEPTH: usize = 64;

/// A pattern and the folder where looking begins.
pub struct Wildcard {
    start: PathBuf,
    kind: WildcardKind,
}

enum WildcardKind {
    /// One file, whether it exists or not.
    Plain,
    /// Files below the start whose path from there matches.
    Glob {
        matcher: GlobMatcher,
        depth: usize,
        hidden: bool,
    },
}

impl Wildcard {
    /// Reads a pattern relative to a folder.
    pub fn new(directory: &Path, pattern: &str) -> io::Result<Self> {
        let (plain, wild) = split_pattern(pattern);
        let start = directory.join(plain);
        if wild.is_empty() {
            return Ok(Self {
                start,
                kind: WildcardKind::Plain,
            });
        }
        let matcher = GlobBuilder::new(wild)
            .literal_separator(true)
            .build()
            .map_err(|fault| io::Error::new(io::ErrorKind::InvalidInput, fault.kind().to_string()))?
            .compile_matcher();
        let kind = WildcardKind::Glob {
            matcher,
            depth: pattern_depth(wild),
            hidden: wild.split('/').any(|part| part.starts_with('.')),
        };
        Ok(Self { start, kind })
    }

    /// The files it means, sorted by name.
    pub fn find_files(&self) -> io::Result<Vec<PathBuf>> {
        let WildcardKind::Glob { depth, .. } = &self.kind else {
            return Ok(vec![self.start.clone()]);
        };
        let mut found = Vec::new();
        if self.start.as_os_str().is_empty() || self.start.is_dir() {
            self.collect_matches(Path::new(""), *depth, &mut found)?;
        }
        found.sort();
        Ok(found
            .into_iter()
            .map(|path| self.start.join(path))
            .collect())
    }

    /// Collects matches in one folder, then in those below it. Folders reached by a symbolic link are left
    /// out, so a link that points upwards cannot lead in circles.
    fn collect_matches(
        &self,
        below: &Path,
        depth: usize,
        found: &mut Vec<PathBuf>,
    ) -> io::Result<()> {
        let folder = self.start.join(below);
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder.as_path()
        };
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if !self.is_visible(&entry.file_name().to_string_lossy()) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                if let Some(deeper) = depth.checked_sub(1) {
                    self.collect_matches(&path, deeper, found)?;
                }
            } else if self.is_match(&path) {
                found.push(path);
            }
        }
        Ok(())
    }

    fn is_visible(&self, name: &str) -> bool {
        !name.starts_with('.') || matches!(self.kind, WildcardKind::Glob { hidden: true, .. })
    }

    fn is_match(&self, path: &Path) -> bool {
        matches!(&self.kind, WildcardKind::Glob { matcher, .. } if matcher.is_match(path))
    }
}

/// The folders before the first wildcard, and the rest.
fn split_pattern(pattern: &str) -> (&str, &str) {
    let Some(first) = pattern.find(['*', '?', '[', '{']) else {
        return (pattern, "");
    };
    let before = pattern.get(..first).unwrap_or_default();
    let folder = before.rfind('/').map_or(0, |slash| slash.saturating_add(1));
    pattern.split_at_checked(folder).unwrap_or(("", pattern))
}

/// How many folders deep a match can stand.
fn pattern_depth(wild: &str) -> usize {
    if wild.contains("**") {
        MAX_DEPTH
    } else {
        wild.matches('/').count()
    }
}
