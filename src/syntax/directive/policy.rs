//! `policy`: terms, stages of escalation, charges.

use crate::syntax::clause::Clause;
use crate::syntax::dialect::Dialect;
use crate::syntax::entry::{Amount, Argument, ArgumentValue};
use crate::syntax::entry_fields::{EntryFields, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::{Printer, print_detail};
use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, Slot, YES_NO, key, one, optional, repeatable_key,
    with_clause, zero_or_more,
};
use crate::text::span::Spanned;
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::share::Share;
use crate::value::vocabulary::{ClaimBasis, HandoverRecipient, UnreferencedRule};
use chrono::NaiveDate;

/// The word for the due date, from which steps are counted.
const DUE: &str = Clause::Due.word();
/// The word that must follow a rate of interest.
const YEARLY: &str = "yearly";

/// `policy = "policy" , name , [ "from" , date ] ;`
///
/// `policy-key = "terms" , ":" , terms | "discount" , ":" , share , "within" , duration
/// | "stage" , ":" , name , duration , [ "before" , "due" ] , [ "after" , "due" ] ,
/// [ "gap" , duration ] , [ "deadline" , duration ] , [ "via" , channel , { channel } ] ,
/// [ "fee" , amount ] , [ "letter" , name ] , [ "to" , ( "agency" | "lawyer" | "court" ) ]
/// | "bank-buffer" , ":" , duration | "bank-stale" , ":" , duration | "minimum" , ":" , amount-or-zero
/// | "tolerance" , ":" , amount-or-zero | "plan-grace" , ":" , duration | "restart-gap" , ":" , duration
/// | "invoice-within" , ":" , duration | "self-below" , ":" , amount-or-zero | "plan-longest" , ":" , duration
/// | "plan-most" , ":" , count | "interest" , ":" , ( basis | share ) , [ "yearly" ] | "costs" , ":" , ( basis | amount )
/// | "unreferenced" , ":" , ( "hold" | "oldest" ) | "workdays" , ":" , yes-no
/// | "on-invoices" , ":" , yes-no | "document" , ":" , text ;`
pub static POLICY: Directive = Directive {
    keyword: Keyword::Policy,
    about: "terms, stages of escalation, charges",
    dutch: &["beleid"],
    kind: DirectiveKind::Declaration,
    slots: &[
        one(&[ArgumentForm::Name]),
        with_clause(Clause::From, optional(&[ArgumentForm::Date])),
    ],
    keys: &[
        key(
            KeyName::Terms,
            Slots(&[one(&[ArgumentForm::Terms])]),
            "time to pay",
        ),
        key(
            KeyName::Discount,
            Slots(&[
                one(&[ArgumentForm::Share]),
                with_clause(Clause::Within, one(&[ArgumentForm::Duration])),
            ]),
            "for who pays early",
        ),
        repeatable_key(
            KeyName::Stage,
            Slots(STAGE),
            "a step of escalation, in the order of the lines; `to` at the step `handover`",
        ),
        key(
            KeyName::BankBuffer,
            Slots(&[one(&[ArgumentForm::Duration])]),
            "days a payment may be on its way",
        ),
        key(
            KeyName::BankStale,
            Slots(&[one(&[ArgumentForm::Duration])]),
            "how old bank data may be",
        ),
        key(
            KeyName::Minimum,
            Slots(&[one(&[ArgumentForm::AmountOrZero])]),
            "below this no letter goes out",
        ),
        key(
            KeyName::Tolerance,
            Slots(&[one(&[ArgumentForm::AmountOrZero])]),
            "below this an item asks for no letter",
        ),
        key(
            KeyName::PlanGrace,
            Slots(&[one(&[ArgumentForm::Duration])]),
            "days an instalment of a plan may be late",
        ),
        key(
            KeyName::RestartGap,
            Slots(&[one(&[ArgumentForm::Duration])]),
            "days between a dispute's end and the next step",
        ),
        key(
            KeyName::InvoiceWithin,
            Slots(&[one(&[ArgumentForm::Duration])]),
            "how soon after the delivery an invoice goes out",
        ),
        key(
            KeyName::SelfBelow,
            Slots(&[one(&[ArgumentForm::AmountOrZero])]),
            "below this nobody else is asked to collect",
        ),
        key(
            KeyName::PlanLongest,
            Slots(&[one(&[ArgumentForm::Duration])]),
            "how long a payment plan may run",
        ),
        key(
            KeyName::PlanMost,
            Slots(&[one(&[ArgumentForm::Count])]),
            "how many plans there may be about one invoice",
        ),
        key(
            KeyName::Interest,
            Slots(&[
                one(&[ArgumentForm::Word(ClaimBasis::WORDS), ArgumentForm::Share]),
                optional(&[ArgumentForm::Word(&[YEARLY])]),
            ]),
            "late interest: none, statutory, or 8% yearly",
        ),
        key(
            KeyName::Costs,
            Slots(&[one(&[
                ArgumentForm::Word(ClaimBasis::WORDS),
                ArgumentForm::Amount,
            ])]),
            "collection costs: none, statutory, or an amount",
        ),
        key(
            KeyName::Unreferenced,
            Slots(&[one(&[ArgumentForm::Word(UnreferencedRule::WORDS)])]),
            "money without a reference waits, or pays by the statutory order",
        ),
        key(
            KeyName::Workdays,
            Slots(&[one(YES_NO)]),
            "deadlines in letters roll to a working day",
        ),
        key(
            KeyName::OnInvoices,
            Slots(&[one(YES_NO)]),
            "the terms are printed on invoices",
        ),
        repeatable_key(
            KeyName::Document,
            Text,
            "the terms as customers get them; goes with letters from the demand on",
        ),
    ],
};

