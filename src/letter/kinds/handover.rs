//! `handover`: somebody else collects from now on.

use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::Event;
use crate::language::letters::Warmth;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::facts::invoice_facts::{
    INVOICE_VARIABLES, InvoiceFacts, collect_values, join_variables,
};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable};
use crate::letter::facts::letter_input::{LetterInput, keep_last_day};
use crate::letter::templates::variable::{TemplateValue, VariableKind};
use crate::letter::templates::variable_def::{VariableDef, variable};
use std::collections::BTreeMap;

/// The letter.
pub static HANDOVER_LETTER: ExtraLetter = ExtraLetter {
    name: "handover",
    summary: "say that somebody else collects from now on",
    unavailable_reason: "the journal has no `handover` of his invoices",
    names_invoices: true,
    build_letters,
    variables: || join_variables(HANDOVER_VARIABLES, INVOICE_VARIABLES),
};

/// What was handed over by one entry.
struct HandoverFacts<'a, 'j> {
    event: &'j Event,
    /// The words of its entry: the name of who collects.
    collector_name: String,
    invoice_facts: InvoiceFacts<'a, 'j>,
}

fn build_letters(view: &LetterInput<'_, '_>) -> Result<Vec<LetterContent>, NotAvailable> {
    let last = keep_last_day(find_handovers(view), |handed| handed.event.date);
    if last.is_empty() {
        return Err(NotAvailable::NoEntry);
    }
    Ok(last.iter().map(build_content).collect())
}

fn find_handovers<'a, 'j>(view: &LetterInput<'a, 'j>) -> Vec<HandoverFacts<'a, 'j>> {
    let mut made: BTreeMap<_, (&'j Event, Vec<&'a ItemPosition<'j>>)> = BTreeMap::new();
    for position in view.positions {
        let mut holds = position.ladder_position.active_holds(view.as_of());
        if let Some(held) = holds.find(|held| held.hold == Hold::Handover)
            && view.can_include(held.event)
        {
            let currency = view.journal().invoices[position.invoice].currency;
            let entry = made.entry((held.event.origin, currency));
            let entry = entry.or_insert((held.event, Vec::new()));
            entry.1.push(position);
        }
    }
    let made = made.into_iter();
    made.map(|((origin, currency), (event, positions))| HandoverFacts {
        event,
        collector_name: view
            .source_lookup
            .quote_entry(origin)
            .text
            .trim()
            .to_owned(),
        invoice_facts: InvoiceFacts::new(*view, currency, positions),
    })
    .collect()
}

fn build_content(handed: &HandoverFacts<'_, '_>) -> LetterContent {
    let about = &handed.invoice_facts;
    LetterContent {
        currency: about.currency,
        invoices: about.invoices(),
        days_late: about.days_late(),
        amount: about.open_principal() + about.charges(),
        request: None,
        reports_missing_payment: false,
        names_charges: true,
        warmth: Warmth::Formal,
        values: collect_values(HANDOVER_VARIABLES, handed, about),
        enclosed_documents: Vec::new(),
        steps_paused_until: None,
    }
}

type HandoverValueFn = fn(&HandoverFacts<'_, '_>) -> TemplateValue;

static HANDOVER_VARIABLES: &[VariableDef<HandoverValueFn>] = &[
    variable(
        "handed_over",
        VariableKind::Day,
        "30 juni 2026",
        "the day of the hand-over",
        |it| it.invoice_facts.input.day_value(Some(it.event.date)),
    ),
    variable(
        "to",
        VariableKind::OneOf(&["agency", "lawyer", "court"]),
        "agency",
        "to whom it was handed over",
        |it| TemplateValue::words_or_empty(it.event.handover().map(|handover| handover.to.word())),
    ),
    variable(
        "collector",
        VariableKind::Words,
        "Incassobureau De Brug",
        "the name of who collects, in the words of its `handover`; may be empty",
        |it| TemplateValue::Words(it.collector_name.clone()),
    ),
    variable(
        "owed_amount",
        VariableKind::Amount,
        "€ 1.210,00",
        "what is open, charges included",
        |it| {
            it.invoice_facts
                .amount_value(it.invoice_facts.open_principal() + it.invoice_facts.charges())
        },
    ),
    variable(
        "charges_amount",
        VariableKind::Amount,
        "€ 40,00",
        "what of that is costs, fees and interest; empty where nothing is",
        |it| it.invoice_facts.amount_value(it.invoice_facts.charges()),
    ),
    variable(
        "letters_before",
        VariableKind::Count,
        "3",
        "how many letters went before about it, since the due date",
        |it| {
            let (view, invoices) = (
                &it.invoice_facts.input,
                it.invoice_facts.invoices().into_iter().collect(),
            );
            let past = view.contact_history.earlier_letters_about(
                view.journal(),
                view.customer,
                &invoices,
            );
            TemplateValue::Count(past.0)
        },
    ),
];
