//! `settlement-offer`: less is accepted as full, in exact terms, through a day.

use super::about::{ABOUT, About, all, given};
use super::kind::Occasion;
use super::last_day::waits;
use super::told::{Absent, Asks, Told};
use super::view::{View, of_the_last_day};
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{InvoiceIx, Movement, MovementKind};
use crate::language::letters::Warmth;
use crate::ledger::model::AllocationRule;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The letter.
pub static SETTLEMENT_OFFER: Occasion = Occasion {
    name: "settlement-offer",
    about: "offer to take less as full: the last `settle`, through its day",
    needs: "the journal has no `settle` of his that can still be reached",
    names_invoices: true,
    tell,
    variables: || all(KNOWN, ABOUT),
};

/// An offer about one invoice.
struct Offer<'a, 'j> {
    settle: &'j Movement,
    by: NaiveDate,
    /// What came in for it already.
    received: Minor,
    positions: Vec<&'a ItemPosition<'j>>,
}

impl Offer<'_, '_> {
    /// What is still to be paid.
    fn missing(&self) -> Minor {
        self.settle.minor() - self.received
    }
}

/// Offers of one day, in one currency, through the same day.
struct Offers<'a, 'j> {
    each: Vec<Offer<'a, 'j>>,
    by: NaiveDate,
    about: About<'a, 'j>,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let offers = of_the_last_day(offers(view), |offer| offer.settle.date);
    let mut apart: BTreeMap<(Currency, NaiveDate), Vec<Offer<'_, '_>>> = BTreeMap::new();
    for offer in offers {
        let account = (offer.settle.currency, offer.by);
        apart.entry(account).or_default().push(offer);
    }
    if apart.is_empty() {
        return Err(Absent::Nothing);
    }
    let letters = apart.into_iter().map(|((currency, by), offers)| {
        let positions = offers.iter().flat_map(|offer| offer.positions.clone());
        let about = About::of(*view, currency, positions.collect());
        told(&Offers {
            each: offers,
            by,
            about,
        })
    });
    Ok(letters.collect())
}

fn told(offers: &Offers<'_, '_>) -> Told {
    let about = &offers.about;
    let missing = offers.sum(Offer::missing);
    Told {
        currency: about.currency,
        invoices: about.invoices(),
        days: about.days(),
        amount: missing,
        asks: Some(Asks {
            amount: missing,
            by: Some(offers.by),
        }),
        misses_money: true,
        names_charges: false,
        warmth: Warmth::Formal,
        given: given(KNOWN, offers, about),
        enclosed: Vec::new(),
        wait: Some(waits(offers.by, &about.positions)),
    }
}

/// What can still be reached, of what is open and ours to collect.
fn offers<'a, 'j>(view: &View<'a, 'j>) -> Vec<Offer<'a, 'j>> {
    let mut open: BTreeMap<InvoiceIx, Vec<&'a ItemPosition<'j>>> = BTreeMap::new();
    for position in view.ours() {
        open.entry(position.invoice).or_default().push(position);
    }
    let mut last: BTreeMap<InvoiceIx, &'j Movement> = BTreeMap::new();
    for movement in view.journal().movements.as_slice() {
        if let (MovementKind::Settle, Some(invoice)) = (movement.kind, movement.invoice)
            && movement.date <= view.on()
            && open.contains_key(&invoice)
        {
            // A later one takes the place of an earlier one.
            let known = last.entry(invoice).or_insert(movement);
            if movement.date >= known.date {
                *known = movement;
            }
        }
    }
    let last = last.into_iter();
    last.filter_map(|(invoice, settle)| {
        let by = settle.extra.as_ref()?.settlement_deadline?;
        let offer = Offer {
            settle,
            by,
            received: received(view, invoice, settle),
            positions: open.remove(&invoice)?,
        };
        (by >= view.on() && offer.missing().is_positive()).then_some(offer)
    })
    .collect()
}

