//! `call`: what to say to a customer on the phone about what is late, what one may hear, and what to write down.

use super::shared::open_items;
use super::shared::page::{PageBasis, add_table, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use super::show::customer_page;
use crate::document::{Block, Document};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::ledger::ageing::AgeingBasis;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::channel::{Channel, Exclusion};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::value::vocabulary::CustomerKind;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What to say on the phone.
pub static CALL: Report = Report {
    name: "call",
    aliases: &[],
    about: "what to say to a customer on the phone about what is late, and what to write down",
    flags: &[],
    columns: "",
    write: ReportFn::Customer(write),
};

/// What of the declaration one wants before one's eyes.
const CUSTOMER_KEYS: [KeyName; 4] = [KeyName::Attn, KeyName::Phone, KeyName::No, KeyName::Note];

fn write(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Document> {
    let journal = input.day.journal;
    let say = &input.language.phrases.call;
    let name = journal.customer_name(customer);
    let mut page = start_page(
        input,
        "call",
        &(say.title)(name),
        PageBasis::Ages(AgeingBasis::Due),
    );
    let facts = customer_page::customer_facts(input, customer, |key| CUSTOMER_KEYS.contains(&key));
    page.blocks.push(Block::Facts(facts));
    let table = open_items::table(input, &[customer]);
    add_table(input, &mut page, table);
    let dunning = input.day.dunning();
    let positions = dunning.open_positions(|other| other == Some(customer));
    let as_of = input.day.as_of();
    let late: Vec<&ItemPosition<'_>> = positions
        .iter()
        .filter(|it| journal.items[it.item].due.is_some_and(|due| due < as_of))
        .collect();
    let free = |it: &&ItemPosition<'_>| {
        !it.ladder_position
            .active_holds(as_of)
            .any(|held| held.covers_whole_invoice)
    };
    let about: Vec<&ItemPosition<'_>> = late.iter().copied().filter(free).collect();
    page.blocks
        .extend(match (late.is_empty(), about.as_slice()) {
            (true, _) => vec![Block::Paragraph(say.nothing_overdue.to_owned())],
            (false, []) => vec![Block::Paragraph(say.all_on_hold.to_owned())],
            (false, about) => CallScript { input, customer }.blocks(about),
        });
    vec![page]
}

struct CallScript<'a> {
    input: ReportInput<'a>,
    customer: CustomerIx,
}

impl CallScript<'_> {
    fn blocks(&self, about: &[&ItemPosition<'_>]) -> Vec<Block> {
        let say = &self.input.language.phrases.call;
        let record = &self.input.day.journal.customers[self.customer];
        if record.has_exclusion(Exclusion::Channel(Channel::Phone)) {
            return vec![Block::Paragraph(say.not_by_phone.to_owned())];
        }
        let mut blocks = vec![Block::Heading(say.preparation_heading.to_owned())];
        let [person, business] = say.preparation;
        let first = match record.kind {
            Some(CustomerKind::Business | CustomerKind::Government) => business,
            Some(CustomerKind::Consumer) | None => person,
        };
        blocks.push(Block::Paragraph(first.to_owned()));
        blocks.push(Block::Heading(say.script_heading.to_owned()));
        blocks.extend(
            self.opening_sentences(about)
                .into_iter()
                .map(Block::Paragraph),
        );
        blocks.push(Block::Heading(say.answers_heading.to_owned()));
        blocks.extend(self.possible_answers().into_iter().map(Block::Paragraph));
        blocks.push(Block::Heading(say.record_heading.to_owned()));
        let [before, behind] = say.record_instructions;
        let entry = self.phone_entry(about);
        for words in [before, &entry, behind] {
            blocks.push(Block::Paragraph(words.to_owned()));
        }
        blocks
    }

    /// What to say, in its order.
    fn opening_sentences(&self, about: &[&ItemPosition<'_>]) -> Vec<String> {
        let say = &self.input.language.phrases.call;
        let business = self.input.day.journal.business_value(KeyName::Name);
        let record = &self.input.day.journal.customers[self.customer];
        let whom = record.value(KeyName::Attn);
        let person = record.kind == Some(CustomerKind::Consumer);
        let name = record.value(KeyName::Name).filter(|_| person);
        let mut said = vec![(say.greeting)(business.unwrap_or("…"), whom.or(name))];
        said.extend(self.overdue_sentences(about));
        let promised = self.broken_promise().and_then(|promise| {
            let by = promise.promise()?.deadline?;
            Some((say.broken_promise)(promise.date, by))
        });
        said.extend(promised);
        said.extend(say.questions.map(str::to_owned));
        said
    }

    /// What is late, a sentence a currency.
    fn overdue_sentences(&self, about: &[&ItemPosition<'_>]) -> Vec<String> {
        let (journal, ledger) = (self.input.day.journal, self.input.day.ledger);
        let mut sums: BTreeMap<Currency, (Minor, BTreeSet<InvoiceIx>, Option<NaiveDate>)> =
            BTreeMap::new();
        for position in about {
            let (sum, invoices, oldest) = sums
                .entry(journal.invoices[position.invoice].currency)
                .or_default();
            *sum += ledger.items[position.item].open.into();
            if invoices.insert(position.invoice) {
                *sum += ledger.charges_on(position.invoice);
            }
            let due = journal.items[position.item].due;
            *oldest = [*oldest, due].into_iter().flatten().min();
        }
        let say = &self.input.language.phrases.call;
        let sentence = |(currency, (sum, invoices, oldest)): (
            _,
            (_, BTreeSet<InvoiceIx>, Option<NaiveDate>),
        )| {
            let amount = self.input.language.format_amount(Money::new(sum, currency));
            let oldest = oldest?;
            Some(match (invoices.len(), invoices.first()) {
                (1, Some(only)) => (say.invoice)(journal.invoice_no(*only), oldest, &amount),
                (count, _) => (say.invoices)(count, &amount, oldest),
            })
        };
        sums.into_iter().filter_map(sentence).collect()
    }

    /// The last promise of the customer, where it was broken.
    fn broken_promise(&self) -> Option<&Event> {
        let mut latest_first = self.input.day.history().of_customer(self.customer).rev();
        let last = latest_first.find(|event| event.promise().is_some())?;
        matches!(
            self.input.day.ladder_rules().promise_outcome(last).0,
            PromiseOutcome::Broken(_)
        )
        .then_some(last)
    }

    /// What one may hear, with the word of the journal for it, and what helps.
    fn possible_answers(&self) -> Vec<String> {
        let answers = self.input.language.phrases.call.answers.iter();
        answers
            .map(|(word, heard, helps)| format!("{heard} (`{word}`): {helps}"))
            .collect()
    }

    /// The entry of the call, to be pasted and completed.
    fn phone_entry(&self, about: &[&ItemPosition<'_>]) -> String {
        let (journal, as_of) = (self.input.day.journal, self.input.day.as_of());
        let invoices: BTreeSet<InvoiceIx> = about.iter().map(|it| it.invoice).collect();
        let numbers = invoices.iter().map(|invoice| journal.invoice_no(*invoice));
        let phone = TypedEntry::Phone(ContactEntry {
            invoices: numbers.map(Spanned::without_span).collect(),
            customer: Some(Spanned::without_span(journal.customer_id(self.customer))),
            ..ContactEntry::default()
        });
        let entry = JournalEntry {
            text: Some(Spanned::without_span("…")),
            ..JournalEntry::new(Some(as_of), phone)
        };
        format!("`{}`", entry.print_header(journal.dialect()))
    }
}
