//! `thanks`: for the last payment. It asks for nothing.

use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::ledger::model::Status;
use crate::ledger::reductions::ReductionKind;
use crate::letter::facts::invoice_facts::{InvoiceFacts, with_invoice_variables};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, OnAccountUse};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::letter_table::build_table;
use crate::letter::templates::variable_list::{VariableDef, amount, block, day, flag, words};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The letter.
pub static THANKS: LetterKind = LetterKind {
    name: "thanks",
    summary: "thanks for the last payment, and asks for nothing",
    unavailable_reason: "the journal has no payment of this customer that settled an invoice",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(ThanksFacts::VARIABLES),
};

/// What came in on one day, and what it settled.
struct ThanksFacts<'a, 'j> {
    day: NaiveDate,
    amount: Minor,
    /// What went to each invoice.
    amount_by_invoice: BTreeMap<InvoiceIx, Minor>,
    /// What waits on account of it.
    unallocated: Minor,
    invoice_facts: InvoiceFacts<'a, 'j>,
}

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let paid = keep_last_day(find_payments(input), |payment| {
        input.journal().movements[*payment].date
    });
    let mut by_currency: BTreeMap<Currency, Vec<MovementIx>> = BTreeMap::new();
    for payment in paid {
        let currency = input.journal().movements[payment].currency;
        by_currency.entry(currency).or_default().push(payment);
    }
    let letters = by_currency.into_iter();
    let letters =
        letters.filter_map(|(currency, payments)| build_for_payments(input, currency, &payments));
    NotAvailable::unless_some(letters.collect())
}

/// The payments of a customer up to the day that settled something and that the bank did not take back.
fn find_payments(input: &LetterInput<'_, '_>) -> Vec<MovementIx> {
    let journal = input.journal();
    let own = journal.movements.iter().filter(|(_, movement)| {
        movement.customer == Some(input.customer) && movement.date <= input.as_of()
    });
    let own: Vec<_> = own.collect();
    let reversed: Vec<_> = own
        .iter()
        .filter(|(_, movement)| movement.kind == MovementKind::Reversal)
        .filter_map(|(_, movement)| Some((movement.extra.as_ref()?.of_date?, movement.amount)))
        .collect();
    let steps = input.day.ledger.allocations.iter();
    let settled: BTreeSet<MovementIx> = steps.map(|step| step.movement).collect();
    own.into_iter()
        .filter(|(ix, movement)| {
            movement.kind == MovementKind::Payment
                && settled.contains(ix)
                && !reversed.contains(&(movement.date, movement.amount))
        })
        .map(|(ix, _)| ix)
        .collect()
}

fn build_for_payments<'a>(
    input: &LetterInput<'a, '_>,
    currency: Currency,
    payments: &[MovementIx],
) -> Option<LetterContent<'a>> {
    let (journal, ledger) = (input.journal(), input.day.ledger);
    let mut settled: BTreeMap<InvoiceIx, Minor> = BTreeMap::new();
    let steps = ledger.allocations.iter();
    for step in steps.filter(|step| payments.contains(&step.movement)) {
        let invoice = journal.items[step.item].invoice;
        *settled.entry(invoice).or_default() += step.amount.into();
    }
    settled.retain(|_, amount| amount.is_positive());
    let first = *payments.first()?;
    if settled.is_empty() {
        return None;
    }
    let on_account = ledger.on_account.get(&(input.customer, currency));
    let left = on_account.into_iter().flatten();
    let left = left.filter(|credit| payments.contains(&credit.movement));
    let invoices = settled.keys();
    let items = invoices.flat_map(|invoice| journal.items_of(*invoice));
    let positions = items.map(|item| input.dunning().position_of(item));
    let positions: Vec<ItemPosition<'_>> = positions.collect();
    let about = InvoiceFacts::of_settled_items(*input, currency, &positions)
        .with_open_positions(input.positions);
    let amounts = payments.iter().map(|it| journal.movements[*it].minor());
    Some(build_content(ThanksFacts {
        day: journal.movements[first].date,
        amount: amounts.sum(),
        unallocated: left.map(|credit| credit.remaining).sum(),
        amount_by_invoice: settled,
        invoice_facts: about,
    }))
}

fn build_content<'a>(received: ThanksFacts<'a, '_>) -> LetterContent<'a> {
    LetterContent {
        amount: received.amount,
        on_account: OnAccountUse::InItsOwnWords,
        ..LetterContent::new(received, ThanksFacts::VARIABLES, |it| &it.invoice_facts)
    }
}

