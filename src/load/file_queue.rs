//! The files still to be read, and the rules for `include`.

use super::kinds;
use super::roots::{Roots, read_error};
use crate::syntax::directive::include::IncludeDeclaration;
use crate::syntax::entry_fields::EntryFields;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::source::Files;
use crate::text::span::Span;
use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::path::{Component, Path, PathBuf};

/// A file to be read next.
pub struct NextFile {
    /// Its path, as reached from the root file.
    pub path: PathBuf,
    /// The place of the `include` line that names it; `None` for files that the user named.
    pub named_at: Option<Span>,
}

struct QueuedFile {
    path: PathBuf,
    parent: Option<usize>,
    named_at: Option<Span>,
}

/// The files that were read and those still to be read.
pub struct FileQueue<'a> {
    files: &'a dyn Files,
    /// The directory that includes may not leave; `None` when the root is standard input and no directory is given.
    directory: Option<PathBuf>,
    queued_files: Vec<QueuedFile>,
    by_name: BTreeMap<PathBuf, usize>,
    pending: VecDeque<usize>,
    current: usize,
}

impl<'a> FileQueue<'a> {
    /// A queue with the files that the user named.
    pub fn new(roots: &Roots, files: &'a dyn Files) -> io::Result<Self> {
        let mut queue = Self {
            files,
            directory: None,
            queued_files: Vec::new(),
            by_name: BTreeMap::new(),
            pending: VecDeque::new(),
            current: 0,
        };
        for path in &roots.files {
            let name = files
                .canonicalize(path)
                .map_err(|error| read_error(path, &error))?;
            if !queue.by_name.contains_key(&name) {
                queue.add(path.clone(), name, None, None);
            }
        }
        queue.directory = match (&roots.directory, roots.files.first()) {
            (Some(directory), _) => Some(files.canonicalize(directory)?),
            (None, Some(root)) if root != Path::new("-") => {
                files.canonicalize(root)?.parent().map(Path::to_path_buf)
            }
            _ => None,
        };
        Ok(queue)
    }

    fn add(&mut self, path: PathBuf, name: PathBuf, parent: Option<usize>, named_at: Option<Span>) {
        let number = self.queued_files.len();
        self.queued_files.push(QueuedFile {
            path,
            parent,
            named_at,
        });
        self.by_name.insert(name, number);
        self.pending.push_back(number);
    }

    /// Removes the next file from the queue; `None` when every file was read.
    pub fn pop_next(&mut self) -> Option<NextFile> {
        self.current = self.pending.pop_front()?;
        let known = self.queued_files.get(self.current)?;
        Some(NextFile {
            path: known.path.clone(),
            named_at: known.named_at,
        })
    }

    /// Whether the file being read is the root file.
    pub const fn is_in_root(&self) -> bool {
        self.current == 0
    }

    /// Adds the files that an `include` line names, or reports why they may not be included.
    pub fn enqueue_include(&mut self, fields: EntryFields<'_, '_>, sink: &mut Sink) {
        let Some(IncludeDeclaration { path: pattern }) = IncludeDeclaration::read(fields) else {
            return;
        };
        let (pattern, span) = (pattern.node, pattern.span);
        match self.expand_pattern(pattern) {
            Ok(found) if found.is_empty() => miss_file(
                sink,
                kinds::INCLUDE_MISSING
                    .at(span, format!("expected files like `{pattern}`, found none"))
                    .help("mend the pattern, which is relative to this file, or take the line out"),
            ),
            Ok(found) => {
                // A pattern such as `*.tegoed` in the root file is about the files beside it.
                let is_pattern = pattern.contains(['*', '?']);
                for path in found {
                    if is_pattern && self.is_being_read(&path) {
                        continue;
                    }
                    self.enqueue(&path, span, sink);
                }
            }
            Err(error) => miss_file(
                sink,
                kinds::UNREADABLE_FILE.at(
                    span,
                    format!("expected a path or pattern, found `{pattern}`: {error}"),
                ),
            ),
        }
    }

    /// Whether a path leads to the file that is being read.
    fn is_being_read(&self, path: &Path) -> bool {
        let known = self.queued_files.get(self.current);
        let canonical = known.map(|known| self.files.canonicalize(&known.path));
        matches!((canonical, self.files.canonicalize(path)), (Some(Ok(one)), Ok(other)) if one == other)
    }

