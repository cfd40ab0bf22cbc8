//! `dispute`: what a customer contests, confirmed; the rest stays due.

use crate::document::letter::LetterBlock;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::Event;
use crate::journal::source_lookup::EntryQuote;
use crate::letter::facts::invoice_facts::{InvoiceFacts, with_invoice_variables};
use crate::letter::facts::letter_content::{
    LetterContent, NotAvailable, OnAccountUse, RequestedAmount,
};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::templates::variable_list::{VariableDef, amount, block, day, flag, words};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The letter.
pub static DISPUTE: LetterKind = LetterKind {
    name: "dispute",
    summary: "confirms what the customer contests; the rest stays due",
    unavailable_reason: "the journal has no dispute of this customer that is open",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(DisputeFacts::VARIABLES),
};

/// Something that is contested.
struct OpenDispute<'a, 'j> {
    event: &'j Event,
    quote: EntryQuote,
    positions: Vec<&'a ItemPosition<'j>>,
    /// How much, never more than is open.
    amount: Minor,
    open: Minor,
}

/// What was contested on one day, in one currency.
struct DisputeFacts<'a, 'j> {
    disputes: Vec<OpenDispute<'a, 'j>>,
    invoice_facts: InvoiceFacts<'a, 'j>,
}

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let mut by_currency: BTreeMap<Currency, Vec<OpenDispute<'_, '_>>> = BTreeMap::new();
    for dispute in keep_last_day(find_disputes(input), |dispute| dispute.event.date) {
        if let Some(first) = dispute.positions.first() {
            let currency = input.journal().invoices[first.invoice].currency;
            by_currency.entry(currency).or_default().push(dispute);
        }
    }
    let letters = by_currency.into_iter().map(|(currency, disputes)| {
        let positions = disputes
            .iter()
            .flat_map(|dispute| dispute.positions.clone());
        let about = InvoiceFacts::new(*input, currency, positions.collect());
        build_content(DisputeFacts {
            disputes,
            invoice_facts: about,
        })
    });
    NotAvailable::unless_some(letters.collect())
}

/// The disputes that are open, of what is open and ours to collect.
fn find_disputes<'a, 'j>(input: &LetterInput<'a, 'j>) -> Vec<OpenDispute<'a, 'j>> {
    let disputes = input.group_by_entry(
        input.collectable_positions(),
        |position| input.holding_entry(position, Hold::Dispute),
        |position, event| (input.journal().invoice_no(position.invoice), event.origin),
    );
    disputes
        .map(|(event, positions)| build_dispute(input, event, positions))
        .collect()
}

fn build_dispute<'a, 'j>(
    input: &LetterInput<'a, 'j>,
    event: &'j Event,
    positions: Vec<&'a ItemPosition<'j>>,
) -> OpenDispute<'a, 'j> {
    let items = positions.iter().map(|position| position.item);
    let open: Minor = items
        .map(|item| Minor::from(input.day.ledger.items[item].open))
        .sum();
    let named = event.disputed_amount();
    OpenDispute {
        event,
        quote: input.day.source_lookup.quote_entry(event.origin),
        positions,
        amount: named.map_or(open, |named| named.minor.min(open)),
        open,
    }
}

fn build_content<'a>(contested: DisputeFacts<'a, '_>) -> LetterContent<'a> {
    let rest = contested.undisputed_amount();
    let request = RequestedAmount::new(rest, contested.undisputed_due_date());
    LetterContent {
        amount: contested.disputed_amount(),
        request: rest.is_positive().then_some(request),
        on_account: OnAccountUse::TakenOff,
        ..LetterContent::new(contested, DisputeFacts::VARIABLES, |it| &it.invoice_facts)
    }
}

impl DisputeFacts<'_, '_> {
    fn disputed_amount(&self) -> Minor {
        self.disputes.iter().map(|dispute| dispute.amount).sum()
    }

