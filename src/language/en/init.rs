//! The words of `init`.

use crate::language::init::{InitInputField, InitInputWords, InitMessageWords, InitWords};

pub const INIT: InitWords = InitWords {
    introduction: &[
        "What is owed to us. Amounts include VAT: they are what a customer has to pay.",
        "`tegoed check` looks for mistakes, `tegoed aging` tells who is late, `tegoed letters` who is written to.",
    ],
    fill_in: &[
        "Fill in behind the colon and take away the `;`. No letter goes out without `name` and `iban`; the other lines",
        "are printed on letters: address (two lines), registration and VAT number, mail, telephone.",
    ],
    example: |mark| {
        format!(
            "\
; A customer, an invoice with VAT included, a payment, and how far the bank has been entered look like this:
;
; customer @jansen
;   name: Jansen Bouw B.V.
;   kind: business
;   address: Havenstraat 8
;   address: 1411 AB Naarden
;   email: crediteuren@jansenbouw.example
;
; 2026-01-05 invoice #2026-001 @jansen 1210{mark}00 vat 21% | New kitchen
; 2026-02-03 payment #2026-001 1210{mark}00
; 2026-02-04 bank-through
"
        )
    },
    question: InitInputWords {
        name: InitInputField {
            asks: "Name of the business",
            expected: ONE_LINE,
        },
        street: InitInputField {
            asks: "Address: street and number",
            expected: ONE_LINE,
        },
        town: InitInputField {
            asks: "Address: postcode and town",
            expected: ONE_LINE,
        },
        kvk: InitInputField {
            asks: "Number in the trade register",
            expected: "a number as the register gives it, such as 12345678",
        },
        vat_id: InitInputField {
            asks: "VAT number",
            expected: "a VAT number that passes its check, such as NL123456782B01",
        },
        iban: InitInputField {
            asks: "IBAN that customers pay to",
            expected: "an IBAN whose check digits fit, such as NL91ABNA0417164300",
        },
        email: InitInputField {
            asks: "Mail address",
            expected: "a mail address such as office@saw.example",
        },
        phone: InitInputField {
            asks: "Telephone",
            expected: "a telephone number such as 038 555 01 23",
        },
        decimal_mark: InitInputField {
            asks: "Decimal mark: comma or point",
            expected: "`comma` or `point`, or the mark itself",
        },
        marks: [("point", '.'), ("comma", ',')],
        currency: InitInputField {
            asks: "Currency",
            expected: "a currency of three letters by ISO 4217, such as EUR",
        },
        hook: InitInputField {
            asks: "Install a git hook that checks the journal before each commit? yes or no",
            expected: "`yes` or `no`",
        },
        yes: "yes",
        no: "no",
        may_be_left_out: "An answer that is left empty becomes a line to fill in later.",
        wrong: |question, answer, expected| {
            format!("{question}: expected {expected}; found `{answer}`")
        },
        leave_out: "leave it out for now: it becomes a line to fill in",
    },
    message: InitMessageWords {
        failure: ["error", "help"],
        wrote: |file| format!("wrote {file}\n"),
        added_line: |file| format!("added a line to {file}\n"),
        left_hook: |file| {
            format!("left {file} as it is; let it run `tegoed fmt --check` and `tegoed check`\n")
        },
        no_hook: "no git hook installed; `tegoed init --hook` installs one that checks the journal before each commit\n",
        hunk_headers: "to name the entry above each change in `git diff`, run once:",
        exists_already: |file| {
            [
                format!("{file} exists already"),
                "`tegoed init --journal FILE` begins another one".to_owned(),
            ]
        },
        wrong_file_name: |name| {
            [
                format!("expected the name of a journal, such as main.tegoed, found `{name}`"),
                "name the folder first: `tegoed init FOLDER --journal NAME.tegoed`".to_owned(),
            ]
        },
        next_steps: "next: fill in what is missing under `business`, write customers and invoices, then `tegoed check`, \
                     `tegoed aging` and `tegoed letters`\n",
    },
};

const ONE_LINE: &str = "one line without hidden characters";
