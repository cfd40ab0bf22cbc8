//! `plan`: payment in instalments was agreed.

use super::contact::FOLLOW_UP;
use crate::syntax::clause::Clause;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::Slots;
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, YES_NO, key, one, one_or_more, optional,
    repeatable_key, with_clause,
};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// `plan = "plan" , invoice , { invoice } , [ customer ] ;`
///
/// `plan-key = "due" , ":" , amount , "on" , date | "signed" , ":" , yes-no | "accelerate" , ":" , yes-no
/// | "follow-up" , ":" , date ;`
pub static PLAN: Directive = Directive {
    keyword: Keyword::Plan,
    about: "payment in instalments, agreed",
    dutch: &[
        "betalingsregeling",
        "regeling",
        "betaalregeling",
        "termijnregeling",
        "betalingsafspraak",
    ],
    kind: DirectiveKind::Contact,
    slots: &[
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
    ],
    keys: &[
        repeatable_key(
            KeyName::Due,
            Slots(&[
                one(&[ArgumentForm::Amount]),
                with_clause(Clause::On, one(&[ArgumentForm::Date])),
            ]),
            "a term of the plan",
        ),
        key(
            KeyName::Signed,
            Slots(&[one(YES_NO)]),
            "whether the customer signed",
        ),
        key(
            KeyName::Accelerate,
            Slots(&[one(YES_NO)]),
            "a missed term makes the rest due at once",
        ),
        FOLLOW_UP,
    ],
};

/// The typed node of a `plan` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanEntry<'t> {
    /// The invoices that are paid in instalments.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes the invoices; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The amount and due date of each instalment, in the order written.
    pub instalments: Vec<(Amount, NaiveDate)>,
    /// Whether the customer signed the plan; `None` where nothing is written.
    pub signed: Option<bool>,
    /// Whether a missed instalment makes the rest due at once; `None` where nothing is written.
    pub accelerate: Option<bool>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
}

impl<'t> PlanEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let instalment = |detail| {
            let arguments = fields.arguments_of(detail);
            let amount = arguments.iter().find_map(|it| it.value.amount())?;
            let day = arguments.iter().find_map(|it| it.value.date())?;
            Some((amount, day))
        };
        Some(Self {
            invoices: fields.invoices(),
            customer: fields.customer(),
            instalments: fields
                .details(KeyName::Due)
                .filter_map(instalment)
                .collect(),
            signed: fields.yes_no_of(KeyName::Signed),
            accelerate: fields.yes_no_of(KeyName::Accelerate),
            follow_up: fields.date_of(KeyName::FollowUp),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoices(&self.invoices);
        out.customer(self.customer);
        for (amount, day) in &self.instalments {
            out.line(KeyName::Due, |line| {
                line.argument(Some(*amount));
                line.clause(Clause::On, Some(*day));
            });
        }
        out.yes_no(KeyName::Signed, self.signed);
        out.yes_no(KeyName::Accelerate, self.accelerate);
        out.key(KeyName::FollowUp, self.follow_up);
    }
}
