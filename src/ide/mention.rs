//! The names in an entry: invoices, customers and policies that it declares or speaks of.

use crate::syntax::clause::Clause;
use crate::syntax::entry::{Argument, ArgumentValue, Entry};
use crate::syntax::keyword::Keyword;
use crate::text::span::Span;
use crate::value::key_name::KeyName;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionKind {
    /// The number of an invoice or a credit note, behind `#`.
    Invoice,
    /// The id of a customer, behind `@`.
    Customer,
    /// The name of a policy.
    Policy,
}

/// A name in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it stands for.
    pub kind: MentionKind,
    /// Where it stands, `#` or `@` included.
    pub span: Span,
}

impl Mention {
    /// Where the letters of the name stand, without `#` or `@`.
    pub const fn name_span(self) -> Span {
        match self.kind {
            MentionKind::Invoice | MentionKind::Customer => {
                Span::new(self.span.start.saturating_add(1), self.span.end)
            }
            MentionKind::Policy => self.span,
        }
    }
}

/// The names in an entry, in the order of its text.
pub fn mentions_in(entry: &Entry) -> Vec<Mention> {
    let header = entry.header_arguments().iter();
    let header = header.filter_map(|argument| {
        let is_policy = match argument.clause {
            Some(clause) => clause == Clause::Policy,
            None => entry.directive.keyword == Keyword::Policy,
        };
        mention_of(argument, is_policy)
    });
    let details = entry.details.iter().flat_map(|detail| {
        let is_policy = detail.key.name() == Some(KeyName::Policy);
        let arguments = entry.arguments_of(detail).iter();
        arguments.filter_map(move |argument| mention_of(argument, is_policy))
    });
    header.chain(details).collect()
}

fn mention_of(argument: &Argument, is_policy: bool) -> Option<Mention> {
    let kind = match argument.value {
        ArgumentValue::Invoice => MentionKind::Invoice,
        ArgumentValue::Customer => MentionKind::Customer,
        ArgumentValue::Name if is_policy => MentionKind::Policy,
        _ => return None,
    };
    let span = argument.span;
    Some(Mention { kind, span })
}
