//! A finding at a place in the text, as plain data: no colour, no layout. `cli/emit` shows it.

use super::edit::Edit;
use super::message::Message;
use super::span::Span;
use std::collections::BTreeMap;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The figures cannot be trusted: reports are refused and the exit code is 1.
    Error,
    /// Probably a mistake. It makes `check` fail only with `--strict`.
    Warning,
    /// A hint from law or good practice. It never makes `check` fail.
    Advice,
    /// Layout only. `fmt` corrects it.
    Style,
}

impl Severity {
    /// The severity as one lower-case English word, for people and for JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
            Self::Style => "style",
        }
    }
}

/// Whether a finding may be the mere consequence of another line that could not be read. Such findings are suppressed
/// until that line is corrected, so that one mistake gives one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerequisite {
    /// The finding is certain whatever else cannot be read.
    None,
    /// The finding relies on names that other lines declare: suppressed while any header cannot be read.
    Names,
    /// The finding relies on terms that other lines give: suppressed while a header, or a detail of a declaration,
    /// cannot be read.
    Terms,
    /// The finding relies on sums: suppressed while a header or an amount cannot be read; and, unless it is an error
    /// itself, while an amount is certainly wrong.
    Figures,
    /// The finding relies on the `decimal-mark` declaration: suppressed while a header cannot be read and no line
    /// declares the mark.
    DecimalMark,
}

/// What could not be read so far. Findings whose [`Prerequisite`] it touches are suppressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each stands for itself; any of the combinations can be"
)]
pub struct UnreadableParts {
    /// Some header could not be read, so names may be missing.
    pub names: bool,
    /// Some detail of a declaration could not be read, so terms may be missing.
    pub terms: bool,
    /// Some amount could not be read, so sums may be wrong.
    pub figures: bool,
    /// Some header could not be read, and no line declares the decimal mark.
    pub decimal_mark: bool,
    /// Some figure was read and is certainly wrong, so what is advised about figures may follow from it.
    pub wrong_figures: bool,
}

impl UnreadableParts {
    /// Notes that a whole file could not be read, which may declare and say anything.
    pub const fn miss_file(&mut self) {
        self.names = true;
        self.terms = true;
        self.figures = true;
    }

    const fn suppresses(self, kind: &DiagnosticKind) -> bool {
        let is_advice = !matches!(kind.severity, Severity::Error);
        match kind.prerequisite {
            Prerequisite::None => false,
            Prerequisite::Names => self.names,
            Prerequisite::Terms => self.names || self.terms,
            Prerequisite::Figures => self.names || self.figures || self.wrong_figures && is_advice,
            Prerequisite::DecimalMark => self.decimal_mark,
        }
    }
}

/// A kind of finding, declared once, as a static, in the room that reports it.
#[derive(Debug)]
pub struct DiagnosticKind {
    /// A letter and three digits, such as `L003`. A code is never reused and never renumbered.
    pub code: &'static str,
    /// The name of the kind for people: `unknown-invoice`.
    pub name: &'static str,
    /// How much findings of this kind matter.
    pub severity: Severity,
    /// What must have been readable for the finding to be reliable.
    pub prerequisite: Prerequisite,
    /// The page that `tegoed explain` prints, in Markdown.
    pub explanation: &'static str,
}

impl PartialEq for DiagnosticKind {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl DiagnosticKind {
    /// Makes a finding of this kind at a place, without note, help or fix.
    pub fn at(&'static self, span: Span, message: impl Into<Message>) -> Diagnostic {
        Diagnostic {
            kind: self,
            message: message.into().shorten(),
            primary: Label { span, note: None },
            related: Vec::new(),
            help: None,
            fix: None,
        }
    }
}

/// A place in the text and the words shown beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The text that is underlined.
    pub span: Span,
    /// The words beside the underline; `None` where the message says enough.
    pub note: Option<Message>,
}

/// Whether a fix may be applied without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// The meaning is certain: `check --fix` applies it.
    Safe,
    /// A person should choose: `check --fix --unsafe-fixes` applies it, or an editor.
    Unsafe,
    /// It says something about the world that nobody wrote (what money is for, which day, whose invoice):
    /// never applied with others, only where a person names its line (`check --fix --at LINE`), or by an editor.
    Decision,
}

/// A correction that a program can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether the fix may be applied without asking.
    pub applicability: Applicability,
    /// The replacements in the text.
    pub edits: Vec<Edit>,
}

