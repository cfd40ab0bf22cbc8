//! `business`: who writes the invoices.

use crate::language::{LANGUAGE_TAGS, find_language_tag};
use crate::syntax::entry_fields::{EntryFields, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, key, one, repeatable_key};
use crate::value::key_name::KeyName;
use crate::value::vocabulary::{
    CompanySize, OutsideCollector, PaymentReference, VatBasis, VatScheme,
};

/// `business = "business" ;`
///
/// `business-key = "name" , ":" , text | "address" , ":" , text | "kvk" , ":" , text | "vat-id" , ":" , text
/// | "iban" , ":" , text | "bic" , ":" , text | "email" , ":" , text | "phone" , ":" , text
/// | "website" , ":" , text | "signatory" , ":" , text | "function" , ":" , text
/// | "methods" , ":" , text | "ref" , ":" , ( "number" | "iso11649" ) | "language" , ":" , language
/// | "country" , ":" , text | "law" , ":" , text | "vat-scheme" , ":" , ( "normal" | "exempt" | "kor" )
/// | "vat-basis" , ":" , ( "invoice" | "cash" ) | "size" , ":" , size | "collector" , ":" , "third-party" | "sent-by" , ":" , text
/// | "policy" , ":" , name ;`
pub static BUSINESS: Directive = Directive {
    keyword: Keyword::Business,
    about: "who writes the invoices",
    dutch: &["bedrijf", "onderneming"],
    kind: DirectiveKind::Root,
    slots: &[],
    keys: &[
        key(KeyName::Name, Text, "the name on the invoices"),
        repeatable_key(KeyName::Address, Text, "a line of the address"),
        key(
            KeyName::Kvk,
            Text,
            "number in the trade register, eight digits",
        ),
        key(KeyName::VatId, Text, "VAT number"),
        key(KeyName::Iban, Text, "the account customers pay to"),
        key(KeyName::Bic, Text, "the bank of that account"),
        key(KeyName::Email, Text, "address for mail"),
        key(KeyName::Phone, Text, "number for questions"),
        key(KeyName::Website, Text, "address on the web"),
        key(KeyName::Signatory, Text, "who signs letters"),
        key(
            KeyName::Function,
            Text,
            "what the signatory is in the business",
        ),
        key(KeyName::Methods, Text, "ways to pay, with commas between"),
        key(
            KeyName::Ref,
            Slots(&[one(&[ArgumentForm::Word(PaymentReference::WORDS)])]),
            "what payments are to carry: the invoice number, or a reference that checks itself",
        ),
        key(
            KeyName::Language,
            Slots(&[one(&[ArgumentForm::Word(LANGUAGE_TAGS)])]),
            "language of reports and letters",
        ),
        key(KeyName::Country, Text, "country code, two capitals"),
        key(
            KeyName::Law,
            Text,
            "country code of the law that was agreed on",
        ),
        key(
            KeyName::VatScheme,
            Slots(&[one(&[ArgumentForm::Word(VatScheme::WORDS)])]),
            "whether VAT is charged and deducted",
        ),
        key(
            KeyName::VatBasis,
            Slots(&[one(&[ArgumentForm::Word(VatBasis::WORDS)])]),
            "whether VAT is owed when it is invoiced or when it is paid",
        ),
        key(
            KeyName::Size,
            Slots(&[one(&[ArgumentForm::Word(CompanySize::WORDS)])]),
            "large or small, for the terms the law allows",
        ),
        key(
            KeyName::Collector,
            Slots(&[one(&[ArgumentForm::Word(OutsideCollector::WORDS)])]),
            "collection is done by somebody else who charges VAT",
        ),
        key(
            KeyName::SentBy,
            Text,
            "who sends letters on its behalf, such as an accountant",
        ),
        key(
            KeyName::Policy,
            Slots(&[one(&[ArgumentForm::Name])]),
            "the policy for customers without one of their own",
        ),
    ],
};

