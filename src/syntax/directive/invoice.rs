//! `invoice`: a customer owes this much.

use super::vat_line::{VAT_KEY, VatLine};
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Amount, Argument, ArgumentValue, Detail};
use crate::syntax::entry_fields::{EntryFields, Id, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::{Line, Slots, Text};
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, key, one, optional, repeatable_key, with_clause,
};
use crate::syntax::value::MILESTONE;
use crate::text::span::{Span, Spanned};
use crate::value::calendar::PaymentTerms;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::share::{Quantity, Share};
use crate::value::vat_code::VatCode;
use chrono::NaiveDate;

/// The word that stands for the day of delivery instead of a date.
const DELIVERY: &str = "delivery";

/// `invoice-entry = "invoice" , invoice , customer , amount-or-zero , [ "due" , date ] , [ "vat" , vat-code ] ;`
///
/// `invoice-key = "order" , ":" , text | "ref" , ":" , text | "delivered" , ":" , date | "received" , ":" , date
/// | "sent" , ":" , date , [ "via" , channel ] | "terms" , ":" , terms | "policy" , ":" , name
/// | "vat" , ":" , ( vat-code | vat-code , [ amount-or-zero ] , "of" , amount-or-zero ) | "item" , ":" , item-line | "less" , ":" , item-line
/// | "due" , ":" , ( share | amount ) , "on" , ( date | "delivery" | named-milestone ) ;`
pub static INVOICE: Directive = Directive {
    keyword: Keyword::Invoice,
    about: "an invoice: this customer owes this much, VAT included",
    dutch: &["factuur", "rekening", "nota"],
    kind: DirectiveKind::Money,
    slots: &[
        one(&[ArgumentForm::Invoice]),
        one(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::AmountOrZero]),
        with_clause(Clause::Due, optional(&[ArgumentForm::Date])),
        with_clause(Clause::Vat, optional(&[ArgumentForm::Vat])),
    ],
    keys: &[
        key(
            KeyName::Order,
            Text,
            "the customer's order or purchase number",
        ),
        key(
            KeyName::Ref,
            Text,
            "the reference that payments are to carry",
        ),
        repeatable_key(
            KeyName::Delivered,
            Slots(&[one(&[ArgumentForm::Date])]),
            "when the work was delivered; a line a day",
        ),
        key(
            KeyName::Received,
            Slots(&[one(&[ArgumentForm::Date])]),
            "when the customer received the invoice",
        ),
        key(
            KeyName::Sent,
            Slots(&[
                one(&[ArgumentForm::Date]),
                with_clause(Clause::Via, optional(&[ArgumentForm::Word(Channel::WORDS)])),
            ]),
            "when and how the invoice went out",
        ),
        key(
            KeyName::Terms,
            Slots(&[one(&[ArgumentForm::Terms])]),
            "time to pay, for this invoice",
        ),
        key(
            KeyName::Policy,
            Slots(&[one(&[ArgumentForm::Name])]),
            "the policy for this invoice",
        ),
        VAT_KEY,
        repeatable_key(KeyName::Item, Line, "a line of the invoice, net"),
        repeatable_key(KeyName::Less, Line, "a line that is taken off, net"),
        repeatable_key(
            KeyName::Due,
            Slots(&[
                one(&[ArgumentForm::Share, ArgumentForm::Amount]),
                with_clause(
                    Clause::On,
                    one(&[
                        ArgumentForm::Date,
                        ArgumentForm::Word(&[DELIVERY]),
                        ArgumentForm::Milestone,
                    ]),
                ),
            ]),
            "an instalment",
        ),
    ],
};

/// The typed node of an `invoice` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct InvoiceEntry<'t> {
    /// The number of the invoice.
    pub number: Id<'t>,
    /// The customer who owes it; `None` where an unreadable amount stood before the name.
    pub customer: Option<Id<'t>>,
    /// The amount including VAT; `None` where it could not be read.
    pub amount: Option<Spanned<Amount>>,
    /// The due date in the header; `None` where it follows from terms or instalments.
    pub due: Option<NaiveDate>,
    /// What VAT it bears, in the header.
    pub vat: Option<VatCode>,
    /// The customer's order or purchase number.
    pub order: Option<SpannedText<'t>>,
    /// The reference that payments are to carry.
    pub reference: Option<SpannedText<'t>>,
    /// The days on which the work was delivered, in the order written.
    pub delivered: Vec<NaiveDate>,
    /// The day on which the customer received the invoice.
    pub received: Option<NaiveDate>,
    /// The day on which the invoice went out, and the channel where it is written.
    pub sent: Option<(NaiveDate, Option<Channel>)>,
    /// The time to pay for this invoice, which goes before all other terms.
    pub terms: Option<PaymentTerms>,
    /// The name of the policy for this invoice alone.
    pub policy: Option<SpannedText<'t>>,
    /// The `vat:` lines.
    pub vat_lines: Vec<VatLine>,
    /// The lines of the invoice; may be empty.
    pub lines: Vec<InvoiceLine<'t>>,
    /// The `due:` lines; empty where the invoice is due in one amount.
    pub instalments: Vec<InstalmentLine<'t>>,
}

