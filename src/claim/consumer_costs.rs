//! Costs owed by a consumer: none without the fourteen-day letter, never more than it announced or the scale allows,
//! and no agreement to the consumer's disadvantage (NL: BW 6:96 lid 5 and 6).

use super::costs::{ClaimableCosts, CostsAssessor};
use super::fourteen_day_letter::{FourteenDayLetter, find_effective_letters};
use super::invoice_claim::InvoiceClaim;
use super::joint_demands::{DemandLetter, DemandPart, EarlierDemands};
use super::letter_demand::{LetterDemand, letter_demands};
use super::letter_group::{
    GroupMember, LetterGroup, RecordOutcome, allow_recorded, demand_parts, left_after_term,
    oldest_claim, refuse_group, sum_of_parts,
};
use super::model::ClaimError;
use super::remark::{ClaimRemark, NoCostsReason, ReceivedLetter, UnclaimedCharge};
use crate::journal::ladder::CostTerms;
use crate::journal::model::InvoiceIx;
use crate::policy::costs::split_vat_from_costs;
use crate::text::span::Origin;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// An invoice, and what a letter asked of it.
type DemandedCase = (InvoiceClaim, LetterDemand);

impl<'a> CostsAssessor<'a> {
    /// Decides the costs for the invoices of one consumer, letter by letter.
    pub fn assess_consumer(&mut self, cases: &mut [InvoiceClaim]) -> Result<(), ClaimError> {
        let mut groups: BTreeMap<(NaiveDate, Origin), LetterGroup<'_>> = BTreeMap::new();
        let mut outcomes: Vec<RecordOutcome> = Vec::new();
        for (claim_index, case) in cases.iter().enumerate() {
            let mut outcome = RecordOutcome {
                untaken: case.recorded_costs().map(|(.., amount)| amount).sum(),
                ..RecordOutcome::default()
            };
            match self.find_letters(case) {
                Ok(letters) => {
                    let demands = letter_demands(self.index, case, &letters)?;
                    for (place, (letter, demand)) in letters.into_iter().zip(demands).enumerate() {
                        // A letter that asks again what one before it asked gives nothing more.
                        if place > 0 && !demand.principal.is_positive() {
                            continue;
                        }
                        let key = (letter.event.date, letter.event.origin);
                        let group = groups.entry(key).or_insert(LetterGroup {
                            letter,
                            members: Vec::new(),
                        });
                        group.members.push(GroupMember {
                            claim_index,
                            demand,
                        });
                    }
                }
                Err(why) => outcome.refusal = Some(why),
            }
            outcomes.push(outcome);
        }
        let claimed: BTreeSet<InvoiceIx> = cases.iter().map(|case| case.invoice).collect();
        for group in groups.into_values() {
            self.assess_letter_group(&group, (cases, &mut outcomes), &claimed)?;
        }
        for (case, outcome) in cases.iter_mut().zip(outcomes) {
            self.settle_recorded_costs(case, outcome);
        }
        Ok(())
    }

