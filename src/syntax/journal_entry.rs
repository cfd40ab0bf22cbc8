//! An entry as a program builds it: its date, its typed node, and what every entry may carry. When it is printed and
//! read again, the same entry results.

use super::dialect::Dialect;
use super::directive::TypedEntry;
use super::entry::{Amount, DetailKey};
use super::entry_fields::{EntryFields, SpannedText};
use super::print::Printer;
use crate::value::calendar::Duration;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// One entry to be printed. Texts that come from people or banks may contain anything: the printer writes each as one
/// line.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry<'t> {
    /// The date; `None` for declarations, and where an entry is proposed without one.
    pub date: Option<NaiveDate>,
    /// The typed node of its keyword.
    pub entry: TypedEntry<'t>,
    /// The free text behind `|`; `None` where there is none.
    pub text: Option<SpannedText<'t>>,
    /// The `document:` lines of a dated entry. Those of a policy are part of its typed node.
    pub documents: Vec<SpannedText<'t>>,
    /// The bank reference (`id:`).
    pub id: Option<SpannedText<'t>>,
    /// The `allow:` lines, each with the code of a finding and a reason.
    pub allows: Vec<SpannedText<'t>>,
    /// The time spent (`spent:`).
    pub spent: Option<Duration>,
    /// The money that it cost (`cost:`).
    pub cost: Option<Amount>,
    /// Who of us looks after it (`owner:`).
    pub owner: Option<SpannedText<'t>>,
    /// The details with keys that the user made up.
    pub own_details: Vec<OwnDetail<'t>>,
    /// The `>` lines, one entry a line.
    pub words: Vec<SpannedText<'t>>,
}

/// A detail with a key that the user made up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnDetail<'t> {
    /// The key: `x-` and letters, digits, `-`, `_` or `.`.
    pub key: SpannedText<'t>,
    /// The text behind the colon; may be empty.
    pub value: SpannedText<'t>,
}

impl<'t> JournalEntry<'t> {
    /// An entry with nothing beside its date and its typed node.
    pub const fn new(date: Option<NaiveDate>, entry: TypedEntry<'t>) -> Self {
        Self {
            date,
            entry,
            text: None,
            documents: Vec::new(),
            id: None,
            allows: Vec::new(),
            spent: None,
            cost: None,
            owner: None,
            own_details: Vec::new(),
            words: Vec::new(),
        }
    }

    /// Builds it from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let entry = fields.entry;
        let text = entry.text.map(|text| fields.words(text));
        let mut read = Self {
            date: entry.date.map(|date| date.node),
            text: text.filter(|text| !text.node.is_empty()),
            ..Self::new(None, TypedEntry::read(fields)?)
        };
        if entry.directive.kind.is_dated() {
            read.read_common_keys(fields);
        }
        for detail in &entry.details {
            let value = fields.words(detail.value);
            match detail.key {
                DetailKey::Own => read.own_details.push(OwnDetail {
                    key: fields.words(detail.key_span),
                    value,
                }),
                DetailKey::Words => read.words.push(value),
                DetailKey::Known(_) => {}
            }
        }
        Some(read)
    }

    fn read_common_keys(&mut self, fields: EntryFields<'_, 't>) {
        self.documents = fields.texts_of(KeyName::Document).collect();
        self.id = fields.text_of(KeyName::Id);
        self.allows = fields.texts_of(KeyName::Allow).collect();
        self.spent = fields.duration_of(KeyName::Spent);
        self.cost = fields.amount_of(KeyName::Cost).map(|amount| amount.node);
        self.owner = fields.text_of(KeyName::Owner);
    }

    /// The entry as text in a journal of this dialect: the header, then the details in the order of the tables, each
    /// line with its line end.
    pub fn print(&self, dialect: Dialect) -> String {
        let mut out = self.printer(dialect);
        out.texts(KeyName::Document, &self.documents);
        out.text(KeyName::Id, self.id);
        out.texts(KeyName::Allow, &self.allows);
        out.key(KeyName::Spent, self.spent);
        out.key(KeyName::Cost, self.cost);
        out.text(KeyName::Owner, self.owner);
        for own in &self.own_details {
            out.own_key(own.key.node, own.value.node);
        }
        self.words.iter().for_each(|words| out.words(words.node));
        out.finish()
    }

    /// The header alone, without a line end, for proposals inside a sentence.
    pub fn print_header(&self, dialect: Dialect) -> String {
        self.printer(dialect).finish_header()
    }

    fn printer(&self, dialect: Dialect) -> Printer {
        let mut out = Printer::new(dialect);
        out.argument(self.date);
        out.keyword(self.entry.keyword());
        self.entry.print(&mut out);
        out.free_text(self.text.map(|text| text.node));
        out
    }
}
