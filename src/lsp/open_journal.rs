//! The journals that open documents belong to.

use super::document_files::DocumentFiles;
use super::host::{EditorHost, JournalSettings};
use super::open_document::OpenDocument;
use crate::check::CheckScope;
use crate::day::Day;
use crate::journal::source_lookup::JournalText;
use crate::language::en::ENGLISH;
use crate::language::message_text::use_decimal_mark;
use crate::language::phrases::Language;
use crate::language::{LANGUAGES, find_language};
use crate::letter::library::built_in::BUILT_IN_KINDS;
use crate::letter::library::template_set::TemplateSet;
use crate::load::journal_file_kind::{
    JOURNAL_EXTENSION, JournalFileKind, journal_file_kind, read_head,
};
use crate::load::{Roots, load_journal};
use crate::pipeline::{Outcome, PendingChecks, PipelineOptions, run_before_checks};
use crate::syntax::kinds::MISSING_FORMAT;
use crate::syntax::reader::NullVisitor;
use crate::text::diagnostic::{Findings, Prerequisite};
use crate::text::source::Files;
use crate::value::key_name::KeyName;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

/// What was read of a journal.
pub struct ReadJournal {
    /// Its entries and its ledger; of the findings none.
    pub outcome: Outcome,
    /// Its checks.
    pub pending: PendingChecks,
    findings: OnceCell<Findings>,
}

/// A journal of which at least one document is open.
pub struct OpenJournal {
    /// The file it begins with.
    pub root: PathBuf,
    /// Whether it is a single file of a journal that was not found: nothing is known of what others declare.
    pub is_part: bool,
    /// What follows from its texts; `None` where they changed since, or cannot be read.
    pub read: Option<ReadJournal>,
    /// The language of its pages.
    pub language: &'static Language,
    /// The words of its letters.
    pub templates: TemplateSet,
}

impl OpenJournal {
    /// A journal that is not read yet.
    pub fn new(root: PathBuf, is_part: bool) -> Self {
        Self {
            root,
            is_part,
            read: None,
            language: &ENGLISH,
            templates: TemplateSet::built_in(),
        }
    }

    /// Reads it, as `check` does.
    pub fn read(&mut self, files: &dyn Files, host: &dyn EditorHost) {
        let JournalSettings {
            templates,
            language,
        } = host.settings(&self.root);
        let options = PipelineOptions {
            as_of: host.today(),
            scope: CheckScope::All,
        };
        let roots = Roots::from_file(&self.root);
        let read = run_before_checks(&roots, files, options, &templates).ok();
        self.read = read.and_then(|(outcome, pending)| {
            outcome.sources.reload_texts(files).ok()?;
            Some(ReadJournal {
                outcome,
                pending,
                findings: OnceCell::new(),
            })
        });
        self.templates = TemplateSet::new(BUILT_IN_KINDS, templates, LANGUAGES);
        self.language = language.unwrap_or_else(|| self.written_language());
    }

    /// What `check` finds in what was read, on these days; it is looked for once.
    pub fn findings<'a>(
        &'a self,
        read: &'a ReadJournal,
        text: JournalText<'a>,
        day: &'a Day<'a>,
        last_day: &'a Day<'a>,
    ) -> &'a Findings {
        read.findings.get_or_init(|| {
            let mut findings = read.pending.run(text, day, last_day);
            if self.is_part {
                keep_certain_findings(&mut findings);
            }
            use_decimal_mark(&mut findings);
            findings
        })
    }

    fn written_language(&self) -> &'static Language {
        let journal = self.read.as_ref().map(|read| &read.outcome.journal);
        let tag = journal.and_then(|journal| journal.business_value(KeyName::Language));
        tag.and_then(|tag| find_language(LANGUAGES, tag))
            .unwrap_or(&ENGLISH)
    }

    /// Whether a document is one of its files.
    pub fn has_document(&self, document: &OpenDocument, files: &dyn Files) -> bool {
        if self.root == document.path {
            return true;
        }
        let sources = self.read.as_ref().map(|it| it.outcome.sources.as_slice());
        let mut sources = sources.unwrap_or_default().iter();
        sources.any(|source| is_document(&source.path, document, files))
    }
}

/// Whether a path leads to a document.
pub fn is_document(path: &Path, document: &OpenDocument, files: &dyn Files) -> bool {
    path == document.path
        || path == document.real_path
        || files
            .canonicalize(path)
            .is_ok_and(|real| real == document.real_path)
}

/// Of a single file only what is wrong whatever the others say.
fn keep_certain_findings(findings: &mut Findings) {
    let certain = |kind: &crate::text::diagnostic::DiagnosticKind| {
        kind.prerequisite == Prerequisite::None && kind.code != MISSING_FORMAT.code
    };
    let findings = &mut findings.diagnostics;
    findings.retain(|finding| certain(finding.kind));
}

/// The journal that a document belongs to: the document itself where it says `format`; else the nearest file of this or a
/// folder above that says so and includes it; else the document alone.
pub fn find_journal(document: &OpenDocument, files: &DocumentFiles<'_>) -> OpenJournal {
    if journal_file_kind(document.text.as_bytes()) == JournalFileKind::Root {
        return OpenJournal::new(document.path.clone(), false);
    }
    let pattern = format!("*.{JOURNAL_EXTENSION}");
    let folders = document.path.ancestors().skip(1);
    let folders = folders.filter(|folder| !folder.as_os_str().is_empty());
    for folder in folders.take_while(|folder| may_look_in(folder, files)) {
        let near = files.find_matching(folder, &pattern);
        let roots = near.unwrap_or_default().into_iter();
        let mut roots = roots.filter(|path| is_root(path, files));
        if let Some(root) = roots.find(|root| includes(root, document, files)) {
            return OpenJournal::new(root, false);
        }
    }
    OpenJournal::new(document.path.clone(), true)
}

fn may_look_in(folder: &Path, files: &DocumentFiles<'_>) -> bool {
    let allowed = files.only_below;
    allowed.is_none_or(|folders| folders.iter().any(|open| folder.starts_with(open)))
}

fn is_root(path: &Path, files: &DocumentFiles<'_>) -> bool {
    let head = files.open(path).and_then(read_head);
    head.is_ok_and(|bytes| journal_file_kind(&bytes) == JournalFileKind::Root)
}

fn includes(root: &Path, document: &OpenDocument, files: &DocumentFiles<'_>) -> bool {
    let loaded = load_journal(&Roots::from_file(root), files, |_| NullVisitor);
    loaded.is_ok_and(|loaded| {
        let mut sources = loaded.sources.as_slice().iter();
        sources.any(|source| is_document(&source.path, document, files))
    })
}
