//! Hands each entry to the file that resolves entries of its keyword.

use super::bank_coverage::{BankThrough, normalize_iban};
use super::event::EventNode;
use super::event_details::EventDetails;
use super::model::{MovementKind, NumberUse};
use super::movement::MovementNode;
use super::resolver::Resolver;
use super::{
    accounts, balance_assertion, business, common_keys, customer, event, filed_returns, invoice,
    movement, policy, unknown_payment,
};
use crate::syntax::directive::accounts::AccountsDeclaration;
use crate::syntax::directive::agreed::AgreedEntry;
use crate::syntax::directive::apply::ApplyEntry;
use crate::syntax::directive::balance::BalanceEntry;
use crate::syntax::directive::bank_through::BankThroughEntry;
use crate::syntax::directive::business::BusinessDeclaration;
use crate::syntax::directive::charge::ChargeEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::directive::credit::CreditEntry;
use crate::syntax::directive::customer::CustomerDeclaration;
use crate::syntax::directive::delivered::DeliveryEntry;
use crate::syntax::directive::dispute::DisputeEntry;
use crate::syntax::directive::filed::FiledEntry;
use crate::syntax::directive::handover::HandoverEntry;
use crate::syntax::directive::hold::HoldEntry;
use crate::syntax::directive::insolvent::InsolventEntry;
use crate::syntax::directive::invoice::InvoiceEntry;
use crate::syntax::directive::invoices_entry::InvoicesEntry;
use crate::syntax::directive::milestone::MilestoneEntry;
use crate::syntax::directive::payment::PaymentEntry;
use crate::syntax::directive::plan::PlanEntry;
use crate::syntax::directive::policy::PolicyDeclaration;
use crate::syntax::directive::promise::PromiseEntry;
use crate::syntax::directive::refund::RefundEntry;
use crate::syntax::directive::resolve::ResolveEntry;
use crate::syntax::directive::reversal::ReversalEntry;
use crate::syntax::directive::sent::SentEntry;
use crate::syntax::directive::settle::SettleEntry;
use crate::syntax::directive::skip::SkipEntry;
use crate::syntax::directive::waive::WaiveEntry;
use crate::syntax::directive::writeoff::WriteoffEntry;
use crate::syntax::entry::{Entry, EntryState, SourceText};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::reader::EntryVisitor;
use crate::syntax::token::customers_in;
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::text::span::Span;
use crate::value::channel::Channel;
use crate::value::money::Money;
use chrono::NaiveDate;

/// How far the resolver looks ahead, in bytes: a long one names about as many customers as are looked up together.
const PREFETCH_LENGTH: usize = 4_096;

impl EntryVisitor for Resolver {
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
        if entry.span.start >= self.prefetched_to {
            self.prefetch_customers(entry, text);
        }
        let fields = EntryFields { entry, text };
        let is_invoice = entry.directive.keyword == Keyword::Invoice;
        let date = entry.date.map(|date| date.node);
        self.journal.latest = self.journal.latest.max(date);
        if entry.state == EntryState::AmountMissing && !is_invoice {
            self.mention_names(fields);
        } else {
            self.resolve_entry(fields, date.unwrap_or(NaiveDate::MIN), sink);
        }
        if date.is_some() && !entry.details.is_empty() {
            common_keys::resolve(self, fields);
        }
    }
}

impl Resolver {
    /// Looks once at each customer that the text from an entry on names, so far as it reaches and no further than a
    /// [`PREFETCH_LENGTH`]. With a hundred thousand customers, a tenth of the time goes before an entry asks for its own, one after
    /// the other; together they take a fifth of that.
    fn prefetch_customers(&mut self, entry: &Entry, text: SourceText<'_>) {
        let start = entry.span.start;
        let rest = text.slice(Span::new(
            start,
            Span::from_length(text.base, text.str.len()).end,
        ));
        let stretch = rest
            .get(..rest.floor_char_boundary(PREFETCH_LENGTH))
            .unwrap_or(rest);
        self.prefetched_to = Span::from_length(start, stretch.len()).end;
        if self.journal.customer_ids.is_large() {
            self.journal.customer_ids.prefetch(customers_in(stretch));
        }
    }