/// A line of an invoice or a credit note.
#[derive(Clone, Debug, PartialEq)]
pub struct InvoiceLine<'t> {
    /// Whether the line is subtracted (`less:`) rather than added (`item:`).
    pub is_less: bool,
    /// The quantity; `None` means one.
    pub quantity: Option<Quantity>,
    /// The unit of the quantity, such as `hours`.
    pub unit: Option<SpannedText<'t>>,
    /// The price per unit without VAT, in whole units of the invoice's currency.
    pub price: Quantity,
    /// What VAT it bears; `None` means that of the invoice.
    pub vat: Option<VatCode>,
    /// The description behind `|`.
    pub text: Option<SpannedText<'t>>,
}

/// A `due:` line of an invoice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InstalmentLine<'t> {
    /// The part of the invoice that is due.
    pub size: InstalmentSize,
    /// The day on which it is due.
    pub on: InstalmentDay<'t>,
    /// The place of the whole line.
    pub span: Spanned<()>,
}

/// The part of an invoice that an instalment is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InstalmentSize {
    /// A percentage of the invoice.
    Share(Share),
    /// A fixed amount.
    Amount(Amount),
}

/// The day on which an instalment is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InstalmentDay<'t> {
    /// A fixed date.
    Date(NaiveDate),
    /// The day of delivery.
    Delivery,
    /// The day of the `milestone` of this name.
    Milestone(SpannedText<'t>),
}

impl<'t> InvoiceEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its number could not be read.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let (mut number, mut customer, mut amount, mut due, mut vat) =
            (None, None, None, None, None);
        for Argument {
            clause,
            value,
            span,
        } in fields.entry.header_arguments()
        {
            match (clause, value) {
                (None, ArgumentValue::Invoice) => number = Some(fields.id(*span)),
                (None, ArgumentValue::Customer) => customer = Some(fields.id(*span)),
                (None, ArgumentValue::Amount(written)) => {
                    amount = Some(Spanned::new(*written, *span));
                }
                (Some(Clause::Due), ArgumentValue::Date(day)) => due = Some(*day),
                (Some(Clause::Vat), ArgumentValue::Vat(code)) => vat = Some(*code),
                _ => {}
            }
        }
        let mut read = Self {
            number: number?,
            customer,
            amount,
            due,
            vat,
            order: None,
            reference: None,
            delivered: Vec::new(),
            received: None,
            sent: None,
            terms: None,
            policy: None,
            vat_lines: Vec::new(),
            lines: Vec::new(),
            instalments: Vec::new(),
        };
        for detail in &fields.entry.details {
            read.read_key(fields, detail);
        }
        Some(read)
    }

    fn read_key(&mut self, fields: EntryFields<'_, 't>, detail: &Detail) {
        let arguments = fields.arguments_of(detail);
        let value = || arguments.first().map(|argument| argument.value);
        match detail.key.name() {
            Some(KeyName::Order) => self.order = Some(fields.words(detail.value)),
            Some(KeyName::Ref) => self.reference = Some(fields.words(detail.value)),
            Some(KeyName::Delivered) => {
                self.delivered.extend(value().and_then(|it| it.date()));
            }
            Some(KeyName::Received) => self.received = value().and_then(|it| it.date()),
            Some(KeyName::Sent) => self.sent = read_sent(arguments),
            Some(KeyName::Terms) => self.terms = value().and_then(|it| it.terms()),
            Some(KeyName::Policy) => self.policy = Some(fields.words(detail.value)),
            Some(KeyName::Vat) => self.vat_lines.extend(VatLine::read(fields, detail)),
            Some(KeyName::Item) => self.lines.extend(InvoiceLine::read(fields, detail, false)),
            Some(KeyName::Less) => self.lines.extend(InvoiceLine::read(fields, detail, true)),
            Some(KeyName::Due) => {
                self.instalments
                    .extend(InstalmentLine::read(fields, detail));
            }
            _ => {}
        }
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.number));
        out.customer(self.customer);
        out.argument(self.amount.map(|amount| amount.node));
        out.clause(Clause::Due, self.due);
        out.clause(Clause::Vat, self.vat);
        out.text(KeyName::Order, self.order);
        out.text(KeyName::Ref, self.reference);
        for day in &self.delivered {
            out.key(KeyName::Delivered, Some(*day));
        }
        out.key(KeyName::Received, self.received);
        if let Some((day, channel)) = self.sent {
            out.line(KeyName::Sent, |line| {
                line.argument(Some(day));
                line.clause(Clause::Via, channel.map(Channel::word));
            });
        }
        out.key(KeyName::Terms, self.terms);
        out.key(KeyName::Policy, self.policy.map(|name| name.node));
        VatLine::print_all(&self.vat_lines, out);
        InvoiceLine::print_all(&self.lines, out);
        for instalment in &self.instalments {
            out.line(KeyName::Due, |line| instalment.print(line));
        }
    }
}

