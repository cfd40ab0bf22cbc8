//! Every keyword, each in a file of its own: its table, its typed node, how the node is read from an entry and printed.
//! A new keyword is a word in [`super::keyword`], its file here, and its line in the list below; the compiler then
//! names every place that must think of it.

pub mod accounts;
pub mod agreed;
pub mod apply;
pub mod balance;
pub mod bank_through;
pub mod business;
pub mod charge;
pub mod contact;
pub mod credit;
pub mod currency;
pub mod customer;
pub mod decimal_mark;
pub mod delivered;
pub mod dispute;
pub mod filed;
pub mod format;
pub mod handover;
pub mod hold;
pub mod include;
pub mod insolvent;
pub mod invoice;
pub mod invoices_entry;
pub mod milestone;
pub mod payment;
pub mod plan;
pub mod policy;
pub mod promise;
pub mod refund;
pub mod release;
pub mod resolve;
pub mod returned;
pub mod reversal;
pub mod sent;
pub mod settle;
pub mod skip;
pub mod vat_line;
pub mod void;
pub mod waive;
pub mod writeoff;

use super::combinators::alt_of_words;
use super::entry_fields::EntryFields;
use super::input::Input;
use super::keyword::Keyword;
use super::print::Printer;
use super::rule::Parsed;
use super::table::KeyValue::{Slots, Text};
use super::table::{ArgumentForm, Directive, Key, key, one, repeatable_key};
use super::token::is_word_end;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::DisputeOutcome;
use invoices_entry::InvoicesEntry;
use nom::Parser;

macro_rules! directives {
    ($($table:path => $keyword:ident($node:ty),)+) => {
        /// The tables of all keywords, the frequent ones first, because a big journal looks up a million of them.
        pub static DIRECTIVES: [&Directive; Keyword::ALL.len()] = [$(&$table,)+];

        /// The same tables behind their words, which are worked out while compiling: asked of each table anew, they take
        /// 2 % of the instructions of reading a journal.
        static DIRECTIVES_BY_WORD: [(&str, &Directive); Keyword::ALL.len()] =
            [$((Keyword::$keyword.word(), &$table),)+];

        /// The typed node of an entry, one variant for each keyword.
        #[derive(Clone, Debug, PartialEq)]
        pub enum TypedEntry<'t> {
            $(
                #[doc = concat!("What [`", stringify!($table), "`] tells of.")]
                $keyword($node),
            )+
        }

        impl<'t> TypedEntry<'t> {
            /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read
            /// completely.
            pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
                match fields.entry.directive.keyword {
                    $(Keyword::$keyword => <$node>::read(fields).map(Self::$keyword),)+
                }
            }

            /// The keyword of the entry.
            pub const fn keyword(&self) -> Keyword {
                match self {
                    $(Self::$keyword(_) => Keyword::$keyword,)+
                }
            }

            /// Prints the arguments and the details of its own, in the order of the table.
            pub fn print(&self, out: &mut Printer) {
                match self {
                    $(Self::$keyword(node) => node.print(out),)+
                }
            }
        }
    };
}

