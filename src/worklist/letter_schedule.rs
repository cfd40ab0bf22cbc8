//! Which letters can go out, and which items stand together in one (semantics: one letter a customer and currency, at
//! the level of its highest step).

use super::letter_level::{LetterItem, LetterLevel};
use super::planned_letter::PlannedLetter;
use crate::claim::parties::ClaimParties;
use crate::day::Day;
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::history::StepCompletion;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::value::currency::Currency;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One account: what a letter is about.
type LetterAccount = (CustomerIx, Currency);

/// The letters of steps that are due on a day, of the customers that are wanted: what `letters` writes, and what the work
/// list says to send. `missed`: invoices of which a part of a plan is missing; that is asked for before their steps go on.
pub fn letters_of_steps<'d, 'j>(
    day: &'d Day<'j>,
    missed: &BTreeSet<InvoiceIx>,
    wanted: impl Fn(CustomerIx) -> bool,
) -> Vec<PlannedLetter<'d, 'j>> {
    let positions = day.positions().iter().filter(|position| {
        position.customer.is_some_and(&wanted) && !missed.contains(&position.invoice)
    });
    let positions: Vec<&ItemPosition<'j>> = positions.collect();
    let mut letters = plan_due_letters(day.dunning(), &positions);
    join_courtesies(&mut letters);
    letters
}

/// Every letter that can go out on the day, by customer. Stale bank data and money that nobody placed do not keep one
/// out of the list: it is named and refused.
fn plan_due_letters<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &[&'d ItemPosition<'j>],
) -> Vec<PlannedLetter<'d, 'j>> {
    let items = positions.iter().copied();
    let items = items.filter_map(|position| next_letter_item(dunning, position));
    group_into_letters(dunning, positions, items, false)
}

/// The letters of a step about the open items of one customer: due, or sent before and wanted again. `Err` says which
/// step is next.
pub fn plan_requested_letters<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &[&'d ItemPosition<'j>],
    stage: &str,
) -> Result<Vec<PlannedLetter<'d, 'j>>, StepNotNext<'j>> {
    let mut letters = plan_due_letters(dunning, positions);
    letters.retain(|letter| letter.items.iter().any(|item| *item.stage.name == *stage));
    if letters.is_empty() {
        let items = positions.iter().copied();
        let items = items.filter_map(|position| completed_letter_item(dunning, position, stage));
        letters = group_into_letters(dunning, positions, items, true);
    }
    if letters.is_empty() {
        return Err(StepNotNext::from_positions(positions));
    }
    Ok(letters)
}

/// Why a step cannot be written about: which one is next, and from when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepNotNext<'j> {
    /// The step that is next for the item that may be written about first; `None`: nothing is open.
    pub next_step: Option<&'j str>,
    /// From which day; `None` while nobody knows.
    pub possible_from: Option<NaiveDate>,
    /// Whether something keeps it back.
    pub blocker: Option<Blocker>,
}

