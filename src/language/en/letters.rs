//! The words of letters in English.

use super::extra_letters::EXTRA_LETTER_WORDS;
use super::long_date::long_date;
use super::templates::TEMPLATES;
use crate::language::countries::english_name;
use crate::language::letter_text::strip_initials;
use crate::language::letters::{
    AnnouncedClaimWords, AttemptWords, FrameWords, LetterLabels, LetterListWords, LetterSentences,
    LetterTotalWords, LetterWords, RefusalWords, StyleWords,
};
use crate::value::channel::Channel;

/// The words of letters.
pub const LETTERS: LetterWords = LetterWords {
    frame: FrameWords {
        subject: "Subject",
        payment: "Payment details",
        enclosures: "Enclosures",
        scan: "Scan with your banking app to pay",
        page: |page, of| format!("page {page} of {of}"),
        closing: "Yours sincerely,",
        invoice_enclosed: |count| match count {
            1 => "Invoice enclosed",
            _ => "Invoices enclosed",
        },
    },
    list: LetterListWords {
        title: "Letters that can go out",
        no_letters: |day| format!("There are no letters to send on {day}."),
        letter: "Letter",
        amount: "To be paid",
        deadline: "By",
        refusal_heading: "Not written, because",
        refusal: REFUSALS,
    },
    label: LABELS,
    style: STYLE,
    announced_claim: ANNOUNCED_CLAIM,
    attempt: ATTEMPTS,
    totals: LetterTotalWords {
        heading: "How the amount is made up",
        open: "Open invoice amount",
        fee: "Reminder fee",
        costs: "Collection costs",
        interest: "Interest",
        disputed: "Still under discussion, not asked now",
        conceded: "Still to be credited, not asked",
        deferred: "To be paid later under the plan",
        on_account: "Your credit with us",
        total: "Total to be paid",
        table_total: "Total",
    },
    sentence: SENTENCES,
    template: TEMPLATES,
    extra_letter: EXTRA_LETTER_WORDS,
};

const REFUSALS: RefusalWords = RefusalWords {
    no_business_name: "nobody signs it: write `name:` under `business`",
    no_iban: "no account to pay to: write `iban:` under `business`",
    no_name: "the customer has no name: write `name:`",
    no_address: "it goes by post, and the customer has no address: write `address:`",
    no_email: "it goes by email, and the customer has no such address: write `email:`",
    no_channel: "the customer wants neither mail nor post (`no:`): call or visit",
    no_language: "no language to write in: write `language:` under the customer or under `business`",
    no_letter: |name, built_in| {
        format!(
            "there is no letter `{name}`: write its template (`letters --init-templates`), or put a built-in one \
             behind `letter`: {built_in}"
        )
    },
    bank_stale: |through| {
        let end = through.map_or_else(|| "long ago".to_owned(), |day| format!("on {day}"));
        format!(
            "bank data end {end}: enter what came in and write `bank-through` (or add `--even-so`)"
        )
    },
    unallocated: |amount| {
        format!(
            "{amount} of this customer waits that nobody placed: say what it is for (or add `--even-so`)"
        )
    },
    fee_not_allowed: |stage, fee, letter| {
        let why = match letter {
            Some(letter) => format!("a consumer owes none before {letter} has run out"),
            None => "no law is known that lets one ask it of a consumer".to_owned(),
        };
        format!(
            "step `{stage}` has a fee of {fee}, and {why}: give the customer a policy without, or write `kind: business` where that is so"
        )
    },
    charges_not_owed: |invoice, amount| {
        format!(
            "{amount} of the charges on #{invoice} may not be asked of this customer: `tegoed claim {invoice}` says \
             why; waive it, or write the entry lower"
        )
    },
    not_calculable: |invoice| {
        format!(
            "what may be asked for #{invoice} cannot be reckoned: `tegoed claim {invoice}` says why"
        )
    },
    nothing_to_pay: "there is nothing to ask: what is open is in dispute, conceded, or covered by money on account",
    invalid_template: |file, line, message| {
        format!("its template {file} is not right, line {line}: {message}")
    },
};

const LABELS: LetterLabels = LetterLabels {
    phone: "Telephone",
    email: "E-mail",
    website: "Website",
    kvk: "Trade register",
    vat_id: "VAT ID",
    our_reference: "Our reference",
    your_reference: "Your reference",
    invoice: "Invoice",
    description: "Description",
    order: "Your order",
    delivered: "Delivered on",
    invoice_date: "Invoice date",
    sent: "Sent",
    due: "Due date",
    days: "Days late",
    days_late: |days| match days {
        1 => "1 day".to_owned(),
        _ => format!("{days} days"),
    },
    total: "Invoice amount",
    instalment_total: "Amount of this part",
    paid: "Paid",
    paid_to_charges: "Paid towards costs and interest",
    settled: "Credited or deducted",
    not_asked: "Not asked here",
    open: "Still to be paid",
    amount: "Amount",
    iban: "IBAN",
    bic: "BIC",
    account_name: "Account holder",
    payment_reference: "Reference",
    by: "On or before",
    methods: "Ways to pay",
    by_due_date: "the due date of each invoice",
    date_column: "Date",
    due_column: "Due",
    days_column: "Late",
    amount_in: |sign| format!("Amount {sign}"),
    paid_in: |sign| format!("Paid {sign}"),
    settled_in: |sign| format!("Credited {sign}"),
    not_asked_in: |sign| format!("Not asked {sign}"),
    open_in: |sign| format!("Open {sign}"),
    copy: |number| format!("Copy of invoice {number}"),
    agreement: "Terms agreed",
    policy: "Our payment terms",
    correspondence: |day| format!("Our letter of {}", long_date(day)),
};

