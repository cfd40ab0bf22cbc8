//! Entries that move money, except invoices.

use super::kinds;
use super::mentions::date_span;
use super::missing_party::missing_party;
use super::model::{
    CustomerIx, Designation, InvoiceIx, Movement, MovementExtra, MovementKind, NumberUse,
};
use super::resolver::Resolver;
use super::vat_subtotals::{VatSource, resolve_vat};
use crate::syntax::directive::apply::ApplyEntry;
use crate::syntax::directive::charge::ChargeEntry;
use crate::syntax::directive::credit::CreditEntry;
use crate::syntax::directive::invoices_entry::InvoicesEntry;
use crate::syntax::directive::payment::{DesignationLine, PaymentEntry};
use crate::syntax::directive::refund::RefundEntry;
use crate::syntax::directive::reversal::ReversalEntry;
use crate::syntax::directive::settle::SettleEntry;
use crate::syntax::directive::waive::WaiveEntry;
use crate::syntax::directive::writeoff::WriteoffEntry;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, SpannedText};
use crate::text::diagnostic::Sink;
use crate::value::money::Minor64;
use chrono::NaiveDate;

/// An entry that moves money, before its names are resolved.
pub struct MovementNode<'t> {
    kind: MovementKind,
    invoices: InvoiceIds<'t>,
    customer: Option<Id<'t>>,
    amount: Option<Amount>,
    designations: Vec<DesignationLine<'t>>,
    /// What the payer wrote.
    reference: Option<SpannedText<'t>>,
    /// Made where there is something to put in: most movements have nothing of it.
    extra: Option<Box<MovementExtra>>,
}

/// Resolves the names of a movement and adds it to the journal.
pub fn resolve<'t>(
    resolver: &mut Resolver,
    fields: EntryFields<'_, 't>,
    node: impl Into<MovementNode<'t>>,
    date: NaiveDate,
    sink: &mut Sink,
) {
    let node = node.into();
    let customer = node.customer.map(|id| resolver.mention_customer(id));
    add_movement(resolver, fields, node, (date, customer), sink);
}

/// Takes down a credit note: its number first, which may be taken.
pub fn resolve_credit<'t>(
    resolver: &mut Resolver,
    fields: EntryFields<'_, 't>,
    credit: &CreditEntry<'t>,
    date: NaiveDate,
    sink: &mut Sink,
) {
    let customer = credit.customer.map(|id| resolver.mention_customer(id));
    let number = resolver.intern_invoice(credit.number);
    let help = "a credit note has a number of its own and names its invoice: `credit #NUMBER for #INVOICE AMOUNT`";
    if !is_number_free(resolver, number, (credit.number, help), sink) {
        return;
    }
    let slot = &mut resolver.journal.invoices[number];
    slot.number_use = NumberUse::Credit;
    slot.customer = customer;
    slot.date = date;
    slot.origin = fields.entry.span.origin();
    if let Some(amount) = credit.amount {
        slot.currency = amount.node.currency;
        slot.set_amount(amount.node.minor);
    }
    let source = VatSource {
        entry: fields.entry,
        number,
        amount: credit.amount,
        header: credit.vat,
        vat_lines: &credit.vat_lines,
        lines: &credit.lines,
    };
    let vat = resolve_vat(resolver, &source, sink);
    let more = MovementExtra {
        credit_number: Some(number),
        vat,
        ..MovementExtra::default()
    };
    let node = MovementNode {
        invoices: credit.invoice.into_iter().collect(),
        extra: Some(Box::new(more)),
        ..MovementNode::new(
            MovementKind::Credit,
            credit.customer,
            credit.amount.map(|amount| amount.node),
        )
    };
    add_movement(resolver, fields, node, (date, customer), sink);
}

/// What to write where an entry names neither an invoice nor a customer.
const fn help_for_nobody(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Payment => {
            "say what it is for: `#2026-001`, or who it is from: `@jansen`; where nobody knows yet: `payment unknown`"
        }
        MovementKind::Credit => {
            "say which invoice it lowers: `credit #NUMBER for #2026-001`; or whose it is: `@jansen`"
        }
        _ => "say what it is for: `#2026-001`, or who it is from: `@jansen`",
    }
}

fn add_movement(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: MovementNode<'_>,
    (date, customer): (NaiveDate, Option<CustomerIx>),
    sink: &mut Sink,
) {
    let (invoice, further) = if node.kind == MovementKind::Void {
        // A void may explain a number that nobody issued, so its numbers are no mentions of invoices.
        let mut numbers = node.invoices.iter().map(|id| resolver.intern_invoice(id));
        (numbers.next(), numbers.collect())
    } else {
        resolver.mention_invoices(&node.invoices, customer)
    };
    if customer.is_none() && invoice.is_none() && node.designations.is_empty() {
        sink.push(missing_party(
            fields,
            "an invoice or a customer",
            help_for_nobody(node.kind),
        ));
        sink.unreadable.figures = true;
        return;
    }
    let mut more = node.extra;
    if !further.is_empty() {
        more.get_or_insert_default().further_invoices = further;
    }
    for designation in &node.designations {
        let designation = Designation {
            invoice: resolver.mention_invoice(designation.invoice, customer),
            amount: designation.amount.node.minor,
            origin: designation.span.span.origin(),
        };
        more.get_or_insert_default().designations.push(designation);
    }
    let is_unnamed = invoice.is_none() && node.designations.is_empty();
    let currency = resolver.journal.currency;
    let movement = resolver.journal.movements.push(Movement {
        kind: node.kind,
        currency: node.amount.map_or(currency, |amount| amount.currency),
        date,
        customer,
        invoice,
        origin: fields.entry.span.origin(),
        amount: node.amount.map_or(Minor64::ZERO, |amount| amount.minor),
        extra: more,
    });
    if let Some(reference) = node.reference.filter(|_| is_unnamed) {
        resolver
            .payment_references
            .push((movement, reference.node.into()));
    }
}

