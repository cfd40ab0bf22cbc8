//! Arrangements and offers that stand on the day about the invoices of a letter: plans, and less that is accepted as full.

use super::invoice_facts::InvoiceFacts;
use super::letter_input::LetterInput;
use crate::document::letter::LetterBlock;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::{InvoiceIx, Movement, MovementKind};
use crate::ledger::model::AllocationRule;
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// An offer to take less as full, about one invoice.
pub struct SettlementOffer<'a, 'j> {
    /// The `settle` entry.
    pub entry: &'j Movement,
    /// The last day to reach it.
    pub by: NaiveDate,
    /// What came in for it already.
    pub received: Minor,
    /// The open items of its invoice.
    pub positions: Vec<&'a ItemPosition<'j>>,
}

impl SettlementOffer<'_, '_> {
    /// What is still to be paid.
    pub fn missing_amount(&self) -> Minor {
        self.entry.minor() - self.received
    }
}

/// What can still be reached, of some open items.
pub fn find_offers<'a, 'j>(
    input: &LetterInput<'a, 'j>,
    positions: impl Iterator<Item = &'a ItemPosition<'j>>,
) -> Vec<SettlementOffer<'a, 'j>> {
    let mut open: BTreeMap<InvoiceIx, Vec<&'a ItemPosition<'j>>> = BTreeMap::new();
    for position in positions {
        open.entry(position.invoice).or_default().push(position);
    }
    let mut last: BTreeMap<InvoiceIx, &'j Movement> = BTreeMap::new();
    for movement in input.journal().movements.as_slice() {
        if let (MovementKind::Settle, Some(invoice)) = (movement.kind, movement.invoice)
            && movement.date <= input.as_of()
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
        let by = settle.settlement_deadline()?;
        let offer = SettlementOffer {
            entry: settle,
            by,
            received: received_since_offer(input, invoice, settle),
            positions: open.remove(&invoice)?,
        };
        let stands = by >= input.as_of() && offer.missing_amount().is_positive();
        (stands && offer.missing_amount() < open_of_invoice(input, &offer)).then_some(offer)
    })
    .collect()
}

/// What is open and owed of the invoice of an offer: where no more than the offer is left, there is nothing to give up.
fn open_of_invoice(input: &LetterInput<'_, '_>, offer: &SettlementOffer<'_, '_>) -> Minor {
    let items = &input.day.ledger.items;
    let positions = offer.positions.iter();
    let principal: Minor = positions
        .map(|position| Minor::from(items[position.item].open))
        .sum();
    let invoice = offer.entry.invoice;
    let charges = invoice.map(|invoice| input.dunning().charges_on(invoice));
    principal + charges.unwrap_or_default()
}

/// What payments since a settlement was offered brought for its invoice.
fn received_since_offer(
    input: &LetterInput<'_, '_>,
    invoice: InvoiceIx,
    settle: &Movement,
) -> Minor {
    let (journal, ledger) = (input.journal(), input.day.ledger);
    let steps = ledger.allocations.iter().filter(|step| {
        let from = &journal.movements[step.movement];
        let money = !matches!(
            step.rule,
            AllocationRule::Discount | AllocationRule::Settlement
        );
        journal.items[step.item].invoice == invoice
            && money
            && from.paid_on().is_some_and(|paid| paid >= settle.date)
    });
    steps.map(|step| Minor::from(step.amount)).sum()
}

impl<'a, 'j> InvoiceFacts<'a, 'j> {
    /// The items that are ours to collect: of what others collect, they say what stands.
    fn own_positions(&self) -> impl Iterator<Item = &'a ItemPosition<'j>> {
        let on = self.input.as_of();
        self.positions.iter().copied().filter(move |position| {
            let mut holds = position.ladder_position.active_holds(on);
            !holds.any(|held| matches!(held.hold, Hold::Handover | Hold::Insolvency))
        })
    }

    /// Offers to take less as full that still stand, a paragraph each.
    pub fn settlement_parts(&self) -> Vec<LetterBlock> {
        let sentences = self.settlement_sentences().into_iter();
        sentences.map(LetterBlock::Paragraph).collect()
    }

    fn settlement_sentences(&self) -> Vec<String> {
        let say = &self.input.extra_letter_words().arrangement;
        let offers = find_offers(&self.input, self.own_positions()).into_iter();
        let sentences = offers.filter_map(|offer| {
            let name = self.input.name_invoices(&[offer.entry.invoice?]);
            let amount = self.format_amount(offer.missing_amount());
            Some((say.settlement)(offer.entry.date, &name, &amount, offer.by))
        });
        sentences.collect()
    }

    /// What plans let be paid later, plans that were offered, and settlements that were: a point each.
    pub fn arrangement_parts(&self) -> Vec<LetterBlock> {
        let mut points = self.plan_sentences();
        points.extend(self.offered_plan_sentences());
        points.extend(self.settlement_sentences());
        if points.is_empty() {
            return Vec::new();
        }
        vec![LetterBlock::Points(points)]
    }

    fn plan_sentences(&self) -> Vec<String> {
        let claims = self.input.day.claims();
        let say = &self.input.extra_letter_words().arrangement;
        let mut plans = BTreeMap::new();
        let own: BTreeSet<InvoiceIx> = self.own_positions().map(|it| it.invoice).collect();
        for invoice in self.invoices.iter().filter(|it| own.contains(*it)) {
            let kept = claims.not_asked_of(*invoice);
            if let Some((kept, plan)) = kept.and_then(|kept| Some((kept, kept.plan.as_ref()?))) {
                let known = plans.entry(plan.event.origin);
                let (_, invoices, later) = known.or_insert((plan, Vec::new(), Minor::ZERO));
                invoices.push(*invoice);
                *later += kept.deferred;
            }
        }
        let plans = plans
            .into_values()
            .filter(|(_, _, later)| later.is_positive());
        let sentences = plans.map(|(plan, invoices, later)| {
            let name = self.input.name_invoices(&invoices);
            let amount = self.format_amount(later);
            (say.plan)(plan.event.date, &name, &amount, plan.next_due)
        });
        sentences.collect()
    }

    /// Plans that wait for the signature of the customer.
    fn offered_plan_sentences(&self) -> Vec<String> {
        let say = &self.input.extra_letter_words().arrangement;
        let mut offers: BTreeMap<Origin, (NaiveDate, Vec<InvoiceIx>)> = BTreeMap::new();
        for position in &self.positions {
            let held = self.input.holding_entry(position, Hold::Plan);
            if let Some(event) = held.filter(|event| !event.is_agreed_arrangement()) {
                let (_, invoices) = offers
                    .entry(event.origin)
                    .or_insert((event.date, Vec::new()));
                if !invoices.contains(&position.invoice) {
                    invoices.push(position.invoice);
                }
            }
        }
        let offers = offers.into_values();
        let offers = offers
            .map(|(day, invoices)| (say.plan_offer)(day, &self.input.name_invoices(&invoices)));
        offers.collect()
    }
}
