//! What must be said beside the figures of a claim, sentence by sentence.

use super::doubt_remarks::{doubt_sentence, invoice_label, law_sentence, limitation_sentence};
use crate::claim::model::CustomerClaims;
use crate::claim::remark::{
    ClaimRemark, DifferenceCause, FutureInstalment, NoCostsReason, OnAccountMoneyUse,
    ReceivedLetter, UnclaimedCharge,
};
use crate::journal::model::InvoiceIx;
use crate::ledger::model::Status;
use crate::policy::costs::NoVatReason;
use crate::policy::jurisdiction::law::Debtor;
use crate::policy::jurisdiction::legal_words::{LegalRemarkWords, LegalWords};
use crate::policy::notice_term::{DeliveryMethod, LetterReceipt};
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// Every sentence; what makes figures provisional first, that it is no advice last.
pub fn all_remarks(input: ReportInput<'_>, answer: &CustomerClaims) -> Vec<String> {
    let legal = answer.law.map(|law| law.words_in(input.language.tag));
    let mut remarks: Vec<&ClaimRemark> = answer.remarks.iter().collect();
    remarks.sort_by_key(|remark| !matches!(remark, ClaimRemark::RatesNotChecked(..)));
    let mut said: Vec<String> = Vec::new();
    for remark in remarks {
        let sentence = remark_sentence(input, legal, remark);
        said.extend(sentence.filter(|sentence| !said.contains(sentence)));
    }
    let not_advice = input.language.phrases.claim.remark.not_advice;
    let day_count = legal.map(|words| words.remark.day_count);
    said.push(day_count.map_or(not_advice.to_owned(), |it| format!("{it} {not_advice}")));
    said
}

/// A remark in words. Those that say what the law is come with the law: without one nothing is said.
fn remark_sentence(
    input: ReportInput<'_>,
    legal: Option<&LegalWords>,
    remark: &ClaimRemark,
) -> Option<String> {
    let say = &input.language.phrases.claim.remark;
    let law_says = legal.map(|words| &words.remark);
    let number = |invoice: &InvoiceIx| invoice_label(input, *invoice);
    Some(match remark {
        ClaimRemark::KindUnknown => say.kind_unknown.to_owned(),
        ClaimRemark::NoRules(country) => (say.no_rules)(country),
        ClaimRemark::LawAbroad(basis, country) => law_sentence(law_says?, *basis, country),
        ClaimRemark::OtherCurrency(currency) => (say.other_currency)(currency.code()),
        ClaimRemark::Closed(invoice, status) => closed_sentence(input, *invoice, *status),
        ClaimRemark::Future(invoice) => (say.future)(&number(invoice)),
        ClaimRemark::Unreadable(invoice) => (say.unreadable)(&number(invoice)),
        ClaimRemark::NotDue(part) => not_due_sentence(input, part),
        ClaimRemark::Letter(_)
        | ClaimRemark::LetterNamesMore(..)
        | ClaimRemark::AnnouncedCostsDiffer(..)
        | ClaimRemark::JointDemand(..)
        | ClaimRemark::PaidWithinTerm(_)
        | ClaimRemark::NoCosts(..)
        | ClaimRemark::ChargeNotClaimed(_)
        | ClaimRemark::AboveScale(..)
        | ClaimRemark::FeeWithinScale(_)
        | ClaimRemark::VatMustBeDeclared
        | ClaimRemark::WithoutVat(_)
        | ClaimRemark::WithoutDemand(_)
        | ClaimRemark::RepeatedCosts => costs_remark_sentence(input, legal, remark)?,
        ClaimRemark::PolicyNotAgreed { .. } => policy_not_agreed_sentence(input, remark)?,
        ClaimRemark::ConsumerRate => law_says?.consumer_rate.to_owned(),
        ClaimRemark::TermsNotAgreed => law_says?.terms_not_agreed.to_owned(),
        ClaimRemark::NoPolicyVersion(..)
        | ClaimRemark::TermsTooLong(..)
        | ClaimRemark::BusinessTermsNotAgreed(..)
        | ClaimRemark::OtherTermsAgreed(_)
        | ClaimRemark::RateBelowStatutory(..)
        | ClaimRemark::LateCredit(_) => doubt_sentence(input, law_says?, remark)?,
        ClaimRemark::Disputed(invoice, since) => (say.disputed)(&number(invoice), *since),
        ClaimRemark::Contested(..)
        | ClaimRemark::Conceded(..)
        | ClaimRemark::InPlan(_)
        | ClaimRemark::Settlement(..)
        | ClaimRemark::WrittenOff(..)
        | ClaimRemark::NothingOpen
        | ClaimRemark::StillOwedByLaw(..) => not_asked_sentence(input, remark)?,
        ClaimRemark::Insolvent(since) => (say.insolvent)(*since),
        ClaimRemark::OldContract(before) => (law_says?.old_contract)(*before),
        ClaimRemark::LimitationEnd(end) => limitation_sentence(input, law_says?, end),
        ClaimRemark::RatesNotChecked(debtor, it) => {
            rates_sentence(input, *debtor, it.checked_until)
        }
        ClaimRemark::CostsExceedPrincipal(costs, principal) => {
            format_two_amounts(input, (*costs, *principal), say.costs_exceed_principal)
        }
        ClaimRemark::WaitingMoney(used) => waiting_money_sentence(input, used),
        ClaimRemark::DiffersFromBooks(sums, because) => difference_sentence(input, *sums, because),
    })
}

