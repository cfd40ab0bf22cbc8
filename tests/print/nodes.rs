//! Entries nobody would write: every keyword, every field of its node, from a row of random choices.
//!
//! No field is left to a default, and no keyword to a wildcard: what is added to the language does not compile here
//! until it is drawn.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use tegoed::language::LANGUAGE_TAGS;
use tegoed::syntax::directive::TypedEntry;
use tegoed::syntax::directive::accounts::{ACCOUNTS, AccountLine, AccountsDeclaration};
use tegoed::syntax::directive::agreed::AgreedEntry;
use tegoed::syntax::directive::apply::ApplyEntry;
use tegoed::syntax::directive::balance::BalanceEntry;
use tegoed::syntax::directive::bank_through::BankThroughEntry;
use tegoed::syntax::directive::business::BusinessDeclaration;
use tegoed::syntax::directive::charge::ChargeEntry;
use tegoed::syntax::directive::contact::ContactEntry;
use tegoed::syntax::directive::credit::CreditEntry;
use tegoed::syntax::directive::currency::CurrencyDeclaration;
use tegoed::syntax::directive::customer::CustomerDeclaration;
use tegoed::syntax::directive::decimal_mark::DecimalMarkDeclaration;
use tegoed::syntax::directive::delivered::DeliveryEntry;
use tegoed::syntax::directive::dispute::DisputeEntry;
use tegoed::syntax::directive::filed::{FiledBoxLine, FiledEntry};
use tegoed::syntax::directive::format::FormatDeclaration;
use tegoed::syntax::directive::handover::{CommissionTerms, HandoverEntry};
use tegoed::syntax::directive::hold::HoldEntry;
use tegoed::syntax::directive::include::IncludeDeclaration;
use tegoed::syntax::directive::insolvent::InsolventEntry;
use tegoed::syntax::directive::invoice::{
    InstalmentDay, InstalmentLine, InstalmentSize, InvoiceEntry, InvoiceLine,
};
use tegoed::syntax::directive::invoices_entry::InvoicesEntry;
use tegoed::syntax::directive::milestone::MilestoneEntry;
use tegoed::syntax::directive::payment::{DesignationLine, PaymentEntry};
use tegoed::syntax::directive::plan::{PlanEntry, PlanTerms};
use tegoed::syntax::directive::policy::{
    CostsLine, InterestLine, PolicyDeclaration, StageLine, StageSide,
};
use tegoed::syntax::directive::promise::PromiseEntry;
use tegoed::syntax::directive::refund::RefundEntry;
use tegoed::syntax::directive::resolve::ResolveEntry;
use tegoed::syntax::directive::reversal::ReversalEntry;
use tegoed::syntax::directive::sent::SentEntry;
use tegoed::syntax::directive::settle::SettleEntry;
use tegoed::syntax::directive::skip::SkipEntry;
use tegoed::syntax::directive::vat_line::VatLine;
use tegoed::syntax::directive::waive::WaiveEntry;
use tegoed::syntax::directive::writeoff::WriteoffEntry;
use tegoed::syntax::directive::{DIRECTIVES, is_reserved_name};
use tegoed::syntax::entry::Amount;
use tegoed::syntax::entry_fields::{Id, InvoiceIds, SpannedText};
use tegoed::syntax::journal_entry::{JournalEntry, OwnDetail};
use tegoed::syntax::keyword::Keyword;
use tegoed::syntax::table::{DirectiveKind, KeyValue};
use tegoed::text::span::Spanned;
use tegoed::value::calendar::{Duration, PaymentTerms, date_from_ymd};
use tegoed::value::channel::{Channel, Exclusion};
use tegoed::value::currency::Currency;
use tegoed::value::key_name::KeyName;
use tegoed::value::money::Minor64;
use tegoed::value::period::Period;
use tegoed::value::share::{Quantity, Share, decimal_from_digits};
use tegoed::value::vat_code::{Untaxed, VatCode, ZeroRate};
use tegoed::value::vocabulary::{
    Charge, ClaimBasis, CompanySize, CustomerKind, Direction, DisputeOutcome, HandoverRecipient,
    NonPaymentReason, OnAccountPlace, OutsideCollector, PaymentReference, PlanInterval,
    UnreferencedRule, VatBasis, VatReturn, VatScheme,
};

