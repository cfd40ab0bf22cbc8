//! What a rule about the whole journal looks at, and what it says of it.

use crate::day::Day;
use crate::dunning::stage_events::{StageEvent, collect_stage_events, of_open_invoices};
use crate::journal::model::{CustomerIx, InvoiceIx, Movement, MovementIx};
use crate::journal::source_lookup::JournalText;
use crate::ledger::model::{FaultEntry, FaultKind};
use crate::syntax::entry::{ArgumentValue, Entry};
use crate::syntax::entry_fields::Id;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::{Origin, Span, Spanned};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::vat::vat_return::VatEntries;
use crate::worklist::task::Task;
use crate::worklist::{broken_arrangements, follow_ups, list_tasks_of};
use std::cell::OnceCell;

/// The whole journal, and what follows from it.
pub struct CheckInput<'a> {
    /// The day on which the question is asked.
    pub day: &'a Day<'a>,
    /// The day on which the last of the entries has happened; the same where none is dated later.
    pub last_day: &'a Day<'a>,
    /// What was written.
    pub journal_text: JournalText<'a>,
    /// What several checks ask, worked out once.
    pub cache: CheckCache<'a>,
}

/// Answers that several checks need, each worked out when it is first asked for.
#[derive(Default)]
pub struct CheckCache<'a> {
    stage_events: OnceCell<Vec<StageEvent<'a>>>,
    tasks: OnceCell<Vec<Task<'a>>>,
    vat_entries: OnceCell<Option<VatEntries>>,
}

impl<'a> CheckInput<'a> {
    /// Every letter and hand-over, with where its invoice stood before it.
    pub fn stage_events(&self) -> &[StageEvent<'a>] {
        let day = self.last_day;
        let events = || collect_stage_events(day.ladder_rules(), day.history());
        self.cache.stage_events.get_or_init(events)
    }

    /// Those about an invoice of which something was open.
    pub fn open_stage_events(&self) -> impl Iterator<Item = &StageEvent<'a>> {
        of_open_invoices(self.stage_events())
    }

    /// What promises, plans and notes ask for on the day the question is asked.
    pub fn tasks(&self) -> &[Task<'a>] {
        let sources = [broken_arrangements::find_tasks, follow_ups::find_tasks];
        let tasks = || list_tasks_of(self.day, &sources);
        self.cache.tasks.get_or_init(tasks)
    }

    /// What belongs in VAT returns; `None` where the business files none that the program knows.
    pub fn vat_entries(&self) -> Option<&VatEntries> {
        let entries = || {
            let day = self.last_day;
            let law = day.journal.home_law()?;
            let own = day.journal.business.as_ref().map(|own| own.vat_basis);
            let source = (day.journal, day.ledger);
            let basis = own.unwrap_or_default();
            Some(VatEntries::new(source, law, day.vat_breakdown(), basis))
        };
        self.cache.vat_entries.get_or_init(entries).as_ref()
    }
}

impl CheckInput<'_> {
    /// The faults of one sort that the ledger met, with the entries they stand at.
    pub fn ledger_faults<'s, T>(
        &'s self,
        pick: impl Fn(FaultKind) -> Option<T> + 's,
    ) -> impl Iterator<Item = (MovementIx, &'s Movement, T)> + 's {
        self.last_day.ledger.faults.iter().filter_map(move |fault| {
            let FaultEntry::Movement(number) = fault.entry else {
                return None;
            };
            Some((
                number,
                &self.day.journal.movements[number],
                pick(fault.kind)?,
            ))
        })
    }

    /// Whether any customer agreed to terms.
    pub fn has_agreements(&self) -> bool {
        let mut events = self.day.journal.events.iter();
        events.any(|event| event.agreed_terms().is_some())
    }

    /// A part of the entry at a place; its date where the text cannot be read again.
    pub fn span_of(&self, origin: Origin, pick: impl Fn(&Entry) -> Option<Span>) -> Span {
        self.journal_text
            .read_entry(origin)
            .and_then(|written| pick(&written.entry).or(Some(written.entry.keyword)))
            .unwrap_or(date_span(origin))
    }

    /// The amount of the entry at a place.
    pub fn amount_span(&self, origin: Origin) -> Span {
        self.span_of(origin, |entry| entry.amount().map(|amount| amount.span))
    }

    /// The keyword of the entry at a place.
    pub fn keyword_span(&self, origin: Origin) -> Span {
        self.span_of(origin, |_| None)
    }

    /// The value of a detail of the entry at a place; its keyword where there is no such detail.
    pub fn value_span(&self, origin: Origin, key: KeyName) -> Span {
        self.span_of(origin, |entry| {
            entry.details(key).next().map(|detail| detail.value)
        })
    }

    /// The value of the last detail of that key of the entry at a place; its keyword where there is no such detail.
    pub fn last_value_span(&self, origin: Origin, key: KeyName) -> Span {
        self.span_of(origin, |entry| {
            entry.details(key).last().map(|detail| detail.value)
        })
    }

    /// Where the header or a `for:` line of the entry at a place names an invoice.
    pub fn mention_span(&self, origin: Origin, invoice: InvoiceIx) -> Span {
        let Some(written) = self.journal_text.read_entry(origin) else {
            return date_span(origin);
        };
        let named = |span: Span| {
            let number = written.slice(span).strip_prefix('#').unwrap_or_default();
            self.day.journal.invoice_numbers.index_of(number) == Some(invoice)
        };
        let all = written.entry.arguments.iter();
        all.filter(|argument| argument.value == ArgumentValue::Invoice)
            .map(|argument| argument.span)
            .find(|span| named(*span))
            .unwrap_or(written.entry.keyword)
    }

    /// An amount as the journal writes it: with its decimal mark, and the currency where it is another one.
    pub fn format_money(&self, minor: Minor, currency: Currency) -> String {
        self.day.journal.format_money(Money::new(minor, currency))
    }

    /// A number with its sigil.
    pub fn format_invoice(&self, invoice: InvoiceIx) -> String {
        format!("#{}", self.day.journal.invoice_no(invoice))
    }

    /// A customer with the sigil.
    pub fn format_customer(&self, customer: CustomerIx) -> String {
        format!("@{}", self.day.journal.customer_id(customer))
    }

    /// A number, for an entry to propose.
    pub fn invoice_id(&self, invoice: InvoiceIx) -> Id<'_> {
        Spanned::without_span(self.day.journal.invoice_no(invoice))
    }

    /// A customer, for an entry to propose.
    pub fn customer_id(&self, customer: CustomerIx) -> Id<'_> {
        Spanned::without_span(self.day.journal.customer_id(customer))
    }

    /// An entry to propose, in one line as the journal writes it.
    pub fn print_entry(&self, entry: &JournalEntry<'_>) -> String {
        entry.print_header(self.day.journal.dialect())
    }
}

/// The date of the entry at a place.
pub const fn date_span(origin: Origin) -> Span {
    Span::new(origin.0, origin.0.saturating_add(10))
}
