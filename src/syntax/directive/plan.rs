//! `plan`: payment in instalments was agreed.

use super::contact::FOLLOW_UP;
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Amount, Argument};
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::{OneOf, Slots};
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, YES_NO, key, one, one_or_more, optional,
    repeatable_key, with_clause,
};
use crate::value::calendar::Duration;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::PlanInterval;
use chrono::NaiveDate;

/// `plan = "plan" , invoice , { invoice } , [ customer ] ;`
///
/// `plan-key = "due" , ":" , ( amount , "on" , date | amount , ( "weekly" | "monthly" ) , "from" , date , "times" ,
/// repetitions ) | "signed" , ":" , yes-no | "accelerate" , ":" , yes-no | "follow-up" , ":" , date ;`
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
            OneOf(&[
                &[
                    one(&[ArgumentForm::Amount]),
                    with_clause(Clause::On, one(&[ArgumentForm::Date])),
                ],
                &[
                    one(&[ArgumentForm::Amount]),
                    one(&[ArgumentForm::Word(PlanInterval::WORDS)]),
                    with_clause(Clause::From, one(&[ArgumentForm::Date])),
                    with_clause(Clause::Times, one(&[ArgumentForm::Repetitions])),
                ],
            ]),
            "a term of the plan, or terms by a rule",
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
    /// Its `due:` lines, in the order written.
    pub terms: Vec<PlanTerms>,
    /// Whether the customer signed the plan; `None` where nothing is written.
    pub signed: Option<bool>,
    /// Whether a missed instalment makes the rest due at once; `None` where nothing is written.
    pub accelerate: Option<bool>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
}

/// A `due:` line of a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanTerms {
    /// How much is due each time.
    pub amount: Amount,
    /// The day, or the first of several.
    pub first: NaiveDate,
    /// How often it comes back, and how many times in all; `None` where it is due once.
    pub rule: Option<(PlanInterval, u32)>,
}

impl PlanTerms {
    fn read(arguments: &[Argument]) -> Option<Self> {
        let interval = arguments.iter().find_map(|it| it.value.word());
        let interval = interval.and_then(PlanInterval::from_word);
        let times = arguments.iter().find_map(|it| it.value.count());
        Some(Self {
            amount: arguments.iter().find_map(|it| it.value.amount())?,
            first: arguments.iter().find_map(|it| it.value.date())?,
            rule: interval.zip(times),
        })
    }

    /// The days on which it is due. Those of a month are counted from the first, so that 31 January is followed by the
    /// last of February and by 31 March.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        let (interval, times) = self.rule.unwrap_or((PlanInterval::Weekly, 1));
        (0..times).filter_map(move |place| {
            let later = match interval {
                PlanInterval::Weekly => Duration::Days(place.saturating_mul(7)),
                PlanInterval::Monthly => Duration::Months(place),
            };
            later.date_after(self.first)
        })
    }

    fn print(self, line: &mut Printer) {
        line.argument(Some(self.amount));
        match self.rule {
            Some((interval, times)) => {
                line.argument(Some(interval.word()));
                line.clause(Clause::From, Some(self.first));
                line.clause(Clause::Times, Some(times));
            }
            None => line.clause(Clause::On, Some(self.first)),
        }
    }
}

impl<'t> PlanEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            invoices: fields.invoices(),
            customer: fields.customer(),
            terms: fields
                .details(KeyName::Due)
                .filter_map(|detail| PlanTerms::read(fields.arguments_of(detail)))
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
        for terms in &self.terms {
            out.line(KeyName::Due, |line| terms.print(line));
        }
        out.yes_no(KeyName::Signed, self.signed);
        out.yes_no(KeyName::Accelerate, self.accelerate);
        out.key(KeyName::FollowUp, self.follow_up);
    }
}
