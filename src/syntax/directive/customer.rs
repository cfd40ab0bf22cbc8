//! `customer`: who owes.

use crate::language::{LANGUAGE_TAGS, find_language_tag};
use crate::syntax::clause::Clause;
use crate::syntax::entry::{Amount, Argument, Detail};
use crate::syntax::entry_fields::{EntryFields, Id, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, key, one, one_or_more, repeatable_key, with_clause,
};
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::channel::Exclusion;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::{CompanySize, CustomerKind};

/// `customer-entry = "customer" , customer ;`
///
/// `customer-key = "name" , ":" , text | "attn" , ":" , text | "address" , ":" , text
/// | "kind" , ":" , ( "business" | "consumer" | "government" ) | "email" , ":" , text
/// | "phone" , ":" , text | "terms" , ":" , terms | "policy" , ":" , name
/// | "credit-limit" , ":" , amount-or-zero | "trial" , ":" , duration , "limit" , amount
/// | "language" , ":" , language | "country" , ":" , text | "law" , ":" , text | "kvk" , ":" , text | "vat-id" , ":" , text
/// | "iban" , ":" , text | "size" , ":" , size
/// | "no" , ":" , exclusions , { exclusions }
/// | "note" , ":" , text | "owner" , ":" , text ;`
pub static CUSTOMER: Directive = Directive {
    keyword: Keyword::Customer,
    about: "who owes",
    dutch: &["klant", "debiteur", "afnemer"],
    kind: DirectiveKind::Declaration,
    slots: &[one(&[ArgumentForm::Customer])],
    keys: &[
        key(KeyName::Name, Text, "the name on letters"),
        key(KeyName::Attn, Text, "for the attention of"),
        repeatable_key(KeyName::Address, Text, "a line of the address"),
        key(
            KeyName::Kind,
            Slots(&[one(&[ArgumentForm::Word(CustomerKind::WORDS)])]),
            "what the law takes this customer for",
        ),
        repeatable_key(KeyName::Email, Text, "address for mail"),
        repeatable_key(KeyName::Phone, Text, "number to call"),
        key(
            KeyName::Terms,
            Slots(&[one(&[ArgumentForm::Terms])]),
            "time to pay, before that of the policy",
        ),
        key(
            KeyName::Policy,
            Slots(&[one(&[ArgumentForm::Name])]),
            "the policy for this customer",
        ),
        key(
            KeyName::CreditLimit,
            Slots(&[one(&[ArgumentForm::AmountOrZero])]),
            "how much may be open",
        ),
        key(
            KeyName::Trial,
            Slots(&[
                one(&[ArgumentForm::Duration]),
                with_clause(Clause::Limit, one(&[ArgumentForm::Amount])),
            ]),
            "a first period with a lower limit",
        ),
        key(
            KeyName::Language,
            Slots(&[one(&[ArgumentForm::Word(LANGUAGE_TAGS)])]),
            "language of letters",
        ),
        key(KeyName::Country, Text, "country code, two capitals"),
        key(
            KeyName::Law,
            Text,
            "country code of the law that was agreed on",
        ),
        key(KeyName::Kvk, Text, "number in the trade register"),
        key(KeyName::VatId, Text, "VAT number"),
        repeatable_key(KeyName::Iban, Text, "an account this customer pays from"),
        key(
            KeyName::Size,
            Slots(&[one(&[ArgumentForm::Word(CompanySize::WORDS)])]),
            "large or small, for the terms the law allows",
        ),
        key(
            KeyName::No,
            Slots(&[one_or_more(&[ArgumentForm::List(Exclusion::WORDS)])]),
            "what not to use",
        ),
        repeatable_key(KeyName::Note, Text, "what to know about this customer"),
        key(KeyName::Owner, Text, "who of us looks after this customer"),
    ],
};

/// The typed node of a `customer` declaration. Every key may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerDeclaration<'t> {
    /// The id, without the `@`.
    pub customer: Id<'t>,
    /// The name as on letters.
    pub name: Option<SpannedText<'t>>,
    /// The person for whose attention letters are.
    pub attn: Option<SpannedText<'t>>,
    /// The address, one entry a line.
    pub addresses: Vec<SpannedText<'t>>,
    /// Whether the law takes this customer for a business, a consumer or a government body.
    pub kind: Option<CustomerKind>,
    /// The mail addresses; may be empty.
    pub emails: Vec<SpannedText<'t>>,
    /// The telephone numbers; may be empty.
    pub phones: Vec<SpannedText<'t>>,
    /// The time to pay, which goes before the terms of the policy.
    pub terms: Option<PaymentTerms>,
    /// The name of the policy for this customer; `None` means the policy of the business.
    pub policy: Option<SpannedText<'t>>,
    /// The most that the customer may owe; zero means nothing at all.
    pub credit_limit: Option<Amount>,
    /// The length of a first period on trial, and the most that the customer may owe in it.
    pub trial: Option<(Duration, Amount)>,
    /// The language of letters; `None` means that of the business.
    pub language: Option<&'static str>,
    /// The country code of ISO 3166, two letters; `None` means that of the business.
    pub country: Option<SpannedText<'t>>,
    /// The country code of the law that was agreed on; `None` means that of the business.
    pub law: Option<SpannedText<'t>>,
    /// The number in the trade register (`KvK`).
    pub kvk: Option<SpannedText<'t>>,
    /// The VAT number, as written.
    pub vat_id: Option<SpannedText<'t>>,
    /// The IBANs that this customer pays from.
    pub ibans: Vec<SpannedText<'t>>,
    /// Whether the law takes the customer for large or small.
    pub size: Option<CompanySize>,
    /// The channels and remedies that `no:` lines rule out.
    pub exclusions: Vec<Exclusion>,
    /// Notes about this customer, for the business only.
    pub notes: Vec<SpannedText<'t>>,
    /// The person in the business who looks after this customer.
    pub owner: Option<SpannedText<'t>>,
}

