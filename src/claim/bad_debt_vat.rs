//! VAT on bad debts: what can be reclaimed on a day, and what must be repaid because money came in later (NL: Wet OB
//! 1968 art. 29; SPEC.md 12.1).

use super::instalment_vat::ReclaimDay;
use super::vat_facts::{ReclaimCause, ReclaimableVat, RepayableVat, sum_of, taxed_parts};
use super::vat_timeline::VatTimeline;
use crate::journal::history::EventHistory;
use crate::journal::model::{Component, CustomerIx, InvoiceIx, ItemIx, Journal, MovementIx};
use crate::journal::source_lookup::SourceLookup;
use crate::ledger::excess_credits::{CreditUse, ExcessCredit, excess_credits};
use crate::ledger::first_voids::first_voids;
use crate::ledger::model::{Allocation, AllocationRule, Ledger, Status};
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart};
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::{TaxedPart, relief_day, vat_inside};
use crate::text::span::Origin;
use crate::value::calendar::days_between;
use crate::value::index_vec::IndexVec;
use crate::value::money::Minor;
use crate::value::vat_code::VatCode;
use crate::value::vocabulary::{VatBasis, VatReturn};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What the VAT returns of a business still have to tell of bad debts.
#[derive(Clone, Debug, Default)]
pub struct OpenVat {
    /// To be asked back.
    pub reclaimable: Vec<ReclaimableVat>,
    /// To be paid again.
    pub repayable: Vec<RepayableVat>,
}

impl OpenVat {
    /// What no `note` on or after its day has done (SPEC.md 11.5).
    pub fn open_on(
        (journal, ledger): (&Journal, &Ledger),
        breakdown: &VatBreakdown,
        history: &EventHistory<'_>,
        text: &dyn SourceLookup,
    ) -> Self {
        let mut found = find_unpaid_vat(journal, ledger, breakdown);
        // Several lines of one day are one thing to do.
        found.reclaimable.dedup_by(|next, known| {
            let moment = |it: &ReclaimableVat| (it.invoice, it.since, it.cause);
            let is_same = moment(next) == moment(known);
            if is_same {
                known.add(next);
            }
            is_same
        });
        found.reclaimable.retain(|it| {
            let done = VatReturn::Reclaimed;
            it.vat().minor.is_positive() && !is_done(history, text, it.invoice, (it.since, done))
        });
        found.repayable.retain(|it| {
            let done = VatReturn::Repaid;
            it.vat().minor.is_positive() && !is_done(history, text, it.invoice, (it.since, done))
        });
        found
    }
}

/// Words for the tax in notes: those of the languages of the program, and of neighbours.
const TAX_WORDS: &[&str] = &["vat", "btw", "omzetbelasting", "mwst", "ust", "tva"];

/// Whether a note says it was done: with `vat:`, or, as journals did before there was that key, in words that name the tax.
fn is_done(
    history: &EventHistory<'_>,
    text: &dyn SourceLookup,
    invoice: InvoiceIx,
    (since, what): (NaiveDate, VatReturn),
) -> bool {
    let latest_first = history.of_invoice(invoice).rev();
    let mut recent = latest_first.take_while(|event| event.date >= since);
    recent.any(|event| {
        event.is_note()
            && event.vat_return().map_or_else(
                || names_tax(&text.free_text(event.origin)),
                |done| done == what,
            )
    })
}

fn names_tax(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let mut words = words.map(str::to_lowercase);
    words.any(|word| TAX_WORDS.contains(&&*word))
}

/// All VAT that could be asked back up to a day, and all that is owed again, of invoices that were not voided; none where VAT
/// is owed when it is paid.
pub fn find_unpaid_vat(journal: &Journal, ledger: &Ledger, breakdown: &VatBreakdown) -> OpenVat {
    let basis = journal.business.as_ref().map(|own| own.vat_basis);
    if basis == Some(VatBasis::Cash) {
        return OpenVat::default();
    }
    let mut found = find_bad_debt_vat(journal, ledger, breakdown);
    let is_void = |invoice: InvoiceIx| {
        let mut items = journal.items_of(invoice);
        items.any(|item| ledger.items[item].status == Status::Void)
    };
    found.reclaimable.retain(|fact| !is_void(fact.invoice));
    found.repayable.retain(|fact| !is_void(fact.invoice));
    found
}

