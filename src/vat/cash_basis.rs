//! What comes in, where VAT is owed when it is paid (kasstelsel): the VAT in each receipt in proportion to what is open, so
//! that all receipts of an invoice together have exactly its VAT, whatever their number and size. What is closed without
//! money has VAT that is never owed.

use super::invoice_basis::entries_by_invoice;
use super::vat_entry::{VatEntry, VatEntryKind};
use crate::journal::model::{Component, InvoiceIx, Journal, MovementIx, MovementKind};
use crate::ledger::excess_credits::excess_credits;
use crate::ledger::first_voids::first_voids;
use crate::ledger::model::{Allocation, AllocationRule, Ledger};
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart, add_parts, take_in_proportion};
use crate::policy::jurisdiction::law::Law;
use crate::text::span::Origin;
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::vat_code::{VatCode, ZeroRate};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An invoice: what of it is open, came in, and was closed otherwise.
struct ReceivedInvoice {
    open: Vec<VatPart>,
    received: Vec<VatPart>,
    closed: Vec<VatPart>,
}

/// VAT that is owed when it is paid.
pub struct ReceiptVat {
    /// What came in, and what is declared by its invoice all the same.
    pub entries: Vec<VatEntry>,
    /// VAT that is not going to be owed, because a step of the ledger closed principal without money; less than nothing where
    /// that is open again. By the place of the step.
    pub never_owed: BTreeMap<usize, Minor>,
    /// What of each invoice is open at each rate in the end, of which the VAT waits; only of those of which something happened.
    pub open: BTreeMap<InvoiceIx, Vec<VatPart>>,
}

/// What receipts are worked out from.
struct ReceiptReplay<'a> {
    journal: &'a Journal,
    law: &'a Law,
    breakdown: &'a VatBreakdown,
    invoices: BTreeMap<InvoiceIx, ReceivedInvoice>,
    /// What of credit notes was not used yet.
    credit_notes: BTreeMap<MovementIx, Vec<VatPart>>,
    /// What of credit notes lapsed with their invoices, and when.
    lapsed_notes: BTreeMap<MovementIx, (NaiveDate, Minor)>,
    /// The first void of each invoice, and its day.
    voids: BTreeMap<InvoiceIx, (NaiveDate, Origin)>,
    /// What is declared so far of each invoice that is voided.
    declared: BTreeMap<InvoiceIx, Vec<VatPart>>,
    found: ReceiptVat,
}

/// All receipts of a ledger; and the supplies to other countries of the European Union on the day of their invoices, because
/// the listing goes by those.
pub fn find_receipt_vat(
    journal: &Journal,
    law: &Law,
    breakdown: &VatBreakdown,
    ledger: &Ledger,
) -> ReceiptVat {
    let mut all = entries_by_invoice(journal, law, breakdown, ledger.as_of);
    all.retain(|entry| is_by_invoice(entry.part.code));
    let voids = first_voids(journal, ledger.as_of).into_iter();
    let voids =
        voids.map(|(invoice, (date, void))| (invoice, (date, journal.movements[void].origin)));
    let mut replay = ReceiptReplay {
        journal,
        law,
        breakdown,
        invoices: BTreeMap::new(),
        credit_notes: BTreeMap::new(),
        lapsed_notes: BTreeMap::new(),
        voids: voids.collect(),
        declared: BTreeMap::new(),
        found: ReceiptVat {
            entries: all,
            never_owed: BTreeMap::new(),
            open: BTreeMap::new(),
        },
    };
    for (place, step) in ledger.allocations.iter().enumerate() {
        if step.component == Component::Principal {
            replay.take_step(place, step);
        }
    }
    replay.declare_excess_credits(ledger);
    replay.take_back_declared();
    let states = replay.invoices.into_iter();
    let open = states.map(|(invoice, state)| (invoice, state.open));
    ReceiptVat {
        open: open.collect(),
        ..replay.found
    }
}

/// Supplies that stand in the listing, which goes by the day of the invoice: declared by it on either basis.
pub const fn is_by_invoice(code: Option<VatCode>) -> bool {
    matches!(
        code,
        Some(VatCode::Zero(ZeroRate::EuGoods | ZeroRate::EuServices))
    )
}

