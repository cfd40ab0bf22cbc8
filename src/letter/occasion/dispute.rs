//! `dispute`: what a customer contests, confirmed; the rest stays due.

use super::about::{ABOUT, About, all, given};
use super::kind::Occasion;
use super::told::{Absent, Asks, Told};
use super::view::{View, of_the_last_day};
use crate::document::letter::LetterBlock;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::Event;
use crate::journal::source_lookup::EntryQuote;
use crate::language::letters::Warmth;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The letter.
pub static DISPUTE: Occasion = Occasion {
    name: "dispute",
    about: "confirm what the customer contests, and that the rest stays due",
    needs: "the journal has no dispute of his that is open",
    names_invoices: true,
    tell,
    variables: || all(KNOWN, ABOUT),
};

/// Something that is contested.
struct Dispute<'a, 'j> {
    event: &'j Event,
    quote: EntryQuote,
    positions: Vec<&'a ItemPosition<'j>>,
    /// How much, never more than is open.
    amount: Minor,
    open: Minor,
}

/// What was contested on one day, in one currency.
struct Contested<'a, 'j> {
    disputes: Vec<Dispute<'a, 'j>>,
    about: About<'a, 'j>,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let mut apart: BTreeMap<Currency, Vec<Dispute<'_, '_>>> = BTreeMap::new();
    for dispute in of_the_last_day(disputes(view), |dispute| dispute.event.date) {
        if let Some(first) = dispute.positions.first() {
            let currency = view.journal().invoices[first.invoice].currency;
            apart.entry(currency).or_default().push(dispute);
        }
    }
    if apart.is_empty() {
        return Err(Absent::Nothing);
    }
    let letters = apart.into_iter().map(|(currency, disputes)| {
        let positions = disputes
            .iter()
            .flat_map(|dispute| dispute.positions.clone());
        let about = About::of(*view, currency, positions.collect());
        told(&Contested { disputes, about })
    });
    Ok(letters.collect())
}