/// A remark about what is open and not claimed, in words.
fn not_asked_sentence(input: ReportInput<'_>, remark: &ClaimRemark) -> Option<String> {
    let say = &input.language.phrases.claim.remark;
    let number = |invoice: &InvoiceIx| invoice_label(input, *invoice);
    let money = |amount: &Money| input.language.format_money(*amount);
    let told = |phrase: fn(&str, &str) -> String, invoice, amount| {
        phrase(&number(invoice), &money(amount))
    };
    Some(match remark {
        ClaimRemark::Contested(invoice, since, amount) => {
            (say.contested)(&number(invoice), *since, &money(amount))
        }
        ClaimRemark::Conceded(invoice, on, (amount, open)) => {
            let paid = (amount.minor > open.minor).then(|| money(open));
            (say.conceded)(&number(invoice), *on, &money(amount), paid.as_deref())
        }
        ClaimRemark::InPlan(plan) => {
            let some = |amount: &Money| amount.minor.is_positive().then(|| money(amount));
            let (asked, deferred) = (some(&plan.asked), some(&plan.deferred));
            let (invoice, agreed) = (number(&plan.invoice), plan.agreed_on);
            let deferred = deferred.unwrap_or_default();
            (say.in_plan)(&invoice, agreed, asked.as_deref(), &deferred, plan.next_due)
        }
        ClaimRemark::Settlement(invoice, (made, by), missing) => {
            (say.settlement)(&number(invoice), *made, &money(missing), *by)
        }
        ClaimRemark::WrittenOff(invoice, amount) => told(say.written_off, invoice, amount),
        ClaimRemark::StillOwedByLaw(invoice, rest) => told(say.still_owed_by_law, invoice, rest),
        ClaimRemark::NothingOpen => {
            (input.language.phrases.sentence.nothing_open)(input.day.as_of())
        }
        _ => return None,
    })
}

/// What money that waits pays by the order of the law, and what is left of it.
fn waiting_money_sentence(input: ReportInput<'_>, used: &OnAccountMoneyUse) -> String {
    let (say, language) = (&input.language.phrases.claim.remark, input.language);
    let amount = language.format_money(used.amount);
    let is_whole = used.parts.len() == 1 && used.left_over.minor.is_zero();
    let parts = used.parts.iter().map(|(invoice, part)| {
        let number = invoice_label(input, *invoice);
        if is_whole {
            number
        } else {
            format!("{number} ({})", language.format_money(*part))
        }
    });
    let parts: Vec<String> = parts.collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut said = vec![(say.waiting_money)(&amount, used.date)];
    if !parts.is_empty() {
        said.push((say.money_pays)(&language.join_words(&parts)));
    }
    if used.left_over.minor.is_positive() {
        said.push((say.money_left_over)(
            &language.format_money(used.left_over),
        ));
    }
    said.join(" ")
}