/// The typed node of a `business` declaration. Every key may be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BusinessDeclaration<'t> {
    /// The name as on the invoices.
    pub name: Option<SpannedText<'t>>,
    /// The address, one entry a line.
    pub addresses: Vec<SpannedText<'t>>,
    /// The number in the trade register (`KvK`).
    pub kvk: Option<SpannedText<'t>>,
    /// The VAT number, as written.
    pub vat_id: Option<SpannedText<'t>>,
    /// The IBAN that customers pay to, as written.
    pub iban: Option<SpannedText<'t>>,
    /// The BIC of the bank of that account.
    pub bic: Option<SpannedText<'t>>,
    /// The mail address.
    pub email: Option<SpannedText<'t>>,
    /// The telephone number for questions.
    pub phone: Option<SpannedText<'t>>,
    /// The address of the website.
    pub website: Option<SpannedText<'t>>,
    /// The name of the person who signs letters.
    pub signatory: Option<SpannedText<'t>>,
    /// The function of that person in the business.
    pub function: Option<SpannedText<'t>>,
    /// Ways to pay, separated by commas, as written.
    pub methods: Option<SpannedText<'t>>,
    /// The kind of reference that customers are asked to write with a payment.
    pub reference: Option<PaymentReference>,
    /// The language of reports and letters.
    pub language: Option<&'static str>,
    /// The country code of ISO 3166, two letters; `None` means the Netherlands.
    pub country: Option<SpannedText<'t>>,
    /// The country code of the law that was agreed on with all customers who have none of their own.
    pub law: Option<SpannedText<'t>>,
    /// Whether the business charges and deducts VAT.
    pub vat_scheme: Option<VatScheme>,
    /// When VAT is owed; `None` means when the invoice goes out.
    pub vat_basis: Option<VatBasis>,
    /// Whether the law takes the business for large or small.
    pub size: Option<CompanySize>,
    /// Set where somebody else collects for the business.
    pub collector: Option<OutsideCollector>,
    /// The policy for customers without one of their own.
    pub policy: Option<SpannedText<'t>>,
}

impl<'t> BusinessDeclaration<'t> {
    /// Builds the typed node from an entry that was read.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let word = |key| fields.word_of(key);
        Some(Self {
            name: fields.text_of(KeyName::Name),
            addresses: fields.texts_of(KeyName::Address).collect(),
            kvk: fields.text_of(KeyName::Kvk),
            vat_id: fields.text_of(KeyName::VatId),
            iban: fields.text_of(KeyName::Iban),
            bic: fields.text_of(KeyName::Bic),
            email: fields.text_of(KeyName::Email),
            phone: fields.text_of(KeyName::Phone),
            website: fields.text_of(KeyName::Website),
            signatory: fields.text_of(KeyName::Signatory),
            function: fields.text_of(KeyName::Function),
            methods: fields.text_of(KeyName::Methods),
            reference: word(KeyName::Ref).and_then(PaymentReference::from_word),
            language: word(KeyName::Language).and_then(find_language_tag),
            country: fields.text_of(KeyName::Country),
            law: fields.text_of(KeyName::Law),
            vat_scheme: word(KeyName::VatScheme).and_then(VatScheme::from_word),
            vat_basis: word(KeyName::VatBasis).and_then(VatBasis::from_word),
            size: word(KeyName::Size).and_then(CompanySize::from_word),
            collector: word(KeyName::Collector).and_then(OutsideCollector::from_word),
            policy: fields.name_of(KeyName::Policy),
        })
    }

    /// Prints the details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.text(KeyName::Name, self.name);
        out.texts(KeyName::Address, &self.addresses);
        out.text(KeyName::Kvk, self.kvk);
        out.text(KeyName::VatId, self.vat_id);
        out.text(KeyName::Iban, self.iban);
        out.text(KeyName::Bic, self.bic);
        out.text(KeyName::Email, self.email);
        out.text(KeyName::Phone, self.phone);
        out.text(KeyName::Website, self.website);
        out.text(KeyName::Signatory, self.signatory);
        out.text(KeyName::Function, self.function);
        out.text(KeyName::Methods, self.methods);
        out.key(KeyName::Ref, self.reference.map(PaymentReference::word));
        out.key(KeyName::Language, self.language);
        out.text(KeyName::Country, self.country);
        out.text(KeyName::Law, self.law);
        out.key(KeyName::VatScheme, self.vat_scheme.map(VatScheme::word));
        out.key(KeyName::VatBasis, self.vat_basis.map(VatBasis::word));
        out.key(KeyName::Size, self.size.map(CompanySize::word));
        out.key(
            KeyName::Collector,
            self.collector.map(OutsideCollector::word),
        );
        out.key(KeyName::Policy, self.policy.map(|name| name.node));
    }
}
