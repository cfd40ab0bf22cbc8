//! What a letter announces that non-payment will cost: nothing before the law allows it, and never more than that.

use super::totals::LetterTotals;
use crate::claim::agreement::agreed_money_terms;
use crate::claim::build::{PartsOfInvoices, build_claims_of_parts};
use crate::claim::claim_index::ClaimIndex;
use crate::claim::joint_demands::{DemandLetter, DemandPart, EarlierDemands};
use crate::claim::letter_demand::asked_before;
use crate::claim::model::{Claim, ClaimGround, ClaimRow, ClaimRowKind};
use crate::claim::parties::ClaimParties;
use crate::day::Day;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::ladder::{CostTerms, InterestTerms};
use crate::journal::model::{InvoiceIx, ItemIx, Journal};
use crate::letter::facts::invoice_lines::LetterLine;
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::refusal::LetterRefusal;
use crate::policy::costs::vat_on_costs;
use crate::policy::jurisdiction::law::Law;
use crate::value::calendar::Duration;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use crate::worklist::letter_level::LetterLevel;
use crate::worklist::planned_letter::PlannedLetter;
use std::collections::{BTreeMap, BTreeSet};

/// What a letter announces.
#[derive(Debug)]
pub enum CostAnnouncement {
    /// Nothing.
    Nothing,
    /// To a consumer: costs, after fourteen days.
    Notice(FourteenDayNotice),
    /// To a business: what may be claimed as things stand.
    Claim(Box<Claim>),
    /// To a business: that interest and costs will be claimed, without figures, because part is not asked now.
    WithoutFigures,
}

/// What the fourteen-day letter announces.
#[derive(Clone, Copy, Debug)]
pub struct FourteenDayNotice {
    /// The law that requires it, and says how.
    pub law: &'static Law,
    /// The time to pay, from the day after the letter arrived: never less than the law gives.
    pub term: Duration,
    /// The costs; `None` where the policy or the law gives none.
    pub costs: Option<CollectionCosts>,
    /// Which interest may be claimed as well.
    pub interest: InterestTerms,
}

/// Collection costs, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollectionCosts {
    /// Without tax.
    pub net: Minor,
    /// The rate of VAT and the VAT on the costs; `None` where no VAT is added.
    pub vat: Option<(Share, Minor)>,
    /// Whether the policy asks less than the law gives: then they are not what the law reckons.
    pub is_below_scale: bool,
}

impl CollectionCosts {
    /// Costs and VAT.
    pub fn sum(&self) -> Minor {
        self.net + self.vat.map_or(Minor::ZERO, |(_, tax)| tax)
    }
}

impl CostAnnouncement {
    /// The costs it announces, as a `sent` entry records them.
    pub fn costs(&self, sums: &LetterTotals) -> Option<Money> {
        let costs = match self {
            Self::Notice(notice) => notice.costs.map(|costs| costs.sum()),
            Self::Claim(claim) => {
                let costs = claim.rows.iter().filter(|row| is_unrecorded_cost(row));
                Some(costs.map(|row| row.amount).sum())
            }
            Self::Nothing | Self::WithoutFigures => None,
        };
        costs
            .filter(|costs| costs.is_positive())
            .map(|costs| sums.to_money(costs))
    }
}

/// Costs that no entry claimed yet, and the tax on them.
pub fn is_unrecorded_cost(row: &ClaimRow) -> bool {
    use ClaimGround::{Law, Policy};
    matches!(row.kind, ClaimRowKind::Costs | ClaimRowKind::Vat)
        && matches!(row.ground, Law { .. } | Policy { .. })
}

/// What a letter announces, or why it cannot be said.
pub fn announce_costs(
    input: &LetterInput<'_, '_>,
    letter: &PlannedLetter<'_, '_>,
    (lines, sums): (&[LetterLine<'_, '_>], &LetterTotals),
) -> Result<CostAnnouncement, LetterRefusal> {
    match letter.level {
        LetterLevel::FourteenDays => Ok(build_fourteen_day_notice(input.day, letter, lines, sums)),
        LetterLevel::Final if !is_law_known(input, letter) => Ok(CostAnnouncement::Nothing),
        LetterLevel::Final if sums.not_asked().is_positive() => {
            Ok(CostAnnouncement::WithoutFigures)
        }
        LetterLevel::Final => announce_claim(input.day, letter),
        _ => Ok(CostAnnouncement::Nothing),
    }
}

