//! Every letter and hand-over, with where its invoice stood just before it.

use super::history::{DunningHistories, DunningHistory, StepCompletion};
use super::ladder_position::{LadderPosition, LadderRules, NextStep, WaitReason};
use super::part_letters::PartsOfEntries;
use crate::journal::history::EventHistory;
use crate::journal::ladder::{Stage, Threshold};
use crate::journal::model::{Event, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::{Ledger, Status};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A letter of a stage, or a hand-over, about one invoice.
#[derive(Debug)]
pub struct StageEvent<'a> {
    /// The entry.
    pub event: &'a Event,
    /// The invoice: the entry may name others.
    pub invoice: InvoiceIx,
    /// The day before which all of the invoice was closed, if it was.
    pub closed_on: Option<NaiveDate>,
    /// Where the item due first stood, of those that were open.
    pub ladder_position: LadderPosition<'a>,
    /// The place of its stage in the ladder; `None` where the ladder has no such stage.
    pub stage_index: Option<usize>,
    /// The day before which nothing that asks for a late payment may go out: that after the due date.
    pub late_from: Option<NaiveDate>,
    /// A letter of the same stage about the same item before it.
    pub previous: Option<&'a Event>,
}

impl<'a> StageEvent<'a> {
    /// Its step, as the policy of its invoice has it; `None` where the policy has no such step.
    pub fn stage(&self) -> Option<&'a Stage> {
        self.ladder_position.stage(self.stage_index?)
    }

    /// The steps of the policy that it passed over: those from the one that was next up to its own. Before the due date no
    /// step has its turn, and nothing is passed over.
    pub fn steps_left_out(&self) -> &'a [Stage] {
        let ladder = self.ladder_position.policy.ladder();
        let between = self
            .next_stage_index()
            .zip(self.stage_index)
            .filter(|_| !self.is_before_due());
        between.map_or(&[], |(next, own)| ladder.get(next..own).unwrap_or_default())
    }

    /// The day from which its step was possible, where it went out before that.
    pub fn too_early_for(&self) -> Option<NaiveDate> {
        let out_of_turn = self.late_from.filter(|_| self.is_before_due());
        let from = self.possible_from().or(out_of_turn);
        from.filter(|from| self.event.date < *from)
    }

    /// Whether it went out before its invoice was late, although its step is one for what is late.
    pub fn is_before_due(&self) -> bool {
        let waits = |stage: &Stage| matches!(stage.threshold, Threshold::After(_));
        let waits = self.stage().is_some_and(waits);
        waits && self.late_from.is_some_and(|from| self.event.date < from)
    }

    /// The place of the step that was next.
    pub fn next_stage_index(&self) -> Option<usize> {
        self.ladder_position
            .next_step
            .as_ref()
            .map(|next| next.stage_index)
    }

    /// The first day on which its step was possible, but for holds: they have findings of their own.
    pub fn possible_from(&self) -> Option<NaiveDate> {
        let NextStep {
            stage_index: place,
            conditions: waits,
        } = self.ladder_position.next_step.as_ref()?;
        let clocks = waits
            .iter()
            .filter(|wait| !matches!(wait.reason, WaitReason::Hold(_)));
        let from = clocks.filter_map(|wait| wait.from).max();
        from.filter(|_| self.stage_index == Some(*place))
    }
}

/// Every letter and hand-over up to the day of the ledger, in the order in which they count.
pub fn collect_stage_events<'a>(
    rules: &LadderRules<'a>,
    history: &EventHistory<'a>,
) -> Vec<StageEvent<'a>> {
    let (journal, ledger) = (rules.journal, rules.ledger);
    if !journal.events.iter().any(is_letter_or_handover) {
        return Vec::new();
    }
    let events = history.events();
    let mut tracks = DunningHistories::empty(journal);
    let mut letters = Vec::new();
    for event in events.filter(|event| event.is_dunning_event()) {
        if is_letter_or_handover(event) && !event.is_bounced_letter() {
            letters.extend(event.invoices().filter_map(|invoice| {
                let own = tracks.of_invoice(invoice);
                let all = tracks.of_customer(journal.invoices[invoice].customer);
                stage_event(journal, ledger, rules, (own, all), event, invoice)
            }));
        }
        tracks.record(event);
    }
    letters
}

