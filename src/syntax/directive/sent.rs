//! `sent`: a letter of a stage went out.

use super::contact::FOLLOW_UP;
use crate::syntax::clause::Clause;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::Slots;
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, YES_NO, key, one, one_or_more, optional, with_clause,
    zero_or_more,
};
use crate::text::span::Spanned;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// `sent = "sent" , name , invoice , { invoice } , [ customer ] , [ "via" , channel , { channel } ] ;`
///
/// `sent-key = "received" , ":" , date | "deadline" , ":" , date | "costs" , ":" , amount | "bounced" , ":" , yes-no
/// | "follow-up" , ":" , date ;`
pub static SENT: Directive = Directive {
    keyword: Keyword::Sent,
    about: "a letter of a stage went out",
    dutch: &[
        "verzonden",
        "verstuurd",
        "herinnering",
        "aanmaning",
        "sommatie",
        "ingebrekestelling",
    ],
    kind: DirectiveKind::Contact,
    slots: &[
        one(&[ArgumentForm::Name]),
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        with_clause(
            Clause::Via,
            zero_or_more(&[ArgumentForm::Word(Channel::WORDS)]),
        ),
    ],
    keys: &[
        key(
            KeyName::Received,
            Slots(&[one(&[ArgumentForm::Date])]),
            "when it was received",
        ),
        key(
            KeyName::Deadline,
            Slots(&[one(&[ArgumentForm::Date])]),
            "the last day to pay that it names",
        ),
        key(
            KeyName::Costs,
            Slots(&[one(&[ArgumentForm::Amount])]),
            "collection costs that it announces",
        ),
        key(
            KeyName::Bounced,
            Slots(&[one(YES_NO)]),
            "it came back: the step is not done",
        ),
        FOLLOW_UP,
    ],
};

/// The typed node of a `sent` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct SentEntry<'t> {
    /// The name of the stage.
    pub stage: SpannedText<'t>,
    /// The invoices it was about.
    pub invoices: InvoiceIds<'t>,
    /// The customer who owes the invoices; `None` where the entry does not name them.
    pub customer: Option<Id<'t>>,
    /// The channels by which it went out; may be empty.
    pub channels: Vec<Channel>,
    /// The day on which the customer received the letter.
    pub received: Option<NaiveDate>,
    /// The last day to pay that the letter names.
    pub deadline: Option<NaiveDate>,
    /// The collection costs that the letter announces.
    pub announced_costs: Option<Spanned<Amount>>,
    /// Whether the letter came back undelivered; `None` where nothing is written.
    pub bounced: Option<bool>,
    /// The day on which to look at the matter again (`follow-up:`); `None` where the line is missing.
    pub follow_up: Option<NaiveDate>,
}

impl<'t> SentEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            stage: fields.name()?,
            invoices: fields.invoices(),
            customer: fields.customer(),
            channels: fields
                .words_behind(Clause::Via)
                .filter_map(Channel::from_word)
                .collect(),
            received: fields.date_of(KeyName::Received),
            deadline: fields.date_of(KeyName::Deadline),
            announced_costs: fields.amount_of(KeyName::Costs),
            bounced: fields.yes_no_of(KeyName::Bounced),
            follow_up: fields.date_of(KeyName::FollowUp),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.name(Some(self.stage));
        out.invoices(&self.invoices);
        out.customer(self.customer);
        out.clause_words(Clause::Via, self.channels.iter().map(|it| it.word()));
        out.key(KeyName::Received, self.received);
        out.key(KeyName::Deadline, self.deadline);
        out.key(
            KeyName::Costs,
            self.announced_costs.map(|amount| amount.node),
        );
        out.yes_no(KeyName::Bounced, self.bounced);
        out.key(KeyName::FollowUp, self.follow_up);
    }
}
