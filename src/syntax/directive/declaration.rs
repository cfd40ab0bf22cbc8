//! Declarations: what holds for the whole journal.

use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{
    Directive, Form, Place, YES_NO, any, behind, key, keys, maybe, one, some,
};

const KINDS: &[&str] = &["business", "consumer", "government"];
const SIZES: &[&str] = &["large", "sme"];
/// How a letter can travel, or a person be reached.
pub const CHANNELS: &[&str] = &["email", "phone", "post", "visit", "chat"];

/// `format 1`: the version of the language.
pub static FORMAT: Directive = Directive {
    word: "format",
    about: "the version of the language this journal is written in",
    dutch: &["formaat", "versie"],
    place: Place::Root,
    slots: &[one(&[Form::Count])],
    keys: &[],
};

/// `decimal-mark ,`: how amounts are written.
pub static DECIMAL_MARK: Directive = Directive {
    word: "decimal-mark",
    about: "the mark before the decimals, for the whole journal",
    dutch: &["decimaalteken"],
    place: Place::Root,
    slots: &[one(&[Form::Mark])],
    keys: &[],
};

/// `currency EUR`: what an amount without a code is in.
pub static CURRENCY: Directive = Directive {
    word: "currency",
    about: "the currency of amounts without a code",
    dutch: &["valuta", "munt"],
    place: Place::Root,
    slots: &[one(&[Form::Currency])],
    keys: &[],
};

/// `include 2025/*.tegoed`: more of the same journal.
pub static INCLUDE: Directive = Directive {
    word: "include",
    about: "read these files too; the path is relative to this file",
    dutch: &["invoegen"],
    place: Place::Declaration,
    slots: &[one(&[Form::Path])],
    keys: &[],
};

/// `business`: who writes the invoices.
pub static BUSINESS: Directive = Directive {
    word: "business",
    about: "who writes the invoices",
    dutch: &["bedrijf", "onderneming"],
    place: Place::Root,
    slots: &[],
    keys: &[
        key("name", Text, "the name on the invoices"),
        keys("address", Text, "a line of the address"),
        key("kvk", Text, "number in the trade register, eight digits"),
        key("vat-id", Text, "VAT number"),
        key("iban", Text, "the account customers pay to"),
        key("bic", Text, "the bank of that account"),
        key("email", Text, "address for mail"),
        key("phone", Text, "number for questions"),
        key("website", Text, "address on the web"),
        key("signatory", Text, "who signs letters"),
        key("function", Text, "what the signatory is in the business"),
        key("methods", Text, "ways to pay, with commas between"),
        key(
            "ref",
            Slots(&[one(&[Form::Word(&["number", "iso11649"])])]),
            "what payments are to carry: the invoice number, or a reference that checks itself",
        ),
        key(
            "language",
            Slots(&[one(&[Form::Word(&["nl", "en"])])]),
            "language of reports and letters",
        ),
        key("country", Text, "country code, two capitals"),
        key(
            "vat-scheme",
            Slots(&[one(&[Form::Word(&["normal", "exempt", "kor"])])]),
            "whether VAT is charged and deducted",
        ),
        key(
            "size",
            Slots(&[one(&[Form::Word(SIZES)])]),
            "large or small, for the terms the law allows",
        ),
        key(
            "collector",
            Slots(&[one(&[Form::Word(&["third-party"])])]),
            "collection is done by somebody else who charges VAT",
        ),
        key(
            "policy",
            Slots(&[one(&[Form::Name])]),
            "the policy for customers without one of their own",
        ),
    ],
};

