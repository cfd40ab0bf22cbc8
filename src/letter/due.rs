//! Which letters can go out, and which items stand together in one (semantics: one letter a customer and currency, at
//! the level of its highest step).

use super::form::{Form, name};
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::journal::ladder::{FINAL_NOTICE_LETTER, FINAL_STAGE, HANDOVER_STAGE, Stage};
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::value::currency::Currency;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A letter that can go out: about these items, at this level.
#[derive(Clone, Debug)]
pub struct Due<'d, 'j> {
    /// To whom.
    pub customer: CustomerIx,
    /// In which currency its items are.
    pub currency: Currency,
    /// Which built-in letter it is, or goes by.
    pub form: Form,
    /// Its items with the step of each, the highest step first, then the one due first.
    pub items: Vec<Stepped<'d, 'j>>,
    /// Items of the same customer and currency that are late and in no letter.
    pub beside: Vec<&'d ItemPosition<'j>>,
    /// Whether it was sent before.
    pub again: bool,
}

/// An item and the step that a letter takes for it.
#[derive(Clone, Copy, Debug)]
pub struct Stepped<'d, 'j> {
    /// The item.
    pub position: &'d ItemPosition<'j>,
    /// The step.
    pub stage: &'j Stage,
    /// Its place in the ladder.
    pub place: usize,
}

impl<'j> Due<'_, 'j> {
    /// The step whose letter it is.
    pub fn stage(&self) -> Option<&'j Stage> {
        Some(self.items.first()?.stage)
    }

    /// The name of its template: what its step names, else the step; the last letter has one for businesses and one
    /// for consumers.
    pub fn template(&self) -> &'j str {
        match self.stage().map_or("", name) {
            FINAL_STAGE | FINAL_NOTICE_LETTER => self.form.template(),
            other => other,
        }
    }

    /// The items at the level of the letter: what it threatens and announces is about these.
    pub fn at_level(&self) -> impl Iterator<Item = &Stepped<'_, 'j>> {
        let level = self.stage().map(|stage| &stage.name);
        self.items
            .iter()
            .filter(move |item| Some(&item.stage.name) == level)
    }

    /// The invoices of its items.
    pub fn invoices(&self) -> BTreeSet<InvoiceIx> {
        let items = self.items.iter();
        items.map(|item| item.position.invoice).collect()
    }

    /// The gates of which a letter must not pass unless somebody says so.
    pub fn closed(&self, gate: Blocker) -> bool {
        self.items
            .iter()
            .any(|item| item.position.blockers.contains(&gate))
    }
}

/// One account: what a letter is about.
type Account = (CustomerIx, Currency);

/// Every letter that can go out on the day, by customer. Stale bank data and money that nobody placed do not keep one
/// out of the list: it is named and refused.
pub fn due<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &'d [ItemPosition<'j>],
) -> Vec<Due<'d, 'j>> {
    let on = dunning.as_of();
    let mut accounts: BTreeMap<Account, Vec<Stepped<'d, 'j>>> = BTreeMap::new();
    for position in positions {
        if let (Some(customer), Some(stepped)) = (position.customer, next(position, on)) {
            let currency = dunning.journal.invoices[position.invoice].currency;
            accounts
                .entry((customer, currency))
                .or_default()
                .push(stepped);
        }
    }
    gathered(dunning, positions, accounts, false)
}

/// The letters of a step to one customer: due, or sent before and wanted again. `Err` says which step is next.
pub fn asked<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &'d [ItemPosition<'j>],
    customer: CustomerIx,
    stage: &str,
) -> Result<Vec<Due<'d, 'j>>, NotNext<'j>> {
    let on = dunning.as_of();
    let own = positions
        .iter()
        .filter(|position| position.customer == Some(customer));
    let own: Vec<&ItemPosition<'j>> = own.collect();
    let first: Vec<Due<'d, 'j>> = due(dunning, positions)
        .into_iter()
        .filter(|letter| letter.customer == customer)
        .filter(|letter| letter.items.iter().any(|item| *item.stage.name == *stage))
        .collect();
    if !first.is_empty() {
        return Ok(first);
    }
    let mut accounts: BTreeMap<Account, Vec<Stepped<'d, 'j>>> = BTreeMap::new();
    for position in own.iter().copied() {
        if let Some(stepped) = before(dunning, position, stage, on) {
            let currency = dunning.journal.invoices[position.invoice].currency;
            accounts
                .entry((customer, currency))
                .or_default()
                .push(stepped);
        }
    }
    if accounts.is_empty() {
        return Err(NotNext::of(&own));
    }
    Ok(gathered(dunning, positions, accounts, true))
}

/// Why a step cannot be written about: which one is next, and from when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotNext<'j> {
    /// The step that is next for the item that may be written about first; `None`: nothing is open.
    pub next: Option<&'j str>,
    /// From which day; `None` while nobody knows.
    pub from: Option<NaiveDate>,
    /// Whether a gate is closed.
    pub gate: Option<Blocker>,
}

