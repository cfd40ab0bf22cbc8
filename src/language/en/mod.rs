//! English: all phrases, and the forms of numbers and dates.

mod accountant;
mod add;
mod advice;
mod argument_forms;
mod call;
mod claim;
mod details;
mod dossier;
mod dunning;
mod editor;
mod export;
mod extra_letters;
pub(super) mod findings;
mod forecast;
mod habits;
mod init;
mod letters;
mod long_date;
mod overviews;
mod sheet_words;
mod templates;
mod tone;
mod vat;

use super::enum_labels::{
    AllocationRuleWords, ComponentWords, CustomerKindWords, DueBasisWords, EntryWords, HoldWords,
    StatisticsWords, StatusWords,
};
use super::phrases::{BasisLines, Headings, Language, Phrases, Sentences, Titles};
use crate::value::appointment_outcome::AppointmentOutcome;
use crate::value::calendar::Duration;
use include_dir::include_dir;
use long_date::long_date;

/// The English language.
pub static ENGLISH: Language = Language {
    tag: "en",
    decimal_mark: '.',
    group_mark: ',',
    excel: None,
    phrases: Phrases {
        format_duration,
        end_of_month: "end of month",
        finding: findings::FINDINGS,
        title: TITLES,
        basis: BASIS,
        heading: HEADINGS,
        sentence: SENTENCES,
        entry: ENTRIES,
        detail: details::DETAILS,
        status: StatusWords {
            not_due: "not due",
            overdue: "overdue",
            paid: "paid",
            credited: "credited",
            settled: "settled",
            written_off: "written off",
            void: "void",
            unreadable: "unreadable",
        },
        hold: HoldWords {
            promise: "promise",
            dispute: "dispute",
            conceded: "conceded, waits for credit note",
            plan: "plan",
            offer: "offer of a plan",
            hold: "hold",
            handover: "handed over",
            insolvency: "insolvent",
        },
        component: ComponentWords {
            principal: "principal",
            costs: "collection costs",
            fee: "fee",
            interest: "interest",
        },
        rule: RULES,
        due: DueBasisWords {
            written: "stands on the invoice",
            instalments: "agreed for each instalment",
            received: "terms from the day the invoice was received",
            sent: "terms from the day the invoice was sent",
            issued: "terms from the invoice date",
            delivery: "on delivery",
            milestone: |name| format!("on milestone {name}"),
            missing: "written nowhere",
        },
        kind: CustomerKindWords {
            business: "business",
            consumer: "consumer",
            government: "government",
        },
        figure: FIGURES,
        claim: claim::CLAIM,
        habit: habits::HABITS,
        dunning: dunning::DUNNING,
        vat: vat::VAT,
        advice: advice::ADVICE,
        forecast: forecast::FORECAST,
        letter: letters::LETTERS,
        call: call::CALL,
        dossier: dossier::DOSSIER,
        accountant: accountant::ACCOUNTANT,
        overview: overviews::OVERVIEWS,
        export: export::EXPORT,
        sheet: sheet_words::SHEET,
        tone: tone::TONE,
        editor: editor::EDITOR,
        add: add::ADD,
        init: init::INIT,
    },
    letter_templates: include_dir!("$CARGO_MANIFEST_DIR/src/language/en/letter_templates"),
};

const TITLES: Titles = Titles {
    ageing: "Ageing of receivables",
    balance: "Open balances",
    statement: |name| format!("Statement of {name}"),
    invoice: "Invoice",
    credit: "Credit note",
    customer: "Customer",
    customers: "Customers",
    invoices: "Invoices",
    stats: "Figures",
    files: "Files",
    items: "Instalments",
    transactions: "Transactions",
    allocations: "Allocations",
    contacts: "Contacts",
    lines: "Lines",
    open_items: "Open items",
    movements: "What happened",
    due_dates: "Due dates",
    about_workbook: "About",
};

const BASIS: BasisLines = BasisLines {
    business: "Business",
    as_of: "As of",
    late_since: "Late since",
    basis: "Basis",
    since_due: "days since the due date",
    since_invoice: "days since the invoice date",
    entries: "all entries up to and including that day",
    file: "File",
    bank_through: "Bank data until",
    entries_after: "Left out",
    entries_count: |count| match count {
        1 => "1 entry after that day".to_owned(),
        _ => format!("{count} entries after that day"),
    },
    amounts_in: "Amounts in",
    period: "Period",
    period_days: |from, to| match from {
        Some(from) => format!("{from} through {to}"),
        None => format!("from the start through {to}"),
    },
};

