//! The words of what an accountant is given, in English.

use crate::language::accountant::{
    AccountantTables, AccountantWords, DoubtWords, GapWords, SummaryWords, TableWords,
};

/// The words of `export accountant`.
pub const ACCOUNTANT: AccountantWords = AccountantWords {
    tables: TABLES,
    read_me: READ_ME,
    doubt: DoubtWords {
        insolvent: "insolvent",
        handed_over: "handed over",
        disputed: "disputed",
        limitation: "limitation near or passed",
        part_written_off: "written off in part",
        late: |days| format!("{days} {} late", if days == 1 { "day" } else { "days" }),
    },
    gap: GapWords {
        nothing: "not explained in the journal",
        never_used: "never used (void)",
        credit_note: "credit note",
    },
    still_open: "still open",
    payer_unknown: "payer unknown",
    unknown_returned: "paid back, payer unknown",
};

const TABLES: AccountantTables = AccountantTables {
    read_me: TableWords {
        title: "Read me",
        about: "What the other tables rest on, and what is not in them.",
    },
    journal: TableWords {
        title: "Journal entries",
        about: "The entries of the period, each balanced in itself, with accounts and codes for VAT.",
    },
    vat: TableWords {
        title: "VAT by entry",
        about: "Each amount of the return, with its box and its place in the journal.",
    },
    vat_return: TableWords {
        title: "VAT return",
        about: "The boxes of the return, exact and in whole euros.",
    },
    icp: TableWords {
        title: "EU supplies",
        about: "The listing of supplies within the European Union, a row a customer.",
    },
    open_items: TableWords {
        title: "Open items",
        about: "What is open on the last day, with age, charges, doubts and proposals for provisions. The column balance adds up to the debtors account.",
    },
    movement: TableWords {
        title: "Movement of debtors",
        about: "Opening balance, what changed it, closing balance, by customer. Amounts below zero lower the balance: opening and all columns add up to closing.",
    },
    after_date: TableWords {
        title: "After date",
        about: "What became of the open items after the last day.",
    },
    receipts: TableWords {
        title: "Receipts",
        about: "Money that came in or went back, gross, what was kept of it, and net on the bank.",
    },
    credit_notes: TableWords {
        title: "Credit notes",
        about: "Those of the period, and later ones about invoices up to its last day.",
    },
    written_off: TableWords {
        title: "Given up",
        about: "What lowered debtors without money or credit note: written off, settled, waived, discount, void; and what came in of it after all.",
    },
    number_gaps: TableWords {
        title: "Number gaps",
        about: "Numbers in the rows of invoices that are no invoice, and what explains them.",
    },
    customers: TableWords {
        title: "Customers",
        about: "Everybody the journal names.",
    },
    findings: TableWords {
        title: "Findings",
        about: "What the check of the journal warns of and advises.",
    },
};

const READ_ME: SummaryWords = SummaryWords {
    about: "about",
    files: "files",
    tables: "tables",
    counts: "counts",
    debtors: "debtors",
    vat: "VAT",
    choices: "choices",
    left_out: "left out",
    business: "Business",
    vat_id: "VAT number",
    trade_register: "Trade register",
    period: "Period",
    first_day: "First day",
    last_day: "Last day",
    known_on: "As known on",
    known_on_note: "Entries dated later are not in any table; what was written later with a day in the period is.",
    not_over: "The period is not over: the tables end with this day.",
    program: "Program",
    vat_basis: "VAT is owed",
    file_note: |bytes| format!("SHA-256 of {bytes} bytes"),
    opening: "Opening balance",
    closing: "Closing balance",
    agrees: "The same in movement, in open items and on the debtors account of the journal entries.",
    invoices: "Invoices of the period",
    credit_notes: "Credit notes of the period",
    receipts: "Payments of the period",
    open_items: "Open items on the last day",
    findings: "Findings",
    findings_unlisted: "Findings of kinds with more than are listed",
    series: |first, last| format!("Numbers {first} to {last}"),
    series_note: "numbers used in the period",
    share: "Share for provisions",
    no_shares: "No shares were given (--provision), so none are proposed; items with a doubt are named.",
    provision_basis: "A proposal: the share of what is open with charges and without VAT, each item by itself. Whether it may be taken is for the annual accounts.",
    entries_later: "Entries dated after the day",
    entries_later_note: "Not known on the day that was asked.",
    unknown_payers: "Payments of unknown payers",
    unknown_payers_note: |sums| {
        format!(
            "{sums} in nobody's balance on the last day: in receipts, not in open items or movement."
        )
    },
    no_due_date: "Open items without a due date",
    no_due_date_note: "They have no age and count as not late.",
    vat_unknown: "Open items without a rate of VAT",
    vat_unknown_note: |sums| {
        format!("{sums} open; a proposed provision is of the amount with VAT.")
    },
    other_currency: "Documents in other currencies",
    other_currency_note: |codes| {
        format!("In {codes}: listed in their currency, never converted and never added to euros.")
    },
    no_law: "The law of the country of the business is not known to the program: no return and no listing.",
    with_errors: "The journal has errors",
    with_errors_note: "Written all the same, as asked (--even-so): the figures cannot be trusted.",
    never: "Never in it",
    never_note: "Purchases and input VAT (5b), private use (1d), bank charges, exchange differences: they are not in a journal of receivables.",
    movement: [
        "Invoices",
        "Credit notes",
        "Payments",
        "Reversals",
        "Refunds",
        "Charges",
        "Waived",
        "Discounts",
        "Settled",
        "Written off",
        "Void",
    ],
};