/// What ids, names and texts are taken from.
#[derive(Clone, Debug)]
pub struct TextPool {
    pub texts: Vec<String>,
    pub invoices: Vec<String>,
    pub customers: Vec<String>,
    pub names: Vec<String>,
    pub paths: Vec<String>,
    pub units: Vec<String>,
    pub own_keys: Vec<String>,
}

/// Letters that the language knows, and these texts.
pub fn text_pool_strategy(
    texts: impl Strategy<Value = Vec<String>>,
) -> impl Strategy<Value = TextPool> {
    let few = |letters: &'static str| prop::collection::vec(letters, 4);
    let free = |name: &String| !is_reserved_name(name);
    let name = "[A-Za-z][A-Za-z0-9._-]{0,12}".prop_filter("reserved", free);
    let unit = "[^\\PC |“”„‟‘’‚«»\u{A0}\u{1680}\u{2000}-\u{200A}\u{202F}\u{205F}\u{3000}]{1,8}";
    let unit = unit.prop_filter("seen", |unit| {
        unit != "x" && tegoed::syntax::print::to_one_line(unit) == *unit
    });
    (
        texts,
        few("[A-Za-z0-9][A-Za-z0-9._/-]{0,12}"),
        few("[a-z0-9][a-z0-9._-]{0,12}"),
        prop::collection::vec(name, 4),
        few("[A-Za-z0-9._/*-]{1,8}( {1,2}[é*.A-Za-z0-9/-]{1,8})?"),
        prop::collection::vec(unit, 4),
        few("x-[A-Za-zé0-9._-]{1,8}"),
    )
        .prop_map(
            |(texts, invoices, customers, names, paths, units, own_keys)| TextPool {
                texts,
                invoices,
                customers,
                names,
                paths,
                units,
                own_keys,
            },
        )
}

/// Draws nodes. Where the choices end, every further one is the first.
pub struct NodeGenerator<'t> {
    pool: &'t TextPool,
    choices: std::slice::Iter<'t, u32>,
    keeps_empty_texts: bool,
}

impl<'t> NodeGenerator<'t> {
    pub fn new(letters: &'t TextPool, choices: &'t [u32]) -> Self {
        Self {
            pool: letters,
            choices: choices.iter(),
            keeps_empty_texts: true,
        }
    }

    /// Texts without a letter are not there at all: so they are read.
    pub fn without_empty_texts(self) -> Self {
        Self {
            keeps_empty_texts: false,
            ..self
        }
    }

    fn next_below(&mut self, count: usize) -> usize {
        self.choices.next().map_or(0, |choice| *choice as usize) % count
    }

    fn next_bool(&mut self) -> bool {
        self.next_below(2) == 1
    }

