//! The charges that entries record on an invoice, as far as a claim lowers, moves or leaves them out.

use super::invoice_claim::InvoiceClaim;
use super::invoice_events::{EventEffect, InterestBasis, InvoiceEvent};
use crate::journal::model::{Component, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;

impl InvoiceClaim {
    /// Leaves charges out that were recorded on or after the day of the insolvency. Returns each with its amount.
    pub fn drop_charges_after_insolvency(&mut self) -> Vec<(MovementIx, Minor)> {
        let mut dropped = Vec::new();
        let Some(since) = self.insolvent_on else {
            return dropped;
        };
        for happening in &mut self.events {
            if let EventEffect::Charge(component, amount) = happening.effect
                && happening.date >= since
                && amount.is_positive()
            {
                // Recorded interest beside computed interest is left out anyway.
                if component == Component::Interest && self.interest == InterestBasis::Calculated {
                    continue;
                }
                dropped.push((happening.entry, amount));
                happening.effect = EventEffect::Credit(Minor::ZERO);
            }
        }
        dropped
    }

    /// The recorded costs and fees, waived ones included, each with its index among the events.
    pub fn recorded_costs(&self) -> impl Iterator<Item = (usize, &InvoiceEvent, Minor)> {
        let all = self.events.iter().enumerate();
        all.filter_map(|(place, happening)| match happening.effect {
            EventEffect::Charge(Component::Costs | Component::Fee, amount) => {
                Some((place, happening, amount))
            }
            _ => None,
        })
    }

    /// The recorded fees that are no agreed fee of a step, less what was waived of them: they stand for collection, as the
    /// costs do.
    pub fn fees_within_scale(&self) -> Minor {
        let charges = self.events.iter().map(|happening| match happening.effect {
            EventEffect::Charge(Component::Fee, amount) if amount > self.agreed.fee => amount,
            EventEffect::Waiver(Component::Fee, amount) => -amount,
            _ => Minor::ZERO,
        });
        charges.sum::<Minor>().max(Minor::ZERO)
    }

    /// The entry behind the event at this index.
    pub fn entry_of_event(&self, place: usize) -> Option<MovementIx> {
        self.events.get(place).map(|happening| happening.entry)
    }

    /// Replaces a recorded charge by another amount, owed at the earliest from day `from` on. Its day moves, its place
    /// among the events does not, so that it comes before the money of that day.
    pub fn replace_claimed_amount(&mut self, place: usize, amount: Minor, from: NaiveDate) {
        if let Some(happening) = self.events.get_mut(place)
            && let EventEffect::Charge(component, _) = happening.effect
        {
            happening.effect = EventEffect::Charge(component, amount);
            happening.date = happening.date.max(from);
        }
    }

    /// Moves costs that were recorded too early to the first late day: until then a debtor owes none, and money of the
    /// due date pays no costs.
    pub fn defer_early_costs(&mut self) {
        let Some(from) = self.first_overdue_day() else {
            return;
        };
        for happening in &mut self.events {
            if matches!(happening.effect, EventEffect::Charge(Component::Costs, _)) {
                happening.date = happening.date.max(from);
            }
        }
        self.defer_cost_waivers(from);
    }

    /// Lowers the waivers of costs by up to an amount that is not claimed anyway. Returns by how much.
    pub fn use_up_cost_waivers(&mut self, most: Minor) -> Minor {
        let mut left = most;
        for happening in &mut self.events {
            if let EventEffect::Waiver(Component::Costs | Component::Fee, amount) =
                &mut happening.effect
            {
                let used = left.min(*amount);
                left -= used;
                *amount -= used;
            }
        }
        most - left
    }

    /// Moves waivers of costs to the day from which the costs are owed, so that what was given up before is not asked.
    pub fn defer_cost_waivers(&mut self, from: NaiveDate) {
        for happening in &mut self.events {
            if matches!(
                happening.effect,
                EventEffect::Waiver(Component::Costs | Component::Fee, _)
            ) {
                happening.date = happening.date.max(from);
            }
        }
    }

    /// The recorded interest that is left out, because interest is computed instead.
    pub fn excluded_interest(&self) -> Minor {
        let written = self.events.iter().map(|happening| match happening.effect {
            EventEffect::Charge(Component::Interest, amount) => amount,
            _ => Minor::ZERO,
        });
        match self.interest {
            InterestBasis::Calculated => written.sum(),
            InterestBasis::Recorded => Minor::ZERO,
        }
    }

    /// Whether an entry records collection costs.
    pub fn has_recorded_costs(&self) -> bool {
        let mut all = self.events.iter();
        all.any(|happening| matches!(happening.effect, EventEffect::Charge(Component::Costs, _)))
    }
}