directives! {
    payment::PAYMENT => Payment(payment::PaymentEntry<'t>),
    invoice::INVOICE => Invoice(invoice::InvoiceEntry<'t>),
    contact::PHONE => Phone(contact::ContactEntry<'t>),
    contact::EMAIL => Email(contact::ContactEntry<'t>),
    contact::NOTE => Note(contact::ContactEntry<'t>),
    customer::CUSTOMER => Customer(customer::CustomerDeclaration<'t>),
    sent::SENT => Sent(sent::SentEntry<'t>),
    promise::PROMISE => Promise(promise::PromiseEntry<'t>),
    credit::CREDIT => Credit(credit::CreditEntry<'t>),
    apply::APPLY => Apply(apply::ApplyEntry<'t>),
    reversal::REVERSAL => Reversal(reversal::ReversalEntry<'t>),
    refund::REFUND => Refund(refund::RefundEntry<'t>),
    charge::FEE => Fee(charge::ChargeEntry<'t>),
    charge::COSTS => Costs(charge::ChargeEntry<'t>),
    charge::INTEREST => Interest(charge::ChargeEntry<'t>),
    waive::WAIVE => Waive(waive::WaiveEntry<'t>),
    settle::SETTLE => Settle(settle::SettleEntry<'t>),
    writeoff::WRITEOFF => Writeoff(writeoff::WriteoffEntry<'t>),
    void::VOID => Void(InvoicesEntry<'t>),
    skip::SKIP => Skip(skip::SkipEntry<'t>),
    contact::LETTER => Letter(contact::ContactEntry<'t>),
    contact::VISIT => Visit(contact::ContactEntry<'t>),
    contact::CHAT => Chat(contact::ContactEntry<'t>),
    agreed::AGREED => Agreed(agreed::AgreedEntry<'t>),
    plan::PLAN => Plan(plan::PlanEntry<'t>),
    milestone::MILESTONE => Milestone(milestone::MilestoneEntry<'t>),
    dispute::DISPUTE => Dispute(dispute::DisputeEntry<'t>),
    resolve::RESOLVE => Resolve(resolve::ResolveEntry<'t>),
    hold::HOLD => Hold(hold::HoldEntry<'t>),
    release::RELEASE => Release(InvoicesEntry<'t>),
    handover::HANDOVER => Handover(handover::HandoverEntry<'t>),
    returned::RETURN => Return(InvoicesEntry<'t>),
    insolvent::INSOLVENT => Insolvent(insolvent::InsolventEntry<'t>),
    balance::BALANCE => Balance(balance::BalanceEntry<'t>),
    bank_through::BANK_THROUGH => BankThrough(bank_through::BankThroughEntry<'t>),
    delivered::DELIVERED => Delivered(delivered::DeliveryEntry<'t>),
    filed::FILED => Filed(filed::FiledEntry<'t>),
    policy::POLICY => Policy(policy::PolicyDeclaration<'t>),
    accounts::ACCOUNTS => Accounts(accounts::AccountsDeclaration<'t>),
    business::BUSINESS => Business(business::BusinessDeclaration<'t>),
    include::INCLUDE => Include(include::IncludeDeclaration<'t>),
    format::FORMAT => Format(format::FormatDeclaration),
    decimal_mark::DECIMAL_MARK => DecimalMark(decimal_mark::DecimalMarkDeclaration),
    currency::CURRENCY => Currency(currency::CurrencyDeclaration),
}

/// `keyword = word ;` One of the list.
pub fn keyword(input: Input<'_>) -> Parsed<'_, &'static Directive> {
    alt_of_words(
        DIRECTIVES_BY_WORD.iter(),
        |(word, _)| Some(*word),
        is_word_end,
    )
    .map(|(_, directive)| *directive)
    .parse(input)
}

/// Whether a word may not be the name of a policy or a stage, which stands among other words: keywords, clause words of
/// headers, channels and outcomes. `handover` is both a keyword and the stage that it completes; `milestone` was free before
/// it was a keyword.
pub fn is_reserved_name(word: &str) -> bool {
    let clauses = DIRECTIVES.iter().flat_map(|directive| directive.slots);
    let mut clauses = clauses.filter_map(|slot| slot.clause);
    Keyword::from_word(word)
        .is_some_and(|keyword| !matches!(keyword, Keyword::Handover | Keyword::Milestone))
        || clauses.any(|clause| clause.word() == word)
        || Channel::from_word(word).is_some()
        || DisputeOutcome::from_word(word).is_some()
}

/// Keys of every dated entry.
///
/// `common-key = "document" , ":" , text | "id" , ":" , text | "allow" , ":" , text ;`
pub static COMMON_KEYS: [Key; 3] = [
    repeatable_key(
        KeyName::Document,
        Text,
        "a file, a web address, or where the paper is",
    ),
    key(KeyName::Id, Text, "the bank's reference; twice is an error"),
    repeatable_key(
        KeyName::Allow,
        Text,
        "a code and a reason: silences one finding here, visibly",
    ),
];

/// Keys of every dated entry that moves no money.
///
/// `effort-key = "spent" , ":" , spent | "cost" , ":" , amount | "owner" , ":" , text ;`
pub static EFFORT_KEYS: [Key; 3] = [
    key(
        KeyName::Spent,
        Slots(&[one(&[ArgumentForm::Spent])]),
        "time it took",
    ),
    key(
        KeyName::Cost,
        Slots(&[one(&[ArgumentForm::Amount])]),
        "money it cost",
    ),
    key(KeyName::Owner, Text, "who of us looks after it"),
];
