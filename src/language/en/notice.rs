//! The sentences of the fourteen-day letter that Dutch law requires (BW 6:96 lid 6), in English.

use crate::language::letters::NoticeWords;

/// The sentences that the law requires, in the order of the letter.
pub const NOTICE: NoticeWords = NoticeWords {
    request: |amount, days| {
        format!(
            "We give you one more opportunity to pay without additional costs. We ask you to pay \
             {amount} within {} days, counted from the day after this letter was delivered to you.",
            count_in_words(days)
        )
    },
    costs: |costs| {
        format!(
            "If we do not receive the full amount within this term, you will owe us collection \
             costs as well. They amount to {costs}."
        )
    },
    costs_with_vat: |costs, rate, tax, together| {
        format!(
            "If we do not receive the full amount within this term, you will owe us collection \
             costs as well. They amount to {together}: {costs} increased by {tax} VAT ({rate}). A \
             third party collects for us, and we cannot deduct the VAT that it charges us; that is \
             why the costs are increased by that VAT."
        )
    },
    ground: "These costs follow from article 6:96 of the Dutch Civil Code (Burgerlijk Wetboek) and \
             the decree on extrajudicial collection costs (Besluit vergoeding voor \
             buitengerechtelijke incassokosten).",
    statutory_interest: "From the day after the due date we may also claim statutory interest.",
    agreed_interest: "From the day after the due date we may also claim the interest agreed.",
};

/// A number of days, as a word where that is usual.
fn count_in_words(days: u64) -> String {
    if days == 14 {
        "fourteen".to_owned()
    } else {
        days.to_string()
    }
}
