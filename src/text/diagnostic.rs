//! What may be said about a place in the text: data only, no colour, no renderer.

use super::edit::Edit;
use super::message::Message;
use super::span::Span;
use std::collections::BTreeMap;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The figures cannot be trusted: exit 1, no report.
    Error,
    /// Look at this; fails under `--strict`.
    Warning,
    /// Law and good practice; never fails.
    Advice,
    /// Layout; `fmt` mends it.
    Style,
}

impl Severity {
    /// The word people and programs read.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
            Self::Style => "style",
        }
    }
}

/// Whether a finding can be the mere consequence of another line that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerequisite {
    /// It stands by itself.
    None,
    /// It rests on names that other lines declare: withheld while a header cannot be read.
    Names,
    /// It rests on terms that other lines give: withheld while a header, or a detail of a declaration, cannot be read.
    Terms,
    /// It rests on sums: withheld while a header or an amount cannot be read.
    Figures,
    /// It rests on `decimal-decimal_mark`: withheld while a header cannot be read and no line declares the mark.
    DecimalMark,
}

/// What could not be read, so that findings which rest on it wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each stands for itself; any of the sixteen combinations can be"
)]
pub struct UnreadableParts {
    /// Some header: names may be missing.
    pub names: bool,
    /// Some detail of a declaration: terms may be missing.
    pub terms: bool,
    /// Some amount: sums may be wrong.
    pub figures: bool,
    /// Some header, and no line declares the decimal mark.
    pub decimal_mark: bool,
}

impl UnreadableParts {
    const fn suppresses(self, depends: Prerequisite) -> bool {
        match depends {
            Prerequisite::None => false,
            Prerequisite::Names => self.names,
            Prerequisite::Terms => self.names || self.terms,
            Prerequisite::Figures => self.names || self.figures,
            Prerequisite::DecimalMark => self.decimal_mark,
        }
    }
}

/// A kind of finding, declared once as a static beside the code that reports it.
#[derive(Debug)]
pub struct DiagnosticKind {
    /// Letter and three digits; never reused, never renumbered.
    pub code: &'static str,
    /// The same in words: `unknown-invoice`.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Whether other unreadable lines can cause it.
    pub prerequisite: Prerequisite,
    /// The page that `explanation` prints (Markdown).
    pub explanation: &'static str,
}

impl PartialEq for DiagnosticKind {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl DiagnosticKind {
    /// A finding of this kind at a place.
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

/// A place and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What stands beside the underline; `None` where nothing does.
    pub note: Option<Message>,
}

/// Whether a mend may be applied without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// The meaning is certain: `check --fix`.
    Safe,
    /// A person should choose: `check --fix --unsafe-fixes`, or the editor.
    Unsafe,
}

/// A mend that a machine can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether to ask first.
    pub applicability: Applicability,
    /// The replacements.
    pub edits: Vec<Edit>,
}

/// One finding: what is wrong, where, what else has to do with it, and the mend.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Code, name, severity, explanation.
    pub kind: &'static DiagnosticKind,
    /// One line, lower case, expected first, found second.
    pub message: Message,
    /// The main place.
    pub primary: Label,
    /// Other places, most important first.
    pub related: Vec<Label>,
    /// The mend, one imperative.
    pub help: Option<Message>,
    /// The mend for a machine.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// What stands beside the main underline.
    pub fn note(mut self, note: impl Into<Message>) -> Self {
        self.primary.note = Some(note.into().shorten());
        self
    }

    /// Another place that has to do with it.
    pub fn related(mut self, span: Span, note: impl Into<Message>) -> Self {
        let note = Some(note.into());
        self.related.push(Label { span, note });
        self
    }

    /// The mend, for people.
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.help = Some(help.into().shorten());
        self
    }

    /// A mend that is certain.
    pub fn safe_fix(mut self, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix {
            applicability: Applicability::Safe,
            edits,
        });
        self
    }

    /// A mend that a person should choose.
    pub fn suggested_fix(mut self, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix {
            applicability: Applicability::Unsafe,
            edits,
        });
        self
    }
}

/// How many findings of one kind are kept; further ones are only counted.
pub const KEPT_PER_KIND: usize = 1_000;

/// Where every stage puts what it finds.
#[derive(Debug, Default)]
pub struct Sink {
    kept: Vec<Diagnostic>,
    counts: BTreeMap<&'static str, usize>,
    /// What could not be read so far.
    pub unreadable: UnreadableParts,
}

impl Sink {
    /// Takes a finding. Only the first [`KEPT_PER_KIND`] of a kind are kept, the rest are counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.push_with(diagnostic.kind, || diagnostic);
    }

    /// Takes a finding that is only made where it is kept: a rule may find a million, and to say where each stands
    /// it may have to read an entry again.
    pub fn push_with(&mut self, kind: &DiagnosticKind, make: impl FnOnce() -> Diagnostic) {
        let count = self.counts.entry(kind.code).or_insert(0);
        *count = count.saturating_add(1);
        if *count <= KEPT_PER_KIND {
            self.kept.push(make());
        }
    }

    /// Whether further findings of a kind are only counted: then nobody need look for a suggestion.
    pub fn is_full_of(&self, kind: &DiagnosticKind) -> bool {
        let count = self.counts.get(kind.code);
        count.is_some_and(|count| *count >= KEPT_PER_KIND)
    }

    /// Everything found, by place and then code; withheld ones only counted.
    pub fn into_findings(self) -> Findings {
        let missing = self.unreadable;
        let mut counts = self.counts;
        let mut withheld = 0_usize;
        let mut kept = self.kept;
        kept.retain(|diagnostic| {
            let waits = missing.suppresses(diagnostic.kind.prerequisite);
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
            suppressed: withheld,
        }
    }
}

/// What a run found, in the order of the text.
#[derive(Debug, Default)]
pub struct Findings {
    /// By place, then code.
    pub diagnostics: Vec<Diagnostic>,
    /// How many of each code there are, also those that were not kept.
    pub counts: BTreeMap<&'static str, usize>,
    /// How many wait until every header can be read.
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