const STAGE: &[Slot] = &[
    one(&[ArgumentForm::Name]),
    one(&[ArgumentForm::Duration]),
    with_clause(Clause::Before, optional(&[ArgumentForm::Word(&[DUE])])),
    with_clause(Clause::After, optional(&[ArgumentForm::Word(&[DUE])])),
    with_clause(Clause::Gap, optional(&[ArgumentForm::Duration])),
    with_clause(Clause::Deadline, optional(&[ArgumentForm::Duration])),
    with_clause(
        Clause::Via,
        zero_or_more(&[ArgumentForm::Word(Channel::WORDS)]),
    ),
    with_clause(Clause::Fee, optional(&[ArgumentForm::Amount])),
    with_clause(Clause::Letter, optional(&[ArgumentForm::Name])),
    with_clause(
        Clause::To,
        optional(&[ArgumentForm::Word(HandoverRecipient::WORDS)]),
    ),
];

/// The typed node of a `policy` declaration. Every key may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyDeclaration<'t> {
    /// The name of the policy.
    pub name: SpannedText<'t>,
    /// The first day on which this version holds; `None` means from the beginning.
    pub from: Option<NaiveDate>,
    /// The time to pay, from the date of the invoice.
    pub terms: Option<PaymentTerms>,
    /// The discount for early payment: its percentage, and the time in which it holds.
    pub discount: Option<(Share, Duration)>,
    /// The stages of the ladder, in the order written.
    pub stages: Vec<StageLine<'t>>,
    /// How long a payment may be on its way before a letter goes out.
    pub bank_buffer: Option<Duration>,
    /// How old the last bank data may be for letters to go out.
    pub bank_stale: Option<Duration>,
    /// The least amount for which a letter is sent.
    pub minimum: Option<Amount>,
    /// The largest open amount that is not asked for.
    pub tolerance: Option<Amount>,
    /// How late an instalment may be before the plan counts as broken.
    pub plan_grace: Option<Duration>,
    /// The time between the end of a dispute and the next step.
    pub restart_gap: Option<Duration>,
    /// How soon after the delivery an invoice goes out.
    pub invoice_within: Option<Duration>,
    /// Below this amount one collects oneself.
    pub self_below: Option<Amount>,
    /// How long a payment plan may run, from its day to the last term.
    pub plan_longest: Option<Duration>,
    /// How many plans there may be about one invoice.
    pub plan_most: Option<u32>,
    /// The late interest claimed.
    pub interest: Option<InterestLine>,
    /// The collection costs claimed.
    pub costs: Option<CostsLine>,
    /// What happens to a payment that names no invoice.
    pub unreferenced: Option<UnreferencedRule>,
    /// Whether deadlines in letters move to the next working day.
    pub workdays: Option<bool>,
    /// Whether the terms are printed on invoices.
    pub on_invoices: Option<bool>,
    /// The paths of documents that state the policy to customers.
    pub documents: Vec<SpannedText<'t>>,
}