/// A remark about costs in words.
fn costs_remark_sentence(
    input: ReportInput<'_>,
    legal: Option<&LegalWords>,
    remark: &ClaimRemark,
) -> Option<String> {
    let say = &input.language.phrases.claim.remark;
    let law_says = legal.map(|words| &words.remark);
    let number = |invoice: &InvoiceIx| invoice_label(input, *invoice);
    Some(match remark {
        ClaimRemark::Letter(letter) => letter_sentence(&legal?.remark, letter),
        ClaimRemark::LetterNamesMore(sent, others) => {
            let others: Vec<String> = others.iter().map(number).collect();
            (say.letter_names_more)(*sent, &others.join(", "))
        }
        ClaimRemark::AnnouncedCostsDiffer(sent, sums) => {
            announced_sentence(input, legal?, *sent, *sums)
        }
        ClaimRemark::FeeWithinScale(sums) => {
            format_two_amounts(input, *sums, law_says?.fee_within_scale)
        }
        ClaimRemark::JointDemand(sent, earlier) => (law_says?.joint_demand)(*sent, *earlier),
        ClaimRemark::PaidWithinTerm(sums) => {
            format_two_amounts(input, *sums, law_says?.paid_within_term)
        }
        ClaimRemark::NoCosts(invoice, why) => {
            (say.no_costs)(&number(invoice), &no_costs_reason(input, legal, *why)?)
        }
        ClaimRemark::ChargeNotClaimed(refused) => not_claimed_sentence(input, legal, refused)?,
        ClaimRemark::AboveScale(invoice, sums) => {
            above_scale_sentence(input, law_says?, *invoice, *sums)
        }
        ClaimRemark::VatMustBeDeclared => law_says?.vat_must_be_declared.to_owned(),
        ClaimRemark::WithoutVat(NoVatReason::NoRate(_)) => say.vat_no_rate.to_owned(),
        ClaimRemark::WithoutVat(_) => law_says?.vat_deducted.to_owned(),
        ClaimRemark::WithoutDemand(least) => {
            (law_says?.without_demand)(&input.language.format_money(*least))
        }
        ClaimRemark::RepeatedCosts => law_says?.repeated_costs.to_owned(),
        _ => return None,
    })
}

/// That an invoice is closed; one of nothing was never owed.
fn closed_sentence(input: ReportInput<'_>, invoice: InvoiceIx, status: Status) -> String {
    let say = &input.language.phrases.claim.remark;
    let number = invoice_label(input, invoice);
    let amount = input.day.journal.invoices[invoice].amount();
    if amount.is_some_and(|amount| !Minor::from(amount).is_positive()) {
        return (say.never_owed)(&number);
    }
    let closed = labels::closed_status_label(status, input.language);
    (say.closed)(&number, closed.map_or("", |(_, said)| said))
}

fn above_scale_sentence(
    input: ReportInput<'_>,
    say: &LegalRemarkWords,
    invoice: InvoiceIx,
    sums: (Money, Money),
) -> String {
    let number = invoice_label(input, invoice);
    format_two_amounts(input, sums, |written, scale| {
        (say.above_scale)(&number, written, scale)
    })
}

/// That the journal knows of no agreement to a policy, or only of one to another version.
fn policy_not_agreed_sentence(input: ReportInput<'_>, remark: &ClaimRemark) -> Option<String> {
    let ClaimRemark::PolicyNotAgreed {
        policy,
        accepted,
        is_rate_unannounced,
    } = remark
    else {
        return None;
    };
    let say = &input.language.phrases.claim.remark;
    let policies = &input.day.journal.policies;
    let (name, since) = (&policies[*policy].name, policies[*policy].from);
    let said = match accepted {
        None => (say.policy_not_agreed)(name),
        Some(accepted) => {
            let from = policies[accepted.version].from;
            (say.other_version_agreed)(name, accepted.agreed_on, from, since)
        }
    };
    Some(if *is_rate_unannounced {
        format!("{said} {}", say.letter_announces_law)
    } else {
        said
    })
}

fn rates_sentence(input: ReportInput<'_>, debtor: Debtor, checked_until: NaiveDate) -> String {
    let say = &input.language.phrases.claim.remark;
    match debtor {
        Debtor::Consumer => (say.rates_not_checked)(checked_until),
        Debtor::Business | Debtor::Government => (say.commercial_rates_not_checked)(checked_until),
    }
}

/// Two amounts in one sentence.
fn format_two_amounts(
    input: ReportInput<'_>,
    sums: (Money, Money),
    phrase: impl Fn(&str, &str) -> String,
) -> String {
    let money = |money| input.language.format_money(money);
    phrase(&money(sums.0), &money(sums.1))
}

fn announced_sentence(
    input: ReportInput<'_>,
    legal: &LegalWords,
    sent: NaiveDate,
    (announced, lawful): (Money, Money),
) -> String {
    let say = &input.language.phrases.claim.remark;
    let phrase = if announced.minor < lawful.minor {
        say.announced_less
    } else {
        legal.remark.announced_more
    };
    format_two_amounts(input, (announced, lawful), |one, other| {
        phrase(sent, one, other)
    })
}

