//! What a fourteen-day letter asked of an invoice, as far as no letter before it had asked it: its costs are reckoned on that
//! (NL: BW 6:96 lid 6). What was left out of an earlier letter, contested then or in a part that stood at another step, is
//! asked first by a later one (SPEC.md 12).

use super::claim_index::ClaimIndex;
use super::claim_instalments::ClaimInstalment;
use super::fourteen_day_letter::{FourteenDayLetter, find_effective_letters};
use super::invoice_claim::InvoiceClaim;
use super::letter_scope::LetterScope;
use super::model::ClaimError;
use super::parties::ClaimParties;
use crate::journal::model::{Event, InvoiceIx, ItemIx};
use crate::policy::interest::InterestMethod;
use crate::policy::jurisdiction::law::Law;
use crate::policy::replay::{self, Debt, DebtChange};
use crate::value::exact_amount::DayCount;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What a letter asked of an invoice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterDemand {
    /// The parts of the invoice that it asked.
    pub items: Vec<ItemIx>,
    /// The due date of the first of them.
    pub due: Option<NaiveDate>,
    /// The principal that it asked and no earlier letter had.
    pub principal: Minor,
    /// The principal that an earlier letter had asked, and that was not paid yet.
    pub asked_before: Minor,
    /// What was paid for it inside its term.
    pub paid: Minor,
}

impl LetterDemand {
    /// What was left of its principal when its term was over.
    pub fn left(&self) -> Minor {
        (self.principal - self.paid).max(Minor::ZERO)
    }
}

/// What each of some letters about an invoice asked of it, in their order.
///
/// # Errors
/// Interest cannot be computed.
pub fn letter_demands(
    docket: &ClaimIndex<'_>,
    case: &InvoiceClaim,
    letters: &[FourteenDayLetter<'_>],
) -> Result<Vec<LetterDemand>, ClaimError> {
    let mut demands: Vec<LetterDemand> = Vec::new();
    for letter in letters {
        let scope = AskedParts::of_letter(docket, case, letter.event);
        let (sent, last_day) = (letter.event.date, letter.notice.last_day);
        let asked = scope.principal_on(sent)?;
        let mut before = Minor::ZERO;
        for (earlier, demand) in letters.iter().zip(&demands) {
            let earlier = AskedParts::of_letter(docket, case, earlier.event);
            before += earlier.unpaid_of(demand, &scope.places(), sent)?;
        }
        let asked_before = before.min(asked);
        demands.push(LetterDemand {
            items: scope.instalments().map(|part| part.item).collect(),
            due: scope.instalments().find_map(|part| part.debt.due),
            principal: asked - asked_before,
            asked_before,
            paid: scope.paid_between(sent, last_day)?,
        });
    }
    Ok(demands)
}

/// What earlier letters had asked of some parts of an invoice, whether their terms are over or not, and was not paid at the
/// end of the day of the claims.
///
/// # Errors
/// Interest cannot be computed.
pub fn asked_before(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
    invoice: InvoiceIx,
    items: &[ItemIx],
) -> Result<Minor, ClaimError> {
    let about = (invoice, docket.journal.first_due_date(invoice));
    let history = &docket.history;
    let letters = find_effective_letters(history, law, parties, about, NaiveDate::MAX);
    let Ok(mut letters) = letters else {
        return Ok(Minor::ZERO);
    };
    let as_of = docket.ledger.as_of;
    letters.retain(|letter| letter.event.date < as_of);
    let case = InvoiceClaim::for_invoice(docket, parties, invoice);
    let parts = case.instalments.iter().enumerate();
    let places = parts.filter(|(_, part)| items.contains(&part.item));
    let places: Vec<usize> = places.map(|(place, _)| place).collect();
    let mut before = Minor::ZERO;
    for (letter, demand) in letters.iter().zip(letter_demands(docket, &case, &letters)?) {
        let asked = AskedParts::of_letter(docket, &case, letter.event);
        before += asked.unpaid_of(&demand, &places, as_of)?;
    }
    Ok(before)
}

/// The parts of an invoice that a letter asked.
struct AskedParts<'c> {
    case: &'c InvoiceClaim,
    scope: LetterScope,
    sent: NaiveDate,
}