    fn find_letters(
        &self,
        case: &InvoiceClaim,
    ) -> Result<Vec<FourteenDayLetter<'a>>, NoCostsReason> {
        let due = case.instalments.first().and_then(|part| part.debt.due);
        let about = (case.invoice, due);
        find_effective_letters(
            &self.index.history,
            self.law,
            self.parties,
            about,
            case.last_day_of_accrual(self.as_of()),
        )
    }

    /// Lowers what is recorded on an invoice to what its letters allow, or says why none of them gives costs.
    fn settle_recorded_costs(&mut self, case: &mut InvoiceClaim, outcome: RecordOutcome) {
        match (outcome.allowed, outcome.refusal) {
            (Some((most, since)), _) => {
                self.cap_recorded_costs(case, most, since, None);
            }
            (None, Some(why)) => self.refuse_without_letter(case, why),
            (None, None) => {}
        }
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
        (cases, outcomes): (&mut [InvoiceClaim], &mut [RecordOutcome]),
        claimed: &BTreeSet<InvoiceIx>,
    ) -> Result<(), ClaimError> {
        let Some(oldest) = oldest_claim(cases, &group.members) else {
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
        let has_costs = group.members.iter().any(|member| {
            let written = cases.get(member.claim_index);
            let left = outcomes
                .get(member.claim_index)
                .map(|outcome| outcome.untaken);
            written.is_some_and(InvoiceClaim::has_recorded_costs)
                && left.is_some_and(Minor::is_positive)
        });
        let beside = self.demands_of_others(group, beside)?;
        // Recorded costs cover all invoices that the letter names. Costs that are not recorded cover only the invoices
        // of this claim.
        let with: &[_] = if has_costs { beside.as_slice() } else { &[] };
        let Some(asked) = self.allowed_costs(group, cases, (&beside, with))? else {
            let why = self.no_costs_reason(group, cases, oldest)?;
            refuse_group(group, outcomes, why);
            return Ok(());
        };
        let other = beside.iter().find(|(case, _)| case.has_recorded_costs());
        if let Some((other, _)) = other.filter(|_| !has_costs) {
            let why = NoCostsReason::RecordedOn(other.invoice);
            refuse_group(group, outcomes, why);
            return Ok(());
        }
        let taken = allow_recorded(group, outcomes, asked);
        if has_costs {
            return Ok(());
        }
        if let Some(case) = cases.get(oldest)
            && case.cost_terms == CostTerms::None
        {
            self.remark_no_costs(case, NoCostsReason::Policy);
            return Ok(());
        }
        let rest = ClaimableCosts {
            costs: (asked.costs - taken).max(Minor::ZERO),
            ..asked
        };
        if let Some(case) = cases.get_mut(oldest) {
            self.add_costs(case, rest, notice.last_day);
        }
        Ok(())
    }

    /// What the letter of a group asked of invoices outside the claim.
    fn demands_of_others(
        &self,
        group: &LetterGroup<'_>,
        others: Vec<InvoiceClaim>,
    ) -> Result<Vec<DemandedCase>, ClaimError> {
        let demands = others.into_iter().map(|case| {
            let letters = self.find_letters(&case).unwrap_or_default();
            let demands = letter_demands(self.index, &case, &letters)?;
            let mut letters = letters.iter();
            let place = letters.position(|it| it.event.origin == group.letter.event.origin);
            let demand = place.and_then(|place| demands.into_iter().nth(place));
            Ok((case, demand.unwrap_or_default()))
        });
        demands.collect()
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
        (beside, with): (&[DemandedCase], &[DemandedCase]),
    ) -> Result<Option<ClaimableCosts>, ClaimError> {
        let own = group.members.iter().filter_map(|member| {
            let case = cases.get(member.claim_index)?;
            Some((case, &member.demand))
        });
        let own: Vec<(&InvoiceClaim, &LetterDemand)> = own.collect();
        let first = own.iter().map(|(case, _)| *case);
        let Some(first) = first.min_by_key(|case| case.first_overdue_day()) else {
            return Ok(None);
        };
        let and = |more: &[DemandedCase]| {
            let own = own.iter().map(|(_, demand)| (*demand).clone());
            let more = more.iter().map(|(_, demand)| demand.clone());
            own.chain(more).collect::<Vec<LetterDemand>>()
        };
        let (whole, counted) = (and(beside), and(with));
        let (sent, notice) = (group.letter.event.date, group.letter.notice);
        let earlier = self.earlier_demands(group, &whole)?;
        let scale = |parts: &[DemandPart]| self.scale_beyond(first, &earlier, parts);
        let all = demand_parts(&whole);
        let before = demand_parts(&counted);
        let after = left_after_term(&before, &counted);
        let (before, after_sum) = (sum_of_parts(&before), sum_of_parts(&after));
        let most = match first.cost_terms {
            CostTerms::Fixed(agreed) => agreed.minor,
            CostTerms::None | CostTerms::Statutory => Minor(i128::MAX),
        };
        let announced_on: Minor = whole.iter().map(|it| it.principal + it.asked_before).sum();
        let alone = self.scale_costs(first, &[announced_on])?.min(most);
        let lawful = scale(&all)?.min(most);
        let scale = scale(&after)?;
        let announced = group.letter.announced_costs.minor;
        let rate =
            self.announced_vat_rate(first, (sent, notice.costs_from), announced, (alone, lawful))?;
        let (costs, vat) = self.cap_by_announcement(first, scale.min(most), rate, announced)?;
        if !costs.is_positive() {
            return Ok(None);
        }
        let joint = earlier.first_sent_on(&all).into_iter();
        (self.remarks).extend(joint.map(|earlier| ClaimRemark::JointDemand(sent, earlier)));
        if after_sum < before {
            let sums = (first.money(before), first.money(after_sum));
            self.remarks.push(ClaimRemark::PaidWithinTerm(sums));
        }
        Ok(Some(ClaimableCosts {
            from: notice.costs_from,
            base: (costs < most || most >= scale).then_some(after_sum),
            costs,
            vat,
        }))
    }

    /// The costs of the scale over what a letter asked, beyond those of letters with which it could have been one demand;
    /// zero where the debtor was in default before the scale existed.
    fn scale_beyond(
        &self,
        case: &InvoiceClaim,
        earlier: &EarlierDemands,
        parts: &[DemandPart],
    ) -> Result<Minor, ClaimError> {
        let due = case.instalments.first().and_then(|part| part.debt.due);
        let Some(scale) = due.and_then(|due| self.law.cost_scale_for(due)) else {
            return Ok(Minor::ZERO);
        };
        let costs = earlier.costs_beyond(scale.value(), parts);
        costs.ok_or(ClaimError::TooLarge(case.invoice))
    }

    /// What stands in earlier letters with which the letter of a group could have been one demand.
    fn earlier_demands(
        &self,
        group: &LetterGroup<'_>,
        asked: &[LetterDemand],
    ) -> Result<EarlierDemands, ClaimError> {
        let event = group.letter.event;
        let parts = demand_parts(asked);
        let later = DemandLetter {
            sent_on: event.date,
            entry: Some(event),
            parts: &parts,
        };
        EarlierDemands::before(self.index, (self.law, self.parties), later)
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
        cases: &[InvoiceClaim],
        oldest: usize,
    ) -> Result<NoCostsReason, ClaimError> {
        let case = cases.get(oldest);
        if case.is_some_and(|case| !self.has_scale(case)) {
            return Ok(NoCostsReason::NoScale);
        }
        let left = case.map(|case| case.overdue_principal(group.letter.event.date, self.as_of()));
        let left = left.transpose()?;
        let members = group.members.iter();
        let unpaid: Minor = members.map(|member| member.demand.left()).sum();
        if !(left.is_some_and(Minor::is_positive) && unpaid.is_positive()) {
            return Ok(NoCostsReason::PaidInTime);
        }
        let asked = group.members.iter().map(|member| member.demand.clone());
        let asked: Vec<LetterDemand> = asked.collect();
        let earlier = self.earlier_demands(group, &asked)?;
        let parts = demand_parts(&asked);
        let earlier = earlier.first_sent_on(&parts);
        Ok(earlier.map_or(NoCostsReason::PaidInTime, NoCostsReason::JointDemand))
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
