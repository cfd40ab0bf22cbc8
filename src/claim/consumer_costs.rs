//! Costs owed by a consumer: none without the fourteen-day letter, never more than it announced or the scale allows,
//! and no agreement to the consumer's disadvantage (NL: BW 6:96 lid 5 and 6).

use super::costs::{ClaimableCosts, CostsAssessor};
use super::fourteen_day_letter::{FourteenDayLetter, find_effective_letter};
use super::invoice_claim::InvoiceClaim;
use super::joint_demands::{DemandLetter, JointPrincipal, joint_principal};
use super::model::ClaimError;
use super::remark::{ClaimRemark, NoCostsReason, ReceivedLetter, UnclaimedCharge};
use crate::journal::ladder::CostTerms;
use crate::journal::model::InvoiceIx;
use crate::policy::costs::split_vat_from_costs;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The invoices of a claim that depend on one letter.
struct LetterGroup<'a> {
    letter: FourteenDayLetter<'a>,
    /// The indices of these invoices among those of the claim.
    claim_indices: Vec<usize>,
}

impl<'a> CostsAssessor<'a> {
    /// Decides the costs for the invoices of one consumer, letter by letter.
    pub fn assess_consumer(&mut self, cases: &mut [InvoiceClaim]) -> Result<(), ClaimError> {
        let mut groups = BTreeMap::new();
        for (place, case) in cases.iter_mut().enumerate() {
            match self.find_letter(case) {
                Ok(letter) => {
                    let key = letter.event.origin;
                    let places = Vec::new();
                    let group: &mut LetterGroup<'_> = groups.entry(key).or_insert(LetterGroup {
                        letter,
                        claim_indices: places,
                    });
                    group.claim_indices.push(place);
                }
                Err(why) => self.refuse_without_letter(case, why),
            }
        }
        let claimed: BTreeSet<InvoiceIx> = cases.iter().map(|case| case.invoice).collect();
        for group in groups.into_values() {
            self.assess_letter_group(&group, cases, &claimed)?;
        }
        Ok(())
    }

    fn find_letter(&self, case: &InvoiceClaim) -> Result<FourteenDayLetter<'a>, NoCostsReason> {
        let due = case.instalments.first().and_then(|part| part.debt.due);
        let about = (case.invoice, due);
        find_effective_letter(
            &self.index.history,
            self.law,
            self.parties,
            about,
            case.last_day_of_accrual(self.as_of()),
        )
    }

    fn refuse_without_letter(&mut self, case: &mut InvoiceClaim, why: NoCostsReason) {
        if case.recorded_costs().next().is_some() {
            self.cap_recorded_costs(case, Minor::ZERO, self.as_of(), Some(why));
        } else if case.overdue_count(self.as_of()) > 0 {
            self.remark_no_costs(case, why);
        }
    }

    fn assess_letter_group(
        &mut self,
        group: &LetterGroup<'_>,
        cases: &mut [InvoiceClaim],
        claimed: &BTreeSet<InvoiceIx>,
    ) -> Result<(), ClaimError> {
        let Some(oldest) = oldest_claim(cases, &group.claim_indices) else {
            return Ok(());
        };
        let notice = group.letter.notice;
        self.remarks.push(ClaimRemark::Letter(ReceivedLetter {
            sent_on: group.letter.event.date,
            receipt: notice.receipt,
            delivery: group.letter.delivery,
            last_day: notice.last_day,
        }));
        let beside = self.other_claims_of_letter(group, claimed);
        let written = group
            .claim_indices
            .iter()
            .filter_map(|place| cases.get(*place));
        let has_costs = written.into_iter().any(InvoiceClaim::has_recorded_costs);
        // Recorded costs cover all invoices that the letter names. Costs that are not recorded cover only the invoices
        // of this claim.
        let with: &[InvoiceClaim] = if has_costs { &beside } else { &[] };
        let Some(asked) = self.allowed_costs(group, cases, (&beside, with))? else {
            let why = self.no_costs_reason(group, cases.get(oldest))?;
            self.refuse_group(group, cases, why);
            return Ok(());
        };
        if has_costs {
            self.cap_costs_of_group(group, cases, asked);
            return Ok(());
        }
        if let Some(other) = beside.iter().find(|case| case.has_recorded_costs()) {
            let why = NoCostsReason::RecordedOn(other.invoice);
            self.refuse_group(group, cases, why);
            return Ok(());
        }
        let fees = self.cap_costs_of_group(group, cases, asked);
        if let Some(case) = cases.get(oldest)
            && case.cost_terms == CostTerms::None
        {
            self.remark_no_costs(case, NoCostsReason::Policy);
            return Ok(());
        }
        let rest = ClaimableCosts {
            costs: (asked.costs - fees).max(Minor::ZERO),
            ..asked
        };
        if let Some(case) = cases.get_mut(oldest) {
            self.add_costs(case, rest, notice.last_day);
        }
        Ok(())
    }

    /// The invoices that the letter names and this claim does not contain.
    fn other_claims_of_letter(
        &mut self,
        group: &LetterGroup<'_>,
        claimed: &BTreeSet<InvoiceIx>,
    ) -> Vec<InvoiceClaim> {
        let named = group.letter.event.invoices();
        let others = named
            .filter(|number| !claimed.contains(number) && self.is_invoice_of_customer(*number));
        let others: Vec<InvoiceIx> = others.collect();
        let beside = others.iter().map(|other| self.other_invoice(*other));
        let beside: Vec<InvoiceClaim> = beside.collect();
        if !others.is_empty() {
            let sent = group.letter.event.date;
            self.remarks
                .push(ClaimRemark::LetterNamesMore(sent, others));
        }
        beside
    }

    /// The costs that the letter allows; `None` where they are zero. The announced amount covers all invoices that the
    /// letter names. `beside` are those outside the claim, and `with` are those of them that count here.
    fn allowed_costs(
        &mut self,
        group: &LetterGroup<'_>,
        cases: &[InvoiceClaim],
        (beside, with): (&[InvoiceClaim], &[InvoiceClaim]),
    ) -> Result<Option<ClaimableCosts>, ClaimError> {
        let own = || {
            group
                .claim_indices
                .iter()
                .filter_map(|place| cases.get(*place))
        };
        let Some(first) = own().min_by_key(|case| case.first_overdue_day()) else {
            return Ok(None);
        };
        let (sent, notice) = (group.letter.event.date, group.letter.notice);
        let all = sum_demanded_principal(own().chain(beside), sent)?;
        let before = sum_demanded_principal(own().chain(with), sent)?;
        let paid = paid_within_term(own().chain(with), sent, notice.last_day)?;
        let after = (before - paid).max(Minor::ZERO);
        let most = match first.cost_terms {
            CostTerms::Fixed(agreed) => agreed.minor,
            CostTerms::None | CostTerms::Statutory => Minor(i128::MAX),
        };
        let joint = self.joint_principal(group)?;
        let beyond = |own| self.scale_costs_beyond(first, joint.principal, own);
        let alone = self.scale_costs(first, &[all])?.min(most);
        let lawful = beyond(all)?.min(most);
        let scale = beyond(after)?;
        let announced = group.letter.announced_costs.minor;
        let rate =
            self.announced_vat_rate(first, (sent, notice.costs_from), announced, (alone, lawful))?;
        let (costs, vat) = self.cap_by_announcement(first, scale.min(most), rate, announced)?;
        if !costs.is_positive() {
            return Ok(None);
        }
        let earlier = joint.first_sent_on.into_iter();
        (self.remarks).extend(earlier.map(|earlier| ClaimRemark::JointDemand(sent, earlier)));
        if after < before {
            let sums = (first.money(before), first.money(after));
            self.remarks.push(ClaimRemark::PaidWithinTerm(sums));
        }
        Ok(Some(ClaimableCosts {
            from: notice.costs_from,
            base: (costs < most || most >= scale).then_some(after),
            costs,
            vat,
        }))
    }

    /// What stands in earlier letters with which the letter of a group could have been one demand.
    fn joint_principal(&self, group: &LetterGroup<'_>) -> Result<JointPrincipal, ClaimError> {
        let event = group.letter.event;
        let invoices: Vec<InvoiceIx> = event.invoices().collect();
        let later = DemandLetter {
            sent_on: event.date,
            entry: Some(event),
            invoices: &invoices,
        };
        joint_principal(self.index, (self.law, self.parties), later)
    }

    /// The costs and the VAT on them: what the law gives over what is left, or what was announced where that is less. The
    /// two are compared as a whole, VAT included, and an announced sum keeps its split.
    fn cap_by_announcement(
        &self,
        case: &InvoiceClaim,
        costs: Minor,
        rate: Option<Share>,
        announced: Minor,
    ) -> Result<(Minor, Option<(Share, Minor)>), ClaimError> {
        let Some(rate) = rate else {
            return Ok((costs.min(announced), None));
        };
        let tax = self.vat_on_costs(case, rate, costs)?;
        if costs + tax <= announced {
            return Ok((costs, Some((rate, tax))));
        }
        let (costs, tax) =
            split_vat_from_costs(rate, announced).ok_or(ClaimError::TooLarge(case.invoice))?;
        Ok((costs, Some((rate, tax))))
    }

    /// The rate of VAT, where VAT may be added and the letter announced it: more than its costs alone could be, were it the
    /// only letter. Adds a remark where the announced amount differs from what the law allowed on the day of the letter.
    fn announced_vat_rate(
        &mut self,
        case: &InvoiceClaim,
        (sent, from): (NaiveDate, NaiveDate),
        announced: Minor,
        (alone, lawful): (Minor, Minor),
    ) -> Result<Option<Share>, ClaimError> {
        let rate = self.vat_rate(from);
        let tax = rate
            .map(|rate| self.vat_on_costs(case, rate, lawful))
            .transpose()?;
        let whole = lawful + tax.unwrap_or_default();
        if announced != lawful && announced != whole {
            let sums = (case.money(announced), case.money(whole));
            self.remarks
                .push(ClaimRemark::AnnouncedCostsDiffer(sent, sums));
        }
        Ok(rate.filter(|_| announced > alone))
    }

    fn no_costs_reason(
        &self,
        group: &LetterGroup<'_>,
        case: Option<&InvoiceClaim>,
    ) -> Result<NoCostsReason, ClaimError> {
        if case.is_some_and(|case| !self.has_scale(case)) {
            return Ok(NoCostsReason::NoScale);
        }
        let left = case.map(|case| case.overdue_principal(group.letter.event.date, self.as_of()));
        let is_open = left.transpose()?.is_some_and(Minor::is_positive);
        let earlier = self.joint_principal(group)?.first_sent_on;
        let joint = earlier.filter(|_| is_open).map(NoCostsReason::JointDemand);
        Ok(joint.unwrap_or(NoCostsReason::PaidInTime))
    }

    /// Claims none of the recorded costs of a group, and no other costs instead.
    fn refuse_group(
        &mut self,
        group: &LetterGroup<'_>,
        cases: &mut [InvoiceClaim],
        why: NoCostsReason,
    ) {
        for place in &group.claim_indices {
            if let Some(case) = cases.get_mut(*place) {
                self.refuse_without_letter(case, why);
            }
        }
    }

    /// Lowers the recorded costs of a group to what may be claimed. Returns how much of them is claimed.
    fn cap_costs_of_group(
        &mut self,
        group: &LetterGroup<'_>,
        cases: &mut [InvoiceClaim],
        asked: ClaimableCosts,
    ) -> Minor {
        let mut left = asked.sum();
        for place in &group.claim_indices {
            if let Some(case) = cases.get_mut(*place) {
                left -= self.cap_recorded_costs(case, left, group.letter.notice.costs_from, None);
            }
        }
        asked.sum() - left
    }

    /// Lowers the recorded costs of an invoice to `most`, and returns how much is claimed. Costs recorded too early
    /// count from `since`, the first day on which they may be claimed: the last day of the term is still the debtor's.
    fn cap_recorded_costs(
        &mut self,
        case: &mut InvoiceClaim,
        most: Minor,
        since: NaiveDate,
        why: Option<NoCostsReason>,
    ) -> Minor {
        let written: Vec<(usize, Minor)> = case
            .recorded_costs()
            .map(|(place, _, amount)| (place, amount))
            .collect();
        let mut left = most;
        for (place, amount) in written {
            let claimed = amount.min(left);
            left -= claimed;
            case.replace_claimed_amount(place, claimed, since);
            // What was waived is first what nobody may ask.
            let refused = amount - claimed;
            let refused = refused - case.use_up_cost_waivers(refused);
            if refused.is_positive()
                && let Some(entry) = case.entry_of_event(place)
            {
                self.remarks
                    .push(ClaimRemark::ChargeNotClaimed(UnclaimedCharge {
                        invoice: case.invoice,
                        entry,
                        amount: case.money(refused),
                        reason: why,
                    }));
            }
        }
        case.defer_cost_waivers(since);
        most - left
    }
}

