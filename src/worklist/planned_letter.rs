//! A letter of steps that can go out: which items stand in it, and the step that it takes for each.

use super::letter_level::{LetterItem, LetterLevel, letter_name};
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::ladder::{FINAL_NOTICE_LETTER, FINAL_STAGE, Stage};
use crate::journal::model::{Customer, CustomerIx};
use crate::value::channel::{Channel, Exclusion};
use crate::value::currency::Currency;
use crate::value::money::Money;

/// A letter that can go out: about these items, at this level.
#[derive(Clone, Debug)]
pub struct PlannedLetter<'d, 'j> {
    /// The recipient.
    pub customer: CustomerIx,
    /// The currency of its items.
    pub currency: Currency,
    /// The level of its highest step.
    pub level: LetterLevel,
    /// Its items with the step of each, the highest step first, then the one due first.
    pub items: Vec<LetterItem<'d, 'j>>,
    /// Items of the same customer and currency that are late and in no letter.
    pub also_overdue: Vec<&'d ItemPosition<'j>>,
    /// Items not due yet whose courtesy it takes along: one customer has one message a morning. They are told, not asked.
    pub announced: Vec<LetterItem<'d, 'j>>,
    /// Whether it was sent before.
    pub sent_before: bool,
}

impl<'j> PlannedLetter<'_, 'j> {
    /// The step whose letter it is.
    pub fn stage(&self) -> Option<&'j Stage> {
        Some(self.items.first()?.stage)
    }

    /// The name of that step.
    pub fn stage_name(&self) -> &'j str {
        self.stage().map_or("", |stage| &stage.name)
    }

    /// The name of its template: what its step names, else the step; the last letter has one for businesses and one
    /// for consumers.
    pub fn template_name(&self) -> &'j str {
        match self.stage().map_or("", letter_name) {
            FINAL_STAGE | FINAL_NOTICE_LETTER => self.level.template_name(),
            other => other,
        }
    }

    /// The items at the level of the letter: what it threatens and announces is about these.
    pub fn items_at_level(&self) -> impl Iterator<Item = &LetterItem<'_, 'j>> {
        let level = self.stage().map(|stage| &stage.name);
        self.items
            .iter()
            .filter(move |item| Some(&item.stage.name) == level)
    }

    /// The fee that its step adds: none before the due date, none in the letter that must be free, and none when it
    /// goes out again.
    pub fn step_fee(&self) -> Option<Money> {
        let free = self.sent_before || self.level.is_sent_alone();
        let fee = self.stage()?.fee?;
        (!free && fee.currency == self.currency).then_some(fee)
    }
}

/// How the letter of a step goes to a customer: by the channels that he does not refuse, and of those by the ones that his
/// data allow, where some do; one whose step names a call alone, by mail or post.
pub fn written_channels(customer: &Customer, stage: &Stage) -> Vec<Channel> {
    let mut usable = customer.usable_channels(stage);
    let is_call = usable == [Channel::Phone];
    usable.retain(|channel| *channel != Channel::Phone);
    if is_call {
        usable.extend(preferred_channel(customer));
    }
    if usable.iter().any(|way| is_reachable(customer, *way)) {
        usable.retain(|way| is_reachable(customer, *way));
    }
    usable
}

/// Mail, else post; the first of them that the customer does not refuse and has an address for, else the first that is
/// not refused.
pub fn preferred_channel(customer: &Customer) -> Option<Channel> {
    let open = |way: &Channel| !customer.has_exclusion(Exclusion::Channel(*way));
    let ways = [Channel::Email, Channel::Post].into_iter().filter(open);
    ways.clone()
        .find(|way| is_reachable(customer, *way))
        .or_else(|| ways.clone().next())
}

/// Whether the data of a customer say where a channel leads; some need no address.
fn is_reachable(customer: &Customer, way: Channel) -> bool {
    let key = way.address_key();
    key.is_none_or(|key| customer.value(key).is_some())
}