fn letter_sentence(say: &LegalRemarkWords, letter: &ReceivedLetter) -> String {
    let phrase = match (letter.receipt, letter.delivery) {
        (LetterReceipt::Known(_), _) => say.letter,
        (LetterReceipt::Presumed(..), DeliveryMethod::Post) => say.letter_by_post,
        (LetterReceipt::Presumed(..), DeliveryMethod::Email) => say.letter_by_mail,
    };
    phrase(letter.sent_on, letter.receipt.day(), letter.last_day)
}

fn not_claimed_sentence(
    input: ReportInput<'_>,
    legal: Option<&LegalWords>,
    refused: &UnclaimedCharge,
) -> Option<String> {
    let say = &input.language.phrases.claim.remark;
    let why = match refused.reason {
        None => legal?.remark.too_much.to_owned(),
        Some(why) => no_costs_reason(input, legal, why)?,
    };
    let amount = input.language.format_money(refused.amount);
    let invoice = invoice_label(input, refused.invoice);
    Some((say.charge_not_claimed)(&invoice, &amount, &why))
}

fn difference_sentence(
    input: ReportInput<'_>,
    sums: (Money, Money),
    because: &[(DifferenceCause, Money)],
) -> String {
    let said = because.iter().map(|(why, part)| {
        let plus = if part.minor.is_positive() { "+" } else { "" };
        format!(
            "{plus}{} {}",
            input.language.format_money(*part),
            cause_label(input, *why)
        )
    });
    let said: Vec<String> = said.collect();
    format_two_amounts(input, sums, |booked, claimed| {
        (input.language.phrases.claim.remark.differs_from_books)(booked, claimed, &said.join(", "))
    })
}

fn not_due_sentence(input: ReportInput<'_>, part: &FutureInstalment) -> String {
    let say = &input.language.phrases.claim;
    let (place, count) = part.place;
    let mut what = invoice_label(input, part.invoice);
    if count > 1 {
        what.push_str(", ");
        what.push_str(&(say.line.instalment)(place, count));
    }
    (say.remark.not_due)(&what, part.due, &input.language.format_money(part.open))
}

const fn cause_label(input: ReportInput<'_>, cause: DifferenceCause) -> &'static str {
    let say = &input.language.phrases.claim.cause;
    match cause {
        DifferenceCause::Interest => say.interest,
        DifferenceCause::Costs => say.costs,
        DifferenceCause::RecordedInterest => say.recorded_interest,
        DifferenceCause::RefusedCharges => say.refused_charges,
        DifferenceCause::WaitingMoney => say.waiting_money,
        DifferenceCause::NotAsked => say.not_asked,
        DifferenceCause::AllocationOrder => say.allocation_order,
    }
}

fn no_costs_reason(
    input: ReportInput<'_>,
    legal: Option<&LegalWords>,
    why: NoCostsReason,
) -> Option<String> {
    let say = &input.language.phrases.claim.remark;
    let law_says = legal.map(|words| &words.no_costs);
    Some(match why {
        NoCostsReason::Insolvent => say.insolvent_charge.to_owned(),
        NoCostsReason::Policy => say.costs_not_asked.to_owned(),
        NoCostsReason::NoLetter => law_says?.no_letter.to_owned(),
        NoCostsReason::LetterTooEarly(sent) => (law_says?.letter_too_early)(sent),
        NoCostsReason::NotInWriting(sent) => (say.not_in_writing)(sent),
        NoCostsReason::NoAmount(sent) => (law_says?.no_amount)(sent),
        NoCostsReason::TermTooShort {
            sent,
            named_last_day: named,
            lawful_last_day: lawful,
        } => (law_says?.term_too_short)(sent, named, lawful),
        NoCostsReason::TermRunning { sent, from } => (law_says?.term_running)(sent, from),
        NoCostsReason::NoScale => law_says?.no_scale.to_owned(),
        NoCostsReason::PaidInTime => law_says?.paid_in_time.to_owned(),
        NoCostsReason::JointDemand(earlier) => (law_says?.joint_demand)(earlier),
        NoCostsReason::RecordedOn(invoice) => {
            (say.costs_recorded_on)(&invoice_label(input, invoice))
        }
    })
}
