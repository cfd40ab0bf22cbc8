//! What is wrong with a template: which words of it, why, and the mend.

use std::ops::Range;

/// One thing that is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// What sort of thing.
    pub kind: TemplateFaultKind,
    /// Where it stands: bytes of the text of the template.
    pub span: Range<usize>,
    /// What is the matter, one line, what was expected first.
    pub message: String,
    /// The mend, one imperative.
    pub help: String,
}

/// Sorts of what can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TemplateFaultKind {
    /// It cannot be read, or asks for what letters do not have.
    Syntax,
    /// It names a variable that this letter does not have.
    UnknownVariable,
    /// It does not say what the letter is about.
    NoSubject,
    /// A Dutch letter whose subject does not hold the word `factuur`.
    SubjectWithoutFactuur,
    /// Somebody was to fill something in.
    Placeholder,
    /// It leaves out what the law asks of this letter.
    NoStatutoryNotice,
    /// It uses a variable as what it is not: prints yes or no, puts a block inside a sentence.
    Misused,
}

impl TemplateFaultKind {
    /// Whether no letter is written from such a template.
    pub const fn is_fatal(self) -> bool {
        !matches!(self, Self::SubjectWithoutFactuur)
    }
}

impl TemplateFault {
    /// Something that is wrong.
    pub fn new(
        kind: TemplateFaultKind,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            span,
            message: message.into(),
            help: help.into(),
        }
    }

    /// A block that does not stand on a line of its own.
    pub fn block_not_alone(name: &str, span: Range<usize>) -> Self {
        Self::new(
            TemplateFaultKind::Misused,
            span,
            format!("expected `{{{{ {name} }}}}` on a line of its own: it is a block"),
            "put it on a line of its own, with an empty line before and behind it",
        )
    }

    /// A placeholder that was left to fill in.
    pub fn placeholder(found: &str, span: Range<usize>) -> Self {
        Self::new(
            TemplateFaultKind::Placeholder,
            span,
            format!("expected a finished letter, found `{found}`"),
            "fill it in, or put a variable there",
        )
    }

    /// The line it stands on, from 1.
    ///
    /// ```
    /// use tegoed::letter::templates::fault::{TemplateFault, TemplateFaultKind};
    /// let fault = TemplateFault::new(TemplateFaultKind::Syntax, 8..9, "expected …", "take it out");
    /// assert_eq!(fault.line_number("subject\n\nbody"), 2);
    /// ```
    pub fn line_number(&self, text: &str) -> usize {
        let before = text.bytes().take(self.span.start);
        let breaks = before.filter(|byte| *byte == b'\n').count();
        breaks.saturating_add(1)
    }
}
