//! `handover`: invoices are given to an agency, a lawyer or a court.

use crate::syntax::clause::Clause;
use crate::syntax::entry::{Amount, ArgumentValue};
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::Slots;
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, key, one, one_or_more, optional, with_clause,
};
use crate::value::key_name::KeyName;
use crate::value::share::Share;
use crate::value::vocabulary::HandoverRecipient;

/// `handover = "handover" , invoice , { invoice } , [ customer ] , "to" , ( "agency" | "lawyer" | "court" ) ;`
///
/// `handover-key = "commission" , ":" , ( share | amount ) ;`
pub static HANDOVER: Directive = Directive {
    keyword: Keyword::Handover,
    about: "given to an agency, a lawyer or a court",
    dutch: &[
        "overdracht",
        "overgedragen",
        "incassobureau",
        "incasso",
        "deurwaarder",
    ],
    kind: DirectiveKind::Contact,
    slots: &[
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        with_clause(
            Clause::To,
            one(&[ArgumentForm::Word(HandoverRecipient::WORDS)]),
        ),
    ],
    keys: &[key(
        KeyName::Commission,
        Slots(&[one(&[ArgumentForm::Share, ArgumentForm::Amount])]),
        "what they keep",
    )],
};

/// The typed node of a `handover` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoverEntry<'t> {
    /// The invoices that are handed over.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes the invoices; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// Who collects from now on.
    pub to: HandoverRecipient,
    /// What the recipient keeps of money that comes in; `None` where nothing is written.
    pub commission: Option<CommissionTerms>,
}

/// The commission that somebody who collects keeps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CommissionTerms {
    /// A percentage of what comes in.
    Share(Share),
    /// A fixed amount, however much comes in.
    Amount(Amount),
}

impl<'t> HandoverEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let to = fields.words_behind(Clause::To).next();
        Some(Self {
            invoices: fields.invoices(),
            customer: fields.customer(),
            to: to.and_then(HandoverRecipient::from_word)?,
            commission: read_commission(fields),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoices(&self.invoices);
        out.customer(self.customer);
        out.clause(Clause::To, Some(self.to.word()));
        match self.commission {
            Some(CommissionTerms::Share(share)) => out.key(KeyName::Commission, Some(share)),
            Some(CommissionTerms::Amount(amount)) => out.key(KeyName::Commission, Some(amount)),
            None => {}
        }
    }
}

fn read_commission(fields: EntryFields<'_, '_>) -> Option<CommissionTerms> {
    let detail = fields.details(KeyName::Commission).next()?;
    match fields.arguments_of(detail).first()?.value {
        ArgumentValue::Share(share) => Some(CommissionTerms::Share(share)),
        ArgumentValue::Amount(amount) => Some(CommissionTerms::Amount(amount)),
        _ => None,
    }
}