/// What payments since a settlement was offered brought for its invoice.
fn received(view: &View<'_, '_>, invoice: InvoiceIx, settle: &Movement) -> Minor {
    let (journal, ledger) = (view.journal(), view.dunning.ledger);
    let steps = ledger.allocations.iter().filter(|step| {
        let from = &journal.movements[step.movement];
        let paid = match from.kind {
            MovementKind::Payment => Some(from.date),
            MovementKind::Reversal => from.extra.as_ref().and_then(|more| more.of_date),
            MovementKind::Credit
            | MovementKind::Apply
            | MovementKind::Refund
            | MovementKind::Fee
            | MovementKind::Costs
            | MovementKind::Interest
            | MovementKind::Waive
            | MovementKind::Settle
            | MovementKind::Writeoff
            | MovementKind::Void => None,
        };
        let money = !matches!(
            step.rule,
            AllocationRule::Discount | AllocationRule::Settlement
        );
        journal.items[step.item].invoice == invoice
            && money
            && paid.is_some_and(|paid| paid >= settle.date)
    });
    steps.map(|step| Minor::from(step.amount)).sum()
}

impl<'a, 'j> Offers<'a, 'j> {
    fn sum(&self, of: impl Fn(&Offer<'a, 'j>) -> Minor) -> Minor {
        self.each.iter().map(of).sum()
    }

    /// What is open, charges included.
    fn open(&self) -> Minor {
        self.about.open() + self.about.charges()
    }

    fn table(&self) -> LetterTable {
        let (view, words) = (&self.about.view, self.about.view.words());
        let row = |offer: &Offer<'a, 'j>| {
            let number = offer.settle.invoice.map(|it| view.journal().invoice_no(it));
            let open = self.open_of(offer);
            let cells = [open, offer.missing(), open - offer.missing()];
            let cells = cells.into_iter().map(|minor| self.about.money(minor));
            let number = number.unwrap_or_default().to_owned();
            std::iter::once(number).chain(cells).collect()
        };
        let total = if self.each.len() > 1 {
            let missing = self.sum(Offer::missing);
            let cells = [self.open(), missing, self.open() - missing];
            let cells = cells.into_iter().map(|minor| self.about.money(minor));
            std::iter::once(view.say().sum.sum.to_owned())
                .chain(cells)
                .collect()
        } else {
            Vec::new()
        };
        LetterTable {
            headings: [
                view.say().label.invoice,
                words.open,
                words.to_pay,
                words.remitted,
            ]
            .map(str::to_owned)
            .to_vec(),
            right_aligned: vec![false, true, true, true],
            rows: self.each.iter().map(row).collect(),
            total,
        }
    }

    /// What is open of the invoice of an offer, charges included.
    fn open_of(&self, offer: &Offer<'a, 'j>) -> Minor {
        let view = &self.about.view;
        let lines = self.about.lines.iter();
        let lines = lines.filter(|line| Some(line.invoice) == offer.settle.invoice);
        let principal: Minor = lines.map(|line| line.open).sum();
        let charges = offer.settle.invoice.map(|it| view.dunning.charges_on(it));
        principal + charges.unwrap_or_default()
    }
}

type Give = fn(&Offers<'_, '_>) -> Given;

static KNOWN: &[Known<Give>] = &[
    known(
        "offer",
        Sort::Block,
        "",
        "of each invoice what is open, what is to be paid, and what is given up then",
        |it| Given::Parts(vec![LetterBlock::Table(it.table())]),
    ),
    known(
        "amount",
        Sort::Amount,
        "€ 250,00",
        "what is to be paid",
        |it| it.about.positive(it.sum(Offer::missing)),
    ),
    known(
        "offer_until",
        Sort::Day,
        "15 mei 2026",
        "the last day to pay it",
        |it| it.about.view.day(Some(it.by)),
    ),
    known(
        "remitted_amount",
        Sort::Amount,
        "€ 112,00",
        "what is given up once it is paid in time",
        |it| it.about.positive(it.open() - it.sum(Offer::missing)),
    ),
    known(
        "owed_amount",
        Sort::Amount,
        "€ 362,00",
        "what is open, charges included",
        |it| it.about.positive(it.open()),
    ),
];