    /// What is open of the same invoices and not contested, less what money of the customer that is here already covers.
    fn undisputed_amount(&self) -> Minor {
        let about = &self.invoice_facts;
        let open: Minor = self.disputes.iter().map(|dispute| dispute.open).sum();
        let covered = about.input.dunning().covered_of_all(&about.positions);
        (open - self.disputed_amount() - covered).max(Minor::ZERO)
    }

    /// The last day to pay the rest, where all of it is not yet due and that day is the same.
    fn undisputed_due_date(&self) -> Option<NaiveDate> {
        let first = self.invoice_facts.lines.first()?.due;
        let same = self
            .invoice_facts
            .lines
            .iter()
            .all(|line| line.due == first);
        first.filter(|due| same && *due >= self.invoice_facts.input.as_of())
    }

    /// The day by which we answer, the first of them, if it has not passed.
    fn answer_by(&self) -> Option<NaiveDate> {
        let days = self.disputes.iter().filter_map(|it| it.event.follow_up);
        days.filter(|day| *day >= self.invoice_facts.input.as_of())
            .min()
    }

    /// Who answers, where it is one.
    fn owner(&self) -> Option<&str> {
        let mut owners = self
            .disputes
            .iter()
            .map(|dispute| dispute.quote.values(KeyName::Owner).next());
        let first = owners.next()??;
        owners.all(|other| other == Some(first)).then_some(first)
    }

    /// Each by its particulars.
    fn to_parts(&self) -> Vec<LetterBlock> {
        let parts = self.disputes.iter();
        parts
            .map(|dispute| LetterBlock::Facts(self.dispute_rows(dispute)))
            .collect()
    }

    fn dispute_rows(&self, dispute: &OpenDispute<'_, '_>) -> Vec<(String, String)> {
        let about = &self.invoice_facts;
        let words = about.input.extra_letter_words();
        let (label, totals) = (
            &about.input.letter_words().label,
            &about.input.letter_words().totals,
        );
        let invoice = dispute.event.invoice;
        let number = invoice.map(|it| about.input.journal().invoice_no(it).to_owned());
        let mut lines = about.lines.iter();
        let line = lines.find(|line| Some(line.invoice) == invoice);
        let description = line.map(|line| line.particulars().description.clone());
        let objection = dispute.quote.text.trim().to_owned();
        let facts = [
            (label.invoice, number),
            (label.description, description),
            // Part of it is contested: it is not to be paid whole.
            (totals.open, Some(about.format_amount(dispute.open))),
            (words.disputed, Some(about.format_amount(dispute.amount))),
            (words.objection, Some(objection)),
        ];
        let facts = facts.into_iter();
        facts
            .filter_map(|(label, value)| {
                Some((label.to_owned(), value.filter(|it| !it.is_empty())?))
            })
            .collect()
    }
}

impl<'a, 'j: 'a> DisputeFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        day(
            "dispute_made",
            "18 maart 2026",
            "the day on which the customer contested it",
            |it| it.disputes.first().map(|dispute| dispute.event.date),
        ),
        block(
            "disputes",
            "of each invoice what is contested, and why in the words of its `dispute`",
            Self::to_parts,
        ),
        amount(
            "disputed_amount",
            "€ 400,00",
            "what is contested in all",
            Self::disputed_amount,
        ),
        day(
            "answer_by",
            "25 maart 2026",
            "the day by which you answer: `follow-up`; empty where there is none",
            Self::answer_by,
        ),
        words(
            "owner",
            "Karin Bos",
            "who answers: `owner`; empty where nobody is named",
            |it| it.owner().unwrap_or_default().to_owned(),
        ),
        amount(
            "rest_amount",
            "€ 2.020,00",
            "what is open of the same invoices and not contested; empty where nothing is",
            Self::undisputed_amount,
        ),
        day(
            "rest_due",
            "31 maart 2026",
            "the last day to pay that; empty where it has passed, or is not the same for all of it",
            Self::undisputed_due_date,
        ),
        flag(
            "rest_late",
            "whether that day has passed for all of it",
            |it| it.invoice_facts.lines.iter().all(|line| line.days_late > 0),
        ),
    ];
}