impl ThanksFacts<'_, '_> {
    /// Whether nothing of an invoice is open any more, charges included.
    fn is_paid(&self, invoice: InvoiceIx) -> bool {
        let input = &self.invoice_facts.input;
        let mut items = input.journal().items_of(invoice);
        let ledger = input.day.ledger;
        items.all(|item| !matches!(ledger.items[item].status, Status::Open | Status::WrittenOff))
            && input.dunning().charges_on(invoice).is_zero()
            && !self.has_write_off(invoice)
    }

    /// Whether part of an invoice was written off in the books: then it is closed there, and not paid.
    fn has_write_off(&self, invoice: InvoiceIx) -> bool {
        let input = &self.invoice_facts.input;
        let (journal, ledger) = (input.journal(), input.day.ledger);
        let written_off = ledger.allocations.iter().filter(|step| {
            journal.items[step.item].invoice == invoice
                && ReductionKind::of_step(step, journal.movements[step.movement].kind)
                    == ReductionKind::WrittenOff
        });
        let sum: Minor = written_off.map(|step| Minor::from(step.amount)).sum();
        sum.is_positive()
    }

    fn to_table(&self) -> LetterTable {
        let about = &self.invoice_facts;
        let (journal, words) = (about.input.journal(), about.input.extra_letter_words());
        let rows = about.invoices.iter().copied().map(|invoice| {
            let amount = self.amount_by_invoice.get(&invoice).copied();
            let state = if self.is_paid(invoice) {
                words.paid_in_full
            } else {
                words.paid_in_part
            };
            [
                journal.invoice_no(invoice).to_owned(),
                about.format_amount(amount.unwrap_or_default()),
                state.to_owned(),
            ]
        });
        let columns = [
            (about.input.letter_words().label.invoice, false),
            (words.received, true),
            (words.status, false),
        ];
        build_table(columns, rows, None)
    }

    /// What the customer contests of its invoices.
    fn disputed_parts(&self) -> Vec<(InvoiceIx, Minor)> {
        let on = self.invoice_facts.input.as_of();
        self.invoice_facts.parts_not_asked(|position, open| {
            let conceded = position.conceded_part(on).min(open);
            let mut holds = position.ladder_position.active_holds(on);
            let is_whole =
                holds.any(|held| held.hold == Hold::Dispute && held.covers_whole_invoice);
            let rest = open - conceded;
            if is_whole {
                rest
            } else {
                position.disputed_part(on).min(rest)
            }
        })
    }

    fn disputed_amount(&self) -> Minor {
        self.disputed_parts()
            .into_iter()
            .map(|(_, part)| part)
            .sum()
    }

    /// What is still to be paid of its invoices: neither contested nor conceded.
    fn unpaid_amount(&self) -> Minor {
        let about = &self.invoice_facts;
        let kept = self.disputed_amount() + about.conceded_amount();
        (about.open_principal() + about.charges() - kept).max(Minor::ZERO)
    }

    /// Whether it kept a promise about one of the invoices.
    fn has_kept_promise(&self) -> bool {
        let input = &self.invoice_facts.input;
        self.amount_by_invoice.keys().any(|invoice| {
            let promise = input.dunning().history_of_invoice(*invoice).promise;
            promise.is_some_and(|promise| {
                input.dunning().rules.promise_outcome(promise).0 == PromiseOutcome::Kept(self.day)
            })
        })
    }
}

impl<'a, 'j: 'a> ThanksFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        day("paid_on", "12 april 2026", "the day of the payment", |it| {
            Some(it.day)
        }),
        amount(
            "paid_amount",
            "€ 1.210,00",
            "what came in on that day",
            |it| it.amount,
        ),
        block(
            "paid_for",
            "what of it went to which invoice, and whether that is paid now",
            |it| vec![LetterBlock::Table(it.to_table())],
        ),
        flag(
            "all_paid",
            "whether nothing of those invoices is open any more",
            |it| {
                it.amount_by_invoice
                    .keys()
                    .all(|invoice| it.is_paid(*invoice))
            },
        ),
        amount(
            "left_amount",
            "€ 40,00",
            "what of it waits on account; empty where nothing does",
            |it| it.unallocated,
        ),
        amount(
            "unpaid_amount",
            "€ 350,00",
            "what is still open of its invoices, less what is contested or was conceded; empty where nothing is",
            Self::unpaid_amount,
        ),
        amount(
            "disputed_amount",
            "€ 100,00",
            "what is in dispute and not asked; empty where nothing is",
            Self::disputed_amount,
        ),
        words(
            "disputed_invoices",
            "factuur 2026-001",
            "the invoices of which something is in dispute",
            |it| it.invoice_facts.name_those(&it.disputed_parts()),
        ),
        flag("kept_promise", "whether it kept a promise", |it| {
            it.has_kept_promise()
        }),
    ];
}
