//! The letter of a step: what it says, what goes with it, and what records it.

use super::cost_announcement::{CostAnnouncement, announce_costs};
use super::step_facts::StepFacts;
use super::step_variables::find_step_value;
use super::totals::LetterTotals;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{InvoiceIx, PolicyIx};
use crate::journal::source_lookup::EntryQuote;
use crate::language::letters::Warmth;
use crate::letter::facts::enclosures::NamedDocuments;
use crate::letter::facts::invoice_facts::InvoiceFacts;
use crate::letter::facts::invoice_lines::{LetterLine, quoted_documents};
use crate::letter::facts::letter_content::{
    LetterContent, LetterFacts, NotAvailable, OnAccountUse, RequestedAmount,
};
use crate::letter::facts::letter_input::{LetterBasis, LetterInput};
use crate::letter::facts::payment_deadline::roll_to_working_day;
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::record::SentRecord;
use crate::letter::templates::variable::TemplateValue;
use crate::value::channel::Channel;
use crate::worklist::letter_level::{FollowingStep, LetterLevel, STATUTORY_NOTICE};
use crate::worklist::planned_letter::PlannedLetter;
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// The letter of the step that is asked for. The same for the letter of every step: what differs is its level.
pub fn build_step_letter<'a>(
    input: &LetterInput<'a, '_>,
) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let LetterBasis::Step(planned) = input.basis else {
        return Err(NotAvailable::NoEntry);
    };
    let mut refusals = Vec::new();
    let facts = collect_facts(*input, planned, &mut refusals);
    let level = planned.level;
    let total = facts.totals.total();
    let asked = asked_invoices(input, planned);
    let content = LetterContent {
        requested_invoices: asked,
        amount: total,
        request: Some(RequestedAmount {
            amount: total,
            by: facts.deadline,
            by_words: (level == LetterLevel::Courtesy)
                .then_some(input.letter_words().label.by_due_date),
            with_methods: level <= LetterLevel::Reminder,
        }),
        reports_missing_payment: true,
        on_account: OnAccountUse::TakenOff,
        warmth: match level {
            LetterLevel::Courtesy | LetterLevel::Reminder => Warmth::Friendly,
            _ => Warmth::Formal,
        },
        required_block: (level == LetterLevel::FourteenDays).then_some(STATUTORY_NOTICE),
        refusals,
        ..LetterContent::with_facts(facts, |facts| &facts.invoice_facts)
    };
    Ok(vec![content])
}

/// The invoices of which something is asked: a payment is to name these and no others.
fn asked_invoices<'j>(
    input: &LetterInput<'_, 'j>,
    planned: &PlannedLetter<'_, 'j>,
) -> Vec<InvoiceIx> {
    let positions: Vec<&ItemPosition<'j>> =
        planned.items.iter().map(|item| item.position).collect();
    let asked = input.dunning().amounts_asked(&positions);
    let mut seen = BTreeSet::new();
    let invoices = positions.iter().map(|position| position.invoice);
    let invoices = invoices.filter(|invoice| {
        asked.get(invoice).is_some_and(|sum| sum.is_positive()) && seen.insert(*invoice)
    });
    invoices.collect()
}

impl LetterFacts for StepFacts<'_, '_> {
    fn find_value(&self, name: &str) -> Option<(&'static str, TemplateValue)> {
        find_step_value(self, name)
    }

    /// The customer's order, where there is one invoice.
    fn references(&self) -> Vec<(String, String)> {
        let [line] = self.invoice_facts.lines.as_slice() else {
            return Vec::new();
        };
        let label = self.invoice_facts.input.letter_words().label.your_reference;
        let order = line.particulars().order_number.iter();
        order
            .map(|order| (label.to_owned(), order.clone()))
            .collect()
    }

    /// From the first reminder on the invoices, from the demand on the terms agreed, and with the last letter what was
    /// written before.
    fn enclosed_documents(&self) -> Vec<NamedDocuments> {
        let (about, level) = (&self.invoice_facts, self.planned.level);
        let input = &about.input;
        let label = &input.letter_words().label;
        let quoted = |origin| quoted_documents(&input.day.source_lookup.quote_entry(origin));
        let mut found: Vec<NamedDocuments> = Vec::new();
        if level >= LetterLevel::Reminder {
            let lines = about.lines.iter();
            found.extend(lines.map(|line| {
                let documents = line.particulars().documents.clone();
                NamedDocuments {
                    is_invoice: true,
                    ..NamedDocuments::new((label.copy)(line.number), documents)
                }
            }));
        }
        if level >= LetterLevel::Demand {
            let events = input.day.history().of_customer(input.customer);
            let agreements = events.filter(|event| event.agreed_terms().is_some());
            found.extend(agreements.map(|event| {
                NamedDocuments::new(label.agreement.to_owned(), quoted(event.origin))
            }));
            let policies = policies_with_documents(about).into_iter();
            found.extend(
                policies
                    .map(|it| NamedDocuments::new(label.policy.to_owned(), quoted_documents(&it))),
            );
        }
        if level >= LetterLevel::Final {
            let sent = about.contact_history().collection_attempts();
            let sent = sent
                .into_iter()
                .filter(|event| event.sent_letter().is_some());
            found.extend(sent.map(|event| {
                NamedDocuments::new((label.correspondence)(event.date), quoted(event.origin))
            }));
        }
        found
    }

