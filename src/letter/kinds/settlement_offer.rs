//! `settlement-offer`: less is accepted as full, in exact terms, through a day.

use crate::document::letter::{LetterBlock, LetterTable};
use crate::journal::model::InvoiceIx;
use crate::language::letters::Warmth;
use crate::letter::facts::invoice_facts::{InvoiceFacts, with_invoice_variables};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::letter_table::build_table;
use crate::letter::facts::settlement_facts::{OpenOffer, find_offers};
use crate::letter::templates::variable_list::{VariableDef, amount, block, day};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The letter.
pub static SETTLEMENT_OFFER: LetterKind = LetterKind {
    name: "settlement-offer",
    summary: "offers to take less as full: the last `settle`",
    unavailable_reason: "the journal has no `settle` of this customer that can still be reached",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(SettlementOfferFacts::VARIABLES),
};

/// Offers of one day, in one currency, through the same day.
struct SettlementOfferFacts<'a, 'j> {
    offers: Vec<OpenOffer<'a, 'j>>,
    by: NaiveDate,
    invoice_facts: InvoiceFacts<'a, 'j>,
}

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let offers = keep_last_day(find_offers(input, input.collectable_positions()), |offer| {
        offer.settlement.event.date
    });
    let mut by_account: BTreeMap<(Currency, NaiveDate), Vec<OpenOffer<'_, '_>>> = BTreeMap::new();
    for offer in offers {
        let settlement = &offer.settlement;
        let currency = input.journal().invoices[settlement.invoice].currency;
        let account = (currency, settlement.by);
        by_account.entry(account).or_default().push(offer);
    }
    let letters = by_account.into_iter().map(|((currency, by), offers)| {
        let positions = offers.iter().flat_map(|offer| offer.positions.clone());
        let about = InvoiceFacts::new(*input, currency, positions.collect());
        build_content(SettlementOfferFacts {
            offers,
            by,
            invoice_facts: about,
        })
    });
    NotAvailable::unless_some(letters.collect())
}

fn build_content<'a>(offers: SettlementOfferFacts<'a, '_>) -> LetterContent<'a> {
    let missing = offers.missing_amount();
    LetterContent {
        amount: missing,
        request: Some(RequestedAmount::new(missing, Some(offers.by))),
        reports_missing_payment: true,
        warmth: Warmth::Formal,
        ..LetterContent::new(offers, SettlementOfferFacts::VARIABLES, |offers| {
            &offers.invoice_facts
        })
    }
}

impl SettlementOfferFacts<'_, '_> {
    /// What is to be paid for all of them.
    fn missing_amount(&self) -> Minor {
        self.offers.iter().map(|it| it.settlement.missing).sum()
    }

    /// What is open and owed, charges included: what was conceded is neither asked nor given up.
    fn open_amount(&self) -> Minor {
        let about = &self.invoice_facts;
        about.open_principal() + about.charges() - about.conceded_amount()
    }

    fn to_table(&self) -> LetterTable {
        let about = &self.invoice_facts;
        let (label, words) = (about.input.letter_words(), about.input.extra_letter_words());
        let row = |name: &str, open: Minor, asked: Minor| {
            let [open, asked, remitted] =
                [open, asked, open - asked].map(|minor| about.format_amount(minor));
            [name.to_owned(), open, asked, remitted]
        };
        let journal = about.input.journal();
        let rows = self.offers.iter().map(|offer| {
            let invoice = offer.settlement.invoice;
            let open = self.open_amount_of(invoice);
            row(journal.invoice_no(invoice), open, offer.settlement.missing)
        });
        let total = row(
            label.totals.table_total,
            self.open_amount(),
            self.missing_amount(),
        );
        let columns = [
            (label.label.invoice, false),
            (words.open, true),
            (words.to_pay, true),
            (words.remitted, true),
        ];
        build_table(columns, rows, (self.offers.len() > 1).then_some(total))
    }

    /// The same of one invoice.
    fn open_amount_of(&self, invoice: InvoiceIx) -> Minor {
        let about = &self.invoice_facts;
        let lines = about.lines.iter().filter(|line| line.invoice == invoice);
        let principal: Minor = lines.map(|line| line.open).sum();
        principal + about.input.dunning().charges_on(invoice) - about.conceded_of(invoice)
    }
}

impl<'a, 'j: 'a> SettlementOfferFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        block(
            "offer",
            "of each invoice what is open, what is to be paid, and what is given up then",
            |it| vec![LetterBlock::Table(it.to_table())],
        ),
        amount("amount", "€ 250,00", "what is to be paid", |it| {
            it.missing_amount()
        }),
        day(
            "offer_until",
            "15 mei 2026",
            "the last day to pay it",
            |it| Some(it.by),
        ),
        amount(
            "remitted_amount",
            "€ 112,00",
            "what is given up once it is paid in time",
            |it| it.open_amount() - it.missing_amount(),
        ),
        amount(
            "owed_amount",
            "€ 362,00",
            "what is open, charges included",
            Self::open_amount,
        ),
    ];
}