impl ReceiptReplay<'_> {
    /// Takes one step of the ledger.
    fn take_step(&mut self, place: usize, step: &Allocation) {
        let (received, never_owed) = self.move_parts(step);
        if !never_owed.is_zero() {
            self.found.never_owed.insert(place, never_owed);
        }
        let invoice = self.journal.items[step.item].invoice;
        let origin = self.journal.movements[step.movement].origin;
        let source = if step.rule == AllocationRule::Voided {
            // The step is of the payment that goes back on account; what voids it is another entry.
            let void = self.voids.get(&invoice);
            (
                VatEntryKind::Void,
                invoice,
                void.map_or(origin, |(_, void)| *void),
            )
        } else {
            (VatEntryKind::Receipt, invoice, origin)
        };
        self.declare(source, (Some(invoice), step.date), received);
    }

    /// Moves what a step is about between what is open, came in and was closed; answers what of each rate came in, and the VAT
    /// that is never owed.
    fn move_parts(&mut self, step: &Allocation) -> (Vec<VatPart>, Minor) {
        let (journal, breakdown) = (self.journal, self.breakdown);
        let invoice = journal.items[step.item].invoice;
        let amount = Minor::from(step.amount);
        let state = self.invoices.entry(invoice);
        let state = state.or_insert_with(|| ReceivedInvoice {
            open: breakdown.of_invoice(journal, invoice),
            received: Vec::new(),
            closed: Vec::new(),
        });
        let nothing = (Vec::new(), Minor::ZERO);
        match (step.rule, journal.movements[step.movement].kind) {
            (AllocationRule::Recovered, MovementKind::Payment) => {
                let never_owed = state.close(-amount);
                (state.receive(amount), never_owed)
            }
            // What a receipt of what was given up lessens is taken with that receipt.
            (AllocationRule::Recovered, _) if !amount.is_positive() => nothing,
            (
                AllocationRule::Discount
                | AllocationRule::Settlement
                | AllocationRule::WrittenOff
                | AllocationRule::Recovered,
                _,
            ) => (Vec::new(), state.close(amount)),
            // It met nothing that was open, and lapses with its invoice; so does what the void says against it.
            (AllocationRule::Voided, MovementKind::Credit) if amount.is_positive() => {
                self.lapsed_notes.insert(step.movement, (step.date, amount));
                nothing
            }
            (AllocationRule::Voided, MovementKind::Void) => {
                if amount.is_positive() {
                    take_in_proportion(&mut state.open, amount);
                }
                nothing
            }
            (rule, MovementKind::Credit)
                if !matches!(rule, AllocationRule::Applied | AllocationRule::Voided) =>
            {
                let notes = self.credit_notes.entry(step.movement);
                let note =
                    notes.or_insert_with(|| breakdown.of_credit_note(journal, step.movement));
                if !amount.is_positive() {
                    return nothing;
                }
                let credited = take_in_proportion(note, amount);
                state.credit(&credited)
            }
            (_, MovementKind::Payment | MovementKind::Reversal | MovementKind::Credit) => {
                (state.receive(amount), Minor::ZERO)
            }
            _ => (Vec::new(), state.close(amount)),
        }
    }

    /// What of credit notes met nothing that was open. It takes back, on its day, VAT that came in before; what stands in the
    /// place of principal that was given up before has no VAT that came in, until its money is paid out.
    fn declare_excess_credits(&mut self, ledger: &Ledger) {
        let (journal, breakdown) = (self.journal, self.breakdown);
        let beyond = excess_credits(journal, ledger);
        let notes = journal.movements.iter();
        let notes =
            notes.filter(|(_, it)| it.kind == MovementKind::Credit && it.date <= ledger.as_of);
        for (ix, movement) in notes {
            let extra = movement.extra.as_ref();
            let Some(number) = extra.and_then(|extra| extra.credit_number) else {
                continue;
            };
            let left = self.credit_notes.remove(&ix);
            let mut left = left.unwrap_or_else(|| breakdown.of_credit_note(journal, ix));
            let state = movement.invoice.and_then(|it| self.invoices.get_mut(&it));
            let mut covered = state.map_or_else(Vec::new, |state| state.cover(&mut left));
            let source = (VatEntryKind::Credit, number, movement.origin);
            let mut declared: Minor = left.iter().map(VatPart::gross).sum();
            let parts = left.iter().copied().map(VatPart::negative).collect();
            self.declare(source, (movement.invoice, movement.date), parts);
            if let Some((date, amount)) = self.lapsed_notes.get(&ix).copied()
                && let Some((_, void)) =
                    movement.invoice.and_then(|it| self.voids.get(&it)).copied()
            {
                let source = (VatEntryKind::Void, number, void);
                let lapsed = take_in_proportion(&mut left, amount.min(declared));
                self.declare(source, (movement.invoice, date), lapsed);
            }
            let beyond = movement.invoice.and_then(|it| beyond.get(&it));
            let own = beyond.into_iter().flatten().find(|it| it.note == ix);
            let uses = own.into_iter().flat_map(|it| &it.uses);
            let void = movement.invoice.and_then(|it| self.voids.get(&it)).copied();
            // What becomes of a credit note after the void of its invoice says nothing of the VAT of that.
            for used in uses.filter(|used| void.is_none_or(|(date, _)| used.date <= date)) {
                let paid_out = (used.amount - declared).max(Minor::ZERO);
                declared = (declared - used.amount).max(Minor::ZERO);
                let parts = take_in_proportion(&mut covered, paid_out);
                let parts = parts.into_iter().map(VatPart::negative).collect();
                let origin = journal.movements[used.movement].origin;
                let source = (VatEntryKind::Credit, number, origin);
                self.declare(source, (movement.invoice, used.date), parts);
            }
        }
    }

    /// A void takes back whatever is declared of its invoice, at each rate: also where a credit note had a rate of its own, so
    /// that money for one rate stands for another.
    fn take_back_declared(&mut self) {
        for (invoice, parts) in std::mem::take(&mut self.declared) {
            if let Some((date, void)) = self.voids.get(&invoice).copied() {
                let source = (VatEntryKind::Void, invoice, void);
                let left = parts.into_iter().map(VatPart::negative).collect();
                self.declare(source, (Some(invoice), date), left);
            }
        }
    }

    fn declare(
        &mut self,
        source: (VatEntryKind, InvoiceIx, Origin),
        (invoice, date): (Option<InvoiceIx>, NaiveDate),
        parts: Vec<VatPart>,
    ) {
        let some = |part: &VatPart| (part.net, part.vat) != NOTHING && !is_by_invoice(part.code);
        for part in parts.into_iter().filter(some) {
            if let Some(invoice) = invoice.filter(|it| self.voids.contains_key(it)) {
                add_parts(self.declared.entry(invoice).or_default(), [part]);
            }
            let about = (invoice, date, part);
            let entry = VatEntry::of_part(self.journal, self.law, source, about);
            self.found.entries.push(entry);
        }
    }
}

