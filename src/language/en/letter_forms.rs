//! What each letter says: from friendly before the due date to the final notice.

use super::days::long_date;
use crate::language::letters::{FormWords, Matter, NoticeWords, Openings};

/// `invoice 2026-001`, or `invoice 2026-001 and 10 others`.
fn invoice(about: &Matter<'_>) -> String {
    match about.numbers {
        [] => "invoice".to_owned(),
        [one] => format!("invoice {one}"),
        [one, other] => format!("invoices {one} and {other}"),
        [one, rest @ ..] => format!("invoice {one} and {} others", rest.len()),
    }
}

/// `our invoice 2026-001`, or `the invoices below`.
fn our(about: &Matter<'_>) -> String {
    match about.numbers {
        [one] => format!("our invoice {one}"),
        _ => "the invoices below".to_owned(),
    }
}

fn not_yet(about: &Matter<'_>) -> &'static str {
    if about.part_paid {
        "not yet been paid in full"
    } else {
        "not yet been paid"
    }
}

fn fell_due(about: &Matter<'_>) -> String {
    match (about.due, about.numbers) {
        (Some(due), [_]) => format!("It fell due on {}.", long_date(due)),
        (Some(due), _) => format!("They fell due on {}.", long_date(due)),
        (None, _) => "Their due dates have passed.".to_owned(),
    }
}

fn has(about: &Matter<'_>) -> &'static str {
    if about.numbers.len() == 1 {
        "has"
    } else {
        "have"
    }
}

fn is(about: &Matter<'_>) -> &'static str {
    if about.numbers.len() == 1 {
        "is"
    } else {
        "are"
    }
}

const fn always(said: fn(&Matter<'_>) -> String) -> Openings {
    Openings {
        silent: said,
        forgot: said,
        admin: said,
        cashflow: said,
        dissatisfied: said,
    }
}

/// Before the due date.
pub const COURTESY: FormWords = FormWords {
    subject: |about| match about.due {
        Some(due) => format!(
            "For your information: {} due on {}",
            invoice(about),
            long_date(due)
        ),
        None => format!("For your information: {} due soon", invoice(about)),
    },
    opening: always(|about| match (about.due, about.numbers) {
        (Some(due), [one]) => format!(
            "This is to remind you that our invoice {one} is due on {}. Below you find everything \
             you need to pay it.",
            long_date(due)
        ),
        _ => "This is to remind you that the invoices below are due soon. Below you find \
              everything you need to pay them."
            .to_owned(),
    }),
    request: |about| match about.deadline {
        Some(day) => format!(
            "Would you transfer {} on or before {}? If the payment is already scheduled, there is \
             nothing for you to do.",
            about.amount,
            long_date(day)
        ),
        None => "Would you transfer each amount on or before its due date? If the payments are \
                 already scheduled, there is nothing for you to do."
            .to_owned(),
    },
    questions,
};

fn questions(contact: &str) -> String {
    format!("Do you have questions about the invoice? You can reach us {contact}.")
}

/// The first letter after the due date.
pub const REMINDER: FormWords = FormWords {
    subject: |about| format!("Reminder: outstanding payment of {}", invoice(about)),
    opening: Openings {
        silent: |about| {
            format!(
                "It has probably escaped your attention: according to our records {} {} {}. {}",
                our(about),
                has(about),
                not_yet(about),
                fell_due(about)
            )
        },
        forgot: |about| {
            format!(
                "You told us that the payment had escaped your attention. That can happen to \
                 anyone. So here are the details of {} once more.",
                our(about)
            )
        },
        admin: |about| {
            format!(
                "You told us that {} {} not been processed properly yet. So here are all the \
                 details once more.",
                our(about),
                has(about)
            )
        },
        cashflow: |about| {
            format!(
                "You told us that payment is difficult at the moment. We are glad to think along \
                 with you, for instance about paying in instalments. According to our records {} \
                 {} still open.",
                our(about),
                is(about)
            )
        },
        dissatisfied: |about| {
            format!(
                "You told us that you are not satisfied. We would rather hear that sooner than \
                 later, and are glad to put it right with you. According to our records {} {} \
                 still open.",
                our(about),
                is(about)
            )
        },
    },
    request: |about| match about.deadline {
        Some(day) => format!(
            "We kindly ask you to transfer {} on or before {}.",
            about.amount,
            long_date(day)
        ),
        None => format!("We kindly ask you to transfer {} shortly.", about.amount),
    },
    questions,
};

/// What was asked before did not help.
fn still_not(about: &Matter<'_>) -> String {
    let before = match about.letters {
        (0, _) | (_, None) => String::new(),
        (1, Some(day)) => format!("In spite of our message of {}, ", long_date(day)),
        (_, Some(day)) => format!(
            "In spite of our earlier messages, the last of {}, ",
            long_date(day)
        ),
    };
    let (capital, body) = if before.is_empty() {
        match about.numbers {
            [one] => (format!("Our invoice {one}"), ""),
            _ => ("The invoices below".to_owned(), ""),
        }
    } else {
        (our(about), before.as_str())
    };
    format!(
        "{body}{capital} {} {}. {}",
        has(about),
        not_yet(about),
        fell_due(about)
    )
}

/// The second letter.
pub const DEMAND: FormWords = FormWords {
    subject: |about| format!("Demand for payment: {}", invoice(about)),
    opening: Openings {
        silent: |about| {
            format!(
                "{} If you have a reason not to pay, we should like to hear it.",
                still_not(about)
            )
        },
        forgot: |about| {
            format!(
                "You told us that the payment had escaped your attention. {}",
                still_not(about)
            )
        },
        admin: |about| {
            format!(
                "You told us that the invoice was still being processed. {} We assume that you now \
                 have all the details.",
                still_not(about)
            )
        },
        cashflow: |about| {
            format!(
                "You told us that payment is difficult at the moment. {} We understand your \
                 situation and are glad to make an arrangement that you can keep, but without one \
                 we must hold you to your duty to pay.",
                still_not(about)
            )
        },
        dissatisfied: |about| {
            format!(
                "You told us that you are not satisfied. {} Let us know what is not in order, and \
                 we shall put it right with you; what you do not dispute has to be paid.",
                still_not(about)
            )
        },
    },
    request: |about| match about.deadline {
        Some(day) => format!(
            "We ask you to pay {} on or before {}.",
            about.amount,
            long_date(day)
        ),
        None => format!("We ask you to pay {} at once.", about.amount),
    },
    questions: |contact| {
        format!(
            "Can you not pay at once, or do you disagree with the invoice? Then contact us, \
             {contact}. We shall do what we can to solve this together."
        )
    },
};

/// The last letter, to a business.
pub const LAST: FormWords = FormWords {
    subject: |about| format!("Final notice: {}", invoice(about)),
    opening: Openings {
        silent: |about| format!("{} You are in default.", still_not(about)),
        forgot: |about| format!("{} You are in default.", still_not(about)),
        admin: |about| {
            format!(
                "{} You are in default. That the invoice had not been processed on your side does \
                 not change that.",
                still_not(about)
            )
        },
        cashflow: |about| {
            format!(
                "{} You are in default. We know that payment is difficult for you, but we have not \
                 been able to come to an arrangement.",
                still_not(about)
            )
        },
        dissatisfied: |about| {
            format!(
                "{} You are in default. We know that you are not satisfied; that does not release \
                 you from paying what you do not dispute.",
                still_not(about)
            )
        },
    },
    request: |about| match about.deadline {
        Some(day) => format!(
            "We demand that you pay {}, so that it is on our account on or before {}.",
            about.amount,
            long_date(day)
        ),
        None => format!("We demand that you pay {} at once.", about.amount),
    },
    questions: |contact| format!("To prevent this, pay in time or contact us at once, {contact}."),
};

/// The fourteen-day letter of Dutch law.
pub const NOTICE: NoticeWords = NoticeWords {
    form: FormWords {
        subject: |about| format!("Final notice: {}", invoice(about)),
        opening: Openings {
            silent: still_not,
            forgot: still_not,
            admin: still_not,
            cashflow: |about| {
                format!(
                    "You told us that payment is difficult at the moment. {}",
                    still_not(about)
                )
            },
            dissatisfied: |about| {
                format!(
                    "You told us that you are not satisfied. {} Let us know what is not in order, \
                     and we shall put it right with you.",
                    still_not(about)
                )
            },
        },
        request: |about| format!("We ask you to pay {}.", about.amount),
        questions: |contact| {
            format!(
                "Can you not pay in time, or do you disagree with the invoice? Then contact us, \
                 {contact}. We are glad to think along about paying in instalments."
            )
        },
    },
    request: |amount, days| {
        format!(
            "We give you one more opportunity to pay without additional costs. We ask you to pay \
             {amount} within {} days, counted from the day after this letter was delivered to you.",
            count(days)
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

/// A number of days in words, where that is usual.
fn count(days: u64) -> String {
    if days == 14 {
        "fourteen".to_owned()
    } else {
        days.to_string()
    }
}