    fn pick_one<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.next_below(all.len())]
    }

    fn next_option<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.next_bool().then(|| draw(self))
    }

    fn next_list<T>(&mut self, draw: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.next_below(4)).map(|_| draw(self)).collect()
    }

    /// A number of up to so many digits; short ones are as likely as long ones.
    fn number(&mut self, digits: usize) -> i64 {
        let length = u32::try_from(self.next_below(digits + 1)).unwrap();
        let (high, low) = (self.next_below(1 << 31), self.next_below(1 << 31));
        let number = (i128::try_from(high).unwrap() << 31) + i128::try_from(low).unwrap();
        i64::try_from(number % 10_i128.pow(length)).unwrap()
    }

    // Letters.

    fn pick_text(&mut self, pick: impl Fn(&'t TextPool) -> &'t Vec<String>) -> SpannedText<'t> {
        let all = pick(self.pool);
        Spanned::without_span(all[self.next_below(all.len())].as_str())
    }

    fn words(&mut self) -> SpannedText<'t> {
        self.pick_text(|letters| &letters.texts)
    }

    fn text(&mut self) -> Option<SpannedText<'t>> {
        let text = self.next_option(Self::words);
        text.filter(|text| self.keeps_empty_texts || !text.node.is_empty())
    }

    fn texts(&mut self) -> Vec<SpannedText<'t>> {
        let texts = self.next_list(Self::text);
        texts.into_iter().flatten().collect()
    }

    fn name(&mut self) -> SpannedText<'t> {
        self.pick_text(|letters| &letters.names)
    }

    fn invoice(&mut self) -> Id<'t> {
        self.pick_text(|letters| &letters.invoices)
    }

    fn invoices(&mut self) -> InvoiceIds<'t> {
        self.next_list(Self::invoice).into_iter().collect()
    }

    fn some_invoices(&mut self) -> InvoiceIds<'t> {
        InvoiceIds {
            first: Some(self.invoice()),
            further: self.next_list(Self::invoice),
        }
    }

    fn customer(&mut self) -> Id<'t> {
        self.pick_text(|letters| &letters.customers)
    }

    fn maybe_customer(&mut self) -> Option<Id<'t>> {
        self.next_option(Self::customer)
    }

    fn unit(&mut self) -> SpannedText<'t> {
        self.pick_text(|letters| &letters.units)
    }

    // Figures.

    fn date(&mut self) -> NaiveDate {
        let days = u64::try_from(self.next_below(109_938)).unwrap();
        date_from_ymd(1900, 1, 1).unwrap() + Days::new(days)
    }

    fn maybe_date(&mut self) -> Option<NaiveDate> {
        self.next_option(Self::date)
    }

    fn currency(&mut self) -> Currency {
        let code = self.pick_one(&["EUR", "USD", "JPY", "BHD", "CLF"]);
        Currency::from_code(code).unwrap()
    }

    fn amount_or_zero(&mut self) -> Amount {
        let currency = self.currency();
        let digits = 15 + usize::try_from(currency.decimals()).unwrap();
        Amount {
            minor: Minor64(self.number(digits.min(18))),
            currency,
        }
    }

    fn amount(&mut self) -> Amount {
        let amount = self.amount_or_zero();
        Amount {
            minor: amount.minor.max(Minor64(1)),
            ..amount
        }
    }

    fn signed_amount(&mut self) -> Spanned<Amount> {
        let sign = self.pick_one(&[1, -1]);
        let amount = self.amount_or_zero();
        Spanned::without_span(Amount {
            minor: Minor64(sign * amount.minor.0),
            ..amount
        })
    }

    fn money(&mut self) -> Spanned<Amount> {
        Spanned::without_span(self.amount())
    }

    fn maybe_money(&mut self) -> Option<Spanned<Amount>> {
        self.next_option(Self::money)
    }

    fn decimal(&mut self, most: usize) -> Quantity {
        let decimals = u32::try_from(self.next_below(most + 1)).unwrap();
        decimal_from_digits(self.number(14).into(), decimals).unwrap()
    }

    fn quantity(&mut self) -> Quantity {
        self.decimal(6)
    }

    fn share(&mut self) -> Share {
        Share(self.decimal(4))
    }

    fn count(&mut self) -> u32 {
        u32::try_from(self.next_below(36_501)).unwrap()
    }

    fn duration(&mut self) -> Duration {
        let count = self.count();
        self.pick_one(&[
            Duration::Days(count),
            Duration::Days(count * 7),
            Duration::Months(count),
            Duration::Months(count * 12),
        ])
    }

    fn terms(&mut self) -> PaymentTerms {
        PaymentTerms {
            time: self.duration(),
            runs_to_month_end: self.next_bool(),
        }
    }

    fn spent(&mut self) -> Duration {
        let count = self.count();
        self.pick_one(&[Duration::Minutes(count), Duration::Minutes(count * 60)])
    }

    // Entries.

    /// An entry of a keyword.
    pub fn entry(&mut self, keyword: Keyword) -> JournalEntry<'t> {
        let table = DIRECTIVES.iter().find(|table| table.keyword == keyword);
        let place = table.unwrap().kind;
        let (dated, effort) = (place.is_dated(), place == DirectiveKind::Contact);
        JournalEntry {
            date: dated.then(|| self.date()),
            entry: self.node(keyword),
            text: self.text(),
            documents: if dated { self.texts() } else { Vec::new() },
            id: self.text().filter(|_| dated),
            allows: if dated { self.texts() } else { Vec::new() },
            spent: self.next_option(Self::spent).filter(|_| effort),
            cost: self.next_option(Self::amount).filter(|_| effort),
            owner: self.text().filter(|_| effort),
            own_details: self.next_list(|draw| OwnDetail {
                key: draw.pick_text(|letters| &letters.own_keys),
                value: draw.words(),
            }),
            words: self.next_list(Self::words),
        }
    }

    fn node(&mut self, keyword: Keyword) -> TypedEntry<'t> {
        match keyword {
            Keyword::Accounts => TypedEntry::Accounts(self.accounts()),
            Keyword::Agreed => TypedEntry::Agreed(self.agreed()),
            Keyword::Apply => TypedEntry::Apply(self.apply()),
            Keyword::Balance => TypedEntry::Balance(self.balance()),
            Keyword::BankThrough => TypedEntry::BankThrough(BankThroughEntry {
                iban: self.text(),
                balance: self.next_option(Self::signed_amount),
            }),
            Keyword::Business => TypedEntry::Business(self.business()),
            Keyword::Chat => TypedEntry::Chat(self.contact()),
            Keyword::Costs => TypedEntry::Costs(self.charge()),
            Keyword::Credit => TypedEntry::Credit(self.credit()),
            Keyword::Currency => TypedEntry::Currency(self.declared_currency()),
            Keyword::Customer => TypedEntry::Customer(self.declared_customer()),
            Keyword::DecimalMark => TypedEntry::DecimalMark(self.decimal_mark()),
            Keyword::Dispute => TypedEntry::Dispute(self.dispute()),
            Keyword::Email => TypedEntry::Email(self.contact()),
            Keyword::Fee => TypedEntry::Fee(self.charge()),
            Keyword::Format => TypedEntry::Format(self.format()),
            Keyword::Handover => TypedEntry::Handover(self.handover()),
            Keyword::Hold => TypedEntry::Hold(self.hold()),
            Keyword::Include => TypedEntry::Include(self.include()),
            Keyword::Delivered => TypedEntry::Delivered(DeliveryEntry {
                customer: self.customer(),
                amount: self.next_option(Self::amount),
            }),
            Keyword::Filed => TypedEntry::Filed(self.filed()),
            Keyword::Insolvent => TypedEntry::Insolvent(self.insolvent()),
            Keyword::Interest => TypedEntry::Interest(self.charge()),
            Keyword::Invoice => TypedEntry::Invoice(self.issued_invoice()),
            Keyword::Letter => TypedEntry::Letter(self.contact()),
            Keyword::Milestone => TypedEntry::Milestone(self.milestone()),
            Keyword::Note => TypedEntry::Note(self.note()),
            Keyword::Payment => TypedEntry::Payment(self.payment()),
            Keyword::Phone => TypedEntry::Phone(self.contact()),
            Keyword::Plan => TypedEntry::Plan(self.plan()),
            Keyword::Policy => TypedEntry::Policy(self.policy()),
            Keyword::Promise => TypedEntry::Promise(self.promise()),
            Keyword::Refund => TypedEntry::Refund(self.refund()),
            Keyword::Release => TypedEntry::Release(self.release()),
            Keyword::Resolve => TypedEntry::Resolve(self.resolve()),
            Keyword::Return => TypedEntry::Return(self.returned()),
            Keyword::Reversal => TypedEntry::Reversal(self.reversal()),
            Keyword::Sent => TypedEntry::Sent(self.sent()),
            Keyword::Settle => TypedEntry::Settle(self.settle()),
            Keyword::Skip => TypedEntry::Skip(self.skip()),
            Keyword::Visit => TypedEntry::Visit(self.contact()),
            Keyword::Void => TypedEntry::Void(self.void()),
            Keyword::Waive => TypedEntry::Waive(self.waive()),
            Keyword::Writeoff => TypedEntry::Writeoff(self.writeoff()),
        }
    }

    fn agreed(&mut self) -> AgreedEntry<'t> {
        AgreedEntry {
            customer: self.customer(),
            policy: self.next_option(Self::name),
        }
    }

    fn apply(&mut self) -> ApplyEntry<'t> {
        ApplyEntry {
            customer: self.maybe_customer(),
            amount: self.money(),
            invoice: self.invoice(),
            of: self.maybe_date(),
        }
    }

    fn balance(&mut self) -> BalanceEntry<'t> {
        BalanceEntry {
            customer: self.maybe_customer(),
            amount: self.signed_amount(),
        }
    }

    fn credit(&mut self) -> CreditEntry<'t> {
        CreditEntry {
            number: self.invoice(),
            customer: self.maybe_customer(),
            amount: Some(self.money()),
            invoice: self.next_option(Self::invoice),
            vat: self.next_option(Self::vat_code),
            vat_lines: self.next_list(Self::vat_line),
            lines: self.next_list(Self::line),
        }
    }

    fn declared_currency(&mut self) -> CurrencyDeclaration {
        CurrencyDeclaration {
            currency: self.currency(),
        }
    }

    fn decimal_mark(&mut self) -> DecimalMarkDeclaration {
        DecimalMarkDeclaration {
            mark: self.pick_one(&['.', ',']),
        }
    }

    fn dispute(&mut self) -> DisputeEntry<'t> {
        DisputeEntry {
            invoice: self.invoice(),
            customer: self.maybe_customer(),
            amount: self.maybe_money(),
            follow_up: self.maybe_date(),
        }
    }

    fn format(&mut self) -> FormatDeclaration {
        FormatDeclaration {
            version: Spanned::without_span(self.count()),
        }
    }

    fn handover(&mut self) -> HandoverEntry<'t> {
        HandoverEntry {
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
            to: self.pick_one(HandoverRecipient::ALL),
            commission: self.next_option(|draw| {
                if draw.next_bool() {
                    CommissionTerms::Share(draw.share())
                } else {
                    CommissionTerms::Amount(draw.amount())
                }
            }),
        }
    }

    fn hold(&mut self) -> HoldEntry<'t> {
        HoldEntry {
            invoices: self.invoices(),
            customer: self.maybe_customer(),
            until: self.maybe_date(),
            follow_up: self.maybe_date(),
        }
    }

    fn include(&mut self) -> IncludeDeclaration<'t> {
        IncludeDeclaration {
            path: self.pick_text(|letters| &letters.paths),
        }
    }

    fn insolvent(&mut self) -> InsolventEntry<'t> {
        InsolventEntry {
            customer: self.customer(),
            follow_up: self.maybe_date(),
        }
    }

    fn milestone(&mut self) -> MilestoneEntry<'t> {
        MilestoneEntry {
            name: self.name(),
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
        }
    }

    fn plan(&mut self) -> PlanEntry<'t> {
        PlanEntry {
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
            terms: self.next_list(|draw| PlanTerms {
                amount: draw.amount(),
                first: draw.date(),
                rule: draw.next_option(|draw| {
                    let times = u32::try_from(draw.next_below(520)).unwrap() + 1;
                    (draw.pick_one(PlanInterval::ALL), times)
                }),
            }),
            signed: self.next_option(Self::next_bool),
            accelerate: self.next_option(Self::next_bool),
            follow_up: self.maybe_date(),
        }
    }

    fn promise(&mut self) -> PromiseEntry<'t> {
        PromiseEntry {
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
            amount: self.maybe_money(),
            by: self.maybe_date(),
            follow_up: self.maybe_date(),
            with: self.text(),
        }
    }

    fn refund(&mut self) -> RefundEntry<'t> {
        RefundEntry {
            customer: self.maybe_customer(),
            amount: self.money(),
            of: self.maybe_date(),
        }
    }

    fn release(&mut self) -> InvoicesEntry<'t> {
        InvoicesEntry {
            invoices: self.invoices(),
            customer: self.maybe_customer(),
        }
    }

    fn resolve(&mut self) -> ResolveEntry<'t> {
        ResolveEntry {
            invoice: self.invoice(),
            customer: self.maybe_customer(),
            outcome: self.pick_one(DisputeOutcome::ALL),
            amount: self.maybe_money(),
        }
    }

    fn returned(&mut self) -> InvoicesEntry<'t> {
        InvoicesEntry {
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
        }
    }

    fn reversal(&mut self) -> ReversalEntry<'t> {
        let customer = self.maybe_customer();
        ReversalEntry {
            is_payer_unknown: customer.is_none() && self.next_bool(),
            invoice: self.next_option(Self::invoice),
            customer,
            amount: self.money(),
            of: self.date(),
            of_id: self.text(),
        }
    }

    fn sent(&mut self) -> SentEntry<'t> {
        SentEntry {
            stage: self.name(),
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
            channels: self.next_list(|draw| draw.pick_one(Channel::ALL)),
            received: self.maybe_date(),
            deadline: self.maybe_date(),
            announced_costs: self.maybe_money(),
            bounced: self.next_option(Self::next_bool),
            follow_up: self.maybe_date(),
        }
    }

    fn settle(&mut self) -> SettleEntry<'t> {
        SettleEntry {
            invoice: self.invoice(),
            customer: self.maybe_customer(),
            amount: self.money(),
            by: self.date(),
        }
    }

    fn skip(&mut self) -> SkipEntry<'t> {
        SkipEntry {
            stage: self.name(),
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
        }
    }

    fn void(&mut self) -> InvoicesEntry<'t> {
        InvoicesEntry {
            invoices: self.some_invoices(),
            customer: self.maybe_customer(),
        }
    }

    fn waive(&mut self) -> WaiveEntry<'t> {
        WaiveEntry {
            invoice: self.invoice(),
            customer: self.maybe_customer(),
            amount: self.money(),
            charge: self.next_option(|draw| draw.pick_one(Charge::ALL)),
        }
    }

    fn writeoff(&mut self) -> WriteoffEntry<'t> {
        WriteoffEntry {
            invoice: self.invoice(),
            customer: self.maybe_customer(),
            amount: self.maybe_money(),
        }
    }

    fn charge(&mut self) -> ChargeEntry<'t> {
        ChargeEntry {
            invoice: self.invoice(),
            customer: self.maybe_customer(),
            amount: self.money(),
        }
    }

    fn contact(&mut self) -> ContactEntry<'t> {
        ContactEntry {
            invoices: self.invoices(),
            customer: self.maybe_customer(),
            reason: self.next_option(|draw| draw.pick_one(NonPaymentReason::ALL)),
            outcome: self.next_option(Self::name),
            follow_up: self.maybe_date(),
            with: self.text(),
            direction: self.next_option(|draw| draw.pick_one(Direction::ALL)),
            verified: self.next_option(Self::next_bool),
            satisfied: self.next_option(Self::next_bool),
            vat: None,
        }
    }

    fn note(&mut self) -> ContactEntry<'t> {
        let vat = self.next_option(|draw| draw.pick_one(VatReturn::ALL));
        ContactEntry {
            vat,
            ..self.contact()
        }
    }

    fn payment(&mut self) -> PaymentEntry<'t> {
        let customer = self.maybe_customer();
        PaymentEntry {
            is_payer_unknown: customer.is_none() && self.next_bool(),
            invoices: self.invoices(),
            customer,
            amount: self.money(),
            on_account: self.next_bool(),
            designations: self.next_list(|draw| DesignationLine {
                invoice: draw.invoice(),
                amount: draw.money(),
                span: Spanned::without_span(()),
            }),
            method: self.text(),
            reference: self.text(),
            iban: self.text(),
            commission: self.maybe_money(),
        }
    }

    fn issued_invoice(&mut self) -> InvoiceEntry<'t> {
        InvoiceEntry {
            number: self.invoice(),
            customer: Some(self.customer()),
            amount: Some(Spanned::without_span(self.amount_or_zero())),
            due: self.maybe_date(),
            vat: self.next_option(Self::vat_code),
            order: self.text(),
            reference: self.text(),
            delivered: self.next_list(Self::date),
            received: self.maybe_date(),
            sent: self.next_option(|draw| {
                let day = draw.date();
                (day, draw.next_option(|draw| draw.pick_one(Channel::ALL)))
            }),
            terms: self.next_option(Self::terms),
            policy: self.next_option(Self::name),
            vat_lines: self.next_list(Self::vat_line),
            lines: self.next_list(Self::line),
            instalments: self.next_list(Self::instalment),
        }
    }

    fn filed(&mut self) -> FiledEntry<'t> {
        let year = 1900 + i32::try_from(self.next_below(301)).unwrap();
        let part = u32::try_from(self.next_below(4) + 1).unwrap();
        let period = match self.next_below(4) {
            0 => Period::year(year),
            1 => Period::quarter(year, part),
            2 => Period::month(year, part),
            _ => Period::from_text(&format!("{year}-02-{part:02}")),
        };
        FiledEntry {
            period: period.unwrap(),
            boxes: self.next_list(|draw| FiledBoxLine {
                name: Spanned::without_span(draw.pick_one(&["1a", "1e", "3b"])),
                net: draw.signed_amount().node,
                vat: draw.next_option(|draw| draw.signed_amount().node),
            }),
        }
    }

    fn vat_code(&mut self) -> VatCode {
        match self.next_below(3) {
            0 => VatCode::Zero(self.pick_one(ZeroRate::ALL)),
            1 => VatCode::Untaxed(self.pick_one(Untaxed::ALL)),
            _ => VatCode::Rate(u16::try_from(self.next_below(1 << 16)).unwrap()),
        }
    }

    fn vat_line(&mut self) -> VatLine {
        let net = self.maybe_money();
        VatLine {
            code: self.vat_code(),
            vat: net.and_then(|_| self.next_option(Self::amount_or_zero)),
            net,
            span: Spanned::without_span(()),
        }
    }

    fn line(&mut self) -> InvoiceLine<'t> {
        let quantity = self.next_option(Self::quantity);
        InvoiceLine {
            is_less: self.next_bool(),
            quantity,
            unit: quantity.and_then(|_| self.next_option(Self::unit)),
            price: self.quantity(),
            vat: self.next_option(Self::vat_code),
            text: self.text(),
        }
    }

    fn instalment(&mut self) -> InstalmentLine<'t> {
        InstalmentLine {
            size: if self.next_bool() {
                InstalmentSize::Share(self.share())
            } else {
                InstalmentSize::Amount(self.amount())
            },
            on: match self.next_below(3) {
                0 => InstalmentDay::Date(self.date()),
                1 => InstalmentDay::Milestone(self.name()),
                _ => InstalmentDay::Delivery,
            },
            span: Spanned::without_span(()),
        }
    }

    fn declared_customer(&mut self) -> CustomerDeclaration<'t> {
        CustomerDeclaration {
            customer: self.customer(),
            name: self.text(),
            attn: self.text(),
            addresses: self.texts(),
            kind: self.next_option(|draw| draw.pick_one(CustomerKind::ALL)),
            emails: self.texts(),
            phones: self.texts(),
            terms: self.next_option(Self::terms),
            policy: self.next_option(Self::name),
            credit_limit: self.next_option(Self::amount_or_zero),
            trial: self.next_option(|draw| (draw.duration(), draw.amount())),
            language: self.next_option(|draw| draw.pick_one(LANGUAGE_TAGS)),
            country: self.text(),
            law: self.text(),
            kvk: self.text(),
            vat_id: self.text(),
            ibans: self.texts(),
            size: self.next_option(|draw| draw.pick_one(CompanySize::ALL)),
            exclusions: self.next_list(|draw| {
                match draw.next_option(|draw| draw.pick_one(Channel::ALL)) {
                    Some(channel) => Exclusion::Channel(channel),
                    None => Exclusion::Agency,
                }
            }),
            notes: self.texts(),
            owner: self.text(),
        }
    }

    /// Each key once, in the order of the table, and two that have rates.
    fn accounts(&mut self) -> AccountsDeclaration<'t> {
        let keys = ACCOUNTS
            .keys
            .iter()
            .filter(|key| key.name != KeyName::OnAccount);
        let mut numbers = Vec::new();
        for key in keys {
            let rates: &[Option<VatCode>] = match key.value {
                KeyValue::Rated(_) => &[
                    None,
                    Some(VatCode::Rate(2100)),
                    Some(VatCode::Zero(ZeroRate::EuGoods)),
                ],
                _ => &[None],
            };
            for rate in rates {
                if let Some(number) =
                    self.next_option(|draw| draw.pick_text(|letters| &letters.invoices))
                {
                    let (key, rate) = (key.name, *rate);
                    numbers.push(AccountLine { key, rate, number });
                }
            }
        }
        AccountsDeclaration {
            numbers,
            on_account: self.next_option(|draw| draw.pick_one(OnAccountPlace::ALL)),
        }
    }

    fn business(&mut self) -> BusinessDeclaration<'t> {
        BusinessDeclaration {
            name: self.text(),
            addresses: self.texts(),
            kvk: self.text(),
            vat_id: self.text(),
            iban: self.text(),
            bic: self.text(),
            email: self.text(),
            phone: self.text(),
            website: self.text(),
            signatory: self.text(),
            function: self.text(),
            methods: self.text(),
            reference: self.next_option(|draw| draw.pick_one(PaymentReference::ALL)),
            language: self.next_option(|draw| draw.pick_one(LANGUAGE_TAGS)),
            country: self.text(),
            law: self.text(),
            vat_scheme: self.next_option(|draw| draw.pick_one(VatScheme::ALL)),
            vat_basis: self.next_option(|draw| draw.pick_one(VatBasis::ALL)),
            size: self.next_option(|draw| draw.pick_one(CompanySize::ALL)),
            collector: self.next_option(|draw| draw.pick_one(OutsideCollector::ALL)),
            policy: self.next_option(Self::name),
        }
    }

    fn policy(&mut self) -> PolicyDeclaration<'t> {
        PolicyDeclaration {
            name: self.name(),
            from: self.maybe_date(),
            terms: self.next_option(Self::terms),
            discount: self.next_option(|draw| (draw.share(), draw.duration())),
            stages: self.next_list(Self::stage),
            bank_buffer: self.next_option(Self::duration),
            bank_stale: self.next_option(Self::duration),
            minimum: self.next_option(Self::amount_or_zero),
            tolerance: self.next_option(Self::amount_or_zero),
            plan_grace: self.next_option(Self::duration),
            restart_gap: self.next_option(Self::duration),
            invoice_within: self.next_option(Self::duration),
            self_below: self.next_option(Self::amount_or_zero),
            plan_longest: self.next_option(Self::duration),
            plan_most: self.next_option(Self::count),
            interest: self.next_option(Self::interest_terms),
            costs: self.next_option(Self::cost_terms),
            unreferenced: self.next_option(|draw| draw.pick_one(UnreferencedRule::ALL)),
            workdays: self.next_option(Self::next_bool),
            on_invoices: self.next_option(Self::next_bool),
            documents: self.texts(),
        }
    }

    fn interest_terms(&mut self) -> InterestLine {
        if self.next_bool() {
            return InterestLine::Basis(self.pick_one(ClaimBasis::ALL));
        }
        InterestLine::Share {
            share: Spanned::without_span(self.share()),
            is_yearly: self.next_bool(),
        }
    }

    fn cost_terms(&mut self) -> CostsLine {
        if self.next_bool() {
            CostsLine::Basis(self.pick_one(ClaimBasis::ALL))
        } else {
            CostsLine::Amount(self.amount())
        }
    }

    fn stage(&mut self) -> StageLine<'t> {
        StageLine {
            name: self.name(),
            offset: self.duration(),
            side: self.next_option(|draw| draw.pick_one(&[StageSide::Before, StageSide::After])),
            gap: self.next_option(Self::duration),
            deadline: self.next_option(Self::duration),
            channels: self.next_list(|draw| draw.pick_one(Channel::ALL)),
            fee: self.next_option(Self::amount),
            letter: self.next_option(Self::name),
            recipient: self
                .next_option(|draw| Spanned::without_span(draw.pick_one(HandoverRecipient::ALL))),
        }
    }
}