fn oldest_claim(cases: &[InvoiceClaim], places: &[usize]) -> Option<usize> {
    let mut places = places.to_vec();
    places.sort_by_key(|place| cases.get(*place).and_then(InvoiceClaim::first_overdue_day));
    places.first().copied()
}

/// The principal that a letter of a day demands: what the books had open of what was overdue. The order of the law would
/// leave more where interest was paid before, and the lower base is the safe one (SPEC.md 12).
fn sum_demanded_principal<'c>(
    cases: impl Iterator<Item = &'c InvoiceClaim>,
    day: NaiveDate,
) -> Result<Minor, ClaimError> {
    let open = cases.map(|case| case.demanded_principal(day));
    let open: Vec<Minor> = open.collect::<Result<_, _>>()?;
    Ok(open.into_iter().sum())
}

/// The payments after the day of the letter, through its last day, for what was overdue when it was sent. The whole
/// payment lowers the costs, also where a part went to interest, because the lower claim is the safe one.
fn paid_within_term<'c>(
    cases: impl Iterator<Item = &'c InvoiceClaim>,
    sent: NaiveDate,
    last_day: NaiveDate,
) -> Result<Minor, ClaimError> {
    let paid = cases.map(|case| case.paid_on_overdue(sent, last_day));
    let paid: Vec<Minor> = paid.collect::<Result<_, _>>()?;
    Ok(paid.into_iter().sum())
}
