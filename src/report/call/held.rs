//! What keeps one from asking for late items on the phone, and what one may have to speak of.

use crate::claim::not_asked::SettlementOffer;
use crate::document::Block;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::Money;
use std::collections::BTreeSet;

/// What holds late items, invoice by invoice: nothing is asked for it, and one may have to speak of it.
pub fn held_blocks(input: ReportInput<'_>, late: &[&ItemPosition<'_>]) -> Vec<Block> {
    let mut blocks = held_sentences(input, late);
    if !blocks.is_empty() {
        let heading = input.language.phrases.call.held_heading;
        blocks.insert(0, Block::Heading(heading.to_owned()));
    }
    blocks
}

/// The same without a heading, each with its amount where it is about a part.
pub fn held_sentences(input: ReportInput<'_>, late: &[&ItemPosition<'_>]) -> Vec<Block> {
    let say = &input.language.phrases.call;
    let (journal, as_of) = (input.day.journal, input.day.as_of());
    let mut told = BTreeSet::new();
    let mut blocks = Vec::new();
    for position in late {
        let settlement = input.day.dunning().standing_settlement(position.invoice);
        if let Some(settlement) = settlement
            && told.insert((position.invoice, settlement.event.origin))
        {
            blocks.push(Block::Paragraph(settlement_sentence(input, settlement)));
        }
        for held in position.ladder_position.active_holds(as_of) {
            if told.insert((position.invoice, held.event.origin)) {
                let quote = input.day.source_lookup.quote_entry(held.event.origin);
                let why = labels::holding_entry_label(held.hold, held.event, input.language);
                let currency = journal.invoices[position.invoice].currency;
                let part = held.amount.map(|minor| Money::new(minor, currency));
                let part = part.or_else(|| held.event.disputed_amount());
                let part = part.filter(|_| !held.covers_whole_invoice);
                let part =
                    part.map(|part| format!("{why}, {}", input.language.format_amount(part)));
                let number = journal.invoice_no(position.invoice);
                let why = part.as_deref().unwrap_or(why);
                let words = (say.held)(number, why, held.event.date, &quote.text);
                blocks.push(Block::Paragraph(words));
            }
        }
    }
    blocks
}

/// What is still to be paid of a settlement that stands, and by when, whether it holds letters or not.
fn settlement_sentence(input: ReportInput<'_>, settlement: SettlementOffer<'_>) -> String {
    let journal = input.day.journal;
    let currency = journal.invoices[settlement.invoice].currency;
    let amount = Money::new(settlement.missing, currency);
    let by = (input.language.phrases.sentence.by)(settlement.by);
    let label = labels::hold_label(Hold::Settlement, input.language).1;
    let why = format!("{label}, {} {by}", input.language.format_money(amount));
    let quote = (input.day.source_lookup).quote_entry(settlement.event.origin);
    let number = journal.invoice_no(settlement.invoice);
    (input.language.phrases.call.held)(number, &why, settlement.event.date, &quote.text)
}