/// `policy NAME`: when is what due, which letters follow, what is charged.
pub static POLICY: Directive = Directive {
    word: "policy",
    about: "terms, stages of escalation, charges",
    dutch: &["beleid"],
    place: Place::Declaration,
    slots: &[one(&[Form::Name]), behind("from", maybe(&[Form::Date]))],
    keys: &[
        key("terms", Slots(&[one(&[Form::Duration])]), "time to pay"),
        key(
            "discount",
            Slots(&[
                one(&[Form::Share]),
                behind("within", one(&[Form::Duration])),
            ]),
            "for who pays early",
        ),
        keys(
            "stage",
            Slots(STAGE),
            "a step of escalation; the order is that of the lines",
        ),
        key(
            "bank-buffer",
            Slots(&[one(&[Form::Duration])]),
            "days a payment may be on its way",
        ),
        key(
            "bank-stale",
            Slots(&[one(&[Form::Duration])]),
            "how old bank data may be",
        ),
        key(
            "minimum",
            Slots(&[one(&[Form::AmountOrZero])]),
            "below this no letter goes out",
        ),
        key(
            "tolerance",
            Slots(&[one(&[Form::AmountOrZero])]),
            "below this an item asks for no letter",
        ),
        key(
            "plan-grace",
            Slots(&[one(&[Form::Duration])]),
            "days an instalment of a plan may be late",
        ),
        key(
            "restart-gap",
            Slots(&[one(&[Form::Duration])]),
            "days between a dispute's end and the next step",
        ),
        key(
            "interest",
            Slots(&[
                one(&[Form::Word(&["none", "statutory"]), Form::Share]),
                maybe(&[Form::Word(&["yearly"])]),
            ]),
            "late interest: none, statutory, or 8% yearly",
        ),
        key(
            "costs",
            Slots(&[one(&[Form::Word(&["none", "statutory"]), Form::Amount])]),
            "collection costs: none, statutory, or an amount",
        ),
        key(
            "unreferenced",
            Slots(&[one(&[Form::Word(&["hold", "oldest"])])]),
            "money without a reference waits, or pays by the statutory order",
        ),
        key(
            "workdays",
            Slots(&[one(YES_NO)]),
            "deadlines in letters roll to a working day",
        ),
        keys(
            "document",
            Text,
            "the terms as customers get them; goes with letters from the demand on",
        ),
    ],
};

const STAGE: &[crate::syntax::table::Slot] = &[
    one(&[Form::Name]),
    one(&[Form::Duration]),
    behind("before", maybe(&[Form::Word(&["due"])])),
    behind("after", maybe(&[Form::Word(&["due"])])),
    behind("gap", maybe(&[Form::Duration])),
    behind("deadline", maybe(&[Form::Duration])),
    behind("via", any(&[Form::Word(CHANNELS)])),
    behind("fee", maybe(&[Form::Amount])),
    behind("letter", maybe(&[Form::Name])),
];

/// `customer @id`: who owes.
pub static CUSTOMER: Directive = Directive {
    word: "customer",
    about: "who owes",
    dutch: &["klant", "debiteur", "afnemer"],
    place: Place::Declaration,
    slots: &[one(&[Form::Customer])],
    keys: &[
        key("name", Text, "the name on letters"),
        key("attn", Text, "for the attention of"),
        keys("address", Text, "a line of the address"),
        key(
            "kind",
            Slots(&[one(&[Form::Word(KINDS)])]),
            "what the law takes this customer for",
        ),
        keys("email", Text, "address for mail"),
        keys("phone", Text, "number to call"),
        key(
            "terms",
            Slots(&[one(&[Form::Duration])]),
            "time to pay, before that of the policy",
        ),
        key(
            "policy",
            Slots(&[one(&[Form::Name])]),
            "the policy for this customer",
        ),
        key(
            "credit-limit",
            Slots(&[one(&[Form::AmountOrZero])]),
            "how much may be open",
        ),
        key(
            "trial",
            Slots(&[
                one(&[Form::Duration]),
                behind("limit", one(&[Form::Amount])),
            ]),
            "a first period with a lower limit",
        ),
        key(
            "language",
            Slots(&[one(&[Form::Word(&["nl", "en"])])]),
            "language of letters",
        ),
        key("country", Text, "country code, two capitals"),
        key("kvk", Text, "number in the trade register"),
        key("vat-id", Text, "VAT number"),
        keys("iban", Text, "an account this customer pays from"),
        key(
            "size",
            Slots(&[one(&[Form::Word(SIZES)])]),
            "large or small, for the terms the law allows",
        ),
        key(
            "no",
            Slots(&[some(&[Form::List(&[
                "agency", "post", "email", "phone", "visit", "chat",
            ])])]),
            "what not to use",
        ),
        keys("note", Text, "what to know about this customer"),
    ],
};
