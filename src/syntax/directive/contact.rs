//! `phone`, `email`, `letter`, `visit`, `chat`, `note`: contacts outside the ladder.

use crate::syntax::entry::ArgumentValue;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, SpannedText, YES};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, Key, Slot, YES_NO, key, one, optional, zero_or_more,
};
use crate::value::key_name::KeyName;
use crate::value::vocabulary::{Direction, NonPaymentReason, VatReturn};
use chrono::NaiveDate;

/// The arguments that say what an entry is about: invoices, a customer, or both.
pub const WHOM: &[Slot] = &[
    zero_or_more(&[ArgumentForm::Invoice]),
    optional(&[ArgumentForm::Customer]),
];

/// The key `follow-up:`, the day on which to look at an entry again.
pub const FOLLOW_UP: Key = key(
    KeyName::FollowUp,
    Slots(&[one(&[ArgumentForm::Date])]),
    "when to look at this again",
);

/// `contact-key = "reason" , ":" , ( "forgot" | "admin" | "cashflow" | "dissatisfied" | "dispute" | "none" )
/// | "outcome" , ":" , name | "follow-up" , ":" , date | "with" , ":" , text
/// | "direction" , ":" , ( "in" | "out" ) | "verified" , ":" , yes-no | "satisfied" , ":" , yes-no ;`
const KEYS: &[Key] = &[
    REASON, OUTCOME, FOLLOW_UP, WITH, DIRECTION, VERIFIED, SATISFIED,
];

/// `note-key = "reason" , ":" , ( "forgot" | "admin" | "cashflow" | "dissatisfied" | "dispute" | "none" )
/// | "outcome" , ":" , name | "follow-up" , ":" , date | "with" , ":" , text
/// | "direction" , ":" , ( "in" | "out" ) | "verified" , ":" , yes-no | "satisfied" , ":" , yes-no
/// | "vat" , ":" , ( "reclaimed" | "repaid" ) ;`
const NOTE_KEYS: &[Key] = &[
    REASON, OUTCOME, FOLLOW_UP, WITH, DIRECTION, VERIFIED, SATISFIED, VAT,
];

const REASON: Key = key(
    KeyName::Reason,
    Slots(&[one(&[ArgumentForm::Word(NonPaymentReason::WORDS)])]),
    "why it is not paid",
);
const OUTCOME: Key = key(
    KeyName::Outcome,
    Slots(&[one(&[ArgumentForm::Name])]),
    "what came of it, in one word",
);
const WITH: Key = key(KeyName::With, Text, "who it was");
const DIRECTION: Key = key(
    KeyName::Direction,
    Slots(&[one(&[ArgumentForm::Word(Direction::WORDS)])]),
    "who started it",
);
const VERIFIED: Key = key(
    KeyName::Verified,
    Slots(&[one(YES_NO)]),
    "whether the story checked out",
);
const SATISFIED: Key = key(
    KeyName::Satisfied,
    Slots(&[one(YES_NO)]),
    "whether the customer is content with the work",
);

const VAT: Key = key(
    KeyName::Vat,
    Slots(&[one(&[ArgumentForm::Word(VatReturn::WORDS)])]),
    "what was done about the VAT on a bad debt",
);

const fn contact(
    keyword: Keyword,
    about: &'static str,
    dutch: &'static [&'static str],
) -> Directive {
    Directive {
        keyword,
        about,
        dutch,
        kind: DirectiveKind::Contact,
        slots: WHOM,
        keys: KEYS,
    }
}

