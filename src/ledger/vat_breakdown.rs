//! The VAT in invoices and credit notes: what of each stands at which rate, without VAT and the VAT (SPEC.md 6.2). Every
//! page that speaks of VAT asks here.

use super::first_voids::first_voids;
use super::posting_order::compare_within_day;
use crate::journal::model::{InvoiceIx, Journal, Movement, MovementIx, MovementKind, NumberUse};
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::vat_code::{Untaxed, VatCode};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What of an amount stands at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatPart {
    /// The rate; `None` where the journal does not say it.
    pub code: Option<VatCode>,
    /// Without VAT, in minor units.
    pub net: Minor,
    /// The VAT, in minor units.
    pub vat: Minor,
}

/// The parts of every invoice and credit note.
#[derive(Debug, Default)]
pub struct VatBreakdown {
    /// Of numbers whose parts do not follow from the header alone.
    by_number: BTreeMap<InvoiceIx, Vec<VatPart>>,
    /// What credit notes left of invoices, to divide an amount over.
    left: BTreeMap<InvoiceIx, Vec<VatPart>>,
    /// Invoices less the credit notes before their void, each at its own rate: below zero at a rate of which more was credited
    /// than invoiced.
    uncredited: BTreeMap<InvoiceIx, Vec<VatPart>>,
    /// What an amount is of which no rate is said: exempt where the business charges no VAT, else not known.
    unsaid: Option<VatCode>,
}

impl VatPart {
    /// With VAT.
    pub fn gross(&self) -> Minor {
        self.net + self.vat
    }

    /// The part below zero.
    pub fn negative(self) -> Self {
        Self {
            code: self.code,
            net: -self.net,
            vat: -self.vat,
        }
    }

    /// Whether nothing stands at the rate, neither an amount nor VAT.
    pub fn is_nothing(&self) -> bool {
        self.net.is_zero() && self.vat.is_zero()
    }

    /// All of it; nothing is left.
    fn take_all(&mut self) -> Self {
        let whole = *self;
        (self.net, self.vat) = (Minor::ZERO, Minor::ZERO);
        whole
    }

    /// All of an amount at one rate: the VAT is rounded, halves away from zero, and the net amount is the rest.
    pub fn of_gross(code: Option<VatCode>, gross: Minor) -> Self {
        let inside = code.and_then(|code| {
            let exact = ExactAmount::from_minor(gross)?;
            exact.included_share(code.rate())?.to_minor()
        });
        let vat = inside.unwrap_or_default();
        let net = gross - vat;
        Self { code, net, vat }
    }

    /// The part of it in an amount: in proportion, and exactly all of it at the end. A cent of VAT of which no gross amount is
    /// left goes with an amount of nothing.
    pub fn take(&mut self, gross: Minor) -> Self {
        if gross == self.gross() {
            return self.take_all();
        }
        let vat =
            ExactAmount::proportion_of_minor(self.vat, gross, self.gross()).unwrap_or_default();
        let taken = Self {
            code: self.code,
            net: gross - vat,
            vat,
        };
        self.net -= taken.net;
        self.vat -= taken.vat;
        taken
    }
}

impl VatBreakdown {
    /// Works out the parts of every number, those of credit notes for an invoice in the order of their days.
    pub fn new(journal: &Journal) -> Self {
        let exempt = VatCode::Untaxed(Untaxed::Exempt);
        let mut all = Self {
            unsaid: (!journal.is_vat_charged()).then_some(exempt),
            ..Self::default()
        };
        for subtotal in &journal.vat_subtotals {
            all.by_number
                .entry(subtotal.number)
                .or_default()
                .push(VatPart {
                    code: subtotal.code,
                    net: subtotal.net.into(),
                    vat: subtotal.vat.into(),
                });
        }
        for (number, parts) in &mut all.by_number {
            let amount = journal.invoices[*number].amount();
            add_rounding_difference(parts, amount.map_or(Minor::ZERO, Minor::from));
        }
        all.divide_credit_notes(journal);
        all
    }

