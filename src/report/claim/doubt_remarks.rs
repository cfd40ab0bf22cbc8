//! What makes the figures of a claim doubtful, in words; and by which law they are reckoned.

use crate::claim::remark::{ClaimRemark, LimitationEnd};
use crate::journal::model::InvoiceIx;
use crate::policy::jurisdiction::law_list::LawBasis;
use crate::policy::jurisdiction::legal_words::LegalRemarkWords;
use crate::policy::limitation::Nearness;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::Money;
use crate::value::share::Share;

/// What makes figures doubtful, in words.
pub fn doubt_sentence(
    input: ReportInput<'_>,
    words: &LegalRemarkWords,
    remark: &ClaimRemark,
) -> Option<String> {
    let number = |invoice: &InvoiceIx| invoice_label(input, *invoice);
    let money = |amount: Money| input.language.format_money(amount);
    let rate = |rate: &Share| input.language.format_rate(*rate);
    Some(match remark {
        ClaimRemark::NoPolicyVersion(invoice, first) => {
            let policy = &input.day.journal.policies[*first];
            let say = input.language.phrases.claim.remark.no_policy_version;
            say(&number(invoice), &policy.name, policy.from?)
        }
        ClaimRemark::TermsTooLong(invoice, days, limit, from) => {
            (words.terms_too_long)(&number(invoice), *days, limit.days, *from)
        }
        ClaimRemark::BusinessTermsNotAgreed(invoice, days, from) => {
            (words.business_terms_not_agreed)(&number(invoice), *days, *from)
        }
        ClaimRemark::OtherTermsAgreed(terms) => {
            let say = input.language.phrases.claim.remark.other_terms_agreed;
            let agreed = (terms.agreed_days, terms.agreed_on);
            say(&number(&terms.invoice), terms.days, agreed, terms.from)
        }
        ClaimRemark::RateBelowStatutory(agreed, by_law) => {
            (words.rate_below_statutory)(&rate(agreed), &rate(by_law))
        }
        ClaimRemark::LateCredit(credit) => (words.late_credit)(
            &number(&credit.invoice),
            &money(credit.amount),
            credit.date,
            &money(credit.interest),
        ),
        _ => return None,
    })
}

/// Why a law holds, of two who are not both at home under it.
pub fn law_sentence(words: &LegalRemarkWords, basis: LawBasis, country: &str) -> String {
    let say = match basis {
        LawBasis::Domestic | LawBasis::Chosen => words.chosen_law,
        LawBasis::Seller => words.law_of_seller,
        LawBasis::Consumer => words.law_of_consumer,
    };
    say(country)
}

/// Until when an invoice can be claimed, or since when it can no more.
pub fn limitation_sentence(
    input: ReportInput<'_>,
    say: &LegalRemarkWords,
    end: &LimitationEnd,
) -> String {
    let phrase = match (end.nearness, end.is_consumer_sale) {
        (Nearness::Barred, false) => say.barred,
        (_, false) => say.limitation_end,
        (Nearness::Barred, true) => say.sale_barred,
        (_, true) => say.sale_limitation_end,
    };
    // Barred since the day after the last one.
    let day = match end.nearness {
        Nearness::Barred => end.last_day.succ_opt().unwrap_or(end.last_day),
        _ => end.last_day,
    };
    phrase(&invoice_label(input, end.invoice), day)
}

/// An invoice in a sentence.
pub fn invoice_label(input: ReportInput<'_>, invoice: InvoiceIx) -> String {
    format!("#{}", input.day.journal.invoice_no(invoice))
}
