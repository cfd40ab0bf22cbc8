//! A kind of letter that is not built in: one value and a text in each language, handed in beside those that are.

use super::shelf::{BUSINESS, print_draft};
use crate::reports::shelf::TestJournal;
use tegoed::journal::event_details::EventDetails;
use tegoed::language::LANGUAGES;
use tegoed::language::en::ENGLISH;
use tegoed::language::nl::DUTCH;
use tegoed::language::phrases::Language;
use tegoed::letter::compose::LetterDraft;
use tegoed::letter::draft::{Drafter, LetterOptions};
use tegoed::letter::facts::invoice_facts::{InvoiceFacts, with_invoice_variables};
use tegoed::letter::facts::letter_content::{LetterContent, NotAvailable};
use tegoed::letter::facts::letter_input::LetterInput;
use tegoed::letter::facts::letter_kind::LetterKind;
use tegoed::letter::library::built_in::{BUILT_IN_KINDS, find_requested_kind};
use tegoed::letter::library::template_set::{TemplateSet, UserTemplate};
use tegoed::letter::templates::lint::find_faults;
use tegoed::letter::templates::variable_list::{VariableDef, day};
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::channel::Channel;

/// Tells again what was said on a visit.
static VISIT_LETTER: LetterKind = LetterKind {
    name: "visit-report",
    summary: "tells again what was said on a visit",
    unavailable_reason: "the journal has no visit to this customer",
    is_step: false,
    build_letters: build_visit_letters,
    variables: || with_invoice_variables(VisitFacts::VARIABLES),
};

/// Its text in each language, from the folder of the user.
fn visit_templates() -> Vec<UserTemplate> {
    let texts: [(&'static Language, &str); 2] = [
        (
            &DUTCH,
            "subject: Ons bezoek over {{ invoice_names }}\n\nOp {{ visited_on }} waren wij bij u.\n\n{{ invoices }}\n",
        ),
        (
            &ENGLISH,
            "subject: Our visit about {{ invoice_names }}\n\nOn {{ visited_on }} we came to see you.\n\n{{ invoices }}\n",
        ),
    ];
    let template = |(language, text): (&'static Language, &str)| UserTemplate {
        file_name: format!("brieven/{}/visit-report.txt", language.tag),
        language,
        letter: VISIT_LETTER.name.to_owned(),
        text: text.to_owned(),
    };
    texts.into_iter().map(template).collect()
}

/// The last visit, and what was open then.
struct VisitFacts<'a, 'j> {
    visited_on: chrono::NaiveDate,
    invoice_facts: InvoiceFacts<'a, 'j>,
}

impl<'a, 'j: 'a> VisitFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[day(
        "visited_on",
        "3 februari 2026",
        "the day of the visit",
        |visit| Some(visit.visited_on),
    )];
}

fn build_visit_letters<'a>(
    input: &LetterInput<'a, '_>,
) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let mut latest_first = input.day.history().of_customer(input.customer).rev();
    let visit = latest_first
        .find(|event| matches!(event.details, EventDetails::Contact(Channel::Visit, _)))
        .ok_or(NotAvailable::NoEntry)?;
    let positions = input.collectable_positions().collect();
    let currency = input.journal().currency;
    let facts = VisitFacts {
        visited_on: visit.date,
        invoice_facts: InvoiceFacts::new(*input, currency, positions),
    };
    Ok(vec![LetterContent::new(
        facts,
        VisitFacts::VARIABLES,
        |visit| &visit.invoice_facts,
    )])
}

fn kinds_with_visit_letter() -> Vec<&'static LetterKind> {
    BUILT_IN_KINDS
        .iter()
        .copied()
        .chain([&VISIT_LETTER])
        .collect()
}

fn journal_text(language: &str) -> String {
    format!(
        "{BUSINESS}\ncustomer @jansen\n  name: Jansen\n  kind: business\n  email: jansen@example.nl\n  \
         language: {language}\n\
         2026-01-05 invoice #7 @jansen 121.00 due 2026-02-04 | Drukwerk\n"
    )
}

fn draft_visit_letters(
    text: &str,
    user_templates: Vec<UserTemplate>,
) -> Result<Vec<LetterDraft>, NotAvailable> {
    let book = TestJournal::from_text(text, "2026-02-07");
    let customer = book.outcome.journal.customer_ids.index_of("jansen");
    let customer = customer.expect("a customer");
    let templates = TemplateSet::new(&kinds_with_visit_letter(), user_templates, LANGUAGES);
    let kind = find_requested_kind(&templates.kinds, "visit-report").expect("the made-up kind");
    book.with_report_input(&ReportOptions::default(), "nl", |scope| {
        let drafter = Drafter::new(scope.day, &templates, LetterOptions::default());
        drafter.draft_letters_of_kind(kind, customer)
    })
}

#[test]
fn a_made_up_kind_of_letter_is_written_and_recorded_in_each_language() {
    for (language, subject, sentence) in [
        (
            "nl",
            "Ons bezoek over factuur 7",
            "Op 3 februari 2026 waren wij bij u.",
        ),
        (
            "en",
            "Our visit about invoice 7",
            "On 3 February 2026 we came to see you.",
        ),
    ] {
        let text = journal_text(language) + "2026-02-03 visit @jansen #7 | Will pay\n";
        let drafts = draft_visit_letters(&text, visit_templates()).expect("a letter");
        let printed = print_draft(&drafts[0], "text");
        assert!(
            printed.contains(subject) && printed.contains(sentence),
            "{printed}"
        );
        let record = drafts[0].records.contact.as_ref().expect("a record");
        assert_eq!(record.subject, subject);
    }
}

#[test]
fn a_made_up_kind_of_letter_says_when_nothing_asks_for_it() {
    let refused = draft_visit_letters(&journal_text("nl"), visit_templates());
    assert_eq!(refused.err(), Some(NotAvailable::NoEntry));
}

#[test]
fn a_template_of_the_users_own_for_a_made_up_kind_is_checked_by_its_variables() {
    let template = |text: &str| UserTemplate {
        file_name: "brieven/nl/visit-report.txt".to_owned(),
        language: &DUTCH,
        letter: VISIT_LETTER.name.to_owned(),
        text: text.to_owned(),
    };
    let sound = template("subject: {{ invoice_names }}\n\nBezocht op {{ visited_on }}.\n");
    assert_eq!(
        find_faults(&sound.text, &sound.requirements(&VISIT_LETTER)),
        []
    );
    let text = journal_text("nl") + "2026-02-03 visit @jansen #7 | Will pay\n";
    let drafts = draft_visit_letters(&text, vec![sound]).expect("a letter");
    assert!(print_draft(&drafts[0], "text").contains("Bezocht op 3 februari 2026."));
    let faulty = template("subject: {{ invoice_names }}\n\n{{ promise_made }}\n");
    let drafts = draft_visit_letters(&text, vec![faulty]).expect("a draft");
    assert!(drafts[0].letter.is_none());
}