const STYLE: StyleWords = StyleWords {
    day: long_date,
    short_day: |day| day.format("%-d %b %Y").to_string(),
    dateline: |place, day| match place {
        Some(place) => format!("{place}, {}", long_date(day)),
        None => long_date(day),
    },
    sign_gap: "",
    country: english_name,
    attention: |name| format!("Attn. {name}"),
    salutation: |name, _| match name {
        Some(name) => format!("Dear {},", salutation_name(name)),
        None => "Dear Sir or Madam,".to_owned(),
    },
    instalment: |number, place, count| format!("{number} ({place}/{count})"),
    channel: |channel| match channel {
        Channel::Email => "by e-mail",
        Channel::Post => "by post",
        Channel::Phone => "by telephone",
        Channel::Visit => "in person",
        Channel::Chat => "by chat",
    },
    sent: |ways, day| match ways {
        "" => format!("on {}", long_date(day)),
        _ => format!("{ways} on {}", long_date(day)),
    },
    percent: |digits| format!("{digits}%"),
    conjunction: "and",
};

/// The name in a salutation: `Mr J. Smith` becomes `Mr Smith`.
fn salutation_name(name: &str) -> String {
    match name.split_once(' ') {
        Some(("Fam." | "Fam" | "fam." | "Familie" | "familie", rest)) => format!("{rest} family"),
        Some((title @ ("Mr" | "Mrs" | "Ms" | "Mr." | "Mrs." | "Ms."), rest)) => {
            format!("{title} {}", strip_initials(rest))
        }
        _ => name.to_owned(),
    }
}

const ANNOUNCED_CLAIM: AnnouncedClaimWords = AnnouncedClaimWords {
    interest: |from, to, rate, base| {
        let (from, to) = (from.format("%-d %b %Y"), to.format("%-d %b %Y"));
        format!("Interest {from} to {to}, {rate} on {base}")
    },
    interest_sum: "Interest",
    costs: "Extrajudicial collection costs",
    vat: "VAT on the collection costs",
    principal: "Open invoice amount",
    allocated_principal: "Principal, after payments were put to costs and interest first",
    principal_less_credit: "Principal, less your credit with us",
    other_principal: "Principal",
    total: |day| format!("Total on {}", long_date(day)),
};

const ATTEMPTS: AttemptWords = AttemptWords {
    letter: |stage, ways| match ways {
        "" => stage.to_owned(),
        _ => format!("{stage} {ways}"),
    },
    deadline: |words, day| format!("{words}, to be paid on or before {}", long_date(day)),
    phone: "telephone call",
    phone_in_vain: "call, nobody reached",
    visit: "visit",
    visit_in_vain: "visit, nobody met",
    plan: "payment plan agreed",
    plan_offer: "payment plan offered",
    email: "e-mail",
    other: "letter",
    chat: "chat message",
    promise: |amount, day| {
        let amount = amount.map_or_else(|| "to pay".to_owned(), |it| format!("to pay {it}"));
        match day {
            Some(day) => format!("you promised {amount} on or before {}", long_date(day)),
            None => format!("you promised {amount}"),
        }
    },
    forgot: "you said that payment had been forgotten",
    admin: "you said that this had not been processed yet",
    cashflow: "you said that you could not pay at that moment",
    dissatisfied: "you said that you were not satisfied",
};

const SENTENCES: LetterSentences = LetterSentences {
    contact: |phone, mail| match (phone, mail) {
        (Some(phone), Some(mail)) => format!("by telephone on {phone} or at {mail}"),
        (Some(phone), None) => format!("by telephone on {phone}"),
        (None, Some(mail)) => format!("at {mail}"),
        (None, None) => String::new(),
    },
    invoice_names: |numbers| match numbers {
        [] => "invoice".to_owned(),
        [one] => format!("invoice {one}"),
        [one, other] => format!("invoices {one} and {other}"),
        [one, rest @ ..] => format!("invoices {one} and {} others", rest.len()),
    },
    named_invoices: |count, numbers| match count {
        1 => format!("invoice {numbers}"),
        _ => format!("invoices {numbers}"),
    },
    our_invoices: |numbers| match numbers {
        [one] => format!("our invoice {one}"),
        _ => "the invoices below".to_owned(),
    },
    details: "Details of each invoice",
    also_overdue_point: |number, open, due| {
        format!("invoice {number}: {open}, due {}", long_date(due))
    },
    announced_point: |number, open, due| {
        format!("invoice {number}: {open}, falls due on {}", long_date(due))
    },
    bank_stale: |day| {
        format!(
            "Payments after {} are not yet taken into account.",
            long_date(day)
        )
    },
    unallocated: |amount| {
        format!(
            "We received {amount} from you and do not know yet for which invoice it is. We take it off what you owe us: this letter asks no more than what is left then."
        )
    },
    unallocated_beside: |amount| {
        format!(
            "We received {amount} from you and do not know yet for which invoice it is; it is not yet taken into account."
        )
    },
    on_account: |amount| {
        format!(
            "You have a credit of {amount} with us. We take it off what you owe us: this letter asks no more than what is left then."
        )
    },
    on_account_beside: |amount| {
        format!(
            "You have a credit of {amount} with us; it stands beside the amounts in this letter."
        )
    },
    on_account_elsewhere: |amount, invoices| {
        format!(
            "You have a credit of {amount} with us that we take off {invoices}; it is not counted in this letter."
        )
    },
};
