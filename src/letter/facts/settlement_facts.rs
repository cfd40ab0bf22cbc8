//! Arrangements and offers that stand on the day about the invoices of a letter: plans, and less that is accepted as full.

use super::invoice_facts::InvoiceFacts;
use super::letter_input::LetterInput;
use crate::claim::not_asked::SettlementOffer;
use crate::document::letter::LetterBlock;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::InvoiceIx;
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// An offer to take less as full, about one invoice.
pub struct OpenOffer<'a, 'j> {
    /// What is still to be paid, and by when.
    pub settlement: SettlementOffer<'j>,
    /// The open items of its invoice.
    pub positions: Vec<&'a ItemPosition<'j>>,
}

/// What can still be reached, of some open items.
pub fn find_offers<'a, 'j>(
    input: &LetterInput<'a, 'j>,
    positions: impl Iterator<Item = &'a ItemPosition<'j>>,
) -> Vec<OpenOffer<'a, 'j>> {
    let mut open: BTreeMap<InvoiceIx, Vec<&'a ItemPosition<'j>>> = BTreeMap::new();
    for position in positions {
        open.entry(position.invoice).or_default().push(position);
    }
    let offers = open.into_iter().filter_map(|(invoice, positions)| {
        Some(OpenOffer {
            settlement: input.dunning().standing_settlement(invoice)?,
            positions,
        })
    });
    offers.collect()
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
        let sentences = offers.map(|OpenOffer { settlement, .. }| {
            let name = self.input.name_invoices(&[settlement.invoice]);
            let amount = self.format_amount(settlement.missing);
            (say.settlement)(settlement.event.date, &name, &amount, settlement.by)
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
