//! The invoices that a letter beside the steps is about, and what any template may name of them.

use super::view::View;
use crate::claim::parties::ClaimParties;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::InvoiceIx;
use crate::letter::before::template_word;
use crate::letter::form::Follows;
use crate::letter::lines::{Line, line};
use crate::letter::shown::Items;
use crate::letter::templates::given::{Given, Sort, Variable};
use crate::letter::variables::known::{Known, known};
use crate::value::currency::Currency;
use crate::value::money::Minor;

/// Invoices of one customer and currency.
pub struct About<'a, 'j> {
    /// Whose, and on which day.
    pub view: View<'a, 'j>,
    /// Their currency.
    pub currency: Currency,
    /// Where their open items stand, the one due first before the others.
    pub positions: Vec<&'a ItemPosition<'j>>,
    /// What is open of each item.
    pub lines: Vec<Line<'j>>,
}

impl<'a, 'j> About<'a, 'j> {
    /// Some open items.
    pub fn of(
        view: View<'a, 'j>,
        currency: Currency,
        mut positions: Vec<&'a ItemPosition<'j>>,
    ) -> Self {
        let journal = view.journal();
        positions.sort_by_key(|position| {
            let due = journal.items[position.item].due;
            (
                due.is_none(),
                due,
                journal.invoice_no(position.invoice),
                position.instalment_index,
            )
        });
        let lines = positions.iter().copied();
        let lines = lines.map(|position| line(view.dunning, view.archive, position));
        Self {
            view,
            currency,
            lines: lines.collect(),
            positions,
        }
    }

    /// Its invoices, each once.
    pub fn invoices(&self) -> Vec<InvoiceIx> {
        let mut invoices: Vec<InvoiceIx> = Vec::new();
        for line in &self.lines {
            if !invoices.contains(&line.invoice) {
                invoices.push(line.invoice);
            }
        }
        invoices
    }

    /// Their numbers.
    pub fn numbers(&self) -> Vec<&'j str> {
        let journal = self.view.journal();
        let invoices = self.invoices().into_iter();
        invoices
            .map(|invoice| journal.invoice_no(invoice))
            .collect()
    }

    /// Principal that is open.
    pub fn open(&self) -> Minor {
        self.lines.iter().map(|line| line.open).sum()
    }

    /// What is claimed beside principal.
    pub fn charges(&self) -> Minor {
        let invoices = self.invoices().into_iter();
        invoices
            .map(|invoice| self.view.dunning.charges_on(invoice))
            .sum()
    }

    /// How late the oldest is, in days.
    pub fn days(&self) -> i64 {
        let days = self.lines.iter().map(|line| line.days).max();
        days.unwrap_or_default()
    }

    /// An amount.
    pub fn money(&self, minor: Minor) -> String {
        self.view.money(minor, self.currency)
    }

    /// An amount above zero, or nothing.
    pub fn positive(&self, minor: Minor) -> Given {
        self.view.positive(minor, self.currency)
    }

    /// The invoices as a table, however many there are.
    pub fn table(&self) -> LetterTable {
        self.items().table()
    }

    fn items(&self) -> Items<'_, 'j> {
        Items {
            lines: &self.lines,
            currency: self.currency,
            language: self.view.language,
        }
    }

    fn shown(&self) -> Vec<LetterBlock> {
        if self.lines.is_empty() {
            return Vec::new();
        }
        self.items().shown()
    }

    fn is_consumer(&self) -> bool {
        ClaimParties::for_customer(self.view.journal(), self.view.customer).is_consumer()
    }

    fn reason(&self) -> Option<&'static str> {
        let view = &self.view;
        let reason = view.past.why(
            view.journal(),
            view.customer,
            &self.invoices().into_iter().collect(),
        )?;
        template_word(reason)
    }

    /// What the policy has as the next step of the item that is due first, where a letter may speak of it.
    fn next_step(&self) -> Option<&'static str> {
        let position = self.positions.first()?;
        let done = position
            .ladder_position
            .next_step
            .as_ref()?
            .stage_index
            .checked_sub(1)?;
        match Follows::after(self.view.journal(), position, done) {
            Follows::Nothing => None,
            Follows::Demand => Some("demand"),
            Follows::Last => Some("final"),
            Follows::Handover => Some("handover"),
        }
    }
}

/// What stands for a variable of the invoices of a letter.
pub type Give = fn(&About<'_, '_>) -> Given;

/// What every template of a letter beside the steps may name of its invoices.
pub static ABOUT: &[Known<Give>] = &[
    known(
        "invoice_count",
        Sort::Count,
        "1",
        "how many invoices it is about",
        |about| Given::Count(about.numbers().len()),
    ),
    known(
        "many",
        Sort::YesNo,
        "",
        "whether it is about more than one invoice",
        |about| Given::Holds(about.numbers().len() != 1),
    ),
    known(
        "invoice_number",
        Sort::Words,
        "2026-001",
        "the number of the invoice, of several the first",
        |about| Given::words(about.numbers().first().copied()),
    ),
    known(
        "invoice_numbers",
        Sort::Words,
        "2026-001, 2026-002 en 2026-003",
        "the numbers of all its invoices",
        |about| Given::Words(about.view.language.list(&about.numbers())),
    ),
    known(
        "invoice_names",
        Sort::Words,
        "factuur 2026-001 en 2 andere",
        "its invoices in short, for a subject",
        |about| Given::Words((about.view.say().sentence.invoice_names)(&about.numbers())),
    ),
    known(
        "invoices",
        Sort::Block,
        "",
        "its invoices: the particulars of one, or a table of several",
        |about| Given::Parts(about.shown()),
    ),
    known(
        "open_amount",
        Sort::Amount,
        "€ 1.000,00",
        "what is open of its invoices",
        |about| about.positive(about.open()),
    ),
    known(
        "consumer",
        Sort::YesNo,
        "",
        "whether the customer is a consumer, or nobody said what he is",
        |about| Given::Holds(about.is_consumer()),
    ),
    known(
        "reason",
        Sort::Word(&["forgot", "admin", "cashflow", "dissatisfied"]),
        "forgot",
        "why it is not paid, as the customer last said; empty where he said nothing",
        |about| Given::words(about.reason()),
    ),
    known(
        "next_step",
        Sort::Word(&["demand", "final", "handover"]),
        "demand",
        "what the policy has as its next step; empty where that is nothing a letter may speak of",
        |about| Given::words(about.next_step()),
    ),
];

/// The variables of two lists.
pub fn all<F, G>(one: &'static [Known<F>], other: &'static [Known<G>]) -> Vec<&'static Variable> {
    let one = one.iter().map(|known| &known.variable);
    one.chain(other.iter().map(|known| &known.variable))
        .collect()
}

/// A list of variables, and what stands for each by the facts of a letter.
pub type List<T> = [Known<fn(&T) -> Given>];

/// What stands for the variables of a letter, and for those of its invoices.
pub fn given<T>(known: &List<T>, facts: &T, about: &About<'_, '_>) -> Vec<(&'static str, Given)> {
    let mut all = own_given(known, facts);
    let shared = ABOUT.iter();
    all.extend(shared.map(|known| (known.variable.name, (known.give)(about))));
    all
}

/// What stands for the variables of one list.
pub fn own_given<T>(known: &List<T>, facts: &T) -> Vec<(&'static str, Given)> {
    let known = known.iter();
    known
        .map(|known| (known.variable.name, (known.give)(facts)))
        .collect()
}
