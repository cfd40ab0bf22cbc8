//! `accounts`: the numbers that the chart of the business has for what receivables touch.

use crate::syntax::entry::{ArgumentValue, Detail, DetailKey};
use crate::syntax::entry_fields::{EntryFields, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::{Rated, Slots};
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, Slot, key, one};
use crate::value::key_name::KeyName;
use crate::value::vat_code::VatCode;
use crate::value::vocabulary::OnAccountPlace;

const ACCOUNT: &[Slot] = &[one(&[ArgumentForm::LedgerAccount])];

/// `accounts = "accounts" ;`
///
/// `accounts-key = "debtors" , ":" , account | "prepaid" , ":" , account | "bank" , ":" , account
/// | "suspense" , ":" , account | "income" , [ sp , vat-code , [ sp ] ] , ":" , account
/// | "income-unknown" , ":" , account | "vat" , [ sp , vat-code , [ sp ] ] , ":" , account
/// | "vat-not-due" , ":" , account | "vat-reclaimed" , ":" , account | "provision" , ":" , account
/// | "bad-debt" , ":" , account | "collection-costs" , ":" , account | "discount" , ":" , account
/// | "differences" , ":" , account | "recharged-costs" , ":" , account | "interest" , ":" , account
/// | "on-account" , ":" , ( "debtors" | "prepaid" ) ;`
pub static ACCOUNTS: Directive = Directive {
    keyword: Keyword::Accounts,
    about: "the accounts of the general ledger",
    dutch: &[
        "rekeningen",
        "grootboek",
        "grootboekrekeningen",
        "rekeningschema",
    ],
    kind: DirectiveKind::Root,
    slots: &[],
    keys: &[
        key(KeyName::Debtors, Slots(ACCOUNT), "what customers owe"),
        key(
            KeyName::Prepaid,
            Slots(ACCOUNT),
            "money on account, where it is kept apart",
        ),
        key(KeyName::Bank, Slots(ACCOUNT), "the bank"),
        key(
            KeyName::Suspense,
            Slots(ACCOUNT),
            "money of which nobody knows who paid",
        ),
        key(
            KeyName::Income,
            Rated(ACCOUNT),
            "turnover; behind the key the rate of VAT, or none for all others",
        ),
        key(
            KeyName::IncomeUnknown,
            Slots(ACCOUNT),
            "turnover whose rate of VAT is unknown",
        ),
        key(
            KeyName::Vat,
            Rated(ACCOUNT),
            "VAT owed; behind the key the rate, or none for all others",
        ),
        key(
            KeyName::VatNotDue,
            Slots(ACCOUNT),
            "VAT of invoices that is owed when they are paid",
        ),
        key(
            KeyName::VatReclaimed,
            Slots(ACCOUNT),
            "VAT on bad debts that is asked back",
        ),
        key(
            KeyName::Provision,
            Slots(ACCOUNT),
            "VAT asked back of debts that stand in the books",
        ),
        key(
            KeyName::BadDebt,
            Slots(ACCOUNT),
            "what was given up, without VAT",
        ),
        key(
            KeyName::CollectionCosts,
            Slots(ACCOUNT),
            "what somebody who collects kept",
        ),
        key(
            KeyName::Discount,
            Slots(ACCOUNT),
            "discounts for paying early",
        ),
        key(
            KeyName::Differences,
            Slots(ACCOUNT),
            "cents within the tolerance",
        ),
        key(
            KeyName::RechargedCosts,
            Slots(ACCOUNT),
            "costs and fees charged to customers",
        ),
        key(
            KeyName::Interest,
            Slots(ACCOUNT),
            "interest charged to customers",
        ),
        key(
            KeyName::OnAccount,
            Slots(&[one(&[ArgumentForm::Word(OnAccountPlace::WORDS)])]),
            "where money on account stands",
        ),
    ],
};

/// The typed node of an `accounts` declaration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountsDeclaration<'t> {
    /// The numbers, in the order written.
    pub numbers: Vec<AccountLine<'t>>,
    /// Where money on account stands.
    pub on_account: Option<OnAccountPlace>,
}

/// A line with the number of an account.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AccountLine<'t> {
    /// What the account is for.
    pub key: KeyName,
    /// The rate of VAT, where turnover or VAT has an account for it.
    pub rate: Option<VatCode>,
    /// Its number.
    pub number: SpannedText<'t>,
}

impl<'t> AccountsDeclaration<'t> {
    /// Builds the typed node from an entry that was read.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let details = fields.entry.details.iter();
        let place = fields.word_of(KeyName::OnAccount);
        Some(Self {
            numbers: details
                .filter_map(|detail| AccountLine::read(fields, detail))
                .collect(),
            on_account: place.and_then(OnAccountPlace::from_word),
        })
    }

    /// Prints the details, in the order of the node.
    pub fn print(&self, out: &mut Printer) {
        for line in &self.numbers {
            out.rated_line(line.key, line.rate, line.number);
        }
        out.key(
            KeyName::OnAccount,
            self.on_account.map(OnAccountPlace::word),
        );
    }
}

impl<'t> AccountLine<'t> {
    fn read(fields: EntryFields<'_, 't>, detail: &Detail) -> Option<Self> {
        let DetailKey::Known(key) = detail.key else {
            return None;
        };
        let arguments = fields.arguments_of(detail);
        let mut names = arguments
            .iter()
            .filter(|it| it.value == ArgumentValue::Name);
        Some(Self {
            key: key.name,
            rate: arguments.iter().find_map(|it| it.value.vat()),
            number: fields.words(names.next()?.span),
        })
    }
}
