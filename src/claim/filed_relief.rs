//! VAT on a bad debt that was asked back in a return which was filed, of a debt that an entry written afterwards took away:
//! the return stays as it was filed (SPEC.md 6.26).

use super::instalment_vat::{LateReduction, ReclaimDay};
use super::vat_facts::{ReclaimableVat, RepayableVat, taxed_parts};
use super::vat_timeline::VatTimeline;
use crate::journal::filed_before::is_filed_before;
use crate::journal::model::{ItemIx, MovementIx, MovementKind};
use crate::policy::vat_relief::{VatAmount, vat_inside};
use crate::value::money::{Minor, Money};

impl VatTimeline<'_> {
    /// What the return of a moment had that was filed before an entry took the debt away again: it stays as it was filed, and
    /// is owed again by that entry, which is late.
    pub(super) fn correct_filed_relief(&mut self, item: ItemIx, moment: ReclaimDay) {
        let state = self.instalments.get_mut(&item);
        let taken_late = state.map_or_else(Vec::new, |state| std::mem::take(&mut state.taken_late));
        let (since, cause, origin) = moment;
        let currency = self.journal.invoices[self.invoice].currency;
        for taken in taken_late {
            let gross = Money::new(taken.gross, currency);
            self.reclaimable.push(ReclaimableVat {
                invoice: self.invoice,
                since,
                cause,
                origin,
                gross,
                rates: taken.rates.clone(),
            });
            self.repayable.push(RepayableVat {
                invoice: self.invoice,
                movement: taken.movement,
                since,
                reclaimable_since: since,
                gross,
                rates: taken.rates,
            });
        }
    }

    /// Remembers what an entry takes that was written after the return of the moment of its instalment had been filed.
    pub(super) fn note_late(&mut self, movement: MovementIx, item: ItemIx, gross: Minor) {
        let origin = self.journal.movements[movement].origin;
        let state = self.instalments.get(&item);
        let moment = state.and_then(|state| state.moment.filter(|_| !state.is_past));
        let is_late =
            |day| gross.is_positive() && is_filed_before(self.journal, day, (origin, self.as_of));
        if !moment.is_some_and(|(day, ..)| is_late(day)) {
            return;
        }
        let rates = self.rates_taken(movement, gross);
        if let Some(state) = self.instalments.get_mut(&item) {
            state.taken_late.push(LateReduction {
                movement,
                gross,
                rates,
            });
        }
    }

    /// The VAT in what an entry takes: of a credit note at its own rates.
    fn rates_taken(&self, movement: MovementIx, gross: Minor) -> Vec<VatAmount> {
        let is_credit = self.journal.movements[movement].kind == MovementKind::Credit;
        let own = || taxed_parts(&self.breakdown.of_credit_note(self.journal, movement));
        let parts = if is_credit { own() } else { self.parts.clone() };
        let inside = vat_inside(&parts, gross).unwrap_or_default();
        let of_invoice = self.vat.iter().map(|known| {
            let same = inside.iter().find(|it| it.rate == known.rate);
            VatAmount {
                rate: known.rate,
                net: same.map_or(Minor::ZERO, |it| it.net),
                amount: same.map_or(Minor::ZERO, |it| it.amount),
            }
        });
        of_invoice.collect()
    }
}
