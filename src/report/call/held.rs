//! What keeps one from asking for late items on the phone, and what one may have to speak of.

use crate::claim::not_asked::SettlementOffer;
use crate::document::Block;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::{Event, InvoiceIx};
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
                let part = part.or_else(|| held.event.promise()?.amount);
                let mut why = why.to_owned();
                if let Some(part) = part {
                    why = format!("{why}, {}", input.language.format_amount(part));
                }
                if let Some(last) = last_day_words(input, held.event) {
                    why = format!("{why}, {last}");
                }
                let number = journal.invoice_no(position.invoice);
                let words = (say.held)(number, &why, held.event.date, &quote.text);
                blocks.push(Block::Paragraph(words));
            }
        }
    }
    blocks
}

/// Until when a promise or a hold of ours says that it lasts.
fn last_day_words(input: ReportInput<'_>, event: &Event) -> Option<String> {
    let say = &input.language.phrases.sentence;
    let promised = event.promise().and_then(|promise| promise.deadline);
    let promised = promised.map(say.by);
    promised.or_else(|| event.hold_until().map(say.until))
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

/// Charges in the books that the customer does not owe, invoice by invoice: what is said leaves them out.
pub fn not_owed_blocks(input: ReportInput<'_>, late: &[&ItemPosition<'_>]) -> Vec<Block> {
    let journal = input.day.journal;
    let invoices: BTreeSet<InvoiceIx> = late.iter().map(|position| position.invoice).collect();
    let told = invoices.into_iter().filter_map(|invoice| {
        let amount = input.day.dunning().charges_not_owed_on(invoice);
        let amount = Money::new(amount, journal.invoices[invoice].currency);
        let say = input.language.phrases.call.charges_not_owed;
        let words = || {
            say(
                journal.invoice_no(invoice),
                &input.language.format_money(amount),
            )
        };
        amount
            .minor
            .is_positive()
            .then(|| Block::Paragraph(words()))
    });
    told.collect()
}