impl<'j> StepNotNext<'j> {
    fn from_positions(positions: &[&ItemPosition<'j>]) -> Self {
        let next = positions.iter().filter_map(|position| {
            let next_step = position.ladder_position.next_step.as_ref()?;
            Some((next_step.possible_from(), position))
        });
        let first = next.min_by_key(|(from, _)| (from.is_none(), *from));
        Self {
            next_step: first
                .and_then(|(_, position)| Some(&*position.ladder_position.next_stage()?.name)),
            possible_from: first.and_then(|(from, _)| from),
            blocker: first.and_then(|(_, position)| position.blockers.first().copied()),
        }
    }
}

/// The next step of an item, where it is a letter that can go out.
fn next_letter_item<'d, 'j>(
    dunning: &DunningState<'j>,
    position: &'d ItemPosition<'j>,
) -> Option<LetterItem<'d, 'j>> {
    let next = position.ladder_position.next_step.as_ref()?;
    let stage = position.ladder_position.next_stage()?;
    let letter = *stage.name != *HANDOVER_STAGE && !dunning.is_call_step(position, stage);
    let kept = position
        .blockers
        .iter()
        .any(|blocker| !matches!(blocker, Blocker::BankStale | Blocker::UnallocatedMoney));
    let possible = next
        .possible_from()
        .is_some_and(|from| from <= dunning.as_of());
    (letter && possible && !kept).then_some(LetterItem {
        position,
        stage,
        stage_index: next.stage_index,
    })
}

/// A step of an item that was done before. What is held is not written about.
fn completed_letter_item<'d, 'j>(
    dunning: &DunningState<'j>,
    position: &'d ItemPosition<'j>,
    name: &str,
) -> Option<LetterItem<'d, 'j>> {
    let on = dunning.as_of();
    let position_on_ladder = &position.ladder_position;
    let done = position_on_ladder.done_step.as_ref()?.stage_index;
    let mut ladder = position_on_ladder.policy.ladder().iter().enumerate();
    let (place, stage) = ladder.find(|(place, stage)| *place <= done && *stage.name == *name)?;
    let due = dunning.journal.items[position.item].due?;
    let in_time = stage.threshold.is_before() == (due >= on);
    let held = position_on_ladder
        .active_holds(on)
        .any(|held| held.covers_whole_invoice);
    let is_asked = is_asked_again(dunning, position, name);
    (in_time && !held && is_asked && *stage.name != *HANDOVER_STAGE).then_some(LetterItem {
        position,
        stage,
        stage_index: place,
    })
}

/// Whether a letter that went out on the day and is printed again asks an item: of an invoice in parts, those that it asked.
/// One that went out earlier asks whatever has had its step.
fn is_asked_again(dunning: &DunningState<'_>, position: &ItemPosition<'_>, name: &str) -> bool {
    let own = dunning.history_of_invoice(position.invoice);
    let parts = dunning.rules.parts_of_entries(position.invoice, &own);
    let done = own.completion_of(name);
    let sent = done.into_iter().flat_map(StepCompletion::latest_first);
    let mut of_today = sent
        .filter(|event| event.date == dunning.as_of())
        .peekable();
    of_today.peek().is_none()
        || of_today.any(|event| {
            let asked = parts.of_entry(event);
            asked.is_none_or(|asked| asked.contains(&position.item))
        })
}

fn group_into_letters<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &[&'d ItemPosition<'j>],
    items: impl Iterator<Item = LetterItem<'d, 'j>>,
    sent_before: bool,
) -> Vec<PlannedLetter<'d, 'j>> {
    let journal = dunning.journal;
    let mut accounts: BTreeMap<LetterAccount, Vec<LetterItem<'d, 'j>>> = BTreeMap::new();
    for item in items {
        if let Some(customer) = item.position.customer {
            let currency = journal.invoices[item.position.invoice].currency;
            accounts.entry((customer, currency)).or_default().push(item);
        }
    }
    let late = overdue_by_account(dunning, positions, &accounts);
    let mut letters = Vec::new();
    for ((customer, currency), items) in accounts {
        let parties = ClaimParties::for_customer(journal, customer);
        let needs_notice = parties.needs_notice_letter_in(currency);
        let mut by_level: BTreeMap<_, Vec<LetterItem<'d, 'j>>> = BTreeMap::new();
        for item in &items {
            let level = LetterLevel::for_item(item, needs_notice);
            // The last letter to a consumer takes no invoice along that was not reminded of, whatever the law says.
            let is_last = level >= LetterLevel::Final && parties.is_consumer();
            let alone = Some(level).filter(|level| level.is_sent_alone() || is_last);
            // What is asked of a plan is told by itself: the rest of the letter would not be true of it. Nor would it
            // where a missed part made all the rest due.
            let plan = dunning.plan_with_missed_parts(item.position);
            let plan = plan.map(|plan| plan.event.origin);
            by_level.entry((plan, alone)).or_default().push(*item);
        }
        for mut items in by_level.into_values() {
            items.sort_by_key(|item| item_sort_key(dunning, needs_notice, item));
            let Some(first) = items.first() else {
                continue;
            };
            let level = LetterLevel::for_item(first, needs_notice);
            letters.push(PlannedLetter {
                customer,
                currency,
                level,
                also_overdue: Vec::new(),
                announced: Vec::new(),
                items,
                sent_before,
            });
        }
    }
    attach_also_overdue(&mut letters, &late);
    letters.sort_by(|a, b| {
        let id = |letter: &PlannedLetter<'_, '_>| journal.customer_id(letter.customer);
        (id(a), a.currency, a.level).cmp(&(id(b), b.currency, b.level))
    });
    letters
}

