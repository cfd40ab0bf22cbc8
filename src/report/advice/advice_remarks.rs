//! What must be said beside a weighing: the outcome first, that it is no advice of a lawyer last.

use super::advice_case::AdviceCase;
use crate::claim::bad_debt_vat::{find_unpaid_vat, open_vat};
use crate::claim::vat_facts::ReclaimCause;
use crate::dunning::hold::Hold;
use crate::insight::recovery::{recoveries, recovery_when_late};
use crate::insight::remedy::Remedy;
use crate::insight::remedy_assessment::{RemedyAssessment, RemedyVerdict};
use crate::insight::remedy_cost::RemedyCost;
use crate::report::claim::doubt_label;
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::money::Money;
use crate::value::vocabulary::CustomerKind;

/// Every sentence.
pub fn all_remarks(
    input: ReportInput<'_>,
    case: &AdviceCase<'_>,
    weighed: &[RemedyAssessment],
) -> Vec<String> {
    let words = &input.language.phrases.advice.remark;
    let mut said = Vec::new();
    said.extend(best_remedy_remark(input, case, weighed));
    said.extend(obstacle_remarks(input, case, weighed));
    said.extend(missing_estimate_remarks(input, case, weighed));
    said.extend(court_remarks(input, case, weighed));
    said.extend(registration_remark(input, case, weighed));
    said.extend(stake_remarks(input, case));
    let day = input.day.as_of();
    let no = input.day.journal.invoice_no(case.invoice);
    let note = TypedEntry::Note(ContactEntry {
        invoices: InvoiceIds::one(Spanned::without_span(no)),
        ..ContactEntry::default()
    });
    let entry = JournalEntry {
        text: Some(Spanned::without_span(words.decision_text)),
        ..JournalEntry::new(Some(day), note)
    };
    said.push((words.decision_entry)(
        &entry.print_header(input.day.journal.dialect()),
    ));
    said.push(words.not_advice.to_owned());
    said
}

/// What comes out best, once that can be said.
fn best_remedy_remark(
    input: ReportInput<'_>,
    case: &AdviceCase<'_>,
    weighed: &[RemedyAssessment],
) -> Option<String> {
    let words = &input.language.phrases.advice.remark;
    let best = weighed
        .iter()
        .find(|it| it.verdict == RemedyVerdict::Best)?;
    if best.remedy == Remedy::Stop {
        return Some(words.best_stop.to_owned());
    }
    let result = Money::new(best.result?, case.currency);
    let (_, remedy) = labels::remedy_label(best.remedy, input.language);
    Some((words.best)(remedy, &input.language.format_money(result)))
}

/// Why something cannot be chosen.
fn obstacle_remarks(
    input: ReportInput<'_>,
    case: &AdviceCase<'_>,
    weighed: &[RemedyAssessment],
) -> Vec<String> {
    let words = &input.language.phrases.advice.remark;
    let mut said = Vec::new();
    let is = |verdict| weighed.iter().any(|it| it.verdict == verdict);
    if let Some(event) = case.hold_event(Hold::Insolvency) {
        said.push((words.insolvent)(event.date));
    }
    if case.hold_event(Hold::Dispute).is_some() {
        said.push(words.disputed.to_owned());
    }
    if case.hold_event(Hold::Handover).is_some() {
        said.push(words.handed_over.to_owned());
    }
    if is(RemedyVerdict::NoHandover) {
        said.push(words.no_handover.to_owned());
    }
    if let (true, Some(least)) = (is(RemedyVerdict::BelowThreshold), case.estimates.threshold) {
        let least = input
            .language
            .format_money(Money::new(least, case.currency));
        said.push((words.below_threshold)(&least));
    }
    if let Some(plan) = case.plan {
        said.push((words.plan_goes_on)(plan.date));
    } else if let (true, Some((stage, from))) = (is(RemedyVerdict::NotYet), case.remaining_step()) {
        let stage = labels::stage_label(stage, input.language);
        said.push((words.steps_left)(&stage, from));
    }
    if case.hold_event(Hold::Conceded).is_some() {
        said.push(words.conceded.to_owned());
    }
    said
}

/// What a person has yet to say.
fn missing_estimate_remarks(
    input: ReportInput<'_>,
    case: &AdviceCase<'_>,
    weighed: &[RemedyAssessment],
) -> Vec<String> {
    let words = &input.language.phrases.advice.remark;
    let mut said = Vec::new();
    if !weighed.is_empty() && weighed.iter().all(|it| it.chance.is_none()) {
        said.push(words.no_chance.to_owned());
        said.extend(recovery_remark(input, case));
    }
    let timed = |cost: &RemedyCost| matches!(cost, RemedyCost::Time { value: None, .. });
    let unpriced = weighed.iter().flat_map(|it| &it.costs).any(timed);
    if case.estimates.hourly_rate.is_none() && (unpriced || case.effort.minutes > 0) {
        said.push(words.no_hourly_rate.to_owned());
    }
    // Of a way that cannot be taken nobody needs the price.
    let is_open = |it: &&RemedyAssessment| {
        !matches!(
            it.verdict,
            RemedyVerdict::NoHandover | RemedyVerdict::Insolvent | RemedyVerdict::BelowThreshold
        )
    };
    let unknown = |remedy| {
        let mut found = weighed
            .iter()
            .filter(|it| it.remedy == remedy)
            .filter(is_open);
        found.any(|it| it.costs.contains(&RemedyCost::Unknown))
    };
    if unknown(Remedy::Agency) {
        said.push(words.no_agency_share.to_owned());
    }
    if unknown(Remedy::Lawyer) || unknown(Remedy::Court) {
        said.push(words.no_lawyer_fee.to_owned());
    }
    said
}

