//! What a letter asks, item by item.

use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{InvoiceIx, ItemIx};
use crate::journal::source_lookup::{EntryQuote, SourceLookup};
use crate::ledger::discount_offer::{DiscountOffer, discount_offer};
use crate::ledger::reductions::ItemReductions;
use crate::text::span::Origin;
use crate::value::calendar::days_between;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::cell::OnceCell;

/// What a letter asks for one item.
pub struct LetterLine<'a, 'j> {
    /// The invoice of the item.
    pub invoice: InvoiceIx,
    /// The item.
    pub item: ItemIx,
    /// The number of the invoice.
    pub number: &'j str,
    /// Which instalment, from 1, and how many there are.
    pub instalment: (usize, usize),
    /// The date of the invoice.
    pub date: NaiveDate,
    /// The due date; `None` while it depends on an event without a date.
    pub due: Option<NaiveDate>,
    /// The day on which it was to be paid: in a plan that of the first part that was missed, else the due date.
    pub payable_on: Option<NaiveDate>,
    /// How late it is, counted from that day; below zero before it.
    pub days_late: i64,
    /// Whether a plan says when it is to be paid: then its due date is not what counts.
    pub is_in_plan: bool,
    /// What was invoiced.
    pub total: Minor,
    /// What is open of it.
    pub open: Minor,
    day: &'a Day<'j>,
    origin: Origin,
    source_lookup: &'a dyn SourceLookup,
    particulars: OnceCell<InvoiceParticulars>,
}

impl LetterLine<'_, '_> {
    /// What the entry of its invoice says. It is read when it is first needed: a list of letters does not need it.
    pub fn particulars(&self) -> &InvoiceParticulars {
        self.particulars.get_or_init(|| {
            InvoiceParticulars::from_quote(&self.source_lookup.quote_entry(self.origin))
        })
    }

    /// The discount for paying early that can still be taken on the day of the letter.
    pub fn discount_offer(&self) -> Option<DiscountOffer> {
        discount_offer(self.day.journal, self.day.ledger, self.invoice)
    }

    /// What was paid in money.
    pub fn paid_amount(&self) -> Minor {
        self.reductions().paid
    }

    /// What was credited, set off as a discount, or given up to the customer: no money came for it.
    pub fn set_off(&self) -> Minor {
        self.reductions().set_off
    }

    /// What was written off in the books: the letter does not ask for it, and does not say that it is given up.
    pub fn written_off(&self) -> Minor {
        self.reductions().written_off
    }

    /// What was paid in money that went to costs, fees and interest of the invoice.
    pub fn paid_to_charges(&self) -> Minor {
        self.day.reductions_of(self.item).paid_to_charges
    }

    fn reductions(&self) -> ItemReductions {
        if self.total == self.open {
            return ItemReductions::default();
        }
        self.day.reductions_of(self.item)
    }
}

/// What the entry of an invoice says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvoiceParticulars {
    /// What was delivered.
    pub description: String,
    /// The customer's order.
    pub order_number: Option<String>,
    /// When it was delivered.
    pub delivery_date: Option<NaiveDate>,
    /// How it was sent, and when.
    pub dispatch: Option<(Vec<Channel>, NaiveDate)>,
    /// Files that belong to it, and the file of the journal from which their paths count.
    pub documents: Vec<(String, String)>,
}

impl InvoiceParticulars {
    /// What a quoted entry says.
    pub fn from_quote(quote: &EntryQuote) -> Self {
        let first = |key: &str| quote.details.iter().find(|(known, _)| known == key);
        let value = |key: &str| first(key).map(|(_, value)| value.as_str());
        let day = |words: &str| words.split(' ').next().and_then(|day| day.parse().ok());
        let sent = value("sent").and_then(|words| {
            let ways = words.split_once(" via ").map_or("", |(_, ways)| ways);
            let channels = ways.split(' ').filter_map(Channel::from_word);
            Some((channels.collect(), day(words)?))
        });
        Self {
            description: quote.text.clone(),
            order_number: value("order").map(str::to_owned),
            delivery_date: value("delivered").and_then(day),
            dispatch: sent,
            documents: quoted_documents(quote),
        }
    }
}

/// The values of `document:` of an entry, each with the file of the journal it stands in.
pub fn quoted_documents(quote: &EntryQuote) -> Vec<(String, String)> {
    let all = quote.values(KeyName::Document);
    all.map(|path| (quote.file.to_string(), path.to_owned()))
        .collect()
}

/// The line of one item.
pub fn build_line<'a, 'j>(day: &'a Day<'j>, position: &ItemPosition<'j>) -> LetterLine<'a, 'j> {
    let journal = day.journal;
    let invoice = &journal.invoices[position.invoice];
    let record = &journal.items[position.item];
    let payable_on = day.dunning().payable_on(position);
    LetterLine {
        invoice: position.invoice,
        item: position.item,
        number: journal.invoice_no(position.invoice),
        instalment: (
            position.instalment_index.saturating_add(1),
            invoice.item_count.into(),
        ),
        date: invoice.date,
        due: record.due,
        payable_on,
        days_late: payable_on.map_or(0, |due| days_between(due, day.as_of())),
        is_in_plan: day.dunning().missed_plan(position).is_some(),
        total: record.amount.into(),
        open: day.ledger.items[position.item].open.into(),
        day,
        origin: invoice.origin,
        source_lookup: day.source_lookup,
        particulars: OnceCell::new(),
    }
}