const HEADINGS: Headings = Headings {
    customer: "Customer",
    name: "Name",
    currency: "Currency",
    not_due: "Not due",
    zero_days: "0 days",
    bucket_days: |from, to| format!("{from}–{to} days"),
    bucket_over: |days| format!("over {days} days"),
    charges: "Costs and interest",
    unallocated: "On account",
    covered: "Covered",
    balance: "Balance",
    invoice: "Invoice",
    instalment: "Instalment",
    instalments: "Instalments",
    vat_included: "Of which VAT",
    invoice_date: "Invoice date",
    due_date: "Due date",
    days: "Days late",
    age: "Days old",
    bucket: "Bucket",
    stage: "Last letter",
    hold: "On hold",
    amount: "Amount",
    open: "Open",
    date: "Date",
    entry: "Entry",
    text: "Description",
    debit: "Debit",
    credit: "Credit",
    file: "File",
    line: "Line",
    source: "Source",
    kind: "Kind",
    country: "Country",
    law: "Law agreed on",
    language: "Language",
    email: "E-mail",
    phone: "Phone",
    attn: "Attention",
    address: "Address",
    terms: "Terms",
    policy: "Policy",
    invoices: "Invoices",
    open_invoices: "Of which open",
    first: "First invoice",
    last: "Last invoice",
    status: "Status",
    component: "Part",
    rule: "Why",
    figure: "Figure",
    value: "Value",
    entries: "Entries",
    bytes: "Bytes",
    detail: "Detail",
    named_amount: "Amount named",
    until: "By",
    total: "Total",
};

const SENTENCES: Sentences = Sentences {
    nothing_open: |day| format!("Nothing is open on {}.", long_date(day)),
    payers_unknown: |count, sum| {
        let payments = if count == 1 { "payment" } else { "payments" };
        format!("Payer unknown, in nobody's balance: {count} {payments}, {sum}.")
    },
    nothing_late: |day| format!("Nothing became late since {}.", long_date(day)),
    nothing_happened: "Nothing happened in these days.",
    and_others: |count| match count {
        1 => "and 1 other".to_owned(),
        count => format!("and {count} others"),
    },
    no_customers: "There is no customer yet.",
    no_invoices: |day| format!("There is no invoice up to {}.", long_date(day)),
    days_late: |days| match days {
        1 => "1 day late".to_owned(),
        _ => format!("{days} days late"),
    },
    due_in: |days| match days {
        0 => "due today".to_owned(),
        1 => "due in 1 day".to_owned(),
        _ => format!("due in {days} days"),
    },
    by: |day| format!("by {day}"),
    until: |day| format!("until {day}"),
    follow_up: |day| format!("follow up on {day}"),
    since: |day| format!("since {day}"),
    nobody_reached: "nobody reached",
    appointment: "appointment",
    appointment_outcome: |became| match became {
        AppointmentOutcome::Held => "held",
        AppointmentOutcome::CalledOff => "called off",
        AppointmentOutcome::Moved => "moved",
    },
    promise_kept: "kept",
    promise_broken: "broken",
    promise_open: "running",
    received: |amount, by| format!("{amount} received by {by}"),
    nothing_received: |by| format!("nothing received by {by}"),
};

const ENTRIES: EntryWords = EntryWords {
    opening: "opening balance",
    invoice: "invoice",
    credit: "credit note",
    reversal: "reversal",
    payment: "payment",
    apply: "applied",
    refund: "refund",
    fee: "fee",
    costs: "collection costs",
    interest: "interest",
    waive: "waiver",
    settle: "settlement offer",
    writeoff: "write-off",
    void: "void",
    discount: "early-payment discount",
    settlement: "settlement",
    recovery: "received after write-off",
    agreed: "agreement",
    dispute: "dispute",
    resolve: "dispute resolved",
    hold: "hold",
    release: "release",
    promise: "promise",
    plan: "payment plan",
    insolvent: "insolvency",
    delivered: "delivered",
    sent: "sent",
    skip: "skipped",
    milestone: "milestone",
    phone: "phone",
    email: "e-mail",
    letter: "letter",
    visit: "visit",
    chat: "chat",
    note: "note",
    handover: "handover",
    returned: "taken back",
};

const RULES: AllocationRuleWords = AllocationRuleWords {
    named: "names the invoice",
    designated: "by its for: line",
    applied: "applied from account",
    oldest: "oldest first, statutory order",
    discount: "in time for the discount",
    settlement: "settlement reached",
    recovered: "paid after the write-off",
};

const FIGURES: StatisticsWords = StatisticsWords {
    files: "Files",
    entries: "Entries",
    first_entry: "First entry",
    last_entry: "Last entry",
    customers: "Customers",
    invoices: "Invoices",
    credits: "Credit notes",
    payments: "Payments",
    letters: "Letters sent",
    contacts: "Contacts",
    first_contact: "Days from late to first contact (median)",
    days_to_invoice: "Days from delivery to invoice (median)",
    invoiced: "Invoiced",
    credited: "Credited",
    claimed: "Costs and interest claimed",
    waived: "Costs and interest waived",
    received: "Received",
    commission: "Kept by agencies",
    received_net: "Received, net",
    reversed: "Reversed",
    refunded: "Refunded",
    discounts: "Early-payment discount",
    settlements: "Let go in settlements",
    written_off: "Written off",
    open: "Principal open",
    charges: "Costs and interest open",
    unallocated: "On account",
    payer_unknown: "Payer unknown",
    balance: "Balance",
};

fn format_duration(time: Duration) -> String {
    let (count, one, many) = match time {
        Duration::Days(count) => (count, "day", "days"),
        Duration::Months(count) => (count, "month", "months"),
        Duration::Minutes(count) => (count, "minute", "minutes"),
    };
    format!("{count} {}", if count == 1 { one } else { many })
}