    fn expand_pattern(&self, pattern: &str) -> io::Result<Vec<PathBuf>> {
        let from = self
            .queued_files
            .get(self.current)
            .map(|known| known.path.as_path());
        let directory = match (from, &self.directory) {
            (Some(from), Some(directory)) if from == Path::new("-") => directory.clone(),
            (Some(from), _) if from == Path::new("-") => {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    "a journal from standard input has no directory; name one with --root",
                ));
            }
            (Some(from), _) => from.parent().unwrap_or(Path::new("")).to_path_buf(),
            (None, _) => PathBuf::new(),
        };
        self.files.find_matching(&directory, pattern)
    }

    fn enqueue(&mut self, path: &Path, span: Span, sink: &mut Sink) {
        let shown = path.display();
        let canonical = self.files.canonicalize(path);
        let leaves = match (&canonical, &self.directory) {
            (_, None) => false,
            (Ok(name), Some(directory)) => !name.starts_with(directory),
            // The path of a file that does not exist cannot be canonicalized, so its components decide.
            (Err(_), Some(_)) => self.is_outside_root(path),
        };
        if leaves {
            miss_file(
                sink,
                kinds::INCLUDE_OUTSIDE_ROOT
                    .at(
                        span,
                        format!("expected a file inside the root file's directory, found {shown}"),
                    )
                    .help(
                        "move the file below the root file, or start from a root file above both",
                    ),
            );
            return;
        }
        let name = match canonical {
            Ok(name) => name,
            Err(error) => {
                let found = kinds::unreadable_file(span, path, &error);
                miss_file(sink, self.with_link(found, path));
                return;
            }
        };
        match self.by_name.get(&name) {
            Some(number) if self.is_above(*number) => sink.push(
                kinds::INCLUDE_CYCLE
                    .at(
                        span,
                        format!("expected a file not being read yet, found {shown}"),
                    )
                    .note(self.include_chain(*number))
                    .help("take this line out"),
            ),
            Some(number) => {
                let mut found = kinds::INCLUDE_TWICE
                    .at(
                        span,
                        format!("expected each file once, found {shown} again"),
                    )
                    .help("take one of the two out");
                if let Some(first) = self
                    .queued_files
                    .get(*number)
                    .and_then(|known| known.named_at)
                {
                    found = found.related(first, "first here");
                }
                sink.push(found);
            }
            None => self.add(path.to_path_buf(), name, Some(self.current), Some(span)),
        }
    }

    /// Names the symbolic link that leads nowhere, or beside which a path was looked for.
    fn with_link(&self, found: Diagnostic, path: &Path) -> Diagnostic {
        if let Some(target) = self.files.link_target(path) {
            let words = format!("{} is a link to {}", path.display(), target.display());
            return found.note(words);
        }
        let from = self.queued_files.get(self.current);
        let link = from.and_then(|from| Some((from, self.files.link_target(&from.path)?)));
        match link {
            Some((from, target)) => found.note(format!(
                "{} is a link to {}: paths are relative to the link",
                from.path.display(),
                target.display()
            )),
            None => found,
        }
    }

    /// Whether a path leads out of the root file's directory, judged by its components alone.
    fn is_outside_root(&self, path: &Path) -> bool {
        let root = self
            .queued_files
            .first()
            .and_then(|known| known.path.parent());
        let below = path
            .strip_prefix(root.unwrap_or(Path::new("")))
            .unwrap_or(path);
        let mut depth = 0_i64;
        below.components().any(|component| {
            match component {
                Component::ParentDir => depth = depth.saturating_sub(1),
                Component::Normal(_) => depth = depth.saturating_add(1),
                Component::RootDir | Component::Prefix(_) => depth = i64::MIN,
                Component::CurDir => {}
            }
            depth < 0
        })
    }

    /// The indices of the file being read and of the files that include it.
    fn ancestors(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(self.current), |number| {
            self.queued_files
                .get(*number)
                .and_then(|known| known.parent)
        })
    }

    fn is_above(&self, number: usize) -> bool {
        self.ancestors().any(|ancestor| ancestor == number)
    }

    fn include_chain(&self, from: usize) -> String {
        let mut names: Vec<String> = Vec::new();
        for number in self.ancestors() {
            let name = self
                .queued_files
                .get(number)
                .map_or(String::new(), |known| known.path.display().to_string());
            names.push(name);
            if number == from {
                break;
            }
        }
        names.reverse();
        let first = names.first().cloned().unwrap_or_default();
        format!("{} includes {first}", names.join(" includes "))
    }
}

/// Tells of a file that could not be read. What it declares and says is then missing.
pub fn miss_file(sink: &mut Sink, found: Diagnostic) {
    sink.unreadable.miss_file();
    sink.push(found);
}