/// The same for a return: a void changes nothing about a period before it, and on its day what was asked back is owed again.
/// By invoice, and of one invoice in order of time.
pub fn find_bad_debt_vat(journal: &Journal, ledger: &Ledger, breakdown: &VatBreakdown) -> OpenVat {
    let Some(law) = business_law(journal) else {
        return OpenVat::default();
    };
    let insolvencies = insolvencies_by_customer(journal, ledger.as_of);
    let unpaid = unpaid_invoices(journal, ledger, law, &insolvencies);
    let beyond = excess_credits(journal, ledger);
    let steps = steps_by_invoice((journal, ledger), &beyond, unpaid);
    let mut found = OpenVat::default();
    for (invoice, steps) in steps {
        let parts = parts_of_invoice(journal, breakdown, (invoice, law));
        if parts.is_empty() {
            continue;
        }
        let insolvent = insolvency_after(journal, &insolvencies, invoice);
        let moment_of = |item: ItemIx| relief_moment(journal, law, item, insolvent);
        let mut timeline = VatTimeline::new(
            journal,
            breakdown,
            (invoice, parts),
            ledger.as_of,
            moment_of,
        );
        for step in steps {
            step.replay(&mut timeline);
        }
        timeline.finish();
        found.reclaimable.append(&mut timeline.reclaimable);
        found.repayable.append(&mut timeline.repayable);
    }
    found
}

/// What happened to the principal of some invoices, in the order of days.
fn steps_by_invoice<'l>(
    (journal, ledger): (&Journal, &'l Ledger),
    beyond: &'l BTreeMap<InvoiceIx, Vec<ExcessCredit>>,
    unpaid: impl IntoIterator<Item = InvoiceIx>,
) -> BTreeMap<InvoiceIx, Vec<VatStep<'l>>> {
    let mut steps: BTreeMap<InvoiceIx, Vec<VatStep<'l>>> = BTreeMap::new();
    // Most steps are about invoices that were paid: no need to look each of them up.
    let mut is_unpaid = IndexVec::from_elem(false, journal.invoices.len());
    for invoice in unpaid {
        steps.insert(invoice, Vec::new());
        is_unpaid[invoice] = true;
    }
    let principal = ledger.allocations.iter();
    for step in principal.filter(|step| step.component == Component::Principal) {
        let invoice = journal.items[step.item].invoice;
        if is_unpaid[invoice] {
            let own = VatStep::Allocated(step);
            steps.entry(invoice).or_default().push(own);
        }
    }
    for (invoice, notes) in beyond {
        if let Some(own) = steps.get_mut(invoice) {
            for note in notes {
                own.push(VatStep::CreditedInExcess(note));
                own.extend(note.uses.iter().copied().map(VatStep::CreditUsed));
            }
            own.sort_by_key(VatStep::date);
        }
    }
    for (invoice, (date, void)) in first_voids(journal, ledger.as_of) {
        if let Some(own) = steps.get_mut(&invoice) {
            // Of its day a void comes last.
            let place = own.partition_point(|step| step.date() <= date);
            own.insert(place, VatStep::Voided(void, date));
        }
    }
    steps
}

/// The VAT in what is open of an invoice, and the day since which it can be reclaimed at the latest; `None` where it
/// bears none.
pub fn open_vat(
    (journal, breakdown): (&Journal, &VatBreakdown),
    invoice: InvoiceIx,
    (open, due): (Minor, NaiveDate),
) -> Option<(Minor, NaiveDate)> {
    let basis = journal.business.as_ref().map(|own| own.vat_basis);
    let law = business_law(journal).filter(|_| basis != Some(VatBasis::Cash))?;
    let parts = parts_of_invoice(journal, breakdown, (invoice, law));
    let vat = sum_of(&vat_inside(&parts, open)?);
    let since = relief_day(law, due)?;
    vat.is_positive().then_some((vat, since))
}

/// An invoice by rate of VAT; empty where it bears no VAT, says nothing of it, or is in another currency than that of the
/// law.
fn parts_of_invoice(
    journal: &Journal,
    breakdown: &VatBreakdown,
    (invoice, law): (InvoiceIx, &Law),
) -> Vec<TaxedPart> {
    if journal.invoices[invoice].currency != law.currency {
        return Vec::new();
    }
    let parts = breakdown.of_invoice(journal, invoice);
    let is_taxed = |part: &VatPart| part.code.is_some_and(VatCode::is_taxed);
    if !parts.iter().any(is_taxed) {
        return Vec::new();
    }
    taxed_parts(&parts)
}

/// The law under which the business owes VAT; `None` where it charges no VAT or the program does not know its law.
fn business_law(journal: &Journal) -> Option<&'static Law> {
    journal.home_law().filter(|_| journal.is_vat_charged())
}

