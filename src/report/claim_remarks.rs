//! What must be said beside the figures of a claim, sentence by sentence.

use super::scope::Scope;
use super::words;
use crate::claim::model::Answer;
use crate::claim::remark::{Ahead, Came, Cause, End, NoCosts, NotClaimed, Remark};
use crate::journal::model::InvoiceIx;
use crate::policy::costs::WithoutVat;
use crate::policy::deadline::{Receipt, Way};
use crate::policy::jurisdiction::law::Debtor;
use crate::policy::limitation::Nearness;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Every sentence; what makes figures provisional first, that it is no advice last.
pub fn said(scope: Scope<'_>, answer: &Answer) -> Vec<String> {
    let mut remarks: Vec<&Remark> = answer.remarks.iter().collect();
    remarks.sort_by_key(|remark| !matches!(remark, Remark::Stale(..)));
    let mut said: Vec<String> = Vec::new();
    for remark in remarks {
        let sentence = sentence(scope, remark);
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said.push((scope.language.say.claim.remark.not_advice)(
        answer.count.name(),
    ));
    said
}

fn sentence(scope: Scope<'_>, remark: &Remark) -> String {
    let say = &scope.language.say.claim.remark;
    let number = |invoice: &InvoiceIx| number(scope, *invoice);
    match remark {
        Remark::KindUnknown => say.kind_unknown.to_owned(),
        Remark::NoRules(country) => (say.no_rules)(country),
        Remark::OtherCurrency(currency) => (say.other_currency)(currency.code()),
        Remark::Closed(invoice, status) => {
            let closed = words::closed(*status, scope.language);
            (say.closed)(&number(invoice), closed.map_or("", |(_, said)| said))
        }
        Remark::Future(invoice) => (say.future)(&number(invoice)),
        Remark::Unreadable(invoice) => (say.unreadable)(&number(invoice)),
        Remark::NotDue(part) => not_due(scope, part),
        Remark::Letter(letter) => came(scope, letter),
        Remark::LetterNamesMore(sent, others) => {
            let others: Vec<String> = others.iter().map(number).collect();
            (say.letter_names_more)(*sent, &others.join(", "))
        }
        Remark::Announced(sent, sums) => announced(scope, *sent, *sums),
        Remark::PaidInside(sums) => pair(scope, *sums, say.paid_inside),
        Remark::NoCosts(invoice, why) => (say.no_costs)(&number(invoice), &reason(scope, *why)),
        Remark::Refused(refused) => not_claimed(scope, refused),
        Remark::AboveScale(invoice, sums) => pair(scope, *sums, |written, scale| {
            (say.above_scale)(&number(invoice), written, scale)
        }),
        Remark::VatMustBeDeclared => say.vat_must_be_declared.to_owned(),
        Remark::WithoutVat(WithoutVat::NoRate(_)) => say.vat_no_rate.to_owned(),
        Remark::WithoutVat(_) => say.vat_deducted.to_owned(),
        Remark::WithoutDemand(least) => (say.without_demand)(&scope.language.money(*least)),
        Remark::CostsAgain => say.costs_again.to_owned(),
        Remark::ConsumerRate => say.consumer_rate.to_owned(),
        Remark::TermsNotAgreed => say.terms_not_agreed.to_owned(),
        Remark::Disputed(invoice, since) => (say.disputed)(&number(invoice), *since),
        Remark::Insolvent(since) => (say.insolvent)(*since),
        Remark::OldContract(before) => (say.old_contract)(*before),
        Remark::Ends(end) => ends(scope, end),
        Remark::Stale(debtor, stale) => match debtor {
            Debtor::Consumer => (say.stale)(stale.checked_until),
            Debtor::Business | Debtor::Government => (say.stale_commercial)(stale.checked_until),
        },
        Remark::Differs(sums, because) => differs(scope, *sums, because),
    }
}

/// Two amounts in one sentence.
fn pair(scope: Scope<'_>, sums: (Money, Money), phrase: impl Fn(&str, &str) -> String) -> String {
    let money = |money| scope.language.money(money);
    phrase(&money(sums.0), &money(sums.1))
}

fn announced(scope: Scope<'_>, sent: NaiveDate, (announced, lawful): (Money, Money)) -> String {
    let say = &scope.language.say.claim.remark;
    let phrase = if announced.minor < lawful.minor {
        say.announced_less
    } else {
        say.announced_more
    };
    pair(scope, (announced, lawful), |one, other| {
        phrase(sent, one, other)
    })
}

fn came(scope: Scope<'_>, letter: &Came) -> String {
    let say = &scope.language.say.claim.remark;
    let phrase = match (letter.receipt, letter.way) {
        (Receipt::Known(_), _) => say.letter,
        (Receipt::Presumed(..), Way::Post) => say.letter_by_post,
        (Receipt::Presumed(..), Way::Email) => say.letter_by_mail,
    };
    phrase(letter.sent, letter.receipt.day(), letter.last_day)
}

fn not_claimed(scope: Scope<'_>, refused: &NotClaimed) -> String {
    let say = &scope.language.say.claim.remark;
    let why = refused
        .why
        .map_or_else(|| say.too_much.to_owned(), |why| reason(scope, why));
    let amount = scope.language.money(refused.amount);
    (say.refused)(&number(scope, refused.invoice), &amount, &why)
}

fn ends(scope: Scope<'_>, end: &End) -> String {
    let say = &scope.language.say.claim.remark;
    let phrase = match (end.nearness, end.sale) {
        (Nearness::Barred, false) => say.barred,
        (_, false) => say.ends,
        (Nearness::Barred, true) => say.sale_barred,
        (_, true) => say.sale_ends,
    };
    phrase(&number(scope, end.invoice), end.last_day)
}

fn differs(scope: Scope<'_>, sums: (Money, Money), because: &[(Cause, Money)]) -> String {
    let said = because.iter().map(|(why, part)| {
        let plus = if part.minor.is_positive() { "+" } else { "" };
        format!(
            "{plus}{} {}",
            scope.language.money(*part),
            cause(scope, *why)
        )
    });
    let said: Vec<String> = said.collect();
    pair(scope, sums, |booked, claimed| {
        (scope.language.say.claim.remark.differs)(booked, claimed, &said.join(", "))
    })
}

fn number(scope: Scope<'_>, invoice: InvoiceIx) -> String {
    format!("#{}", scope.journal.invoice_no(invoice))
}

fn not_due(scope: Scope<'_>, part: &Ahead) -> String {
    let say = &scope.language.say.claim;
    let (place, count) = part.place;
    let mut what = number(scope, part.invoice);
    if count > 1 {
        what.push_str(", ");
        what.push_str(&(say.line.instalment)(place, count));
    }
    (say.remark.not_due)(&what, part.due, &scope.language.money(part.open))
}

const fn cause(scope: Scope<'_>, cause: Cause) -> &'static str {
    let say = &scope.language.say.claim.cause;
    match cause {
        Cause::Interest => say.interest,
        Cause::Costs => say.costs,
        Cause::WrittenInterest => say.written_interest,
        Cause::Refused => say.refused,
        Cause::Order => say.order,
    }
}

fn reason(scope: Scope<'_>, why: NoCosts) -> String {
    let say = &scope.language.say.claim.no_costs;
    match why {
        NoCosts::Policy => say.policy.to_owned(),
        NoCosts::NoLetter => say.no_letter.to_owned(),
        NoCosts::LetterTooEarly(sent) => (say.letter_too_early)(sent),
        NoCosts::NoAmount(sent) => (say.no_amount)(sent),
        NoCosts::TermTooShort {
            sent,
            named,
            lawful,
        } => (say.term_too_short)(sent, named, lawful),
        NoCosts::Running { sent, from } => (say.running)(sent, from),
        NoCosts::NoScale => say.no_scale.to_owned(),
        NoCosts::PaidInTime => say.paid_in_time.to_owned(),
        NoCosts::WrittenOn(invoice) => (say.written_on)(&number(scope, invoice)),
    }
}