/// Whether a number is still free; says so where it is not.
pub fn is_number_free(
    resolver: &mut Resolver,
    number: InvoiceIx,
    (written, help): (Id<'_>, &'static str),
    sink: &mut Sink,
) -> bool {
    let taken = resolver.journal.invoices[number];
    if !matches!(taken.number_use, NumberUse::Invoice | NumberUse::Credit) {
        return true;
    }
    resolver.mentions.numbers_twice.push(number);
    // Only one of the two counts, so that no sum can be relied on.
    sink.unreadable.figures = true;
    sink.push(
        kinds::DUPLICATE_INVOICE
            .at(
                written.span,
                format!(
                    "expected a number not used before, found #{} again",
                    written.node
                ),
            )
            .related(date_span(taken.origin), "first used here")
            .help(help),
    );
    false
}

impl<'t> MovementNode<'t> {
    fn new(kind: MovementKind, customer: Option<Id<'t>>, amount: Option<Amount>) -> Self {
        Self {
            kind,
            invoices: InvoiceIds::default(),
            customer,
            amount,
            designations: Vec::new(),
            reference: None,
            extra: None,
        }
    }

    fn with_invoice(mut self, invoice: Id<'t>) -> Self {
        self.invoices = InvoiceIds::one(invoice);
        self
    }

    fn with_extra(mut self, set: impl FnOnce(&mut MovementExtra)) -> Self {
        set(self.extra.get_or_insert_default());
        self
    }

    /// Invoices that were wrong.
    pub fn from_void(node: InvoicesEntry<'t>) -> Self {
        Self {
            invoices: node.invoices,
            ..Self::new(MovementKind::Void, node.customer, None)
        }
    }

    /// A charge claimed.
    pub fn from_charge(kind: MovementKind, node: &ChargeEntry<'t>) -> Self {
        Self::new(kind, node.customer, Some(node.amount.node)).with_invoice(node.invoice)
    }
}

impl<'t> From<PaymentEntry<'t>> for MovementNode<'t> {
    #[inline]
    fn from(node: PaymentEntry<'t>) -> Self {
        let mut more = None;
        if node.on_account || node.commission.is_some() {
            more = Some(Box::new(MovementExtra {
                on_account: node.on_account,
                commission: node
                    .commission
                    .map_or(Minor64::ZERO, |amount| amount.node.minor),
                ..MovementExtra::default()
            }));
        }
        Self {
            kind: MovementKind::Payment,
            invoices: node.invoices,
            customer: node.customer,
            amount: Some(node.amount.node),
            designations: node.designations,
            reference: node.reference,
            extra: more,
        }
    }
}

impl<'t> From<ApplyEntry<'t>> for MovementNode<'t> {
    fn from(node: ApplyEntry<'t>) -> Self {
        let movement = Self::new(MovementKind::Apply, node.customer, Some(node.amount.node))
            .with_invoice(node.invoice);
        match node.of {
            Some(day) => movement.with_extra(|more| more.of_date = Some(day)),
            None => movement,
        }
    }
}

impl<'t> From<ReversalEntry<'t>> for MovementNode<'t> {
    fn from(node: ReversalEntry<'t>) -> Self {
        let amount = Some(node.amount.node);
        let movement =
            Self::new(MovementKind::Reversal, node.customer, amount).with_extra(|more| {
                more.of_date = Some(node.of);
                more.of_bank_id = node.of_id.map(|id| id.node.into());
            });
        match node.invoice {
            Some(invoice) => movement.with_invoice(invoice),
            None => movement,
        }
    }
}

impl<'t> From<RefundEntry<'t>> for MovementNode<'t> {
    fn from(node: RefundEntry<'t>) -> Self {
        let amount = Some(node.amount.node);
        let movement = Self::new(MovementKind::Refund, node.customer, amount);
        match node.of {
            Some(day) => movement.with_extra(|more| more.of_date = Some(day)),
            None => movement,
        }
    }
}

impl<'t> From<WaiveEntry<'t>> for MovementNode<'t> {
    fn from(node: WaiveEntry<'t>) -> Self {
        let movement = Self::new(MovementKind::Waive, node.customer, Some(node.amount.node))
            .with_invoice(node.invoice);
        match node.charge {
            Some(charge) => movement.with_extra(|more| more.waived_component = Some(charge.into())),
            None => movement,
        }
    }
}

impl<'t> From<SettleEntry<'t>> for MovementNode<'t> {
    fn from(node: SettleEntry<'t>) -> Self {
        Self::new(MovementKind::Settle, node.customer, Some(node.amount.node))
            .with_invoice(node.invoice)
            .with_extra(|more| more.settlement_deadline = Some(node.by))
    }
}

impl<'t> From<WriteoffEntry<'t>> for MovementNode<'t> {
    fn from(node: WriteoffEntry<'t>) -> Self {
        let amount = node.amount.map(|amount| amount.node);
        Self::new(MovementKind::Writeoff, node.customer, amount).with_invoice(node.invoice)
    }
}