/// Whether some law says what may be claimed of the customer of a letter, in its currency.
pub fn is_law_known(input: &LetterInput<'_, '_>, letter: &PlannedLetter<'_, '_>) -> bool {
    let parties = ClaimParties::for_customer(input.journal(), letter.customer);
    parties.law_in(letter.currency).is_some()
}

fn build_fourteen_day_notice(
    day: &Day<'_>,
    letter: &PlannedLetter<'_, '_>,
    lines: &[LetterLine<'_, '_>],
    sums: &LetterTotals,
) -> CostAnnouncement {
    let party = ClaimParties::for_customer(day.journal, letter.customer);
    let Some(law) = party.law else {
        return CostAnnouncement::Nothing;
    };
    CostAnnouncement::Notice(FourteenDayNotice {
        law,
        term: notice_time(law, letter),
        costs: calculate_collection_costs(day, &party, sums, lines),
        interest: announced_interest(day, lines),
    })
}

/// The time that a fourteen-day letter gives: that of its step, and never less than the law gives.
fn notice_time(law: &Law, letter: &PlannedLetter<'_, '_>) -> Duration {
    let lawful = u32::try_from(*law.notice_days.value()).unwrap_or(u32::MAX);
    match letter.stage().and_then(|stage| stage.deadline) {
        Some(Duration::Days(days)) => Duration::Days(days.max(lawful)),
        Some(Duration::Months(months)) if months > 0 => Duration::Months(months),
        _ => Duration::Days(lawful),
    }
}

/// The interest that a letter to a consumer may speak of: that agreed where the customer agreed to it for each of the
/// invoices, else that of the law; none where the policies of all of them ask none.
fn announced_interest(day: &Day<'_>, lines: &[LetterLine<'_, '_>]) -> InterestTerms {
    let mut announced = InterestTerms::None;
    for line in lines {
        let (invoice, date) = (line.invoice, line.date);
        let agreed = agreed_money_terms(day.journal, day.history(), invoice, date).interest;
        announced = match (announced, cost_and_interest_terms(day.journal, invoice).1) {
            (before, InterestTerms::None) => before,
            (InterestTerms::None, InterestTerms::Yearly(share)) if agreed => {
                InterestTerms::Yearly(share)
            }
            (InterestTerms::Yearly(before), InterestTerms::Yearly(_)) if agreed => {
                InterestTerms::Yearly(before)
            }
            _ => InterestTerms::Statutory,
        };
    }
    announced
}

/// The costs of the scale over the principals together, beyond those of a letter whose term runs and with which this one
/// could have been one demand, or what was agreed if that is less (NL: BW 6:96 lid 5 to 7).
fn calculate_collection_costs(
    day: &Day<'_>,
    party: &ClaimParties,
    sums: &LetterTotals,
    lines: &[LetterLine<'_, '_>],
) -> Option<CollectionCosts> {
    let law = party.law.filter(|law| law.currency == sums.currency)?;
    let mut agreed: Option<Minor> = None;
    let mut parts: Vec<DemandPart> = Vec::new();
    let mut left_out = sums.not_asked() + sums.on_account;
    for line in lines {
        let scale = line.due.and_then(|due| law.cost_scale_for(due));
        match (cost_and_interest_terms(day.journal, line.invoice).0, scale) {
            (CostTerms::None, _) | (_, None) => continue,
            (CostTerms::Fixed(sum), _) => {
                agreed = Some(agreed.map_or(sum.minor, |it| it.min(sum.minor)));
            }
            (CostTerms::Statutory, _) => {}
        }
        let taken = left_out.min(line.open);
        left_out -= taken;
        parts.push(DemandPart {
            items: vec![line.item],
            due: line.due,
            principal: line.open - taken,
            asked_before: Minor::ZERO,
        });
    }
    let (docket, both) = (day.claims(), (law, party));
    without_what_was_asked(&mut parts, |part| {
        let item = *part.items.first()?;
        let invoice = day.journal.items[item].invoice;
        asked_before(docket, both, invoice, &part.items).ok()
    })?;
    let later = DemandLetter {
        sent_on: day.as_of(),
        entry: None,
        parts: &parts,
    };
    let earlier = EarlierDemands::before(docket, both, later).ok()?;
    let scale = earlier.costs_beyond(law.cost_scale.value(), &parts)?;
    let costs = agreed.map_or(scale, |sum| sum.min(scale));
    let rate = party.vat.rate_on(law, day.as_of()).ok();
    let tax = rate.and_then(|rate| Some((rate, vat_on_costs(rate, costs)?)));
    costs.is_positive().then_some(CollectionCosts {
        net: costs,
        vat: tax,
        is_below_scale: costs < scale,
    })
}