fn read_sent(arguments: &[Argument]) -> Option<(NaiveDate, Option<Channel>)> {
    let day = arguments.iter().find_map(|it| it.value.date())?;
    let channel = arguments.iter().find_map(|it| it.value.word());
    Some((day, channel.and_then(Channel::from_word)))
}

impl<'t> InvoiceLine<'t> {
    /// Reads every `item:` and `less:` line of an entry, in order.
    pub fn read_all(fields: EntryFields<'_, 't>) -> Vec<Self> {
        let details = fields.entry.details.iter();
        details
            .filter_map(|detail| match detail.key.name()? {
                KeyName::Item => Self::read(fields, detail, false),
                KeyName::Less => Self::read(fields, detail, true),
                _ => None,
            })
            .collect()
    }

    fn read(fields: EntryFields<'_, 't>, detail: &Detail, is_less: bool) -> Option<Self> {
        let (mut quantity, mut unit, mut price, mut vat) = (None, None, None, None);
        for argument in fields.arguments_of(detail) {
            match argument.value {
                ArgumentValue::Quantity(written) => quantity = Some(written),
                ArgumentValue::Price(written) => price = Some(written),
                ArgumentValue::Vat(written) => vat = Some(written),
                ArgumentValue::Unit => unit = Some(fields.words(argument.span)),
                _ => {}
            }
        }
        Some(Self {
            is_less,
            quantity,
            unit,
            price: price?,
            vat,
            text: detail.text.map(|text| fields.words(text)),
        })
    }

    /// Prints the lines, one below the other.
    pub fn print_all(lines: &[Self], out: &mut Printer) {
        for line in lines {
            let key = if line.is_less {
                KeyName::Less
            } else {
                KeyName::Item
            };
            out.line(key, |out| line.print(out));
        }
    }

    fn print(&self, out: &mut Printer) {
        if let Some(quantity) = self.quantity {
            out.argument(Some(quantity));
            out.name(self.unit);
            out.argument(Some("x"));
        }
        out.argument(Some(self.price));
        out.clause(Clause::Vat, self.vat);
        out.free_text(self.text.map(|text| text.node));
    }
}

impl<'t> InstalmentLine<'t> {
    fn read(fields: EntryFields<'_, 't>, detail: &Detail) -> Option<Self> {
        let arguments = fields.arguments_of(detail);
        let size = arguments.iter().find_map(|it| match it.value {
            ArgumentValue::Share(share) => Some(InstalmentSize::Share(share)),
            ArgumentValue::Amount(amount) => Some(InstalmentSize::Amount(amount)),
            _ => None,
        })?;
        let day = arguments.iter().find_map(|it| it.value.date());
        let milestone = arguments
            .iter()
            .find(|it| it.value == ArgumentValue::Name)
            .map(|it| milestone_name(fields.words(it.span)));
        Some(Self {
            size,
            on: day
                .map(InstalmentDay::Date)
                .or(milestone.map(InstalmentDay::Milestone))
                .unwrap_or(InstalmentDay::Delivery),
            span: Spanned::new((), detail.span),
        })
    }

    fn print(&self, out: &mut Printer) {
        match self.size {
            InstalmentSize::Share(share) => out.argument(Some(share)),
            InstalmentSize::Amount(amount) => out.argument(Some(amount)),
        }
        match self.on {
            InstalmentDay::Date(day) => out.clause(Clause::On, Some(day)),
            InstalmentDay::Delivery => out.clause(Clause::On, Some(DELIVERY)),
            InstalmentDay::Milestone(name) => {
                out.clause(Clause::On, Some(MILESTONE));
                out.name(Some(name));
            }
        }
    }
}

/// The name behind the word `milestone`, with its place.
fn milestone_name(words: SpannedText<'_>) -> SpannedText<'_> {
    let name = words.node.strip_prefix(MILESTONE).unwrap_or(words.node);
    let name = name.trim_start();
    let length = u32::try_from(name.len()).unwrap_or(0);
    let start = words.span.end.saturating_sub(length);
    Spanned::new(name, Span::new(start, words.span.end))
}