impl<'c> AskedParts<'c> {
    /// Of a letter; of an invoice in a plan, all that was late of what the plan let fall due.
    fn of_letter(docket: &ClaimIndex<'_>, case: &'c InvoiceClaim, sent: &Event) -> Self {
        let scope = docket.scope_of_letter(sent, case.invoice);
        let scope = scope.filter(|_| !case.is_in_plan);
        Self {
            case,
            scope: scope.cloned().unwrap_or_default(),
            sent: sent.date,
        }
    }

    /// The places of the instalments that were asked.
    fn places(&self) -> Vec<usize> {
        let late = self.case.overdue_count(self.sent);
        let parts = self.case.instalments.iter().take(late).enumerate();
        let asked = parts.filter(|(_, part)| self.scope.has_part(part.item));
        asked.map(|(place, _)| place).collect()
    }

    fn instalments(&self) -> impl Iterator<Item = &'c ClaimInstalment> {
        let places = self.places().into_iter();
        places.filter_map(|place| self.case.instalments.get(place))
    }

    /// The principal that the letter asked: as the books had it, where all money went to principal. It is never more than
    /// what the order of the law leaves.
    fn principal_on(&self, day: NaiveDate) -> Result<Minor, ClaimError> {
        let open = open_in_books(self.case, &self.places(), day)?;
        Ok(self.scope.asked.map_or(open, |asked| asked.min(open)))
    }

    /// What of the principal of the letter was not paid at the end of a later day, as far as it is of some instalments.
    fn unpaid_of(
        &self,
        demand: &LetterDemand,
        of: &[usize],
        day: NaiveDate,
    ) -> Result<Minor, ClaimError> {
        let mut common = self.places();
        common.retain(|place| of.contains(place));
        let open = open_in_books(self.case, &common, day)?;
        let unpaid = demand.principal - self.paid_between(self.sent, day)?;
        Ok(unpaid.clamp(Minor::ZERO, open.max(Minor::ZERO)))
    }

    /// The payments behind day `after`, through day `through`, for what was asked, if no costs were owed. The whole payment
    /// counts, also where a part went to interest, because the lower claim is the safe one.
    fn paid_between(&self, after: NaiveDate, through: NaiveDate) -> Result<Minor, ClaimError> {
        let told = self.case.replay_without_costs(through)?;
        let places = self.places();
        let inside = told
            .splits
            .iter()
            .filter(|split| split.date > after && split.reversed_on.is_none());
        let paid = inside.map(|split| {
            let parts = split.parts.iter().enumerate();
            let asked = parts.filter(|(place, _)| places.contains(place));
            let asked = asked.map(|(_, part)| part.interest + part.principal);
            split.claimed_interest + asked.sum::<Minor>()
        });
        Ok(paid.sum())
    }
}

/// The principal of some instalments at the end of a day, as the books have it.
fn open_in_books(
    case: &InvoiceClaim,
    places: &[usize],
    day: NaiveDate,
) -> Result<Minor, ClaimError> {
    let free = InterestMethod::agreed(Share::ZERO, DayCount::default());
    let parts = case.instalments.iter().map(|part| Debt {
        interest_method: free,
        ..part.debt
    });
    let parts: Vec<Debt> = parts.collect();
    let mut events = case.debt_events();
    for event in &mut events {
        if let DebtChange::Costs(amount) | DebtChange::Interest(amount) = &mut event.change {
            *amount = Minor::ZERO;
        }
    }
    let through = case.last_day_of_accrual(day);
    let told = replay::replay_debt(&parts, &events, through)
        .map_err(|fault| case.to_claim_error(fault))?;
    let open = places.iter().filter_map(|place| told.parts.get(*place));
    Ok(open.map(|part| part.principal).sum())
}