    /// The parts of an invoice; one without a rate where the journal does not say it.
    pub fn of_invoice(&self, journal: &Journal, invoice: InvoiceIx) -> Vec<VatPart> {
        let record = &journal.invoices[invoice];
        let total = record.amount().map_or(Minor::ZERO, Minor::from);
        self.with_unsaid(self.of_number(invoice, record.vat, total))
    }

    /// What all credit notes left of an invoice.
    pub fn left_of_invoice(&self, journal: &Journal, invoice: InvoiceIx) -> Vec<VatPart> {
        let left = self.left.get(&invoice);
        left.map_or_else(|| self.of_invoice(journal, invoice), Clone::clone)
    }

    /// What the credit notes up to a day left of some invoices.
    pub fn left_on(
        &self,
        journal: &Journal,
        invoices: BTreeSet<InvoiceIx>,
        day: NaiveDate,
    ) -> BTreeMap<InvoiceIx, Vec<VatPart>> {
        let whole = |invoice| (invoice, self.of_invoice(journal, invoice));
        let mut left: BTreeMap<_, _> = invoices.into_iter().map(whole).collect();
        for (note, movement, invoice) in credit_notes(journal) {
            if movement.date <= day
                && let Some(left) = left.get_mut(&invoice)
            {
                take_own_parts(left, &self.of_credit_note(journal, note));
            }
        }
        left
    }

    /// An invoice less its credit notes, at each rate: below zero where more was credited at it than invoiced. A void takes this
    /// back, so that nothing stays at any rate; a credit note that is written after the void stands beside it.
    pub fn uncredited_of_invoice(&self, journal: &Journal, invoice: InvoiceIx) -> Vec<VatPart> {
        let left = self.uncredited.get(&invoice);
        left.map_or_else(|| self.of_invoice(journal, invoice), Clone::clone)
    }

    /// The parts of a credit note: those it names, else those of its invoice in proportion to what was not yet credited.
    pub fn of_credit_note(&self, journal: &Journal, note: MovementIx) -> Vec<VatPart> {
        self.with_unsaid(self.own_parts(journal, note))
    }

    /// The parts of a credit note as far as it or what was worked out before names them.
    fn own_parts(&self, journal: &Journal, note: MovementIx) -> Vec<VatPart> {
        let movement = &journal.movements[note];
        let extra = movement.extra.as_ref();
        let number = extra.and_then(|extra| extra.credit_number);
        let header = extra.and_then(|extra| extra.vat);
        match number {
            Some(number) => self.of_number(number, header, movement.minor()),
            None => vec![VatPart::of_gross(header, movement.minor())],
        }
    }

    fn with_unsaid(&self, mut parts: Vec<VatPart>) -> Vec<VatPart> {
        for part in &mut parts {
            part.code = part.code.or(self.unsaid);
        }
        parts
    }

    fn of_number(&self, number: InvoiceIx, header: Option<VatCode>, total: Minor) -> Vec<VatPart> {
        let known = self.by_number.get(&number);
        known.map_or_else(|| vec![VatPart::of_gross(header, total)], Clone::clone)
    }

    fn divide_credit_notes(&mut self, journal: &Journal) {
        let mut left: BTreeMap<InvoiceIx, Vec<VatPart>> = BTreeMap::new();
        let mut uncredited: BTreeMap<InvoiceIx, Vec<VatPart>> = BTreeMap::new();
        let voids = first_voids(journal, NaiveDate::MAX);
        for (note, movement, invoice) in credit_notes(journal) {
            let whole = || self.of_invoice(journal, invoice);
            let left = left.entry(invoice).or_insert_with(whole);
            let uncredited = uncredited.entry(invoice).or_insert_with(whole);
            let own = self.own_parts(journal, note);
            let parts = if own.iter().any(|part| part.code.is_some()) {
                take_own_parts(left, &own);
                own
            } else {
                let parts = take_in_proportion(left, movement.minor());
                let extra = movement.extra.as_ref();
                if let Some(number) = extra.and_then(|extra| extra.credit_number) {
                    self.by_number.insert(number, parts.clone());
                }
                parts
            };
            let void = voids.get(&invoice);
            if void.is_none_or(|void| is_before(journal, (note, movement), *void)) {
                add_parts(uncredited, parts.into_iter().map(VatPart::negative));
            }
        }
        self.left = left;
        self.uncredited = uncredited;
    }
}