/// The disputes that are open, of what is open and ours to collect.
fn disputes<'a, 'j>(view: &View<'a, 'j>) -> Vec<Dispute<'a, 'j>> {
    let mut open: BTreeMap<_, (&'j Event, Vec<&'a ItemPosition<'j>>)> = BTreeMap::new();
    for position in view.ours() {
        let mut holds = position.ladder_position.active_holds(view.on());
        if let Some(held) = holds.find(|held| held.hold == Hold::Dispute)
            && view.wants(held.event)
        {
            let invoice = view.journal().invoice_no(position.invoice);
            let entry = open.entry((invoice, held.event.origin));
            let entry = entry.or_insert((held.event, Vec::new()));
            entry.1.push(position);
        }
    }
    let open = open.into_values();
    open.map(|(event, positions)| dispute(view, event, positions))
        .collect()
}

fn dispute<'a, 'j>(
    view: &View<'a, 'j>,
    event: &'j Event,
    positions: Vec<&'a ItemPosition<'j>>,
) -> Dispute<'a, 'j> {
    let items = positions.iter().map(|position| position.item);
    let open: Minor = items
        .map(|item| Minor::from(view.dunning.ledger.items[item].open))
        .sum();
    let named = event.disputed_amount();
    Dispute {
        event,
        quote: view.archive.quote_entry(event.origin),
        positions,
        amount: named.map_or(open, |named| named.minor.min(open)),
        open,
    }
}

fn told(contested: &Contested<'_, '_>) -> Told {
    let about = &contested.about;
    let rest = contested.rest();
    let asks = Asks {
        amount: rest,
        by: contested.rest_due(),
    };
    Told {
        currency: about.currency,
        invoices: about.invoices(),
        days: about.days(),
        amount: contested.amount(),
        asks: rest.is_positive().then_some(asks),
        misses_money: false,
        names_charges: false,
        warmth: Warmth::Friendly,
        given: given(KNOWN, contested, about),
        enclosed: Vec::new(),
        wait: None,
    }
}

impl Contested<'_, '_> {
    fn amount(&self) -> Minor {
        self.disputes.iter().map(|dispute| dispute.amount).sum()
    }

    /// What is open of the same invoices and not contested.
    fn rest(&self) -> Minor {
        let open: Minor = self.disputes.iter().map(|dispute| dispute.open).sum();
        open - self.amount()
    }

    /// The last day to pay the rest, where all of it is not yet due and that day is the same.
    fn rest_due(&self) -> Option<NaiveDate> {
        let first = self.about.lines.first()?.due;
        let same = self.about.lines.iter().all(|line| line.due == first);
        first.filter(|due| same && *due >= self.about.view.on())
    }

    /// The day by which we answer, the first of them, if it has not passed.
    fn answer_by(&self) -> Option<NaiveDate> {
        let days = self.disputes.iter().filter_map(|it| it.event.follow_up);
        days.filter(|day| *day >= self.about.view.on()).min()
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
    fn parts(&self) -> Vec<LetterBlock> {
        let parts = self.disputes.iter();
        parts
            .map(|dispute| LetterBlock::Facts(self.facts(dispute)))
            .collect()
    }

    fn facts(&self, dispute: &Dispute<'_, '_>) -> Vec<(String, String)> {
        let (view, words) = (&self.about.view, self.about.view.words());
        let label = &view.say().label;
        let number = dispute
            .event
            .invoice
            .map(|it| view.journal().invoice_no(it));
        let line = self
            .about
            .lines
            .iter()
            .find(|line| Some(line.number) == number);
        let about = line.map(|line| line.told.about.clone());
        let objection = Some(dispute.quote.text.trim().to_owned());
        let facts = [
            (label.invoice, number.map(str::to_owned)),
            (label.about, about),
            (label.open, Some(self.about.money(dispute.open))),
            (words.disputed, Some(self.about.money(dispute.amount))),
            (words.objection, objection),
        ];
        let facts = facts.into_iter();
        facts
            .filter_map(|(label, value)| {
                Some((label.to_owned(), value.filter(|it| !it.is_empty())?))
            })
            .collect()
    }
}

type Give = fn(&Contested<'_, '_>) -> Given;

static KNOWN: &[Known<Give>] = &[
    known(
        "dispute_made",
        Sort::Day,
        "18 maart 2026",
        "the day on which the customer contested it",
        |it| {
            let first = it.disputes.first().map(|dispute| dispute.event.date);
            it.about.view.day(first)
        },
    ),
    known(
        "disputes",
        Sort::Block,
        "",
        "of each invoice what is contested, and why in the words of its `dispute`",
        |it| Given::Parts(it.parts()),
    ),
    known(
        "disputed_amount",
        Sort::Amount,
        "€ 400,00",
        "what is contested in all",
        |it| it.about.positive(it.amount()),
    ),
    known(
        "answer_by",
        Sort::Day,
        "25 maart 2026",
        "the day by which you answer: `follow-up`; empty where there is none",
        |it| it.about.view.day(it.answer_by()),
    ),
    known(
        "owner",
        Sort::Words,
        "Karin Bos",
        "who answers: `owner`; empty where nobody is named",
        |it| Given::words(it.owner()),
    ),
    known(
        "rest_amount",
        Sort::Amount,
        "€ 2.020,00",
        "what is open of the same invoices and not contested; empty where nothing is",
        |it| it.about.positive(it.rest()),
    ),
    known(
        "rest_due",
        Sort::Day,
        "31 maart 2026",
        "the last day to pay that; empty where it has passed, or is not the same for all of it",
        |it| it.about.view.day(it.rest_due()),
    ),
    known(
        "rest_late",
        Sort::YesNo,
        "",
        "whether that day has passed for all of it",
        |it| Given::Holds(it.about.lines.iter().all(|line| line.days > 0)),
    ),
];