/// `phone = "phone" , { invoice } , [ customer ] ;`
pub static PHONE: Directive = contact(
    Keyword::Phone,
    "a call",
    &[
        "telefoon",
        "bellen",
        "gebeld",
        "belletje",
        "telefoontje",
        "telefoongesprek",
    ],
);
/// `email = "email" , { invoice } , [ customer ] ;`
pub static EMAIL: Directive = contact(Keyword::Email, "a mail", &["mail", "e-mail", "gemaild"]);
/// `letter-entry = "letter" , { invoice } , [ customer ] ;`
pub static LETTER: Directive = contact(Keyword::Letter, "a letter", &["brief"]);
/// `visit = "visit" , { invoice } , [ customer ] ;`
pub static VISIT: Directive = contact(Keyword::Visit, "a visit", &["bezoek"]);
/// `chat = "chat" , { invoice } , [ customer ] ;`
pub static CHAT: Directive = contact(Keyword::Chat, "a chat", &["app", "whatsapp"]);
/// `note = "note" , { invoice } , [ customer ] ;`
pub static NOTE: Directive = Directive {
    keys: NOTE_KEYS,
    ..contact(
        Keyword::Note,
        "something to remember",
        &["notitie", "memo", "opmerking", "aantekening"],
    )
};

/// The typed node of a contact or a note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContactEntry<'t> {
    /// The invoices it is about; may be empty.
    pub invoices: InvoiceIds<'t>,
    /// The customer it is about; `None` where the entry names none.
    pub customer: Option<Id<'t>>,
    /// Why the customer has not paid, as they say; `None` where nothing is written.
    pub reason: Option<NonPaymentReason>,
    /// The result of the contact, in one word of the user's choice.
    pub outcome: Option<SpannedText<'t>>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
    /// The name of the person spoken to.
    pub with: Option<SpannedText<'t>>,
    /// Whether the customer or the business began the contact.
    pub direction: Option<Direction>,
    /// Whether what the customer said was checked and is true.
    pub verified: Option<bool>,
    /// Whether the customer is satisfied with the work.
    pub satisfied: Option<bool>,
    /// What was done about the VAT on a bad debt; of a note only.
    pub vat: Option<VatReturn>,
}

impl<'t> ContactEntry<'t> {
    /// Builds the typed node from an entry that was read.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let mut read = Self::default();
        for argument in fields.entry.header_arguments() {
            match argument.value {
                ArgumentValue::Invoice => read.invoices.push(fields.id(argument.span)),
                ArgumentValue::Customer => read.customer = Some(fields.id(argument.span)),
                _ => {}
            }
        }
        if !fields.entry.details.is_empty() {
            read.read_keys(fields);
        }
        Some(read)
    }

    fn read_keys(&mut self, fields: EntryFields<'_, 't>) {
        for detail in &fields.entry.details {
            let word = || fields.arguments_of(detail).first()?.value.word();
            match detail.key.name() {
                Some(KeyName::Reason) => {
                    self.reason = word().and_then(NonPaymentReason::from_word);
                }
                Some(KeyName::Outcome) => self.outcome = Some(fields.words(detail.value)),
                Some(KeyName::FollowUp) => {
                    let arguments = fields.arguments_of(detail);
                    self.follow_up = arguments.first().and_then(|it| it.value.date());
                }
                Some(KeyName::With) => self.with = Some(fields.words(detail.value)),
                Some(KeyName::Direction) => {
                    self.direction = word().and_then(Direction::from_word);
                }
                Some(KeyName::Verified) => self.verified = word().map(|word| word == YES),
                Some(KeyName::Satisfied) => self.satisfied = word().map(|word| word == YES),
                Some(KeyName::Vat) => self.vat = word().and_then(VatReturn::from_word),
                _ => {}
            }
        }
    }

    /// Prints the arguments and details in the order of the table, except that invoices and customer come first, as
    /// people write them.
    pub fn print(&self, out: &mut Printer) {
        out.customer(self.customer);
        out.invoices(&self.invoices);
        out.key(KeyName::Reason, self.reason.map(NonPaymentReason::word));
        out.key(KeyName::Outcome, self.outcome.map(|word| word.node));
        out.key(KeyName::FollowUp, self.follow_up);
        out.text(KeyName::With, self.with);
        out.key(KeyName::Direction, self.direction.map(Direction::word));
        out.yes_no(KeyName::Verified, self.verified);
        out.yes_no(KeyName::Satisfied, self.satisfied);
        out.key(KeyName::Vat, self.vat.map(VatReturn::word));
    }
}