/// Takes out of the parts of a letter what earlier ones asked; where that is all of it the letter asks the same again, and
/// announces the same.
fn without_what_was_asked(
    parts: &mut [DemandPart],
    asked_before: impl Fn(&DemandPart) -> Option<Minor>,
) -> Option<()> {
    let before: Option<Vec<Minor>> = parts
        .iter()
        .map(|part| Some(asked_before(part)?.min(part.principal)))
        .collect();
    let before = before?;
    let asked: Minor = parts.iter().map(|part| part.principal).sum();
    if before.iter().copied().sum::<Minor>() >= asked {
        return Some(());
    }
    for (part, before) in parts.iter_mut().zip(before) {
        part.principal -= before;
        part.asked_before = before;
    }
    Some(())
}

/// The terms of money of an invoice: costs and interest.
fn cost_and_interest_terms(journal: &Journal, invoice: InvoiceIx) -> (CostTerms, InterestTerms) {
    let policy = journal.invoices[invoice].policy;
    let policy = policy.map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy]);
    (policy.costs, policy.interest)
}

fn announce_claim(
    day: &Day<'_>,
    letter: &PlannedLetter<'_, '_>,
) -> Result<CostAnnouncement, LetterRefusal> {
    if has_earlier_part_at_other_step(day, letter) {
        return Ok(CostAnnouncement::WithoutFigures);
    }
    let claim = calculate_claim(day.claims(), letter)?;
    // By the order of the law money on account may pay what is not asked now: then the two sums say different things.
    let covered = letter.items_at_level();
    let covered: Minor = covered
        .map(|item| day.dunning().covered_of(item.position.item))
        .sum();
    let is_waiting = |row: &ClaimRow| row.ground.is_waiting_money();
    // A rate or a sum that nothing shows to be agreed is not asked of anybody (SPEC.md 12).
    let is_doubtful =
        |row: &ClaimRow| matches!(row.ground, ClaimGround::Policy { agreed: false, .. });
    if claim
        .as_ref()
        .is_some_and(|claim| claim.rows.iter().any(is_doubtful))
    {
        return Ok(CostAnnouncement::WithoutFigures);
    }
    if let Some(claim) = &claim
        && covered.is_positive() != claim.rows.iter().any(is_waiting)
    {
        return Ok(CostAnnouncement::WithoutFigures);
    }
    let more = claim.filter(|claim| claim.total > claim.principal);
    Ok(more.map_or(CostAnnouncement::Nothing, |claim| {
        CostAnnouncement::Claim(Box::new(claim))
    }))
}

/// Whether a part of an invoice stands at the level of a letter, and an earlier one of the same that is open does not: what
/// was paid is reckoned to the earlier one first.
fn has_earlier_part_at_other_step(day: &Day<'_>, letter: &PlannedLetter<'_, '_>) -> bool {
    let at_level: BTreeSet<ItemIx> = letter
        .items_at_level()
        .map(|item| item.position.item)
        .collect();
    let order = |item: ItemIx| day.journal.settlement_order(item);
    at_level.iter().any(|item| {
        let mut parts = day.journal.items_of(day.journal.items[*item].invoice);
        parts.any(|other| {
            let is_open = day.ledger.items[other].open.is_positive();
            is_open && !at_level.contains(&other) && order(other) < order(*item)
        })
    })
}

/// What may be asked for the invoices at the level of a letter, of invoices in parts for those parts.
fn calculate_claim(
    claims: &ClaimIndex<'_>,
    letter: &PlannedLetter<'_, '_>,
) -> Result<Option<Claim>, LetterRefusal> {
    let mut parts: PartsOfInvoices = BTreeMap::new();
    for item in letter.items_at_level() {
        let own = parts.entry(item.position.invoice).or_default();
        own.push(item.position.item);
    }
    let number = parts
        .keys()
        .next()
        .map(|first| claims.journal.invoice_no(*first).to_owned());
    let answer = build_claims_of_parts(claims, &parts)
        .map_err(|_| LetterRefusal::NotCalculable(number.unwrap_or_default()))?;
    let claims = answer.map_or_else(Vec::new, |answer| answer.claims);
    Ok(claims
        .into_iter()
        .find(|claim| claim.currency == letter.currency))
}
