//! `handover`: somebody else collects from now on.

use super::about::{ABOUT, About, all, given};
use super::kind::Occasion;
use super::told::{Absent, Told};
use super::view::{View, of_the_last_day};
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::Event;
use crate::language::letters::Warmth;
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use std::collections::BTreeMap;

/// The letter.
pub static HANDOVER: Occasion = Occasion {
    name: "handover",
    about: "say that somebody else collects from now on",
    needs: "the journal has no `handover` of his invoices",
    names_invoices: true,
    tell,
    variables: || all(KNOWN, ABOUT),
};

/// What was handed over by one entry.
struct Handed<'a, 'j> {
    event: &'j Event,
    /// The words of its entry: the name of who collects.
    to: String,
    about: About<'a, 'j>,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let last = of_the_last_day(handed(view), |handed| handed.event.date);
    if last.is_empty() {
        return Err(Absent::Nothing);
    }
    Ok(last.iter().map(told).collect())
}

fn handed<'a, 'j>(view: &View<'a, 'j>) -> Vec<Handed<'a, 'j>> {
    let mut made: BTreeMap<_, (&'j Event, Vec<&'a ItemPosition<'j>>)> = BTreeMap::new();
    for position in view.positions {
        let mut holds = position.ladder_position.active_holds(view.on());
        if let Some(held) = holds.find(|held| held.hold == Hold::Handover)
            && view.wants(held.event)
        {
            let currency = view.journal().invoices[position.invoice].currency;
            let entry = made.entry((held.event.origin, currency));
            let entry = entry.or_insert((held.event, Vec::new()));
            entry.1.push(position);
        }
    }
    let made = made.into_iter();
    made.map(|((origin, currency), (event, positions))| Handed {
        event,
        to: view.archive.quote_entry(origin).text.trim().to_owned(),
        about: About::of(*view, currency, positions),
    })
    .collect()
}

fn told(handed: &Handed<'_, '_>) -> Told {
    let about = &handed.about;
    Told {
        currency: about.currency,
        invoices: about.invoices(),
        days: about.days(),
        amount: about.open() + about.charges(),
        asks: None,
        misses_money: false,
        names_charges: true,
        warmth: Warmth::Formal,
        given: given(KNOWN, handed, about),
        enclosed: Vec::new(),
        wait: None,
    }
}

type Give = fn(&Handed<'_, '_>) -> Given;

static KNOWN: &[Known<Give>] = &[
    known(
        "handed_over",
        Sort::Day,
        "30 juni 2026",
        "the day of the hand-over",
        |it| it.about.view.day(Some(it.event.date)),
    ),
    known(
        "to",
        Sort::Word(&["agency", "lawyer", "court"]),
        "agency",
        "to whom it was handed over",
        |it| Given::words(it.event.handover().map(|handover| handover.to.word())),
    ),
    known(
        "collector",
        Sort::Words,
        "Incassobureau De Brug",
        "the name of who collects, in the words of its `handover`; may be empty",
        |it| Given::Words(it.to.clone()),
    ),
    known(
        "owed_amount",
        Sort::Amount,
        "€ 1.210,00",
        "what is open, charges included",
        |it| it.about.positive(it.about.open() + it.about.charges()),
    ),
    known(
        "charges_amount",
        Sort::Amount,
        "€ 40,00",
        "what of that is costs, fees and interest; empty where nothing is",
        |it| it.about.positive(it.about.charges()),
    ),
    known(
        "letters_before",
        Sort::Count,
        "3",
        "how many letters went before about it, since the due date",
        |it| {
            let (view, invoices) = (&it.about.view, it.about.invoices().into_iter().collect());
            let past = view
                .past
                .letters_about(view.journal(), view.customer, &invoices);
            Given::Count(past.0)
        },
    ),
];
