//! Templates: the built-in ones are sound, and each thing that can be wrong with one is found where it stands.

use super::shelf::{BUSINESS, draft_and_list};
use crate::reports::shelf::TestJournal;
use std::collections::BTreeSet;
use tegoed::document::letter::{Letter, LetterBlock};
use tegoed::language::LANGUAGES;
use tegoed::language::nl::DUTCH;
use tegoed::letter::compose::LetterDraft;
use tegoed::letter::draft::{Drafter, LetterOptions};
use tegoed::letter::facts::refusal::LetterRefusal;
use tegoed::letter::kinds::step_kinds::{FINAL_NOTICE, REMINDER};
use tegoed::letter::library::built_in::BUILT_IN_KINDS;
use tegoed::letter::library::template_set::{TemplateSet, UserTemplate};
use tegoed::letter::templates::fault::{TemplateFault, TemplateFaultKind};
use tegoed::letter::templates::lint::find_faults;
use tegoed::letter::templates::variable::VariableKind as Holds;
use tegoed::report::shared::report_input::ReportOptions;

/// A reminder in Dutch, in the user's own words.
pub fn own_reminder(text: &str) -> UserTemplate {
    UserTemplate {
        file_name: "brieven/nl/reminder.txt".to_owned(),
        language: &DUTCH,
        letter: "reminder".to_owned(),
        text: text.to_owned(),
    }
}

/// What is wrong with a reminder of one's own, and the words where it is.
fn template_faults(text: &str) -> Vec<(TemplateFaultKind, String)> {
    let own = own_reminder(text);
    let found = find_faults(text, &own.requirements(&REMINDER));
    let quoted = |fault: &TemplateFault| {
        text.get(fault.span.clone())
            .expect("a place in the text")
            .to_owned()
    };
    found
        .iter()
        .map(|fault| (fault.kind, quoted(fault)))
        .collect()
}

fn fault_sorts(text: &str) -> Vec<TemplateFaultKind> {
    template_faults(text)
        .into_iter()
        .map(|(sort, _)| sort)
        .collect()
}

/// The first lines of a sound one.
pub const HEAD: &str = "subject: Herinnering {{ invoice_names }}\n\n";

fn body_faults(text: &str) -> Vec<(TemplateFaultKind, String)> {
    template_faults(&format!("{HEAD}{text}"))
}

/// A business with some open invoices whose reminder is due on 7 February 2026.
fn open_invoices_journal(name: &str, invoices: usize) -> String {
    let mut text = format!(
        "{BUSINESS}\ncustomer @a\n  name: {name}\n  kind: business\n  email: a@firma.example\n"
    );
    for number in 1..=invoices {
        text += &format!("2026-01-05 invoice #{number} @a 100.00 due 2026-02-04 | - Drukwerk\n");
    }
    text
}

fn reminder_drafts(journal: &str, own: Vec<UserTemplate>) -> Vec<LetterDraft> {
    let book = TestJournal::from_text(journal, "2026-02-07");
    let shelf = TemplateSet::new(BUILT_IN_KINDS, own, LANGUAGES);
    book.with_report_input(&ReportOptions::default(), "nl", |scope| {
        draft_and_list(&Drafter::new(scope.day, &shelf, LetterOptions::default()))
    })
}

fn reminder_letter(journal: &str, text: &str) -> Letter {
    let drafts = reminder_drafts(journal, vec![own_reminder(text)]);
    drafts[0].letter.clone().expect("a letter")
}