/// One finding: what is wrong, where, which other places are involved, and how to correct it.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The kind, which gives code, name, severity and explanation.
    pub kind: &'static DiagnosticKind,
    /// One line in lower case that says first what was expected and then what was found.
    pub message: Message,
    /// The place of the mistake.
    pub primary: Label,
    /// Other places that are involved, the most important first; often empty.
    pub related: Vec<Label>,
    /// What the user should do, as one imperative; `None` where nothing can be advised.
    pub help: Option<Message>,
    /// The correction for a program; `None` where there is none.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Adds the words beside the main underline.
    pub fn note(mut self, note: impl Into<Message>) -> Self {
        self.primary.note = Some(note.into().shorten());
        self
    }

    /// Adds another place that is involved, and the words beside it.
    pub fn related(mut self, span: Span, note: impl Into<Message>) -> Self {
        let note = Some(note.into());
        self.related.push(Label { span, note });
        self
    }

    /// Adds what the user should do.
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.help = Some(help.into().shorten());
        self
    }

    /// Adds a correction whose meaning is certain.
    pub fn safe_fix(mut self, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix {
            applicability: Applicability::Safe,
            edits,
        });
        self
    }

    /// Adds a correction that a person should choose.
    pub fn suggested_fix(mut self, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix {
            applicability: Applicability::Unsafe,
            edits,
        });
        self
    }

    /// Adds a correction that decides what money is for, which day is meant or who is meant.
    pub fn deciding_fix(mut self, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix {
            applicability: Applicability::Decision,
            edits,
        });
        self
    }

    /// Takes the correction away, and the help that may speak of it.
    pub fn without_fix(mut self) -> Self {
        self.fix = None;
        self.help = None;
        self
    }
}

/// How many findings of one kind are kept; further ones are only counted, so that a broken journal of a million lines
/// does not fill the memory.
pub const KEPT_PER_KIND: usize = 1_000;

/// Collects what every stage finds.
#[derive(Debug, Default)]
pub struct Sink {
    kept: Vec<Diagnostic>,
    counts: BTreeMap<&'static str, usize>,
    /// What could not be read so far.
    pub unreadable: UnreadableParts,
}

impl Sink {
    /// Adds a finding. Only the first [`KEPT_PER_KIND`] of a kind are kept; the rest are counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.push_with(diagnostic.kind, || diagnostic);
    }

    /// Adds a finding, and calls `make` only where the finding will be kept. A rule may find a million faults, and to
    /// describe one it may have to read an entry again.
    pub fn push_with(&mut self, kind: &DiagnosticKind, make: impl FnOnce() -> Diagnostic) {
        let count = self.counts.entry(kind.code).or_insert(0);
        *count = count.saturating_add(1);
        if *count <= KEPT_PER_KIND {
            self.kept.push(make());
        }
    }

    /// Whether further findings of a kind are only counted, so that no suggestion need be computed for them.
    pub fn is_full_of(&self, kind: &DiagnosticKind) -> bool {
        let count = self.counts.get(kind.code);
        count.is_some_and(|count| *count >= KEPT_PER_KIND)
    }

    /// Everything found, sorted by place and then by code. Suppressed findings are only counted.
    pub fn into_findings(self) -> Findings {
        let missing = self.unreadable;
        let mut counts = self.counts;
        let mut withheld = 0_usize;
        let mut kept = self.kept;
        kept.retain(|diagnostic| {
            let waits = missing.suppresses(diagnostic.kind);
            if waits && let Some(count) = counts.remove(diagnostic.kind.code) {
                withheld = withheld.saturating_add(count);
            }
            !waits
        });
        kept.sort_by(|a, b| {
            (a.primary.span, a.kind.code, &a.message).cmp(&(
                b.primary.span,
                b.kind.code,
                &b.message,
            ))
        });
        kept.dedup();
        Findings {
            diagnostics: kept,
            counts,
            decimal_mark: None,
            suppressed: withheld,
        }
    }
}

/// What a run found, in the order of the text.
#[derive(Debug, Default)]
pub struct Findings {
    /// The findings kept, sorted by place and then by code.
    pub diagnostics: Vec<Diagnostic>,
    /// How many findings of each code there are, including those that were not kept.
    pub counts: BTreeMap<&'static str, usize>,
    /// The mark before the decimals in this journal, for examples; `None` where no line declares one.
    pub decimal_mark: Option<char>,
    /// How many findings were suppressed because lines they rely on cannot be read.
    pub suppressed: usize,
}

impl Findings {
    /// Whether any finding has at least this severity.
    pub fn has_at_least(&self, severity: Severity) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.kind.severity <= severity)
    }
}
