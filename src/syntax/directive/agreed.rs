//! `agreed`: the customer accepted a policy.

use crate::syntax::clause::Clause;
use crate::syntax::entry_fields::{EntryFields, Id, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional, with_clause};

/// `agreed = "agreed" , customer , [ "policy" , name ] ;`
pub static AGREED: Directive = Directive {
    keyword: Keyword::Agreed,
    about: "the customer accepted a policy",
    dutch: &["akkoord", "overeengekomen"],
    kind: DirectiveKind::Contact,
    slots: &[
        one(&[ArgumentForm::Customer]),
        with_clause(Clause::Policy, optional(&[ArgumentForm::Name])),
    ],
    keys: &[],
};

/// The typed node of an `agreed` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreedEntry<'t> {
    /// The customer who accepted the policy.
    pub customer: Id<'t>,
    /// The name of the policy; `None` means the one that holds for the customer on that day.
    pub policy: Option<SpannedText<'t>>,
}

impl<'t> AgreedEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            customer: fields.customer()?,
            policy: fields.name_behind(Clause::Policy),
        })
    }

    /// Prints the arguments, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(Some(self.customer));
        out.clause(Clause::Policy, self.policy.map(|name| name.node));
    }
}