/// Those about an invoice of which something was open.
pub fn of_open_invoices<'e, 'a>(
    events: &'e [StageEvent<'a>],
) -> impl Iterator<Item = &'e StageEvent<'a>> {
    events.iter().filter(|letter| letter.closed_on.is_none())
}

/// Those that passed steps over. A letter whose step no policy has (R009) may be the one that seems to be left out: of its
/// invoice nothing is said.
pub fn that_left_steps_out<'e, 'a>(
    events: &'e [StageEvent<'a>],
) -> impl Iterator<Item = &'e StageEvent<'a>> {
    let unknown = events.iter().filter(|letter| letter.stage_index.is_none());
    let unknown: BTreeSet<InvoiceIx> = unknown.map(|letter| letter.invoice).collect();
    of_open_invoices(events).filter(move |letter| {
        !unknown.contains(&letter.invoice) && !letter.steps_left_out().is_empty()
    })
}

const fn is_letter_or_handover(event: &Event) -> bool {
    event.sent_letter().is_some() || event.handover().is_some()
}

/// The parts of an invoice that entries are about, up to one that is not read yet.
fn parts_of_entry<'a>(
    steps: &LadderRules<'a>,
    (own, invoice): (&DunningHistory<'a>, InvoiceIx),
    event: &'a Event,
) -> PartsOfEntries {
    if steps.journal.items_of(invoice).nth(1).is_none() {
        return PartsOfEntries::default();
    }
    let mut own = own.clone();
    own.record(event);
    steps.parts_of_entries(invoice, &own)
}

fn stage_event<'a>(
    journal: &'a Journal,
    ledger: &'a Ledger,
    steps: &LadderRules<'a>,
    (own, all): (&DunningHistory<'a>, &DunningHistory<'a>),
    event: &'a Event,
    invoice: InvoiceIx,
) -> Option<StageEvent<'a>> {
    let open = |item: &ItemIx| {
        let state = ledger.items[*item];
        state.status == Status::Open || state.closed.is_none_or(|day| day >= event.date)
    };
    // Of an invoice in parts the entry is about those whose step it was.
    let parts = parts_of_entry(steps, (own, invoice), event);
    let asked = |item: &ItemIx| parts.of_entry(event).is_none_or(|of| of.contains(item));
    let first_open = journal.items_of(invoice).filter(asked).find(open);
    let item = first_open.or_else(|| journal.items_of(invoice).next_back())?;
    let closed = journal
        .items_of(invoice)
        .filter_map(|item| ledger.items[item].closed)
        .max();
    let ladder_position = steps.position_of(item, own, all, event.date);
    let name = event.completed_stage()?;
    let place = ladder_position
        .policy
        .ladder()
        .iter()
        .position(|known| *known.name == *name);
    let before = own.completion_of(name);
    let mut before = before.into_iter().flat_map(StepCompletion::latest_first);
    let before = before.find(|before| {
        let scope = steps.letter_scopes().of_letter(before, invoice);
        let is_about = parts.of_entry(before).is_none_or(|of| of.contains(&item));
        // What a letter left out may be asked by another.
        is_about && scope.is_none_or(|scope| scope.asked.is_none())
    });
    let due = journal.items[item].due;
    Some(StageEvent {
        event,
        invoice,
        closed_on: closed.filter(|_| first_open.is_none()),
        // A letter before the due date does not make one after it a second.
        previous: before.filter(|before| {
            before.kind() == event.kind() && (due < Some(before.date)) == (due < Some(event.date))
        }),
        late_from: due.and_then(|due| due.succ_opt()),
        stage_index: place,
        ladder_position,
    })
}
