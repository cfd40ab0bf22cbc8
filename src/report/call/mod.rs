//! `call`: what to say to a customer on the phone about what is late, what one may hear, and what to write down.

pub mod discounts;
mod held;

use crate::document::{Block, Document};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::language::call::MissedTerms;
use crate::language::phrases::Language;
use crate::language::{LANGUAGES, find_language};
use crate::ledger::ageing::AgeingBasis;
use crate::letter::draft::written_language;
use crate::report::shared::open_items;
use crate::report::shared::page::{PageBasis, add_table, start_page};
use crate::report::shared::report_definition::{Report, ReportFn};
use crate::report::shared::report_input::ReportInput;
use crate::report::show::customer_page;
use crate::report::worklist::task_reasons::reason_given;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::channel::{Channel, Exclusion};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::value::vocabulary::CustomerKind;
use crate::worklist::remedies::{last_of_customers, last_reason};
use crate::worklist::{broken_arrangements, follow_ups, list_tasks_of};
use chrono::NaiveDate;
use discounts::discount_blocks;
use held::{held_blocks, held_sentences, not_owed_blocks};
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
    page.blocks.extend(money_in_hand_blocks(input, customer));
    let table = open_items::table_of_asked(input, &[customer]);
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
    let mut held = late.clone();
    page.blocks
        .extend(match (late.is_empty(), about.as_slice()) {
            (true, _) if has_noted_task(input, customer) => {
                vec![Block::Paragraph(say.nothing_overdue_but_noted.to_owned())]
            }
            (true, _) => vec![Block::Paragraph(say.nothing_overdue.to_owned())],
            (false, []) => vec![Block::Paragraph(say.all_on_hold.to_owned())],
            (false, about) if !dunning.amount_asked(about).is_positive() => {
                vec![Block::Paragraph(say.all_covered.to_owned())]
            }
            (false, about) => {
                held.retain(|it| !free(it));
                CallScript::new(input, customer).blocks(about)
            }
        });
    page.blocks.extend(discount_blocks(input, customer));
    page.blocks.extend(not_owed_blocks(input, &late));
    page.blocks.extend(held_blocks(input, &held));
    vec![page]
}

/// Whether the work list has a promise of the customer that was not kept, or something noted to come back to.
fn has_noted_task(input: ReportInput<'_>, customer: CustomerIx) -> bool {
    let sources = [broken_arrangements::find_tasks, follow_ups::find_tasks];
    let tasks = list_tasks_of(input.day, &sources);
    tasks.iter().any(|task| task.customer == Some(customer))
}

/// Money of the customer that is here already: one does not ask for what came.
pub fn money_in_hand_blocks(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Block> {
    let say = &input.language.phrases.call;
    let sums = input.day.dunning().money_in_hand_by_currency(customer);
    let words = sums.into_iter();
    words
        .map(|sum| Block::Paragraph((say.money_in_hand)(&input.language.format_amount(sum))))
        .collect()
}

struct CallScript<'a> {
    input: ReportInput<'a>,
    customer: CustomerIx,
    /// The language of the customer, else that in which the business writes: what one says is said in it, what one reads is in one's own.
    spoken: &'static Language,
}

impl<'a> CallScript<'a> {
    fn new(input: ReportInput<'a>, customer: CustomerIx) -> Self {
        let written = written_language(input.day.journal, customer);
        let spoken = written.and_then(|tag| find_language(LANGUAGES, tag.trim()));
        Self {
            input,
            customer,
            spoken: spoken.unwrap_or(input.language),
        }
    }

