//! `payment`: money received.

use crate::syntax::dialect::Dialect;
use crate::syntax::entry::{Amount, Argument, ArgumentValue, Detail};
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::{Printer, print_detail};
use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, key, one, optional, repeatable_key, zero_or_more,
};
use crate::text::span::{Span, Spanned};
use crate::value::key_name::KeyName;

/// The word for who paid where nobody knows.
pub const UNKNOWN_PAYER: &str = "unknown";

/// The word for money that stays on account.
pub const ON_ACCOUNT: &str = "on-account";

/// `payment = "payment" , { invoice } , [ customer | "unknown" ] , amount , [ "on-account" ] ;`
///
/// `payment-key = "for" , ":" , invoice , amount | "method" , ":" , text | "ref" , ":" , text | "iban" , ":" , text
/// | "commission" , ":" , amount ;`
pub static PAYMENT: Directive = Directive {
    keyword: Keyword::Payment,
    about: "money received",
    dutch: &[
        "betaling",
        "ontvangst",
        "ontvangen",
        "betaald",
        "deelbetaling",
        "termijnbetaling",
    ],
    kind: DirectiveKind::Money,
    slots: &[
        zero_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer, ArgumentForm::Word(&[UNKNOWN_PAYER])]),
        one(&[ArgumentForm::Amount]),
        optional(&[ArgumentForm::Word(&[ON_ACCOUNT])]),
    ],
    keys: &[
        repeatable_key(
            KeyName::For,
            Slots(&[one(&[ArgumentForm::Invoice]), one(&[ArgumentForm::Amount])]),
            "what this much of it pays",
        ),
        key(KeyName::Method, Text, "how it was paid"),
        key(KeyName::Ref, Text, "what the payer wrote; never allocates"),
        key(KeyName::Iban, Text, "the account it came from"),
        key(
            KeyName::Commission,
            Slots(&[one(&[ArgumentForm::Amount])]),
            "what an agency kept of it",
        ),
    ],
};

/// The typed node of a `payment` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PaymentEntry<'t> {
    /// The invoices it pays; empty where the entry names none.
    pub invoices: InvoiceIds<'t>,
    /// The customer who paid; `None` means the one who owes the invoices.
    pub customer: Option<Id<'t>>,
    /// Whether nobody knows yet who paid (`unknown`): then it names neither customer nor invoice.
    pub is_payer_unknown: bool,
    /// The amount received.
    pub amount: Spanned<Amount>,
    /// Whether the money stays on account (`on-account`) instead of being allocated to open items.
    pub on_account: bool,
    /// The `for:` lines; may be empty.
    pub designations: Vec<DesignationLine<'t>>,
    /// The method of payment, as written.
    pub method: Option<SpannedText<'t>>,
    /// The reference that the payer wrote.
    pub reference: Option<SpannedText<'t>>,
    /// The IBAN that the money came from.
    pub iban: Option<SpannedText<'t>>,
    /// The commission that an agency kept of it.
    pub commission: Option<Spanned<Amount>>,
}

/// A `for:` line: the invoice that a part of a payment pays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DesignationLine<'t> {
    /// The invoice that the part pays.
    pub invoice: Id<'t>,
    /// The part of the payment.
    pub amount: Spanned<Amount>,
    /// The place of the whole line.
    pub span: Spanned<()>,
}

/// Whether the header says `unknown` in the place of the customer.
pub fn names_unknown_payer(fields: EntryFields<'_, '_>) -> bool {
    let mut all = fields.entry.header_arguments().iter();
    all.any(|argument| argument.value.word() == Some(UNKNOWN_PAYER))
}

impl<'t> PaymentEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let (mut invoices, mut customer, mut amount) = (InvoiceIds::default(), None, None);
        let mut on_account = false;
        for Argument { value, span, .. } in fields.entry.header_arguments() {
            match value {
                ArgumentValue::Invoice => invoices.push(fields.id(*span)),
                ArgumentValue::Customer => customer = Some(fields.id(*span)),
                ArgumentValue::Amount(written) => amount = Some(Spanned::new(*written, *span)),
                ArgumentValue::Word(word) => on_account |= *word == ON_ACCOUNT,
                _ => {}
            }
        }
        let mut read = Self {
            invoices,
            customer,
            is_payer_unknown: names_unknown_payer(fields),
            amount: amount?,
            on_account,
            designations: Vec::new(),
            method: None,
            reference: None,
            iban: None,
            commission: None,
        };
        for detail in &fields.entry.details {
            read.read_key(fields, detail);
        }
        Some(read)
    }

    fn read_key(&mut self, fields: EntryFields<'_, 't>, detail: &Detail) {
        match detail.key.name() {
            Some(KeyName::For) => {
                let arguments = fields.arguments_of(detail);
                self.designations
                    .extend(DesignationLine::read(fields, arguments, detail.span));
            }
            Some(KeyName::Method) => self.method = Some(fields.words(detail.value)),
            Some(KeyName::Ref) => self.reference = Some(fields.words(detail.value)),
            Some(KeyName::Iban) => self.iban = Some(fields.words(detail.value)),
            Some(KeyName::Commission) => {
                self.commission = fields.amount_of(KeyName::Commission);
            }
            _ => {}
        }
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoices(&self.invoices);
        out.customer(self.customer);
        out.argument(self.is_payer_unknown.then_some(UNKNOWN_PAYER));
        out.argument(Some(self.amount.node));
        out.argument(self.on_account.then_some(ON_ACCOUNT));
        for designation in &self.designations {
            designation.print(out);
        }
        out.text(KeyName::Method, self.method);
        out.text(KeyName::Ref, self.reference);
        out.text(KeyName::Iban, self.iban);
        out.key(
            KeyName::Commission,
            self.commission.map(|amount| amount.node),
        );
    }
}

impl<'t> DesignationLine<'t> {
    fn read(fields: EntryFields<'_, 't>, arguments: &[Argument], span: Span) -> Option<Self> {
        let invoice = arguments
            .iter()
            .find(|it| it.value == ArgumentValue::Invoice)?;
        let amount = arguments
            .iter()
            .find_map(|it| Some(Spanned::new(it.value.amount()?, it.span)))?;
        Some(Self {
            invoice: fields.id(invoice.span),
            amount,
            span: Spanned::new((), span),
        })
    }

    /// A line to be written, which has no place in a text yet.
    pub const fn new(invoice: Id<'t>, amount: Spanned<Amount>) -> Self {
        Self {
            invoice,
            amount,
            span: Spanned::without_span(()),
        }
    }

    /// The line as text, for proposals about a payment that names no invoice.
    pub fn print_alone(&self, dialect: Dialect) -> String {
        print_detail(dialect, |out| self.print(out))
    }

    fn print(&self, out: &mut Printer) {
        out.line(KeyName::For, |line| {
            line.invoice(Some(self.invoice));
            line.argument(Some(self.amount.node));
        });
    }
}
