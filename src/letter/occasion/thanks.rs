//! `thanks`: for the last payment. It asks for nothing.

use super::about::{ABOUT, About, all, given};
use super::kind::Occasion;
use super::told::{Absent, Told};
use super::view::{View, of_the_last_day};
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::language::letters::Warmth;
use crate::ledger::model::Status;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The letter.
pub static THANKS: Occasion = Occasion {
    name: "thanks",
    about: "thank for the last payment",
    needs: "the journal has no payment of his that settled an invoice",
    names_invoices: true,
    tell,
    variables: || all(KNOWN, ABOUT),
};

/// What came in on one day, and what it settled.
struct Received<'a, 'j> {
    day: NaiveDate,
    amount: Minor,
    /// What went to each invoice.
    settled: BTreeMap<InvoiceIx, Minor>,
    /// What waits on account of it.
    left: Minor,
    about: About<'a, 'j>,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let paid = of_the_last_day(payments(view), |payment| {
        view.journal().movements[*payment].date
    });
    let mut apart: BTreeMap<Currency, Vec<MovementIx>> = BTreeMap::new();
    for payment in paid {
        let currency = view.journal().movements[payment].currency;
        apart.entry(currency).or_default().push(payment);
    }
    let letters = apart.into_iter();
    let letters: Vec<Told> = letters
        .filter_map(|(currency, payments)| received(view, currency, &payments))
        .collect();
    if letters.is_empty() {
        return Err(Absent::Nothing);
    }
    Ok(letters)
}

/// The payments of a customer up to the day that settled something and that the bank did not take back.
fn payments(view: &View<'_, '_>) -> Vec<MovementIx> {
    let journal = view.journal();
    let own = journal.movements.iter().filter(|(_, movement)| {
        movement.customer == Some(view.customer) && movement.date <= view.on()
    });
    let own: Vec<_> = own.collect();
    let back: Vec<_> = own
        .iter()
        .filter(|(_, movement)| movement.kind == MovementKind::Reversal)
        .filter_map(|(_, movement)| Some((movement.extra.as_ref()?.of_date?, movement.amount)))
        .collect();
    let steps = view.dunning.ledger.allocations.iter();
    let settled: BTreeSet<MovementIx> = steps.map(|step| step.movement).collect();
    own.into_iter()
        .filter(|(ix, movement)| {
            movement.kind == MovementKind::Payment
                && settled.contains(ix)
                && !back.contains(&(movement.date, movement.amount))
        })
        .map(|(ix, _)| ix)
        .collect()
}

fn received(view: &View<'_, '_>, currency: Currency, payments: &[MovementIx]) -> Option<Told> {
    let (journal, ledger) = (view.journal(), view.dunning.ledger);
    let mut settled: BTreeMap<InvoiceIx, Minor> = BTreeMap::new();
    for step in ledger
        .allocations
        .iter()
        .filter(|step| payments.contains(&step.movement))
    {
        let invoice = journal.items[step.item].invoice;
        *settled.entry(invoice).or_default() += step.amount.into();
    }
    settled.retain(|_, amount| amount.is_positive());
    let first = *payments.first()?;
    if settled.is_empty() {
        return None;
    }
    let on_account = ledger.on_account.get(&(view.customer, currency));
    let left = on_account.into_iter().flatten();
    let left = left.filter(|credit| payments.contains(&credit.movement));
    let items = settled
        .keys()
        .flat_map(|invoice| journal.items_of(*invoice));
    let positions: Vec<ItemPosition<'_>> =
        items.map(|item| view.dunning.position_of(item)).collect();
    let about = About::of(*view, currency, positions.iter().collect());
    Some(told(&Received {
        day: journal.movements[first].date,
        amount: payments
            .iter()
            .map(|it| journal.movements[*it].minor())
            .sum(),
        left: left.map(|credit| credit.remaining).sum(),
        settled,
        about,
    }))
}

fn told(received: &Received<'_, '_>) -> Told {
    let about = &received.about;
    Told {
        currency: about.currency,
        invoices: about.invoices(),
        days: about.days(),
        amount: received.amount,
        asks: None,
        misses_money: false,
        names_charges: false,
        warmth: Warmth::Friendly,
        given: given(KNOWN, received, about),
        enclosed: Vec::new(),
        wait: None,
    }
}

impl Received<'_, '_> {
    /// Whether nothing of an invoice is open any more, charges included.
    fn is_paid(&self, invoice: InvoiceIx) -> bool {
        let view = &self.about.view;
        let mut items = view.journal().items_of(invoice);
        items.all(|item| view.dunning.ledger.items[item].status != Status::Open)
            && view.dunning.charges_on(invoice).is_zero()
    }

    fn table(&self) -> LetterTable {
        let (view, words) = (&self.about.view, self.about.view.words());
        let rows = self.about.invoices().into_iter().map(|invoice| {
            let amount = self.settled.get(&invoice).copied().unwrap_or_default();
            let state = if self.is_paid(invoice) {
                words.paid_in_full
            } else {
                words.paid_in_part
            };
            vec![
                view.journal().invoice_no(invoice).to_owned(),
                self.about.money(amount),
                state.to_owned(),
            ]
        });
        LetterTable {
            headings: [view.say().label.invoice, words.received, words.state]
                .map(str::to_owned)
                .to_vec(),
            right_aligned: vec![false, true, false],
            rows: rows.collect(),
            total: Vec::new(),
        }
    }

    /// Whether it kept a promise about one of the invoices.
    fn kept_promise(&self) -> bool {
        let view = &self.about.view;
        self.settled.keys().any(|invoice| {
            let promise = view.dunning.histories.of_invoice(*invoice).promise;
            promise.is_some_and(|promise| {
                view.dunning.rules.promise_outcome(promise).0 == PromiseOutcome::Kept(self.day)
            })
        })
    }
}

type Give = fn(&Received<'_, '_>) -> Given;

static KNOWN: &[Known<Give>] = &[
    known(
        "paid_on",
        Sort::Day,
        "12 april 2026",
        "the day of the payment",
        |it| it.about.view.day(Some(it.day)),
    ),
    known(
        "paid_amount",
        Sort::Amount,
        "€ 1.210,00",
        "what came in on that day",
        |it| it.about.positive(it.amount),
    ),
    known(
        "paid_for",
        Sort::Block,
        "",
        "what of it went to which invoice, and whether that is paid now",
        |it| Given::Parts(vec![LetterBlock::Table(it.table())]),
    ),
    known(
        "all_paid",
        Sort::YesNo,
        "",
        "whether nothing of those invoices is open any more",
        |it| Given::Holds(it.settled.keys().all(|invoice| it.is_paid(*invoice))),
    ),
    known(
        "left_amount",
        Sort::Amount,
        "€ 40,00",
        "what of it waits on account; empty where nothing does",
        |it| it.about.positive(it.left),
    ),
    known(
        "kept_promise",
        Sort::YesNo,
        "",
        "whether it kept a promise",
        |it| Given::Holds(it.kept_promise()),
    ),
];