    fn blocks(&self, about: &[&ItemPosition<'_>]) -> Vec<Block> {
        let say = &self.input.language.phrases.call;
        let record = &self.input.day.journal.customers[self.customer];
        if record.has_exclusion(Exclusion::Channel(Channel::Phone)) {
            let mut blocks = vec![Block::Paragraph(say.not_by_phone.to_owned())];
            blocks.extend(held_sentences(self.input, about));
            return blocks;
        }
        let mut blocks = vec![Block::Heading(say.preparation_heading.to_owned())];
        let [person, business] = say.preparation;
        let first = match record.kind {
            Some(CustomerKind::Business | CustomerKind::Government) => business,
            Some(CustomerKind::Consumer) | None => person,
        };
        blocks.push(Block::Paragraph(first.to_owned()));
        blocks.extend(held_sentences(self.input, about));
        blocks.extend(self.reasons_given(about).into_iter().map(Block::Paragraph));
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

    /// What the customer said last of why it is not paid, and what helps.
    fn reasons_given(&self, about: &[&ItemPosition<'_>]) -> Vec<String> {
        let day = self.input.day;
        let of_customers = last_of_customers(day);
        let whose = about.iter().map(|it| (it.invoice, it.customer));
        let last = whose.filter_map(|it| last_reason(day, it, &of_customers));
        let mut told = BTreeSet::new();
        let last = last.filter(|(event, _)| told.insert(event.origin));
        let said = last.filter_map(|(event, _)| reason_given(self.input, event));
        said.map(|it| (self.input.language.phrases.call.last_time)(&it))
            .collect()
    }

    /// What to say, in its order.
    fn opening_sentences(&self, about: &[&ItemPosition<'_>]) -> Vec<String> {
        let say = &self.spoken.phrases.call;
        let business = self.input.day.journal.business_value(KeyName::Name);
        let record = &self.input.day.journal.customers[self.customer];
        let whom = record.value(KeyName::Attn);
        let person = record.kind == Some(CustomerKind::Consumer);
        let name = record.value(KeyName::Name).filter(|_| person);
        let mut said = vec![(say.greeting)(business.unwrap_or("…"), whom.or(name))];
        said.extend(self.overdue_sentences(about));
        said.extend(self.plan_sentences(about));
        said.extend(self.money_in_hand_sentences(about));
        let promised = self.broken_promise(about).and_then(|promise| {
            let by = promise.promise()?.deadline?;
            Some((say.broken_promise)(promise.date, by))
        });
        said.extend(promised);
        let advice = self.input.language.phrases.call.question_advice;
        let invoices: BTreeSet<InvoiceIx> = about.iter().map(|it| it.invoice).collect();
        let [first, others @ ..] = say.questions;
        let is_disputed =
            |it: &&ItemPosition<'_>| it.disputed_part(self.input.day.as_of()).is_positive();
        let first = match (about.iter().any(is_disputed), invoices.len()) {
            (true, _) => say.question_of_disputed,
            (false, 0 | 1) => first,
            (false, _) => say.question_of_several,
        };
        let questions = std::iter::once(first).chain(others).zip(advice);
        said.extend(questions.map(|(question, advice)| match advice {
            "" => question.to_owned(),
            _ => format!("{question} {advice}"),
        }));
        said
    }

    /// What is late, a sentence a currency. Of a plan another sentence speaks.
    fn overdue_sentences(&self, about: &[&ItemPosition<'_>]) -> Vec<String> {
        let (journal, dunning) = (self.input.day.journal, self.input.day.dunning());
        let mut groups: BTreeMap<Currency, Vec<&ItemPosition<'_>>> = BTreeMap::new();
        for position in about {
            if dunning.plan_with_missed_parts(position).is_none() {
                let currency = journal.invoices[position.invoice].currency;
                groups.entry(currency).or_default().push(position);
            }
        }
        let groups = groups.into_iter();
        groups
            .filter_map(|(currency, positions)| self.overdue_sentence(currency, &positions))
            .collect()
    }

    fn overdue_sentence(
        &self,
        currency: Currency,
        positions: &[&ItemPosition<'_>],
    ) -> Option<String> {
        let journal = self.input.day.journal;
        let mut asked = self.input.day.dunning().amounts_asked(positions);
        asked.retain(|_, amount| amount.is_positive());
        let say = &self.spoken.phrases.call;
        let sum = Money::new(asked.values().copied().sum(), currency);
        let amount = self.spoken.format_amount(sum);
        let asked_of = positions
            .iter()
            .filter(|it| asked.contains_key(&it.invoice));
        let dues = asked_of.filter_map(|it| journal.items[it.item].due);
        let dues: BTreeSet<NaiveDate> = dues.collect();
        let oldest = *dues.first()?;
        Some(match (asked.len(), asked.keys().next()) {
            (1, Some(only)) => {
                let say = if dues.len() > 1 {
                    say.invoice_in_parts
                } else {
                    say.invoice
                };
                say(&self.number_of_late(*only, positions), oldest, &amount)
            }
            (count, _) => (say.invoices)(count, &amount, oldest),
        })
    }

    /// The number of an invoice; with its part, where one of several is late.
    fn number_of_late(&self, invoice: InvoiceIx, late: &[&ItemPosition<'_>]) -> String {
        let journal = self.input.day.journal;
        let number = journal.invoice_no(invoice);
        let count = journal.items_of(invoice).count();
        let mut own = late.iter().filter(|position| position.invoice == invoice);
        match (own.next(), own.next()) {
            (Some(only), None) if count > 1 => {
                let style = &self.spoken.phrases.letter.style;
                (style.instalment)(number, only.instalment_index.saturating_add(1), count)
            }
            _ => number.to_owned(),
        }
    }

    /// What one says of it: what was taken off what is asked, and what covers invoices of which nothing is said.
    fn money_in_hand_sentences(&self, about: &[&ItemPosition<'_>]) -> Vec<String> {
        let say = &self.spoken.phrases.call;
        let (journal, dunning) = (self.input.day.journal, self.input.day.dunning());
        let currencies = about.iter().map(|it| journal.invoices[it.invoice].currency);
        let currencies: BTreeSet<Currency> = currencies.collect();
        let mut asked = dunning.amounts_asked(about);
        asked.retain(|_, amount| amount.is_positive());
        let asked: Vec<InvoiceIx> = asked.into_keys().collect();
        let mut said = Vec::new();
        for sum in dunning.money_in_hand_by_currency(self.customer) {
            if !currencies.contains(&sum.currency) {
                continue;
            }
            let others = dunning.covered_elsewhere((self.customer, sum.currency), &asked);
            let for_others: Minor = others.values().copied().sum();
            let rest = Money::new(sum.minor - for_others, sum.currency);
            if rest.minor.is_positive() {
                said.push((say.money_taken_off)(&self.spoken.format_amount(rest)));
            }
            if for_others.is_positive() {
                let amount = Money::new(for_others, sum.currency);
                let numbers = others.keys().map(|it| journal.invoice_no(*it));
                let numbers: Vec<&str> = numbers.collect();
                let joined = self.spoken.join_words(&numbers);
                let name = self.spoken.phrases.letter.sentence.named_invoices;
                said.push((say.money_for_others)(
                    &self.spoken.format_amount(amount),
                    &name(numbers.len(), &joined),
                ));
            }
        }
        said
    }

    /// Plans of which parts were missed, a sentence each: only those parts are asked, or all where that ended the plan.
    fn plan_sentences(&self, about: &[&ItemPosition<'_>]) -> Vec<String> {
        let (journal, dunning) = (self.input.day.journal, self.input.day.dunning());
        let mut told = BTreeSet::new();
        let mut said = Vec::new();
        for position in about {
            let Some(plan) = dunning.plan_with_missed_parts(position) else {
                continue;
            };
            let of_plan = about.iter().copied().filter(|other| {
                let other = dunning.plan_with_missed_parts(other);
                other.is_some_and(|other| other.event.origin == plan.event.origin)
            });
            let asked = dunning.amount_asked(&of_plan.collect::<Vec<_>>());
            if asked.is_positive() && told.insert(plan.event.origin) {
                let style = &self.spoken.phrases.letter.style;
                let days: Vec<String> =
                    plan.missed_days.iter().map(|it| (style.day)(*it)).collect();
                let days: Vec<&str> = days.iter().map(String::as_str).collect();
                let currency = journal.invoices[position.invoice].currency;
                let amount = self.spoken.format_amount(Money::new(asked, currency));
                let say = &self.spoken.phrases.call;
                let sentence = if plan.is_accelerated() {
                    say.ended_plan
                } else {
                    say.missed_plan
                };
                said.push(sentence(
                    plan.event.date,
                    MissedTerms {
                        count: days.len(),
                        days: &self.spoken.join_words(&days),
                        is_part_paid: plan.is_part_paid,
                    },
                    &amount,
                ));
            }
        }
        said
    }

    /// The last arrangement about what is late, where it is a promise that was broken: a plan that was agreed after it
    /// replaced it (SPEC.md 10.1).
    fn broken_promise(&self, about: &[&ItemPosition<'_>]) -> Option<&Event> {
        let late: BTreeSet<InvoiceIx> = about.iter().map(|it| it.invoice).collect();
        let mut latest_first = self.input.day.history().of_customer(self.customer).rev();
        let last = latest_first.find(|event| {
            event.is_agreed_arrangement() && event.invoices().any(|named| late.contains(&named))
        })?;
        let is_broken = last.promise().is_some()
            && matches!(
                self.input.day.ladder_rules().promise_outcome(last).0,
                PromiseOutcome::Broken(_)
            );
        is_broken.then_some(last)
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