impl ReceivedInvoice {
    /// Money came in, or went back; answers what of each rate it was.
    fn receive(&mut self, amount: Minor) -> Vec<VatPart> {
        if amount.is_positive() {
            let parts = take_in_proportion(&mut self.open, amount);
            add_parts(&mut self.received, parts.iter().copied());
            parts
        } else {
            let parts = take_in_proportion(&mut self.received, -amount);
            add_parts(&mut self.open, parts.iter().copied());
            parts.into_iter().map(VatPart::negative).collect()
        }
    }

    /// A credit note takes its rates out of what is open. What of a rate came in before and is credited now was paid for the
    /// other rates; answers that correction, which adds up to no money. What of it was closed without money is of other rates
    /// likewise; answers by how much the VAT in that changes.
    fn credit(&mut self, credited: &[VatPart]) -> (Vec<VatPart>, Minor) {
        let taken = credited.iter().copied().map(VatPart::negative);
        add_parts(&mut self.open, taken);
        let (mut of_received, mut of_closed) = (Vec::new(), Vec::new());
        let over = self.open.iter_mut();
        for part in over.filter(|part| !part.is_nothing() && !part.gross().is_positive()) {
            let received = gross_at(&self.received, part.code);
            let closed = gross_at(&self.closed, part.code);
            let beyond = (-part.gross()).min(received + closed);
            let share = ExactAmount::proportion_of_minor(beyond, closed, received + closed);
            let share = share.unwrap_or_default();
            if closed.is_positive() {
                of_closed.push(part.take(-share));
            }
            if received.is_positive() {
                of_received.push(part.take(share - beyond));
            }
        }
        let of_closed = exchange(&mut self.open, of_closed);
        add_parts(&mut self.closed, of_closed.iter().copied());
        let of_received = exchange(&mut self.open, of_received);
        add_parts(&mut self.received, of_received.iter().copied());
        let never_owed = of_closed.iter().map(|part| part.vat).sum();
        (of_received, never_owed)
    }

    /// Takes out of a credit note what of the invoice was closed without money before; answers that part of the note.
    fn cover(&mut self, note: &mut [VatPart]) -> Vec<VatPart> {
        let closed: Minor = self.closed.iter().map(VatPart::gross).sum();
        let whole: Minor = note.iter().map(VatPart::gross).sum();
        let amount = closed.min(whole);
        if !amount.is_positive() {
            return Vec::new();
        }
        take_in_proportion(&mut self.closed, amount);
        take_in_proportion(note, amount)
    }

    /// Something that is no receipt lowers what is open, or raises it again; answers the VAT in it, of which nothing is
    /// declared.
    fn close(&mut self, amount: Minor) -> Minor {
        let (from, to) = if amount.is_positive() {
            (&mut self.open, &mut self.closed)
        } else {
            (&mut self.closed, &mut self.open)
        };
        let is_closed = amount.is_positive();
        let size = if is_closed { amount } else { -amount };
        let parts = take_in_proportion(from, size);
        add_parts(to, parts.iter().copied());
        let vat: Minor = parts.iter().map(|part| part.vat).sum();
        if is_closed { vat } else { -vat }
    }
}

const NOTHING: (Minor, Minor) = (Minor::ZERO, Minor::ZERO);

/// What stands at a rate, at least nothing.
fn gross_at(parts: &[VatPart], code: Option<VatCode>) -> Minor {
    let own = parts.iter().find(|part| part.code == code);
    own.map_or(Minor::ZERO, |part| part.gross().max(Minor::ZERO))
}

/// Parts below zero, and as much above zero of what is open at other rates, which it is taken out of.
fn exchange(open: &mut [VatPart], mut below: Vec<VatPart>) -> Vec<VatPart> {
    let amount: Minor = below.iter().map(|part| -part.gross()).sum();
    if amount.is_positive() {
        below.extend(take_in_proportion(open, amount));
    }
    below
}
