//! What a rule about templates of letters looks at.

use crate::letter::library::template_set::UserTemplate;
use crate::letter::templates::fault::{TemplateFault, TemplateFaultKind};
use crate::text::diagnostic::{DiagnosticKind, Sink};
use crate::text::span::Span;
use std::ops::Range;

/// A template of the user's own, and what is wrong with it.
#[derive(Debug)]
pub struct TemplateCheckInput<'a> {
    /// The template.
    pub template: &'a UserTemplate,
    /// Whether a letter goes by it: one that is built in, or one that a policy names.
    pub is_used: bool,
    /// Whether it may say that somebody else is to collect: a letter whose next step that is in some policy, or one that
    /// tells of a hand-over.
    pub may_escalate: bool,
    /// The place of its first byte.
    pub base_offset: u32,
    /// What is wrong with it, by place.
    pub faults: Vec<TemplateFault>,
}

impl TemplateCheckInput<'_> {
    /// Reports the faults of one kind.
    pub fn report_faults(
        &self,
        kind: &'static DiagnosticKind,
        fault_kind: TemplateFaultKind,
        sink: &mut Sink,
    ) {
        for fault in self.faults.iter().filter(|fault| fault.kind == fault_kind) {
            let finding = kind.at(self.span(&fault.span), &*fault.message);
            sink.push(finding.help(&*fault.help));
        }
    }

    /// Bytes of the template as a place.
    pub fn span(&self, bytes: &Range<usize>) -> Span {
        let place = |at: usize| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            self.base_offset.saturating_add(at)
        };
        Span::new(place(bytes.start), place(bytes.end))
    }
}