/// A letter that asks for what is late takes the courtesies of the same customer and currency along. The fourteen-day letter
/// names one amount only and takes none.
fn join_courtesies(letters: &mut Vec<PlannedLetter<'_, '_>>) {
    let takes = |letter: &PlannedLetter<'_, '_>| !letter.level.is_sent_alone();
    let account = |letter: &PlannedLetter<'_, '_>| (letter.customer, letter.currency);
    let taking: BTreeSet<_> = letters.iter().filter(|it| takes(it)).map(account).collect();
    let joins = |letter: &mut PlannedLetter<'_, '_>| {
        letter.level == LetterLevel::Courtesy && taking.contains(&account(letter))
    };
    let joined: Vec<_> = letters.extract_if(.., joins).collect();
    for courtesy in joined {
        let mut others = letters.iter_mut();
        if let Some(letter) = others.find(|it| takes(it) && account(it) == account(&courtesy)) {
            letter.announced.extend(courtesy.items);
        }
    }
}

/// The order of items in a letter.
fn item_sort_key<'j>(
    dunning: &DunningState<'j>,
    needs_notice: bool,
    item: &LetterItem<'_, 'j>,
) -> impl Ord + use<'j> {
    let due = dunning.journal.items[item.position.item].due;
    let level = LetterLevel::for_item(item, needs_notice);
    (
        std::cmp::Reverse((level, item.stage_index)),
        due,
        dunning.journal.invoice_order(item.position.invoice),
        item.position.instalment_index,
    )
}

/// Late items of the accounts that get a letter.
fn overdue_by_account<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &[&'d ItemPosition<'j>],
    accounts: &BTreeMap<LetterAccount, Vec<LetterItem<'d, 'j>>>,
) -> BTreeMap<LetterAccount, Vec<&'d ItemPosition<'j>>> {
    let mut late: BTreeMap<LetterAccount, Vec<&'d ItemPosition<'j>>> = BTreeMap::new();
    for position in positions.iter().copied() {
        let Some(customer) = position.customer else {
            continue;
        };
        let account = (
            customer,
            dunning.journal.invoices[position.invoice].currency,
        );
        let due = dunning.journal.items[position.item].due;
        let held = position
            .ladder_position
            .active_holds(dunning.as_of())
            .any(|held| held.covers_whole_invoice);
        // What another letter of the day asked is told there, also where this one is printed again.
        let done = position.ladder_position.done_step;
        let asked_today =
            done.is_some_and(|done| done.event.is_letter() && done.event.date == dunning.as_of());
        if accounts.contains_key(&account)
            && due.is_some_and(|due| due < dunning.as_of())
            && !held
            && !asked_today
        {
            late.entry(account).or_default().push(position);
        }
    }
    late
}

/// What is late and in no letter of the day stands beside the one letter that may name it. The fourteen-day letter and
/// the one before the due date name nothing else.
fn attach_also_overdue<'d, 'j>(
    letters: &mut [PlannedLetter<'d, 'j>],
    late: &BTreeMap<LetterAccount, Vec<&'d ItemPosition<'j>>>,
) {
    let written: BTreeSet<_> = letters
        .iter()
        .flat_map(|letter| letter.items.iter().map(|item| item.position.item))
        .collect();
    for letter in letters {
        if letter.level.is_sent_alone() {
            continue;
        }
        let own = late.get(&(letter.customer, letter.currency));
        let own = own.into_iter().flatten().copied();
        letter.also_overdue = own
            .filter(|position| !written.contains(&position.item))
            .collect();
    }
}
