//! The words of `init`.

use crate::language::init::{InitInputWords, InitWords};

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
    next_steps: "next: fill in what is missing under `business`, write customers and invoices, then `tegoed check`, \
                 `tegoed aging` and `tegoed letters`\n",
    question: InitInputWords {
        name: "Name of the business",
        street: "Address: street and number",
        town: "Address: postcode and town",
        kvk: "Number in the trade register",
        vat_id: "VAT number",
        iban: "IBAN that customers pay to",
        email: "Mail address",
        phone: "Telephone",
        decimal_mark: "Mark before the decimals, . or ,",
        currency: "Currency",
        hook: "Install a git hook that checks the journal before each commit? y or n",
        yes: 'y',
        may_be_left_out: "An answer that is left empty becomes a line to fill in later.",
    },
};
