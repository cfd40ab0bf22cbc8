//! The words of what an accountant is given, in English.

use crate::language::accountant::{
    AccountantTables, AccountantWords, DoubtWords, GapWords, LayoutWords, SummaryWords, TableWords,
};

/// The words of `export accountant`.
pub const ACCOUNTANT: AccountantWords = AccountantWords {
    tables: TABLES,
    changed_entries: TableWords {
        title: "Changed entries",
        about: "Entries of earlier exports that are not as they were: their lines then, to be taken back, and now; late: new ones before the period.",
    },
    headings: HEADINGS,
    read_me: READ_ME,
    layout: LAYOUT,
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
    words: WORDS,
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
        about: "What lowered debtors without money or credit note: written off, settled, waived, discount, void; and what came in of it after all. Where VAT is owed when it is paid, the VAT in it is never owed, and none is asked back.",
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
    invoice_lines: TableWords {
        title: "Invoice lines",
        about: "The lines of the invoices and credit notes of the period as they were written, those of a credit note below zero. Invoices without lines are not in it.",
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
    vat_not_due: "VAT not due yet",
    vat_not_due_note: "Owed when what is open on the last day is paid: the balance of that account in the books.",
    turnover: |rate| format!("Turnover, {rate}"),
    turnover_without_rate: "Turnover without a rate",
    turnover_in_box: |name, vat| match vat {
        Some(vat) => format!("Box {name}, with VAT of {vat}."),
        None => format!("Box {name}."),
    },
    turnover_outside: |why| format!("In no box: {why}."),
    turnover_unknown: "In no box; VAT may be in it.",
    vat_booked: "VAT on the accounts of the period",
    vat_booked_note: "VAT owed and VAT asked back in the entries of the period; what was entered after its return was filed is declared later.",
    vat_declared: "VAT of the return",
    vat_of_earlier: "of which booked in earlier periods",
    vat_declared_later: "Booked in the period, declared later",
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
    earlier_entries: "Entries of earlier exports",
    earlier_entries_note: "Not in journal (--since-entry); changed-entries has those that are not as they were. The other tables are of the whole period.",
    proposed: "Items with a proposed provision",
    proposed_note: |sums| {
        if sums.is_empty() {
            "Nothing is proposed.".to_owned()
        } else {
            format!("{sums} proposed.")
        }
    },
    no_share: "Items late or with a doubt, and without a share",
    no_share_note: |sums| {
        if sums.is_empty() {
            String::new()
        } else {
            format!(
                "{sums} open, nothing proposed: no share was given for their age, or for any of their doubts."
            )
        }
    },
    numbers_missing: "Numbers missing without an explanation",
    numbers_missing_note: "In number-gaps.",
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
    kept: "Kept by who collects",
    kept_note: "Booked as costs, with the VAT that may be in it: the invoice of who collects says how much that is.",
};

const LAYOUT: LayoutWords = LayoutWords {
    part: "files for a program",
    tried: |program, tried| match tried {
        Some(tried) => format!("Rows for {program}; imported by {tried}."),
        None => format!("Rows for {program}; not verified with the program itself."),
    },
    not_verified: "Not verified",
    copy_note: "The layout as it was used: change a copy and ask for it with `--layout FILE`.",
    other_currency: |code| {
        format!("Rows left out: in {code}, and the file has no column for the currency.")
    },
    not_asked: |column, value| format!("Rows left out by the layout: {column} is {value}."),
    no_code: |list, word| format!("Cells left empty: no code for `{word}` below [codes.{list}]."),
    no_word: |list| {
        format!("Cells left empty: the table has nothing there that [codes.{list}] could name.")
    },
    cut: |heading, max| format!("Texts cut at {max} characters: {heading}."),
    missing_signs: "Texts with `?` for characters that the encoding lacks.",
};

/// The words of the tables by their codes.
const WORDS: &[(&str, &str)] = &[
    ("abroad", "taxed abroad"),
    ("advice", "advice"),
    ("apply", "applied"),
    ("bank", "bank"),
    ("costs", "collection costs"),
    ("credit", "credit note"),
    ("error", "error"),
    ("exempt", "exempt"),
    ("fee", "reminder fee"),
    ("goods", "goods"),
    ("interest", "interest"),
    ("invoice", "invoice"),
    ("late", "entered after filing"),
    ("margin", "margin scheme"),
    ("memorial", "memorial"),
    ("no", "no"),
    ("on-account", "on account"),
    ("other-currency", "other currency"),
    ("payment", "payment"),
    ("payment-unknown", "payment, payer unknown"),
    ("receipt", "receipt"),
    ("recovery", "received after write-off"),
    ("refund", "refund"),
    ("relief", "VAT back on bad debt"),
    ("relief-undone", "VAT owed again"),
    ("return-unknown", "returned, payer unknown"),
    ("reversal", "reversal"),
    ("sales", "sales"),
    ("services", "services"),
    ("settle", "settlement"),
    ("unknown", "rate unknown"),
    ("void", "void"),
    ("waive", "waiver"),
    ("warning", "warning"),
    ("writeoff", "write-off"),
    ("yes", "yes"),
];

/// The headings of columns by their keys, where other exports have none.
const HEADINGS: &[(&str, &str)] = &[
    ("part", "Part"),
    ("subject", "Subject"),
    ("value", "Value"),
    ("note", "Note"),
    ("entry", "Entry"),
    ("change", "Change"),
    ("no", "No."),
    ("period", "Period"),
    ("kind", "Kind"),
    ("account", "Account"),
    ("rgs", "RGS"),
    ("account_name", "Account name"),
    ("vat_code", "VAT code"),
    ("vat_net", "Net of VAT"),
    ("vat_amount", "VAT amount"),
    ("id", "Bank reference"),
    ("box", "Box"),
    ("declared_on", "Declared on"),
    ("return_period", "VAT return"),
    ("daybook", "Daybook"),
    ("for_invoice", "For invoice"),
    ("country", "Country"),
    ("vat_id", "VAT number"),
    ("code", "Code"),
    ("rate", "Rate"),
    ("net", "Net"),
    ("vat", "VAT"),
    ("gross", "Gross"),
    ("icp", "EU listing"),
    ("goods_exact", "Goods, exact"),
    ("services_exact", "Services, exact"),
    ("basis", "VAT owed"),
    ("reason", "Reason"),
    ("days_late", "Days late"),
    ("vat_in_open", "VAT in open"),
    ("charges", "Charges"),
    ("on_account", "On account"),
    ("balance", "Balance"),
    ("stage", "Step"),
    ("dispute", "Disputed since"),
    ("plan", "Plan since"),
    ("plan_missed", "Plan missed since"),
    ("insolvent", "Insolvent since"),
    ("handed_over", "Handed over on"),
    ("relief_date", "VAT relief from"),
    ("provision_share", "Provision %"),
    ("provision", "Provision"),
    ("opening", "Opening balance"),
    ("invoices", "Invoices"),
    ("credit_notes", "Credit notes"),
    ("payments", "Payments"),
    ("reversals", "Reversals"),
    ("refunds", "Refunds"),
    ("waived", "Waived"),
    ("discounts", "Discounts"),
    ("settled", "Settled"),
    ("written_off", "Written off"),
    ("void", "Void"),
    ("closing", "Closing balance"),
    ("how", "How"),
    ("entry_date", "Date of entry"),
    ("still_open", "Open now"),
    ("kept", "Kept"),
    ("returned", "Returned"),
    ("net_on_bank", "Net on bank"),
    ("placed", "Placed"),
    ("of_date", "Of"),
    ("number", "Number"),
    ("invoice_period", "Period of invoice"),
    ("after_period", "After the period"),
    ("recovered", "Recovered"),
    ("relief_undone_period", "VAT owed again in"),
    ("vat_relief_period", "VAT relief in"),
    ("from", "From"),
    ("to", "To"),
    ("missing", "Missing"),
    ("missing_to", "Missing through"),
    ("count", "Count"),
    ("explained_by", "Explained by"),
    ("explanation", "Explanation"),
    ("trade_register", "Trade register"),
    ("address", "Address"),
    ("attn", "Attention"),
    ("iban", "IBAN"),
    ("severity", "Severity"),
    ("message", "Message"),
    ("mend", "Mend"),
];
