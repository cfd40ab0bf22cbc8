//! What happened to one invoice, from the steps of the ledger: claimed, paid, credited, waived, given up, bounced.

use super::docket::Docket;
use crate::journal::model::{
    Component, InvoiceIx, Journal, Movement, MovementExtra, MovementIx, MovementKind,
};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::policy::replay::{Event, What};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// One thing that happened.
#[derive(Clone, Copy, Debug)]
pub struct Happening {
    /// The day.
    pub date: NaiveDate,
    /// The entry.
    pub entry: MovementIx,
    /// By which rule of the ledger.
    pub rule: AllocationRule,
    /// What it did.
    pub what: Did,
}

/// What it did. Amounts are above zero; nothing where it was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// Costs, a fee or interest were claimed.
    Claimed(Component, Minor),
    /// Money, or a credit on account, was used.
    Money(Minor),
    /// A credit note, a discount, or principal given up.
    Lowered(Minor),
    /// Costs, a fee or interest are no longer claimed.
    Waived(Component, Minor),
    /// All that was left was given up; undone it did nothing.
    Closed {
        /// Whether it still holds.
        holds: bool,
    },
    /// The money of the happening at this place bounced.
    Bounced(usize),
}

/// Everything that happened to an invoice by the day of the ledger, in its order.
pub fn happened(docket: &Docket<'_>, invoice: InvoiceIx) -> Vec<Happening> {
    let mut teller = Teller {
        journal: docket.journal,
        invoice,
        all: Vec::new(),
    };
    let together = |one: &&Allocation, next: &&Allocation| {
        (one.movement, one.date, one.rule) == (next.movement, next.date, next.rule)
            && (one.amount > 0) == (next.amount > 0)
    };
    for act in docket.steps(invoice).chunk_by(together) {
        teller.act(act);
    }
    teller.all
}

struct Teller<'j> {
    journal: &'j Journal,
    invoice: InvoiceIx,
    all: Vec<Happening>,
}

impl Teller<'_> {
    /// Steps of one entry, one day and one rule, all in one direction.
    fn act(&mut self, steps: &[&Allocation]) {
        let Some(first) = steps.first() else { return };
        let movement = &self.journal.movements[first.movement];
        let whole: Minor = steps.iter().map(|step| Minor::from(step.amount)).sum();
        match first.rule {
            AllocationRule::Named
            | AllocationRule::Designated
            | AllocationRule::Applied
            | AllocationRule::Oldest => {
                let own_credit = movement.kind == MovementKind::Credit
                    && movement.invoice == Some(self.invoice)
                    && first.rule == AllocationRule::Named;
                self.tell(
                    first,
                    if own_credit {
                        Did::Lowered(whole)
                    } else {
                        Did::Money(whole)
                    },
                );
            }
            AllocationRule::Claimed => self.tell(first, Did::Claimed(first.component, -whole)),
            AllocationRule::Waived => {
                for step in steps {
                    self.tell(step, Did::Waived(step.component, step.amount.into()));
                }
            }
            AllocationRule::Discount if whole.is_positive() => {
                self.tell(first, Did::Lowered(whole));
            }
            AllocationRule::Settlement if whole.is_positive() => {
                self.tell(first, Did::Closed { holds: true });
            }
            AllocationRule::Discount | AllocationRule::Settlement => self.undo(first.rule),
            AllocationRule::WrittenOff if movement.amount == 0 => {
                self.tell(first, Did::Closed { holds: true });
            }
            AllocationRule::WrittenOff => self.tell(first, Did::Lowered(whole)),
            AllocationRule::Reversed => self.bounce(first, movement),
            // Money for what was given up changes nothing that may be asked; nothing may be asked of what is void.
            AllocationRule::Recovered | AllocationRule::Voided => {}
        }
    }

    fn tell(&mut self, step: &Allocation, what: Did) {
        self.all.push(Happening {
            date: step.date,
            entry: step.movement,
            rule: step.rule,
            what,
        });
    }

    /// Takes back the last discount or settlement: a page speaks of it as if it had never been.
    fn undo(&mut self, rule: AllocationRule) {
        let mut back = self.all.iter_mut().rev();
        if let Some(last) = back.find(|happening| happening.rule == rule) {
            last.what = match last.what {
                Did::Closed { .. } => Did::Closed { holds: false },
                _ => Did::Lowered(Minor::ZERO),
            };
        }
    }

    /// Every use of the payment that a reversal means.
    fn bounce(&mut self, step: &Allocation, reversal: &Movement) {
        let bounced: Vec<usize> = self.all.iter().filter_map(Happening::bounced).collect();
        let standing = |place: &usize| !bounced.contains(place);
        let places: Vec<usize> = (0..self.all.len()).filter(standing).collect();
        let meant = places.iter().find_map(|place| {
            let happening = self.all.get(*place)?;
            let payment = &self.journal.movements[happening.entry];
            let money = matches!(happening.what, Did::Money(_));
            (money && means(reversal, payment)).then_some(happening.entry)
        });
        let Some(payment) = meant else { return };
        for place in places {
            let of_payment = self.all.get(place).is_some_and(|happening| {
                happening.entry == payment && matches!(happening.what, Did::Money(_))
            });
            if of_payment {
                self.tell(step, Did::Bounced(place));
            }
        }
    }
}

impl Happening {
    const fn bounced(&self) -> Option<usize> {
        match self.what {
            Did::Bounced(place) => Some(place),
            _ => None,
        }
    }

    /// As the law tells it. Interest that was written counts only where none is reckoned.
    pub const fn event(&self, interest: Interest) -> Event {
        let what = match (self.what, interest) {
            (Did::Claimed(Component::Interest, amount), Interest::Written) => {
                What::Interest(amount)
            }
            (Did::Claimed(Component::Interest, _), Interest::Reckoned) => {
                What::Interest(Minor::ZERO)
            }
            (Did::Claimed(_, amount), _) => What::Costs(amount),
            (Did::Money(amount), _) => What::Payment(amount),
            (Did::Lowered(amount), _) => What::Credit(amount),
            (Did::Waived(Component::Interest, amount), _) => What::WaivedInterest(amount),
            (Did::Waived(_, amount), _) => What::WaivedCosts(amount),
            (Did::Closed { holds: true }, _) => What::Quits,
            (Did::Closed { holds: false }, _) => What::Credit(Minor::ZERO),
            (Did::Bounced(place), _) => What::Reversal(place),
        };
        Event {
            date: self.date,
            what,
        }
    }
}

/// Which interest is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interest {
    /// That of the law, or at a rate that was agreed.
    Reckoned,
    /// Only what `interest` entries claim.
    Written,
}

/// Whether a reversal means a payment: by its day and amount, or by its bank reference (SPEC.md 6.6). That there is
/// but one such payment is the ledger's to see.
fn means(reversal: &Movement, payment: &Movement) -> bool {
    let more = reversal.extra.as_deref();
    let named = |pick: fn(&MovementExtra) -> Option<&str>, of: Option<&MovementExtra>| {
        of.and_then(pick).map(str::to_owned)
    };
    let id = named(|more| more.of_bank_id.as_deref(), more);
    let fits = payment.kind == MovementKind::Payment
        && payment.amount == reversal.amount
        && more.is_none_or(|more| more.of_date.is_none_or(|of| of == payment.date));
    fits && id.is_none_or(|id| {
        named(|more| more.bank_id.as_deref(), payment.extra.as_deref()) == Some(id)
    })
}