/// A `stage:` line.
#[derive(Clone, Debug, PartialEq)]
pub struct StageLine<'t> {
    /// The name of the step.
    pub name: SpannedText<'t>,
    /// The distance from the due date.
    pub offset: Duration,
    /// Whether the stage comes before or after the due date; `None` where neither is written, which means after.
    pub side: Option<StageSide>,
    /// The least time since the stage before.
    pub gap: Option<Duration>,
    /// The time that its letter gives to pay.
    pub deadline: Option<Duration>,
    /// The channels by which it goes out; may be empty.
    pub channels: Vec<Channel>,
    /// The fee charged for it.
    pub fee: Option<Amount>,
    /// The name of the template of its letter; `None` means the name of the stage.
    pub letter: Option<SpannedText<'t>>,
    /// Who collects from the step `handover` on; `None` where nothing is written, which means an agency.
    pub recipient: Option<Spanned<HandoverRecipient>>,
}

/// Whether a stage comes before or after the due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageSide {
    /// Before the due date.
    Before,
    /// After the due date.
    After,
}

/// An `interest:` line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InterestLine {
    /// No claim at all, or what the law allows.
    Basis(ClaimBasis),
    /// An agreed percentage a year.
    Share {
        /// The percentage.
        share: Spanned<Share>,
        /// Whether the word `yearly` follows, as it must.
        is_yearly: bool,
    },
}

/// A `costs:` line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CostsLine {
    /// No claim at all, or what the law allows.
    Basis(ClaimBasis),
    /// A fixed amount.
    Amount(Amount),
}

