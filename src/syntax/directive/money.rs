//! Dated entries that move money.

use super::declaration::CHANNELS;
use crate::syntax::table::KeyValue::{Line, Slots, Text};
use crate::syntax::table::{Directive, Form, Place, any, behind, key, keys, maybe, one, some};

/// `invoice #n @c AMOUNT`
pub static INVOICE: Directive = Directive {
    word: "invoice",
    about: "an invoice: this customer owes this much, VAT included",
    dutch: &["factuur", "rekening", "nota"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        one(&[Form::Customer]),
        one(&[Form::AmountOrZero]),
        behind("due", maybe(&[Form::Date])),
        behind("vat", maybe(&[Form::Share])),
    ],
    keys: &[
        key("order", Text, "the customer's order or purchase number"),
        key("ref", Text, "the reference that payments are to carry"),
        key(
            "delivered",
            Slots(&[one(&[Form::Date])]),
            "when the work was delivered",
        ),
        key(
            "received",
            Slots(&[one(&[Form::Date])]),
            "when the customer received the invoice",
        ),
        key(
            "sent",
            Slots(&[
                one(&[Form::Date]),
                behind("via", maybe(&[Form::Word(CHANNELS)])),
            ]),
            "when and how the invoice went out",
        ),
        key(
            "terms",
            Slots(&[one(&[Form::Duration])]),
            "time to pay, for this invoice",
        ),
        key(
            "policy",
            Slots(&[one(&[Form::Name])]),
            "the policy for this invoice",
        ),
        key(
            "vat",
            Slots(&[one(&[Form::Share])]),
            "VAT rate of lines without their own",
        ),
        keys("item", Line, "a line of the invoice, net"),
        keys("less", Line, "a line that is taken off, net"),
        keys(
            "due",
            Slots(&[
                one(&[Form::Share, Form::Amount]),
                behind("on", one(&[Form::Date, Form::Word(&["delivery"])])),
            ]),
            "an instalment",
        ),
    ],
};

/// `credit #c for #n AMOUNT`
pub static CREDIT: Directive = Directive {
    word: "credit",
    about: "a credit note: lowers an invoice, or stands on account",
    dutch: &["creditnota", "creditfactuur", "tegoed"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
        behind("for", maybe(&[Form::Invoice])),
        behind("vat", maybe(&[Form::Share])),
    ],
    keys: &[
        keys("item", Line, "a line of the credit note, net"),
        keys("less", Line, "a line that is taken off, net"),
    ],
};

/// `payment #n AMOUNT`, `payment @c AMOUNT`
pub static PAYMENT: Directive = Directive {
    word: "payment",
    about: "money received",
    dutch: &["betaling", "ontvangst", "ontvangen", "betaald"],
    place: Place::Money,
    slots: &[
        any(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
        maybe(&[Form::Word(&["on-account"])]),
    ],
    keys: &[
        keys(
            "for",
            Slots(&[one(&[Form::Invoice]), one(&[Form::Amount])]),
            "what this much of it pays",
        ),
        key("method", Text, "how it was paid"),
        key("ref", Text, "what the payer wrote; never allocates"),
        key("iban", Text, "the account it came from"),
        key(
            "commission",
            Slots(&[one(&[Form::Amount])]),
            "what an agency kept of it",
        ),
    ],
};

/// `apply @c AMOUNT for #n`
pub static APPLY: Directive = Directive {
    word: "apply",
    about: "use money on account for an invoice",
    dutch: &["verreken", "verrekening"],
    place: Place::Money,
    slots: &[
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
        behind("for", one(&[Form::Invoice])),
        behind("of", maybe(&[Form::Date])),
    ],
    keys: &[],
};

/// `reversal @c AMOUNT of DATE`
pub static REVERSAL: Directive = Directive {
    word: "reversal",
    about: "a payment that bounced or was called back",
    dutch: &["storno", "stornering", "terugboeking"],
    place: Place::Money,
    slots: &[
        maybe(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
        behind("of", one(&[Form::Date])),
    ],
    keys: &[key("of", Text, "the bank reference of the payment meant")],
};

/// `refund @c AMOUNT`
pub static REFUND: Directive = Directive {
    word: "refund",
    about: "money on account, paid back",
    dutch: &["terugbetaling", "teruggaaf"],
    place: Place::Money,
    slots: &[
        one(&[Form::Customer]),
        one(&[Form::Amount]),
        behind("of", maybe(&[Form::Date])),
    ],
    keys: &[],
};

/// `fee #n AMOUNT`
pub static FEE: Directive = Directive {
    word: "fee",
    about: "a fee claimed beside an invoice",
    dutch: &["aanmaningskosten", "toeslag"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
    ],
    keys: &[],
};

/// `costs #n AMOUNT`
pub static COSTS: Directive = Directive {
    word: "costs",
    about: "collection costs claimed beside an invoice",
    dutch: &["incassokosten", "kosten"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
    ],
    keys: &[],
};

/// `interest #n AMOUNT`
pub static INTEREST: Directive = Directive {
    word: "interest",
    about: "late interest claimed beside an invoice",
    dutch: &["rente"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
    ],
    keys: &[],
};

/// `waive #n AMOUNT`
pub static WAIVE: Directive = Directive {
    word: "waive",
    about: "no longer claim a charge",
    dutch: &["kwijtschelden", "coulance"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
        maybe(&[Form::Word(&["costs", "fee", "interest"])]),
    ],
    keys: &[],
};

/// `settle #n AMOUNT by DATE`
pub static SETTLE: Directive = Directive {
    word: "settle",
    about: "accept less as full, if it comes in time",
    dutch: &["schikking", "schikken"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Amount]),
        behind("by", one(&[Form::Date])),
    ],
    keys: &[],
};

/// `writeoff #n`
pub static WRITEOFF: Directive = Directive {
    word: "writeoff",
    about: "give up what is open, or a part of it",
    dutch: &["afschrijving", "afboeken", "oninbaar"],
    place: Place::Money,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        maybe(&[Form::Amount]),
    ],
    keys: &[],
};

/// `void #n`
pub static VOID: Directive = Directive {
    word: "void",
    about: "an invoice that was wrong, or a number never used",
    dutch: &["vervallen", "geannuleerd"],
    place: Place::Money,
    slots: &[some(&[Form::Invoice]), maybe(&[Form::Customer])],
    keys: &[],
};