impl<'j> NotNext<'j> {
    fn of(own: &[&ItemPosition<'j>]) -> Self {
        let mut found: Vec<(Option<NaiveDate>, &ItemPosition<'j>)> = own
            .iter()
            .filter_map(|position| {
                Some((
                    position.ladder_position.next_step.as_ref()?.possible_from(),
                    *position,
                ))
            })
            .collect();
        found.sort_by_key(|(from, _)| (from.is_none(), *from));
        let first = found.first();
        Self {
            next: first
                .and_then(|(_, position)| Some(&*position.ladder_position.next_stage()?.name)),
            from: first.and_then(|(from, _)| *from),
            gate: first.and_then(|(_, position)| position.blockers.first().copied()),
        }
    }
}

/// The next step of an item, where it is a letter that can go out.
fn next<'d, 'j>(position: &'d ItemPosition<'j>, on: NaiveDate) -> Option<Stepped<'d, 'j>> {
    let next = position.ladder_position.next_step.as_ref()?;
    let stage = position.ladder_position.next_stage()?;
    let letter = *stage.name != *HANDOVER_STAGE && !stage.is_only_a_call();
    let kept = position
        .blockers
        .iter()
        .any(|gate| !matches!(gate, Blocker::BankStale | Blocker::UnallocatedMoney));
    let possible = next.possible_from().is_some_and(|from| from <= on);
    (letter && possible && !kept).then_some(Stepped {
        position,
        stage,
        place: next.stage_index,
    })
}

/// A step of an item that was done before. What is held is not written about.
fn before<'d, 'j>(
    dunning: &DunningState<'j>,
    position: &'d ItemPosition<'j>,
    name: &str,
    on: NaiveDate,
) -> Option<Stepped<'d, 'j>> {
    let standing = &position.ladder_position;
    let done = standing.done_step.as_ref()?.stage_index;
    let mut ladder = standing.policy.ladder().iter().enumerate();
    let (place, stage) = ladder.find(|(place, stage)| *place <= done && *stage.name == *name)?;
    let due = dunning.journal.items[position.item].due?;
    let in_time = stage.threshold.is_before() == (due >= on);
    let held = standing
        .active_holds(on)
        .any(|held| held.covers_whole_invoice);
    (in_time && !held && *stage.name != *HANDOVER_STAGE).then_some(Stepped {
        position,
        stage,
        place,
    })
}

fn gathered<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &'d [ItemPosition<'j>],
    accounts: BTreeMap<Account, Vec<Stepped<'d, 'j>>>,
    again: bool,
) -> Vec<Due<'d, 'j>> {
    let journal = dunning.journal;
    let late = late_by_account(dunning, positions, &accounts);
    let mut letters = Vec::new();
    for ((customer, currency), items) in accounts {
        let kind = journal.customers[customer].kind;
        let mut apart: BTreeMap<_, Vec<Stepped<'d, 'j>>> = BTreeMap::new();
        for item in &items {
            let form = Form::of_step(item, kind);
            let alone = Some(form).filter(|form| form.stands_alone());
            apart.entry(alone).or_default().push(*item);
        }
        for mut items in apart.into_values() {
            items.sort_by_key(|item| sorted(dunning, kind, item));
            let Some(first) = items.first() else {
                continue;
            };
            let form = Form::of_step(first, kind);
            letters.push(Due {
                customer,
                currency,
                form,
                beside: Vec::new(),
                items,
                again,
            });
        }
    }
    stand_beside(&mut letters, &late);
    letters.sort_by(|a, b| {
        let id = |letter: &Due<'_, '_>| journal.customer_id(letter.customer);
        (id(a), a.currency, a.form).cmp(&(id(b), b.currency, b.form))
    });
    letters
}

/// The order of items in a letter.
fn sorted<'j>(
    dunning: &DunningState<'j>,
    kind: Option<crate::value::vocabulary::CustomerKind>,
    item: &Stepped<'_, 'j>,
) -> impl Ord + use<'j> {
    let due = dunning.journal.items[item.position.item].due;
    let form = Form::of_step(item, kind);
    let number = dunning.journal.invoice_no(item.position.invoice);
    (
        std::cmp::Reverse((form, item.place)),
        due,
        number,
        item.position.instalment_index,
    )
}

/// Late items of the accounts that get a letter.
fn late_by_account<'d, 'j>(
    dunning: &DunningState<'j>,
    positions: &'d [ItemPosition<'j>],
    accounts: &BTreeMap<Account, Vec<Stepped<'d, 'j>>>,
) -> BTreeMap<Account, Vec<&'d ItemPosition<'j>>> {
    let mut late: BTreeMap<Account, Vec<&'d ItemPosition<'j>>> = BTreeMap::new();
    for position in positions {
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
        if accounts.contains_key(&account) && due.is_some_and(|due| due < dunning.as_of()) && !held
        {
            late.entry(account).or_default().push(position);
        }
    }
    late
}

/// What is late and in no letter of the day stands beside the one letter that may name it. The fourteen-day letter and
/// the one before the due date name nothing else.
fn stand_beside<'d, 'j>(
    letters: &mut [Due<'d, 'j>],
    late: &BTreeMap<Account, Vec<&'d ItemPosition<'j>>>,
) {
    let written: BTreeSet<_> = letters
        .iter()
        .flat_map(|letter| letter.items.iter().map(|item| item.position.item))
        .collect();
    for letter in letters {
        if letter.form.stands_alone() {
            continue;
        }
        let own = late.get(&(letter.customer, letter.currency));
        let own = own.into_iter().flatten().copied();
        letter.beside = own
            .filter(|position| !written.contains(&position.item))
            .collect();
    }
}