    /// The entry of its own step first. What the letter announces and claims belongs to that step alone.
    fn sent_records(&self, channels: &[Channel]) -> Vec<SentRecord> {
        let planned = self.planned;
        let mut records: Vec<SentRecord> = Vec::new();
        let mut seen: BTreeSet<(&str, InvoiceIx)> = BTreeSet::new();
        let own = planned.items.iter().map(|item| (item, self.deadline));
        let announced = planned.announced.iter().map(|item| (item, None));
        for (item, deadline) in own.chain(announced) {
            let invoice = item.position.invoice;
            if !seen.insert((&*item.stage.name, invoice)) {
                continue;
            }
            let mut known = records.iter_mut();
            match known.find(|record| *record.stage == *item.stage.name) {
                Some(record) => record.invoices.push(invoice),
                None => records.push(SentRecord {
                    date: self.invoice_facts.input.as_of(),
                    stage: item.stage.name.to_string(),
                    invoices: vec![invoice],
                    channels: channels.to_vec(),
                    deadline: deadline.filter(|_| planned.level != LetterLevel::Courtesy),
                    announced_costs: None,
                    fee: None,
                }),
            }
        }
        if let Some(first) = records.first_mut() {
            first.announced_costs = self.announcement.costs(&self.totals);
            first.fee = first.invoices.first().copied().zip(planned.step_fee());
        }
        records
    }
}

/// Everything the letter speaks of; and why it may not be written, as far as its step is the reason.
fn collect_facts<'a, 'j>(
    input: LetterInput<'a, 'j>,
    planned: &'a PlannedLetter<'a, 'j>,
    refusals: &mut Vec<LetterRefusal>,
) -> StepFacts<'a, 'j> {
    let journal = input.journal();
    let positions = planned.items.iter().map(|item| item.position).collect();
    let following = planned
        .items
        .first()
        .map_or(FollowingStep::Nothing, |first| {
            FollowingStep::after_step(input.day, first.position, first.stage_index)
        });
    let invoice_facts = InvoiceFacts::in_order(input, planned.currency, positions, following);
    let totals = LetterTotals::for_letter(input.day, planned, &invoice_facts.lines);
    if totals.fee.is_positive()
        && invoice_facts.is_consumer()
        && let Some(stage) = planned.stage()
    {
        let fee = totals.to_money(totals.fee);
        let law = journal.law_for_customer(input.customer);
        refusals.push(LetterRefusal::FeeNotAllowed(
            stage.name.to_string(),
            fee,
            law,
        ));
    }
    if !totals.total().is_positive() {
        refusals.push(LetterRefusal::NothingToPay);
    }
    let announcement = announce_costs(&input, planned, (&invoice_facts.lines, &totals));
    let announcement = announcement.unwrap_or_else(|refusal| {
        refusals.push(refusal);
        CostAnnouncement::Nothing
    });
    StepFacts {
        deadline: payment_deadline(&input, planned, &invoice_facts.lines),
        invoice_facts,
        planned,
        totals,
        announcement,
        broken_promise: OnceCell::new(),
        missed_plan: OnceCell::new(),
    }
}

/// The last day to pay that the letter names: the due date before it has passed; else as long as the step gives,
/// rolled to a working day where the policy says so. The fourteen-day letter names none: when it comes is not
/// known, and too early a day costs the claim (NL: HR 25-11-2016, ECLI:NL:HR:2016:2704).
fn payment_deadline(
    input: &LetterInput<'_, '_>,
    planned: &PlannedLetter<'_, '_>,
    lines: &[LetterLine<'_, '_>],
) -> Option<NaiveDate> {
    match planned.level {
        LetterLevel::FourteenDays => None,
        LetterLevel::Courtesy => {
            let first = lines.first()?.due;
            let same = lines.iter().all(|line| line.due == first);
            first.filter(|_| same)
        }
        _ => {
            let item = planned.items.first()?;
            let last = item.stage.deadline?.date_after(input.as_of())?;
            let rolls = item.position.ladder_position.policy.workdays;
            Some(roll_to_working_day(input, last, rolls))
        }
    }
}

/// The policies whose terms hold for the invoices of a letter, of those with a paper for customers.
fn policies_with_documents(about: &InvoiceFacts<'_, '_>) -> Vec<EntryQuote> {
    let journal = about.input.journal();
    let invoices = about.lines.iter().map(|line| line.invoice);
    let found: BTreeSet<PolicyIx> = invoices
        .filter_map(|invoice| journal.invoices[invoice].policy)
        .collect();
    let found = found.into_iter().map(|policy| &journal.policies[policy]);
    found
        .filter(|policy| !policy.documents.is_empty())
        .filter_map(|policy| Some(about.input.day.source_lookup.quote_entry(policy.origin?)))
        .collect()
}