/// What happens to an invoice, as far as its VAT is concerned.
enum VatStep<'a> {
    Allocated(&'a Allocation),
    CreditedInExcess(&'a ExcessCredit),
    CreditUsed(CreditUse),
    Voided(MovementIx, NaiveDate),
}

impl VatStep<'_> {
    fn replay(&self, timeline: &mut VatTimeline<'_>) {
        match *self {
            Self::Allocated(step) => timeline.take_step(step),
            Self::CreditedInExcess(note) => timeline.take_excess_credit(note),
            Self::CreditUsed(used) => timeline.take_credit_use(used),
            Self::Voided(void, date) => timeline.take_void(void, date),
        }
    }

    const fn date(&self) -> NaiveDate {
        match self {
            Self::Allocated(step) => step.date,
            Self::CreditedInExcess(note) => note.date,
            Self::CreditUsed(used) => used.date,
            Self::Voided(_, date) => *date,
        }
    }
}

/// The days of insolvencies, and where they stand.
type Insolvencies = BTreeMap<CustomerIx, Vec<(NaiveDate, Origin)>>;

fn insolvencies_by_customer(journal: &Journal, as_of: NaiveDate) -> Insolvencies {
    let mut found = Insolvencies::new();
    let events = journal.events.iter();
    for event in events.filter(|event| event.is_insolvency() && event.date <= as_of) {
        if let Some(customer) = event.customer {
            let days = found.entry(customer).or_default();
            days.push((event.date, event.origin));
        }
    }
    found
}

/// The first insolvency of the customer since an invoice; what is delivered to a trustee is another debt.
fn insolvency_after(
    journal: &Journal,
    insolvencies: &Insolvencies,
    invoice: InvoiceIx,
) -> Option<(NaiveDate, Origin)> {
    let record = &journal.invoices[invoice];
    let days = insolvencies.get(&record.customer?)?.iter().copied();
    days.filter(|(day, _)| *day >= record.date)
        .min_by_key(|(day, _)| *day)
}

/// Insolvency or the time of the law, whichever comes first.
fn relief_moment(
    journal: &Journal,
    law: &Law,
    item: ItemIx,
    insolvent: Option<(NaiveDate, Origin)>,
) -> Option<ReclaimDay> {
    let due = journal.items[item].due;
    let charged = journal.invoices[journal.items[item].invoice].origin;
    let passed = due.and_then(|due| relief_day(law, due));
    let passed = passed.map(|day| (day, ReclaimCause::TimePassed, charged));
    let insolvent = insolvent.map(|(day, event)| {
        let written = journal.includes.later(event, charged);
        (day, ReclaimCause::Insolvent, written)
    });
    passed.into_iter().chain(insolvent).min()
}

/// The invoices of which something was not paid in the time of the law, or was given up; or may have been by what was known
/// when a return was filed. Most were paid, and need no replay.
fn unpaid_invoices(
    journal: &Journal,
    ledger: &Ledger,
    law: &Law,
    insolvencies: &Insolvencies,
) -> BTreeSet<InvoiceIx> {
    let least_days = law.vat_relief.value().least_days();
    let is_late = |item: ItemIx, day: NaiveDate| {
        let due = journal.items[item].due;
        due.is_some_and(|due| days_between(due, day) >= least_days)
    };
    let is_of_insolvent = |item: ItemIx| {
        let customer = journal.invoices[journal.items[item].invoice].customer;
        !insolvencies.is_empty() && customer.is_some_and(|it| insolvencies.contains_key(&it))
    };
    let open = ledger.items.iter().filter(|(item, state)| {
        let unpaid = state.open.is_positive() && is_late(*item, ledger.as_of);
        unpaid || (state.status != Status::Future && is_of_insolvent(*item))
    });
    let given_up = ledger.allocations.iter().filter(|step| {
        let rule = step.rule;
        matches!(
            rule,
            AllocationRule::WrittenOff | AllocationRule::Settlement
        ) || is_late(step.item, step.date)
            || is_written_late(journal, step, ledger.as_of)
    });
    let items = open.map(|(item, _)| item);
    let items = items.chain(given_up.map(|step| step.item));
    let mut found: BTreeSet<InvoiceIx> = items.map(|item| journal.items[item].invoice).collect();
    found.retain(|invoice| {
        let mut items = journal.items_of(*invoice);
        items.all(|item| ledger.items[item].status != Status::Future)
    });
    found
}

/// Whether a step is of an entry that was written after a return of its day, or of a later one, had been filed.
fn is_written_late(journal: &Journal, step: &Allocation, as_of: NaiveDate) -> bool {
    let origin = journal.movements[step.movement].origin;
    let mut filings = journal.vat_filings.iter();
    filings.any(|filing| {
        step.date <= filing.period.last
            && filing.date <= as_of
            && filing.stands_before(&journal.includes, origin)
    })
}