/// What became of all that was as late: a chance that a person may go by.
fn recovery_remark(input: ReportInput<'_>, case: &AdviceCase<'_>) -> Option<String> {
    let found = recoveries(input.day.journal, input.day.ledger);
    let (class, recovery) = recovery_when_late(&found, case.currency, case.days_late?)?;
    let say = input.language.phrases.overview.recovery.advice;
    Some(say(recovery.items, class, recovery.percent()?))
}

/// Where the court fee stands, and where the court is.
fn court_remarks(
    input: ReportInput<'_>,
    case: &AdviceCase<'_>,
    weighed: &[RemedyAssessment],
) -> Vec<String> {
    let words = &input.language.phrases.advice.remark;
    let mut said = Vec::new();
    for cost in weighed.iter().flat_map(|it| &it.costs) {
        match cost {
            RemedyCost::Court {
                fee,
                lower_fee,
                needs_lawyer,
                citation,
                stale,
            } => {
                let money = |minor| {
                    input
                        .language
                        .format_money(Money::new(minor, case.currency))
                };
                if let Some(lower) = *lower_fee {
                    let sums = [case.claimed, *fee, case.asked, lower].map(money);
                    said.push((words.court_fee_of_whole)(
                        sums.each_ref().map(String::as_str),
                    ));
                }
                if *needs_lawyer {
                    said.push(words.needs_lawyer.to_owned());
                }
                let doubt = doubt_label(citation.level, &input.language.phrases.claim.doubt);
                said.push((words.court_source)(citation.source, doubt));
                said.extend(stale.map(|stale| (words.court_stale)(stale.checked_until)));
                said.push(words.court_without_bailiff.to_owned());
                said.push(words.court_fee_recovery.to_owned());
                let journey = case.estimates.minutes_for(Remedy::Court).is_none();
                said.extend(
                    case.customer_town(input)
                        .filter(|_| journey)
                        .map(words.court_place),
                );
            }
            RemedyCost::TooEarly(early) => {
                said.push((words.court_fee_before_table)(early.first_day));
            }
            RemedyCost::NoLaw => said.push(words.no_law.to_owned()),
            _ => {}
        }
    }
    said
}

/// What the law wants of who collects from a consumer for others, while somebody else may be asked.
fn registration_remark(
    input: ReportInput<'_>,
    case: &AdviceCase<'_>,
    weighed: &[RemedyAssessment],
) -> Option<String> {
    let record = &input.day.journal.customers[case.customer];
    let is_consumer = matches!(record.kind, Some(CustomerKind::Consumer) | None);
    let agency = weighed.iter().find(|it| it.remedy == Remedy::Agency)?;
    let is_barred = matches!(
        agency.verdict,
        RemedyVerdict::NoHandover | RemedyVerdict::Insolvent
    );
    let law = case.law.filter(|_| is_consumer && !is_barred)?;
    let since = *law.collector_registration_from.value();
    (since <= input.day.as_of()).then_some(())?;
    Some(
        law.words_in(input.language.tag)
            .collector_registration
            .to_owned(),
    )
}

/// What else is at stake: what was spent, what the customer is worth, the tax.
fn stake_remarks(input: ReportInput<'_>, case: &AdviceCase<'_>) -> Vec<String> {
    let words = &input.language.phrases.advice.remark;
    let money = |minor| {
        input
            .language
            .format_money(Money::new(minor, case.currency))
    };
    let mut said = Vec::new();
    if case.known_cost_so_far() > case.open {
        said.push(words.effort_exceeds_open.to_owned());
    }
    let turnover = case.sales(input).turnover;
    if turnover > case.principal && case.hold_event(Hold::Handover).is_none() {
        said.push((words.relation)(&money(turnover)));
    }
    said.extend(vat_remarks(input, case));
    said
}

/// The VAT inside the invoice, as the work list has it: what can be asked back by now and was not, what is owed again;
/// else what can be asked back later.
fn vat_remarks(input: ReportInput<'_>, case: &AdviceCase<'_>) -> Vec<String> {
    let words = &input.language.phrases.advice.remark;
    let (day, invoice) = (input.day, case.invoice);
    let open = day.bad_debt_vat();
    let now = open.reclaimable.iter().filter(|it| it.invoice == invoice);
    let again = open.repayable.iter().filter(|it| it.invoice == invoice);
    let money = |amount| input.language.format_money(amount);
    let now = now.map(|it| (words.vat_now)(&money(it.vat()), it.since));
    let again = again.map(|it| (words.vat_again)(&money(it.vat()), it.since));
    let mut said: Vec<String> = now.chain(again).collect();
    let known = find_unpaid_vat(day.journal, day.ledger, day.vat_breakdown()).reclaimable;
    let is_due = known.iter().any(|it| {
        let whole = matches!(it.cause, ReclaimCause::Insolvent | ReclaimCause::TimePassed);
        it.invoice == invoice && whole
    });
    let later = case.due.filter(|_| !is_due);
    let later = later.and_then(|due| {
        open_vat(
            (day.journal, day.vat_breakdown()),
            invoice,
            (case.principal, due),
        )
    });
    said.extend(later.map(|(tax, by)| {
        let tax = Money::new(tax, case.currency);
        (words.vat)(&money(tax), by)
    }));
    said
}