impl<'t> CustomerDeclaration<'t> {
    /// A declaration that gives nothing but the id.
    pub const fn new(customer: Id<'t>) -> Self {
        Self {
            customer,
            name: None,
            attn: None,
            addresses: Vec::new(),
            kind: None,
            emails: Vec::new(),
            phones: Vec::new(),
            terms: None,
            policy: None,
            credit_limit: None,
            trial: None,
            language: None,
            country: None,
            law: None,
            kvk: None,
            vat_id: None,
            ibans: Vec::new(),
            size: None,
            exclusions: Vec::new(),
            notes: Vec::new(),
            owner: None,
        }
    }

    /// Builds the typed node from an entry that was read. Returns `None` where its header could not be read completely.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let mut read = Self::new(fields.customer()?);
        for detail in &fields.entry.details {
            read.read_key(fields, detail);
        }
        Some(read)
    }

    fn read_key(&mut self, fields: EntryFields<'_, 't>, detail: &Detail) {
        let text = fields.words(detail.value);
        let arguments = fields.arguments_of(detail);
        let value = || arguments.first().map(|argument| argument.value);
        let word = || value().and_then(|it| it.word());
        match detail.key.name() {
            Some(KeyName::Name) => self.name = Some(text),
            Some(KeyName::Attn) => self.attn = Some(text),
            Some(KeyName::Address) => self.addresses.push(text),
            Some(KeyName::Kind) => self.kind = word().and_then(CustomerKind::from_word),
            Some(KeyName::Email) => self.emails.push(text),
            Some(KeyName::Phone) => self.phones.push(text),
            Some(KeyName::Terms) => self.terms = value().and_then(|it| it.terms()),
            Some(KeyName::Policy) => self.policy = Some(text),
            Some(KeyName::CreditLimit) => self.credit_limit = value().and_then(|it| it.amount()),
            Some(KeyName::Trial) => self.trial = read_trial(arguments),
            Some(KeyName::Language) => {
                self.language = word().and_then(find_language_tag);
            }
            Some(KeyName::Country) => self.country = Some(text),
            Some(KeyName::Law) => self.law = Some(text),
            Some(KeyName::Kvk) => self.kvk = Some(text),
            Some(KeyName::VatId) => self.vat_id = Some(text),
            Some(KeyName::Iban) => self.ibans.push(text),
            Some(KeyName::Size) => self.size = word().and_then(CompanySize::from_word),
            // Lists with commas between, one behind the other.
            Some(KeyName::No) => {
                let lists = arguments.iter().map(|list| fields.words(list.span).node);
                let words = lists.flat_map(|list| list.split(','));
                self.exclusions
                    .extend(words.filter_map(Exclusion::from_word));
            }
            Some(KeyName::Note) => self.notes.push(text),
            Some(KeyName::Owner) => self.owner = Some(text),
            _ => {}
        }
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.customer(Some(self.customer));
        out.text(KeyName::Name, self.name);
        out.text(KeyName::Attn, self.attn);
        out.texts(KeyName::Address, &self.addresses);
        out.key(KeyName::Kind, self.kind.map(CustomerKind::word));
        out.texts(KeyName::Email, &self.emails);
        out.texts(KeyName::Phone, &self.phones);
        out.key(KeyName::Terms, self.terms);
        out.key(KeyName::Policy, self.policy.map(|name| name.node));
        out.key(KeyName::CreditLimit, self.credit_limit);
        if let Some((period, limit)) = self.trial {
            out.line(KeyName::Trial, |line| {
                line.argument(Some(period));
                line.clause(Clause::Limit, Some(limit));
            });
        }
        out.key(KeyName::Language, self.language);
        out.text(KeyName::Country, self.country);
        out.text(KeyName::Law, self.law);
        out.text(KeyName::Kvk, self.kvk);
        out.text(KeyName::VatId, self.vat_id);
        out.texts(KeyName::Iban, &self.ibans);
        out.key(KeyName::Size, self.size.map(CompanySize::word));
        let excluded: Vec<&str> = self.exclusions.iter().map(|it| it.word()).collect();
        let excluded = excluded.join(",");
        out.key(
            KeyName::No,
            (!excluded.is_empty()).then_some(excluded.as_str()),
        );
        out.texts(KeyName::Note, &self.notes);
        out.text(KeyName::Owner, self.owner);
    }
}

fn read_trial(arguments: &[Argument]) -> Option<(Duration, Amount)> {
    let period = arguments.iter().find_map(|it| it.value.duration())?;
    let limit = arguments.iter().find_map(|it| it.value.amount())?;
    Some((period, limit))
}