fn reminder_refusal(journal: &str, text: &str) -> String {
    let drafts = reminder_drafts(journal, vec![own_reminder(text)]);
    match drafts[0].summary.refusals.as_slice() {
        [LetterRefusal::InvalidTemplate(file, line, message)] => {
            format!("{file}:{line}: {message}")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_built_in_templates_are_sound() {
    for letter in BUILT_IN_KINDS {
        for language in LANGUAGES {
            let text = language.letter_template(letter.name).expect("a template");
            let own = UserTemplate {
                file_name: String::new(),
                language,
                letter: letter.name.to_owned(),
                text: text.to_owned(),
            };
            assert_eq!(
                find_faults(text, &own.requirements(letter)),
                [],
                "{}/{}",
                language.tag,
                letter.name
            );
        }
    }
}

#[test]
fn every_variable_is_named_once_and_described() {
    let mut names = BTreeSet::new();
    for variable in REMINDER.template_variables() {
        assert!(names.insert(variable.name), "{} twice", variable.name);
        assert!(!variable.meaning.is_empty());
        let shown = variable.kind.is_printable() && variable.kind != Holds::Block;
        assert_eq!(variable.example.is_empty(), !shown, "{}", variable.name);
    }
}

/// A letter that names every variable, each as what it is.
fn letter_with_all_variables() -> String {
    let mut text = HEAD.to_owned();
    for variable in REMINDER.template_variables() {
        let name = variable.name;
        text += &match variable.kind {
            Holds::Bool => format!("{name}: {{% if {name} %}}yes{{% else %}}no{{% endif %}}\n\n"),
            Holds::Block => format!("{name}:\n\n{{{{ {name} }}}}\n\n"),
            Holds::List(fields) => {
                let fields = fields
                    .iter()
                    .map(|field| format!("{{{{ one.{} }}}}", field.name));
                let fields: Vec<String> = fields.collect();
                format!(
                    "{{% for one in {name} %}}\n{name}: {}\n\n{{% endfor %}}\n",
                    fields.join(", ")
                )
            }
            _ => format!("{name}: {{{{ {name} }}}}\n\n"),
        };
    }
    text
}

#[test]
fn every_variable_stands_for_something() {
    let text = letter_with_all_variables();
    assert_eq!(template_faults(&text), []);
    let letter = reminder_letter(&open_invoices_journal("Firma A", 1), &text);
    let paragraphs = letter.body.iter().filter_map(|part| match part {
        LetterBlock::Paragraph(words) => Some(words.as_str()),
        _ => None,
    });
    let paragraphs: Vec<&str> = paragraphs.collect();
    for said in [
        "customer_name: Firma A",
        "amount: €\u{a0}100,00",
        "many: no",
        "due_date: 4 februari 2026",
        "days_late: 3",
        "lines: 1, - Drukwerk, , 5 januari 2026, 4 februari 2026, 3, €\u{a0}100,00, , €\u{a0}100,00",
    ] {
        assert!(paragraphs.contains(&said), "{paragraphs:#?}");
    }
}

#[test]
fn what_is_put_in_stays_words() {
    for name in [
        "## Kop",
        "- punt",
        "{{ amount }}",
        "[naam]",
        "**vet**",
        "subject: x",
    ] {
        let text = format!(
            "{HEAD}{{{{ customer_name }}}}\n\n## {{{{ customer_name }}}}\n\n- {{{{ customer_name }}}}\n"
        );
        let letter = reminder_letter(&open_invoices_journal(name, 1), &text);
        let expected = [
            LetterBlock::Paragraph(name.to_owned()),
            LetterBlock::Heading(name.to_owned()),
            LetterBlock::Points(vec![name.to_owned()]),
        ];
        assert_eq!(letter.body, expected);
    }
}

#[test]
fn lines_run_on_and_decisions_leave_no_lines() {
    let text = format!(
        "{HEAD}{{# why #}}\n{{% if many %}}\nMeer.\n{{% else %}}\n  Een,\n  {{% if part_paid %}}deels{{% else %}}nog{{% endif %}}\n  open.\n{{% endif %}}\nEn dan:\n- een\n- twee\n\nSlot  {{{{ phone }}}}.\n"
    );
    let letter = reminder_letter(&open_invoices_journal("A", 1), &text);
    let expected = [
        LetterBlock::Paragraph("Een, nog open. En dan:".to_owned()),
        LetterBlock::Points(vec!["een".to_owned(), "twee".to_owned()]),
        LetterBlock::Paragraph("Slot 023 555 07 70.".to_owned()),
    ];
    assert_eq!(letter.body, expected);
}

#[test]
fn a_salutation_and_a_closing_of_ones_own() {
    let text =
        "subject: factuur\nsalutation: Hoi {{ customer_name }},\nclosing: Groetjes,\n\nTekst.\n";
    let letter = reminder_letter(&open_invoices_journal("Piet", 1), text);
    assert_eq!(
        (letter.salutation.as_str(), letter.closing.as_str()),
        ("Hoi Piet,", "Groetjes,")
    );
}

#[test]
fn a_typo_is_found_with_the_name_that_was_meant() {
    let text = format!("{HEAD}Betaal {{{{ amout }}}}.\n");
    assert_eq!(
        template_faults(&text),
        [(TemplateFaultKind::UnknownVariable, "amout".to_owned())]
    );
    let own = own_reminder(&text);
    assert_eq!(
        find_faults(&text, &own.requirements(&REMINDER))[0].help,
        "write `amount`"
    );
    assert_eq!(
        reminder_refusal(&open_invoices_journal("A", 1), &text),
        "brieven/nl/reminder.txt:3: expected a variable of this letter, found `amout`"
    );
    // Also where no letter goes.
    assert_eq!(
        fault_sorts(&format!(
            "{HEAD}{{% if many %}}{{{{ amout }}}}{{% endif %}}"
        )),
        [TemplateFaultKind::UnknownVariable]
    );
}

#[test]
fn what_letters_do_not_have_is_refused_where_it_stands() {
    for (text, sort, place) in [
        (
            "{% include \"/etc/passwd\" %}",
            TemplateFaultKind::Syntax,
            "include",
        ),
        ("{% import 'x' as y %}", TemplateFaultKind::Syntax, "import"),
        ("{% extends 'x' %}", TemplateFaultKind::Syntax, "extends"),
        ("{% set x = amount %}", TemplateFaultKind::Syntax, "set"),
        ("{% raw %}", TemplateFaultKind::Syntax, "raw"),
        ("{{ amount|upper }}", TemplateFaultKind::Syntax, "|"),
        ("{{ amount ~ amount }}", TemplateFaultKind::Syntax, "~"),
        ("{{ 9 ** 9 }}", TemplateFaultKind::Syntax, "**"),
        ("{{ }}", TemplateFaultKind::Syntax, "{{ }}"),
        (
            "{% if amount is defined %}x{% endif %}",
            TemplateFaultKind::Syntax,
            "is",
        ),
        ("{{ many }}", TemplateFaultKind::Misused, "{{ many }}"),
        ("{{ lines }}", TemplateFaultKind::Misused, "{{ lines }}"),
        (
            "{{ invoices }} en meer",
            TemplateFaultKind::Misused,
            "{{ invoices }}",
        ),
        (
            "{% for x in lines %}{{ x.nummer }}{% endfor %}",
            TemplateFaultKind::UnknownVariable,
            "nummer",
        ),
        ("{{ amount.x }}", TemplateFaultKind::Misused, "amount"),
        ("{{ if }}", TemplateFaultKind::UnknownVariable, "if"),
        (
            "{% for x in lines %}{{ x.open }}{% endfor %}{{ x.total }}",
            TemplateFaultKind::UnknownVariable,
            "x",
        ),
        (
            "{% if reason == \"forgott\" %}x{% endif %}",
            TemplateFaultKind::Misused,
            "\"forgott\"",
        ),
        ("Beste [naam],", TemplateFaultKind::Placeholder, "[naam]"),
        ("Beste }} naam", TemplateFaultKind::Placeholder, "}}"),
        ("Een \u{7} bel", TemplateFaultKind::Syntax, "\u{7}"),
        ("Geen \u{fffd} UTF-8", TemplateFaultKind::Syntax, "\u{fffd}"),
        ("{%- if many %}x{% endif %}", TemplateFaultKind::Syntax, "-"),
        ("{{ amount -}}", TemplateFaultKind::Syntax, "-"),
        ("Beste {{ amount", TemplateFaultKind::Syntax, "{{ amount"),
    ] {
        let found = body_faults(text);
        assert_eq!(
            found.first(),
            Some(&(sort, place.to_owned())),
            "{text}: {found:?}"
        );
    }
    for text in [
        "{{ range(9) }}",
        "{{ amount.upper() }}",
        "{% if many %}x",
        "{% endfor %}",
    ] {
        assert!(
            body_faults(text)
                .iter()
                .any(|(sort, _)| *sort <= TemplateFaultKind::UnknownVariable),
            "{text}: {:?}",
            body_faults(text)
        );
    }
}

#[test]
fn words_and_counts_are_compared() {
    let text = format!(
        "{HEAD}{{% if reason in (\"forgot\", \"admin\") or not reason and days_late >= 3 %}}Ja.{{% endif %}}\n\
         {{% for line in lines %}}\n- {{{{ loop.index }}}}: {{{{ line.number }}}}\n{{% endfor %}}\n"
    );
    assert_eq!(template_faults(&text), []);
    let letter = reminder_letter(&open_invoices_journal("A", 2), &text);
    let expected = [
        LetterBlock::Paragraph("Ja.".to_owned()),
        LetterBlock::Points(vec!["1: 1".to_owned(), "2: 2".to_owned()]),
    ];
    assert_eq!(letter.body, expected);
}

#[test]
fn the_first_lines_say_what_it_is_about() {
    assert_eq!(fault_sorts(""), [TemplateFaultKind::NoSubject]);
    assert_eq!(
        fault_sorts("Beste klant,\n\nfactuur\n"),
        [TemplateFaultKind::NoSubject]
    );
    assert_eq!(
        fault_sorts("{# mijn brief #}\nsubject: Uw factuur\n\nTekst.\n"),
        []
    );
    assert_eq!(
        fault_sorts("\u{feff}subject: Uw facturen\r\n\r\nTekst.\r\n"),
        []
    );
    assert_eq!(
        fault_sorts("subject: Betalen!\n\nTekst.\n"),
        [TemplateFaultKind::SubjectWithoutFactuur]
    );
    assert_eq!(
        fault_sorts("subject: factuur\nTekst die volgt.\n"),
        [TemplateFaultKind::Syntax]
    );
    let empty = "subject: {% if many %}factuur{% endif %}\n\nTekst.\n";
    assert!(
        reminder_refusal(&open_invoices_journal("A", 1), empty).contains("what it says is empty")
    );
}

#[test]
fn loops_that_go_on_and_on_run_out_of_fuel() {
    let deep = "{% for a in lines %}{% for b in lines %}{% for c in lines %}{% for d in lines %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}";
    let text = format!("{HEAD}{deep}\n");
    assert_eq!(template_faults(&text), []);
    let refused = reminder_refusal(&open_invoices_journal("A", 40), &text);
    assert!(
        refused.ends_with("found a template that goes on and on"),
        "{refused}"
    );
}

#[test]
fn a_fourteen_day_letter_holds_what_the_law_asks() {
    let notice = |text: &str| UserTemplate {
        letter: "final-notice".to_owned(),
        ..own_reminder(text)
    };
    let without = notice("subject: factuur\n\nBetaal {{ amount }}.\n");
    let found: Vec<TemplateFaultKind> =
        find_faults(&without.text, &without.requirements(&FINAL_NOTICE))
            .iter()
            .map(|fault| fault.kind)
            .collect();
    assert_eq!(found, [TemplateFaultKind::NoStatutoryNotice]);
    let with = notice("subject: factuur\n\n{{ statutory_notice }}\n");
    assert_eq!(
        find_faults(&with.text, &with.requirements(&FINAL_NOTICE)),
        []
    );
}
