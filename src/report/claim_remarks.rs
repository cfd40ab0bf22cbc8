//! What must be said beside the figures of a claim, sentence by sentence.

use super::scope::Scope;
use super::words;
use crate::claim::model::{Answer, Cause, NoCosts, Remark};
use crate::journal::model::InvoiceIx;
use crate::policy::costs::WithoutVat;
use crate::policy::deadline::{Receipt, Way};
use crate::policy::jurisdiction::law::Debtor;
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
    let number = |invoice: InvoiceIx| number(scope, invoice);
    let money = |money: Money| scope.language.money(money);
    match remark {
        Remark::KindUnknown => say.kind_unknown.to_owned(),
        Remark::NoRules(country) => (say.no_rules)(country),
        Remark::OtherCurrency(currency) => (say.other_currency)(currency.code()),
        Remark::Closed(invoice, status) => {
            let closed = words::closed(*status, scope.language);
            (say.closed)(&number(*invoice), closed.map_or("", |(_, said)| said))
        }
        Remark::Future(invoice) => (say.future)(&number(*invoice)),
        Remark::Unreadable(invoice) => (say.unreadable)(&number(*invoice)),
        Remark::NotDue {
            invoice,
            place,
            due,
            open,
        } => not_due(scope, *invoice, *place, *due, *open),
        Remark::Letter {
            sent,
            receipt,
            way,
            last_day,
        } => {
            let phrase = match (receipt, way) {
                (Receipt::Known(_), _) => say.letter,
                (Receipt::Presumed(..), Way::Post) => say.letter_by_post,
                (Receipt::Presumed(..), Way::Email) => say.letter_by_mail,
            };
            phrase(*sent, receipt.day(), *last_day)
        }
        Remark::LetterNamesMore(sent, others) => {
            let others: Vec<String> = others.iter().map(|other| number(*other)).collect();
            (say.letter_names_more)(*sent, &others.join(", "))
        }
        Remark::Announced {
            sent,
            announced,
            lawful,
        } => {
            let less = announced.minor < lawful.minor;
            let phrase = if less {
                say.announced_less
            } else {
                say.announced_more
            };
            phrase(*sent, &money(*announced), &money(*lawful))
        }
        Remark::PaidInside { before, after } => (say.paid_inside)(&money(*before), &money(*after)),
        Remark::NoCosts(invoice, why) => (say.no_costs)(&number(*invoice), &reason(scope, *why)),
        Remark::Refused {
            invoice,
            amount,
            why,
            ..
        } => {
            let why = why.map_or_else(|| say.too_much.to_owned(), |why| reason(scope, why));
            (say.refused)(&number(*invoice), &money(*amount), &why)
        }
        Remark::AboveScale {
            invoice,
            written,
            scale,
        } => (say.above_scale)(&number(*invoice), &money(*written), &money(*scale)),
        Remark::VatMustBeDeclared => say.vat_must_be_declared.to_owned(),
        Remark::WithoutVat(WithoutVat::NoRate(_)) => say.vat_no_rate.to_owned(),
        Remark::WithoutVat(_) => say.vat_deducted.to_owned(),
        Remark::ConsumerRate => say.consumer_rate.to_owned(),
        Remark::TermsNotAgreed => say.terms_not_agreed.to_owned(),
        Remark::Disputed(invoice, since) => (say.disputed)(&number(*invoice), *since),
        Remark::Insolvent(since) => (say.insolvent)(*since),
        Remark::Caution(caution) => (say.caution)(caution.cited.value()),
        Remark::Stale(debtor, stale) => match debtor {
            Debtor::Consumer => (say.stale)(stale.checked_until),
            Debtor::Business | Debtor::Government => (say.stale_commercial)(stale.checked_until),
        },
        Remark::Differs {
            booked,
            claimed,
            because,
        } => {
            let causes: Vec<String> = because
                .iter()
                .map(|(why, part)| {
                    let plus = if part.minor.is_positive() { "+" } else { "" };
                    format!("{plus}{} {}", money(*part), cause(scope, *why))
                })
                .collect();
            (say.differs)(&money(*booked), &money(*claimed), &causes.join(", "))
        }
    }
}

fn number(scope: Scope<'_>, invoice: InvoiceIx) -> String {
    format!("#{}", scope.journal.invoice_no(invoice))
}

fn not_due(
    scope: Scope<'_>,
    invoice: InvoiceIx,
    (place, count): (usize, usize),
    due: Option<NaiveDate>,
    open: Money,
) -> String {
    let say = &scope.language.say.claim;
    let mut what = number(scope, invoice);
    if count > 1 {
        what.push_str(", ");
        what.push_str(&(say.line.instalment)(place, count));
    }
    (say.remark.not_due)(&what, due, &scope.language.money(open))
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