    fn resolve_bank_through(
        &mut self,
        fields: EntryFields<'_, '_>,
        date: NaiveDate,
        origin: Origin,
    ) {
        let node = BankThroughEntry::read(fields).unwrap_or_default();
        self.journal.bank_through.push(BankThrough {
            date,
            iban: node.iban.map(|iban| normalize_iban(iban.node)),
            balance: node.balance.map(|amount| Money::from(amount.node)),
            origin,
        });
    }

    /// Takes down what an entry says, by its keyword. `date` has no meaning for declarations. Each node is read where
    /// it is used: to pass a million of them on as one enum costs a tenth of all instructions.
    #[allow(clippy::too_many_lines, reason = "one arm a keyword")]
    fn resolve_entry(&mut self, fields: EntryFields<'_, '_>, date: NaiveDate, sink: &mut Sink) {
        let origin = fields.entry.span.origin();
        match fields.entry.directive.keyword {
            Keyword::Invoice => {
                if let Some(node) = InvoiceEntry::read(fields) {
                    invoice::resolve(self, fields, &node, date, sink);
                }
            }
            Keyword::Payment => match PaymentEntry::read(fields) {
                Some(node) if node.is_payer_unknown => {
                    unknown_payment::resolve(self, fields, &node, date, sink);
                }
                node => self.resolve_movement(fields, node, date, sink),
            },
            Keyword::Credit => {
                if let Some(node) = CreditEntry::read(fields) {
                    movement::resolve_credit(self, fields, &node, date, sink);
                }
            }
            Keyword::Apply => self.resolve_movement(fields, ApplyEntry::read(fields), date, sink),
            Keyword::Reversal => match ReversalEntry::read(fields) {
                Some(node) if node.is_payer_unknown => {
                    unknown_payment::resolve_reversal(self, fields, &node, date, sink);
                }
                node => self.resolve_movement(fields, node, date, sink),
            },
            Keyword::Refund => match RefundEntry::read(fields) {
                Some(node) if node.customer.is_none() => {
                    unknown_payment::resolve_refund(self, fields, &node, date);
                }
                node => self.resolve_movement(fields, node, date, sink),
            },
            Keyword::Fee => self.resolve_charge(fields, MovementKind::Fee, date, sink),
            Keyword::Costs => self.resolve_charge(fields, MovementKind::Costs, date, sink),
            Keyword::Interest => self.resolve_charge(fields, MovementKind::Interest, date, sink),
            Keyword::Waive => self.resolve_movement(fields, WaiveEntry::read(fields), date, sink),
            Keyword::Settle => {
                self.resolve_movement(fields, SettleEntry::read(fields), date, sink);
                event::add_settlement(self, origin);
            }
            Keyword::Writeoff => {
                self.resolve_movement(fields, WriteoffEntry::read(fields), date, sink);
            }
            Keyword::Void => {
                let node = InvoicesEntry::read(fields).map(MovementNode::from_void);
                self.resolve_movement(fields, node, date, sink);
            }
            Keyword::Phone => self.resolve_contact(fields, Channel::Phone, date, sink),
            Keyword::Email => self.resolve_contact(fields, Channel::Email, date, sink),
            Keyword::Letter => self.resolve_contact(fields, Channel::Post, date, sink),
            Keyword::Visit => self.resolve_contact(fields, Channel::Visit, date, sink),
            Keyword::Chat => self.resolve_contact(fields, Channel::Chat, date, sink),
            Keyword::Note => {
                let note = ContactEntry::read(fields).map(EventNode::from_note);
                self.resolve_event(fields, note, date, sink);
            }
            Keyword::Agreed => {
                let node = AgreedEntry::read(fields);
                self.mention_policy(node.as_ref().and_then(|node| node.policy));
                self.resolve_event(fields, node, date, sink);
            }
            Keyword::Delivered => {
                self.resolve_event(fields, DeliveryEntry::read(fields), date, sink);
            }
            Keyword::Dispute => self.resolve_event(fields, DisputeEntry::read(fields), date, sink),
            Keyword::Resolve => self.resolve_event(fields, ResolveEntry::read(fields), date, sink),
            Keyword::Hold => self.resolve_event(fields, HoldEntry::read(fields), date, sink),
            Keyword::Release => self.resolve_end(fields, EventDetails::Release, date, sink),
            Keyword::Promise => self.resolve_event(fields, PromiseEntry::read(fields), date, sink),
            Keyword::Plan => self.resolve_event(fields, PlanEntry::read(fields), date, sink),
            Keyword::Milestone => {
                self.resolve_event(fields, MilestoneEntry::read(fields), date, sink);
            }
            Keyword::Insolvent => {
                self.resolve_event(fields, InsolventEntry::read(fields), date, sink);
            }
            Keyword::Sent => self.resolve_event(fields, SentEntry::read(fields), date, sink),
            Keyword::Skip => self.resolve_event(fields, SkipEntry::read(fields), date, sink),
            Keyword::Handover => {
                self.resolve_event(fields, HandoverEntry::read(fields), date, sink);
            }
            Keyword::Return => self.resolve_end(fields, EventDetails::Return, date, sink),
            Keyword::Balance => {
                if let Some(node) = BalanceEntry::read(fields) {
                    balance_assertion::resolve(self, &node, date, origin);
                }
            }
            Keyword::BankThrough => self.resolve_bank_through(fields, date, origin),
            Keyword::Filed => {
                if let Some(node) = FiledEntry::read(fields) {
                    filed_returns::resolve(self, fields, &node, date, sink);
                }
            }
            Keyword::Customer => {
                if let Some(node) = CustomerDeclaration::read(fields) {
                    customer::resolve(self, fields, node, sink);
                }
            }
            Keyword::Policy => {
                if let Some(node) = PolicyDeclaration::read(fields) {
                    policy::resolve(self, fields, &node, sink);
                }
            }
            Keyword::Business => {
                if let Some(node) = BusinessDeclaration::read(fields) {
                    business::resolve(self, fields, &node);
                }
            }
            Keyword::Accounts => {
                if let Some(node) = AccountsDeclaration::read(fields) {
                    accounts::resolve(self, &node);
                }
            }
            // Those steer the reading, and the loader has taken them.
            Keyword::Format | Keyword::DecimalMark | Keyword::Currency | Keyword::Include => {}
        }
    }