/// Credit notes that name an invoice, by day and in the order of the journal.
fn credit_notes(journal: &Journal) -> Vec<(MovementIx, &Movement, InvoiceIx)> {
    let all = journal.movements.iter();
    let notes = all.filter(|(_, movement)| movement.kind == MovementKind::Credit);
    let mut notes: Vec<(MovementIx, &Movement, InvoiceIx)> = notes
        .filter_map(|(ix, movement)| Some((ix, movement, movement.invoice?)))
        .filter(|(_, _, invoice)| journal.invoices[*invoice].number_use == NumberUse::Invoice)
        .collect();
    let by_day =
        |(ix, movement, _): &(MovementIx, &Movement, InvoiceIx)| -> (NaiveDate, MovementIx) {
            (movement.date, *ix)
        };
    notes.sort_by_key(by_day);
    notes
}

/// Whether a credit note is carried out before a void.
fn is_before(
    journal: &Journal,
    (note, movement): (MovementIx, &Movement),
    (day, void): (NaiveDate, MovementIx),
) -> bool {
    let order = movement.date.cmp(&day);
    let order = order.then_with(|| compare_within_day(journal, note, void));
    order.is_lt()
}

/// A difference of cents between the parts and the total is VAT at the highest rate.
fn add_rounding_difference(parts: &mut [VatPart], total: Minor) {
    let sum: Minor = parts.iter().map(VatPart::gross).sum();
    let taxed = parts
        .iter_mut()
        .filter(|part| part.code.is_some_and(VatCode::is_taxed));
    if let Some(highest) = taxed.max_by_key(|part| part.code) {
        highest.vat += total - sum;
    }
}

/// A credit note that names its rates takes them out of the parts with those rates, and what exceeds these out of all others.
fn take_own_parts(left: &mut [VatPart], own: &[VatPart]) {
    let mut beyond = Minor::ZERO;
    for own in own {
        match left.iter_mut().find(|part| part.code == own.code) {
            Some(part) if own.gross() <= part.gross() => {
                part.net -= own.net;
                part.vat -= own.vat;
            }
            Some(part) => {
                beyond += own.gross() - part.gross();
                (part.net, part.vat) = (Minor::ZERO, Minor::ZERO);
            }
            None => beyond += own.gross(),
        }
    }
    if beyond.is_positive() {
        take_in_proportion(left, beyond);
    }
}

/// Adds parts to those with their rates.
pub fn add_parts(known: &mut Vec<VatPart>, more: impl IntoIterator<Item = VatPart>) {
    for part in more {
        match known.iter_mut().find(|it| it.code == part.code) {
            Some(same) => {
                same.net += part.net;
                same.vat += part.vat;
            }
            None => known.push(part),
        }
    }
}

/// Divides an amount over what is left of an invoice, and takes it off: all of it at the end, also a cent of VAT at a rate of
/// which no gross amount is left. What exceeds it has no rate.
pub fn take_in_proportion(left: &mut [VatPart], amount: Minor) -> Vec<VatPart> {
    let whole: Minor = left.iter().map(VatPart::gross).sum();
    let mut rest = amount.min(whole);
    let mut open = whole;
    let mut parts = Vec::new();
    for part in left.iter_mut() {
        let gross = part.gross();
        let share = ExactAmount::proportion_of_minor(rest, gross, open).unwrap_or_default();
        open -= gross;
        rest -= share;
        if !share.is_zero() {
            parts.push(part.take(share));
        }
    }
    if amount >= whole {
        let cents = left.iter_mut().filter(|part| !part.is_nothing());
        parts.extend(cents.map(VatPart::take_all));
    }
    let beyond = amount - whole;
    if beyond.is_positive() || parts.is_empty() {
        parts.push(VatPart::of_gross(None, beyond.max(Minor::ZERO)));
    }
    parts
}