impl<'t> PolicyDeclaration<'t> {
    /// A declaration that gives nothing but the name.
    pub const fn new(name: SpannedText<'t>) -> Self {
        Self {
            name,
            from: None,
            terms: None,
            discount: None,
            stages: Vec::new(),
            bank_buffer: None,
            bank_stale: None,
            minimum: None,
            tolerance: None,
            plan_grace: None,
            restart_gap: None,
            invoice_within: None,
            self_below: None,
            plan_longest: None,
            plan_most: None,
            interest: None,
            costs: None,
            unreferenced: None,
            workdays: None,
            on_invoices: None,
            documents: Vec::new(),
        }
    }

    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let amount = |key| fields.amount_of(key).map(|amount| amount.node);
        Some(Self {
            name: fields.name()?,
            from: fields.date_behind(Clause::From),
            terms: fields.terms_of(KeyName::Terms),
            discount: read_discount(fields),
            stages: fields
                .details(KeyName::Stage)
                .filter_map(|detail| StageLine::read(fields, fields.arguments_of(detail)))
                .collect(),
            bank_buffer: fields.duration_of(KeyName::BankBuffer),
            bank_stale: fields.duration_of(KeyName::BankStale),
            minimum: amount(KeyName::Minimum),
            tolerance: amount(KeyName::Tolerance),
            plan_grace: fields.duration_of(KeyName::PlanGrace),
            restart_gap: fields.duration_of(KeyName::RestartGap),
            invoice_within: fields.duration_of(KeyName::InvoiceWithin),
            self_below: amount(KeyName::SelfBelow),
            plan_longest: fields.duration_of(KeyName::PlanLongest),
            plan_most: fields.count_of(KeyName::PlanMost),
            interest: read_interest(fields),
            costs: read_costs(fields),
            unreferenced: fields
                .word_of(KeyName::Unreferenced)
                .and_then(UnreferencedRule::from_word),
            workdays: fields.yes_no_of(KeyName::Workdays),
            on_invoices: fields.yes_no_of(KeyName::OnInvoices),
            documents: fields.texts_of(KeyName::Document).collect(),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.name(Some(self.name));
        out.clause(Clause::From, self.from);
        out.key(KeyName::Terms, self.terms);
        if let Some((share, time)) = self.discount {
            out.line(KeyName::Discount, |line| {
                line.argument(Some(share));
                line.clause(Clause::Within, Some(time));
            });
        }
        for stage in &self.stages {
            stage.print(out);
        }
        out.key(KeyName::BankBuffer, self.bank_buffer);
        out.key(KeyName::BankStale, self.bank_stale);
        out.key(KeyName::Minimum, self.minimum);
        out.key(KeyName::Tolerance, self.tolerance);
        out.key(KeyName::PlanGrace, self.plan_grace);
        out.key(KeyName::RestartGap, self.restart_gap);
        out.key(KeyName::InvoiceWithin, self.invoice_within);
        out.key(KeyName::SelfBelow, self.self_below);
        out.key(KeyName::PlanLongest, self.plan_longest);
        out.key(KeyName::PlanMost, self.plan_most);
        if let Some(interest) = self.interest {
            out.line(KeyName::Interest, |line| interest.print(line));
        }
        match self.costs {
            Some(CostsLine::Basis(basis)) => out.key(KeyName::Costs, Some(basis.word())),
            Some(CostsLine::Amount(amount)) => out.key(KeyName::Costs, Some(amount)),
            None => {}
        }
        out.key(
            KeyName::Unreferenced,
            self.unreferenced.map(UnreferencedRule::word),
        );
        out.yes_no(KeyName::Workdays, self.workdays);
        out.yes_no(KeyName::OnInvoices, self.on_invoices);
        out.texts(KeyName::Document, &self.documents);
    }
}

fn read_discount(fields: EntryFields<'_, '_>) -> Option<(Share, Duration)> {
    let arguments = fields.arguments_of(fields.details(KeyName::Discount).next()?);
    let share = arguments.iter().find_map(|it| it.value.share())?;
    let within = arguments.iter().find_map(|it| it.value.duration())?;
    Some((share, within))
}

fn read_interest(fields: EntryFields<'_, '_>) -> Option<InterestLine> {
    if let Some(share) = fields.share_of(KeyName::Interest) {
        let arguments = fields.arguments_of(fields.details(KeyName::Interest).next()?);
        let is_yearly = arguments.iter().any(|it| it.value.word().is_some());
        return Some(InterestLine::Share { share, is_yearly });
    }
    let basis = fields.word_of(KeyName::Interest)?;
    ClaimBasis::from_word(basis).map(InterestLine::Basis)
}

fn read_costs(fields: EntryFields<'_, '_>) -> Option<CostsLine> {
    if let Some(amount) = fields.amount_of(KeyName::Costs) {
        return Some(CostsLine::Amount(amount.node));
    }
    let basis = fields.word_of(KeyName::Costs)?;
    ClaimBasis::from_word(basis).map(CostsLine::Basis)
}

impl InterestLine {
    fn print(self, out: &mut Printer) {
        match self {
            Self::Basis(basis) => out.argument(Some(basis.word())),
            Self::Share { share, is_yearly } => {
                out.argument(Some(share.node));
                out.argument(is_yearly.then_some(YEARLY));
            }
        }
    }
}

impl<'t> StageLine<'t> {
    fn read(fields: EntryFields<'_, 't>, arguments: &[Argument]) -> Option<Self> {
        let behind =
            |clause: Option<Clause>| arguments.iter().filter(move |it| it.clause == clause);
        let time = |clause| behind(clause).find_map(|it| it.value.duration());
        let stands = |clause| behind(Some(clause)).next().is_some();
        let name = behind(None).find(|it| it.value == ArgumentValue::Name)?;
        let side = if stands(Clause::Before) {
            Some(StageSide::Before)
        } else {
            stands(Clause::After).then_some(StageSide::After)
        };
        Some(Self {
            name: fields.words(name.span),
            offset: time(None)?,
            side,
            gap: time(Some(Clause::Gap)),
            deadline: time(Some(Clause::Deadline)),
            channels: behind(Some(Clause::Via))
                .filter_map(|it| Channel::from_word(it.value.word()?))
                .collect(),
            fee: behind(Some(Clause::Fee)).find_map(|it| it.value.amount()),
            letter: behind(Some(Clause::Letter))
                .next()
                .map(|it| fields.words(it.span)),
            recipient: behind(Some(Clause::To)).next().and_then(|it| {
                let recipient = HandoverRecipient::from_word(it.value.word()?)?;
                Some(Spanned::new(recipient, it.span))
            }),
        })
    }

    /// The line as text.
    pub fn print_alone(&self, dialect: Dialect) -> String {
        print_detail(dialect, |out| self.print(out))
    }

    fn print(&self, out: &mut Printer) {
        out.line(KeyName::Stage, |line| self.print_arguments(line));
    }

    fn print_arguments(&self, out: &mut Printer) {
        out.name(Some(self.name));
        out.argument(Some(self.offset));
        match self.side {
            Some(StageSide::Before) => out.clause(Clause::Before, Some(DUE)),
            Some(StageSide::After) => out.clause(Clause::After, Some(DUE)),
            None => {}
        }
        out.clause(Clause::Gap, self.gap);
        out.clause(Clause::Deadline, self.deadline);
        out.clause_words(Clause::Via, self.channels.iter().map(|it| it.word()));
        out.clause(Clause::Fee, self.fee);
        out.clause(Clause::Letter, self.letter.map(|name| name.node));
        out.clause(Clause::To, self.recipient.map(|to| to.node.word()));
    }
}
