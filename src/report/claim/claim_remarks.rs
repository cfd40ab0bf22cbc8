//! What must be said beside the figures of a claim, sentence by sentence.

use crate::claim::model::CustomerClaims;
use crate::claim::remark::{
    ClaimRemark, DifferenceCause, FutureInstalment, LimitationEnd, NoCostsReason, ReceivedLetter,
    UnclaimedCharge,
};
use crate::journal::model::InvoiceIx;
use crate::policy::costs::NoVatReason;
use crate::policy::jurisdiction::law::Debtor;
use crate::policy::limitation::Nearness;
use crate::policy::notice_term::{DeliveryMethod, LetterReceipt};
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Every sentence; what makes figures provisional first, that it is no advice last.
pub fn all_remarks(input: ReportInput<'_>, answer: &CustomerClaims) -> Vec<String> {
    let mut remarks: Vec<&ClaimRemark> = answer.remarks.iter().collect();
    remarks.sort_by_key(|remark| !matches!(remark, ClaimRemark::RatesNotChecked(..)));
    let mut said: Vec<String> = Vec::new();
    for remark in remarks {
        let sentence = remark_sentence(input, remark);
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said.push((input.language.phrases.claim.remark.not_advice)(
        answer.day_count.name(),
    ));
    said
}

fn remark_sentence(input: ReportInput<'_>, remark: &ClaimRemark) -> String {
    let say = &input.language.phrases.claim.remark;
    let number = |invoice: &InvoiceIx| invoice_label(input, *invoice);
    match remark {
        ClaimRemark::KindUnknown => say.kind_unknown.to_owned(),
        ClaimRemark::NoRules(country) => (say.no_rules)(country),
        ClaimRemark::OtherCurrency(currency) => (say.other_currency)(currency.code()),
        ClaimRemark::Closed(invoice, status) => {
            let closed = labels::closed_status_label(*status, input.language);
            (say.closed)(&number(invoice), closed.map_or("", |(_, said)| said))
        }
        ClaimRemark::Future(invoice) => (say.future)(&number(invoice)),
        ClaimRemark::Unreadable(invoice) => (say.unreadable)(&number(invoice)),
        ClaimRemark::NotDue(part) => not_due_sentence(input, part),
        ClaimRemark::Letter(letter) => letter_sentence(input, letter),
        ClaimRemark::LetterNamesMore(sent, others) => {
            let others: Vec<String> = others.iter().map(number).collect();
            (say.letter_names_more)(*sent, &others.join(", "))
        }
        ClaimRemark::AnnouncedCostsDiffer(sent, sums) => announced_sentence(input, *sent, *sums),
        ClaimRemark::PaidWithinTerm(sums) => format_two_amounts(input, *sums, say.paid_within_term),
        ClaimRemark::NoCosts(invoice, why) => {
            (say.no_costs)(&number(invoice), &no_costs_reason(input, *why))
        }
        ClaimRemark::ChargeNotClaimed(refused) => not_claimed_sentence(input, refused),
        ClaimRemark::AboveScale(invoice, sums) => {
            format_two_amounts(input, *sums, |written, scale| {
                (say.above_scale)(&number(invoice), written, scale)
            })
        }
        ClaimRemark::VatMustBeDeclared => say.vat_must_be_declared.to_owned(),
        ClaimRemark::WithoutVat(NoVatReason::NoRate(_)) => say.vat_no_rate.to_owned(),
        ClaimRemark::WithoutVat(_) => say.vat_deducted.to_owned(),
        ClaimRemark::WithoutDemand(least) => {
            (say.without_demand)(&input.language.format_money(*least))
        }
        ClaimRemark::RepeatedCosts => say.repeated_costs.to_owned(),
        ClaimRemark::ConsumerRate => say.consumer_rate.to_owned(),
        ClaimRemark::TermsNotAgreed => say.terms_not_agreed.to_owned(),
        ClaimRemark::Disputed(invoice, since) => (say.disputed)(&number(invoice), *since),
        ClaimRemark::Insolvent(since) => (say.insolvent)(*since),
        ClaimRemark::OldContract(before) => (say.old_contract)(*before),
        ClaimRemark::LimitationEnd(end) => limitation_sentence(input, end),
        ClaimRemark::RatesNotChecked(debtor, stale) => match debtor {
            Debtor::Consumer => (say.rates_not_checked)(stale.checked_until),
            Debtor::Business | Debtor::Government => {
                (say.commercial_rates_not_checked)(stale.checked_until)
            }
        },
        ClaimRemark::DiffersFromBooks(sums, because) => difference_sentence(input, *sums, because),
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
    sent: NaiveDate,
    (announced, lawful): (Money, Money),
) -> String {
    let say = &input.language.phrases.claim.remark;
    let phrase = if announced.minor < lawful.minor {
        say.announced_less
    } else {
        say.announced_more
    };
    format_two_amounts(input, (announced, lawful), |one, other| {
        phrase(sent, one, other)
    })
}

fn letter_sentence(input: ReportInput<'_>, letter: &ReceivedLetter) -> String {
    let say = &input.language.phrases.claim.remark;
    let phrase = match (letter.receipt, letter.delivery) {
        (LetterReceipt::Known(_), _) => say.letter,
        (LetterReceipt::Presumed(..), DeliveryMethod::Post) => say.letter_by_post,
        (LetterReceipt::Presumed(..), DeliveryMethod::Email) => say.letter_by_mail,
    };
    phrase(letter.sent_on, letter.receipt.day(), letter.last_day)
}

fn not_claimed_sentence(input: ReportInput<'_>, refused: &UnclaimedCharge) -> String {
    let say = &input.language.phrases.claim.remark;
    let why = refused.reason.map_or_else(
        || say.too_much.to_owned(),
        |why| no_costs_reason(input, why),
    );
    let amount = input.language.format_money(refused.amount);
    (say.charge_not_claimed)(&invoice_label(input, refused.invoice), &amount, &why)
}

fn limitation_sentence(input: ReportInput<'_>, end: &LimitationEnd) -> String {
    let say = &input.language.phrases.claim.remark;
    let phrase = match (end.nearness, end.is_consumer_sale) {
        (Nearness::Barred, false) => say.barred,
        (_, false) => say.limitation_end,
        (Nearness::Barred, true) => say.sale_barred,
        (_, true) => say.sale_limitation_end,
    };
    phrase(&invoice_label(input, end.invoice), end.last_day)
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

fn invoice_label(input: ReportInput<'_>, invoice: InvoiceIx) -> String {
    format!("#{}", input.day.journal.invoice_no(invoice))
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
        DifferenceCause::AllocationOrder => say.allocation_order,
    }
}

fn no_costs_reason(input: ReportInput<'_>, why: NoCostsReason) -> String {
    let say = &input.language.phrases.claim.no_costs;
    match why {
        NoCostsReason::Policy => say.policy.to_owned(),
        NoCostsReason::NoLetter => say.no_letter.to_owned(),
        NoCostsReason::LetterTooEarly(sent) => (say.letter_too_early)(sent),
        NoCostsReason::NoAmount(sent) => (say.no_amount)(sent),
        NoCostsReason::TermTooShort {
            sent,
            named_last_day: named,
            lawful_last_day: lawful,
        } => (say.term_too_short)(sent, named, lawful),
        NoCostsReason::TermRunning { sent, from } => (say.term_running)(sent, from),
        NoCostsReason::NoScale => say.no_scale.to_owned(),
        NoCostsReason::PaidInTime => say.paid_in_time.to_owned(),
        NoCostsReason::RecordedOn(invoice) => (say.recorded_on)(&invoice_label(input, invoice)),
    }
}