    fn resolve_movement<'t>(
        &mut self,
        fields: EntryFields<'_, 't>,
        node: Option<impl Into<MovementNode<'t>>>,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        if let Some(node) = node {
            movement::resolve(self, fields, node, date, sink);
        }
    }

    fn resolve_charge(
        &mut self,
        fields: EntryFields<'_, '_>,
        kind: MovementKind,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        let node = ChargeEntry::read(fields);
        let node = node.map(|node| MovementNode::from_charge(kind, &node));
        self.resolve_movement(fields, node, date, sink);
    }

    fn resolve_event<'t>(
        &mut self,
        fields: EntryFields<'_, 't>,
        node: Option<impl Into<EventNode<'t>>>,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        if let Some(node) = node {
            event::resolve(self, fields, node, date, sink);
        }
    }

    /// The end of a hold, a plan or a hand-over.
    fn resolve_end(
        &mut self,
        fields: EntryFields<'_, '_>,
        details: EventDetails,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        let node = InvoicesEntry::read(fields);
        let node = node.map(|node| EventNode::about_invoices(details, node));
        self.resolve_event(fields, node, date, sink);
    }

    fn resolve_contact(
        &mut self,
        fields: EntryFields<'_, '_>,
        channel: Channel,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        let node = ContactEntry::read(fields);
        let node = node.map(|node| EventNode::from_contact(channel, node));
        self.resolve_event(fields, node, date, sink);
    }

    /// An entry whose amount could not be read still names what it names.
    fn mention_names(&mut self, fields: EntryFields<'_, '_>) {
        let customer = fields.customer().map(|id| self.mention_customer(id));
        if fields.entry.directive.keyword == Keyword::Credit {
            if let Some(id) = fields.invoice() {
                let number = self.intern_invoice(id);
                self.journal.invoices[number].number_use = NumberUse::Credit;
                self.journal.invoices[number].origin = fields.entry.span.origin();
            }
            return;
        }
        let _named = self.mention_invoices(&fields.invoices(), customer);
    }
}
