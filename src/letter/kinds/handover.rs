//! `handover`: somebody else collects from now on.

use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::Event;
use crate::language::letters::Warmth;
use crate::letter::facts::invoice_facts::{InvoiceFacts, with_invoice_variables};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::templates::variable_list::{VariableDef, amount, count, day, one_of, words};

/// The letter.
pub static HANDOVER_LETTER: LetterKind = LetterKind {
    name: "handover",
    summary: "says who collects from now on",
    unavailable_reason: "the journal has no `handover` of an invoice of this customer",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(HandoverFacts::VARIABLES),
};

/// What was handed over by one entry.
struct HandoverFacts<'a, 'j> {
    event: &'j Event,
    /// The words of its entry: the name of who collects.
    collector_name: String,
    invoice_facts: InvoiceFacts<'a, 'j>,
}

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let last = keep_last_day(find_handovers(input), |handed| handed.event.date);
    NotAvailable::unless_some(last.into_iter().map(build_content).collect())
}

fn find_handovers<'a, 'j>(input: &LetterInput<'a, 'j>) -> Vec<HandoverFacts<'a, 'j>> {
    let currency_of =
        |position: &ItemPosition<'_>| input.journal().invoices[position.invoice].currency;
    let handovers = input.group_by_entry(
        input.positions.iter().copied(),
        |position| input.holding_entry(position, Hold::Handover),
        |position, event| (event.origin, currency_of(position)),
    );
    let handovers = handovers.filter_map(|(event, positions)| {
        let quote = input.day.source_lookup.quote_entry(event.origin);
        Some(HandoverFacts {
            event,
            collector_name: quote.text.trim().to_owned(),
            invoice_facts: InvoiceFacts::new(*input, currency_of(positions.first()?), positions),
        })
    });
    handovers.collect()
}

fn build_content<'a>(handed: HandoverFacts<'a, '_>) -> LetterContent<'a> {
    let about = &handed.invoice_facts;
    LetterContent {
        amount: about.open_principal() + about.charges() - about.conceded_amount(),
        names_charges: true,
        warmth: Warmth::Formal,
        ..LetterContent::new(handed, HandoverFacts::VARIABLES, |it| &it.invoice_facts)
    }
}

impl<'a, 'j: 'a> HandoverFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        day(
            "handed_over",
            "30 juni 2026",
            "the day of the hand-over",
            |it| Some(it.event.date),
        ),
        one_of(
            "to",
            &["agency", "lawyer", "court"],
            "agency",
            "to whom it was handed over",
            |it| it.event.handover().map(|handover| handover.to.word()),
        ),
        words(
            "collector",
            "Incassobureau De Brug",
            "the name of who collects, in the words of its `handover`; may be empty",
            |it| it.collector_name.clone(),
        ),
        amount(
            "owed_amount",
            "€ 1.210,00",
            "what is open, charges included",
            |it| {
                let about = &it.invoice_facts;
                about.open_principal() + about.charges() - about.conceded_amount()
            },
        ),
        amount(
            "charges_amount",
            "€ 40,00",
            "what of that is costs, fees and interest; empty where nothing is",
            |it| it.invoice_facts.charges(),
        ),
        count(
            "letters_before",
            "3",
            "how many letters went before about all of its invoices, since their due dates",
            |it| it.invoice_facts.letters_before().0,
        ),
    ];
}
