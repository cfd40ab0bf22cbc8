//! Templates made of scraps: whatever somebody writes is filled, or refused where it stands.

use super::templates::{HEAD, own_reminder};
use proptest::prelude::*;
use tegoed::document::letter::LetterBlock;
use tegoed::language::LANGUAGES;
use tegoed::language::nl::DUTCH;
use tegoed::letter::kinds::step_kinds::REMINDER;
use tegoed::letter::library::built_in::BUILT_IN_KINDS;
use tegoed::letter::library::template_set::TemplateSet;
use tegoed::letter::templates::fault::TemplateFaultKind;
use tegoed::letter::templates::lint::find_faults;
use tegoed::letter::templates::variable::{TemplateValue, Variable, VariableKind as Holds};

/// Pieces of which templates that are right, and those that are not, are made.
const TEMPLATE_PIECES: &[&str] = &[
    "{{ amount }}",
    "{% if many %}",
    "{% elif reason %}",
    "{% else %}",
    "{% endif %}",
    "{% for line in lines %}",
    "{{ line.open }}",
    "{{ loop.index }}",
    "{% endfor %}",
    "\n\n{{ invoices }}\n\n",
    "{# remark #}",
    "tekst ",
    "\r\n",
    "subject: factuur",
    "\n",
    "\n\n",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{# ",
    " #}",
    "if ",
    "elif ",
    "else",
    "endif",
    "for line in lines",
    "endfor",
    "line.open",
    "amount",
    "many",
    "invoices",
    "statutory_notice",
    "reason == ",
    "\"forgot\"",
    "'",
    "(",
    ")",
    ".",
    "-",
    "|",
    "[naam]",
    "## ",
    "- ",
    "é🍷",
    "\u{1}",
    "\u{3}0\u{3}",
    "\u{feff}",
    " ",
];

proptest! {
    /// Whatever somebody writes: the place of each fault can be shown, and where nothing is wrong a letter comes out,
    /// unless it runs out of fuel or says no subject.
    #[test]
    fn any_text_is_a_template_or_says_why_not(
        scraps in prop::collection::vec(prop::sample::select(TEMPLATE_PIECES), 0..40),
        headed in any::<bool>(),
    ) {
        let head = if headed { HEAD } else { "" };
        let own = own_reminder(&(head.to_owned() + &scraps.concat()));
        let found = find_faults(&own.text, &own.requirements(&REMINDER));
        for fault in &found {
            prop_assert!(own.text.get(fault.span.clone()).is_some(), "{:?}", fault);
        }
        let shelf = TemplateSet::new(BUILT_IN_KINDS, vec![own.clone()], LANGUAGES);
        let template = shelf.find_template(&DUTCH, "reminder").expect("a template");
        let written = template.fill(placeholder_value);
        if let Some(wrong) = found.iter().find(|fault| fault.kind.is_fatal()) {
            prop_assert_eq!(&written.expect_err("it is wrong"), wrong);
        } else if let Err(fault) = written {
            prop_assert!(matches!(fault.kind, TemplateFaultKind::NoSubject), "{:?}", fault);
        }
    }
}

/// Something for every variable of a reminder.
fn placeholder_value(name: &str) -> Option<(&'static str, TemplateValue)> {
    let all = REMINDER.template_variables();
    let variable = all.into_iter().find(|variable| variable.name == name)?;
    let row = |fields: &'static [Variable]| {
        let fields = fields
            .iter()
            .map(|field| (field.name, TemplateValue::Count(1)));
        fields.collect::<Vec<_>>()
    };
    let given = match variable.kind {
        Holds::Bool => TemplateValue::Bool(true),
        Holds::Count => TemplateValue::Count(2),
        Holds::Block => TemplateValue::Blocks(vec![LetterBlock::Paragraph("blok".to_owned())]),
        Holds::List(fields) => TemplateValue::List(vec![row(fields), row(fields)]),
        _ => TemplateValue::Words("woord".to_owned()),
    };
    Some((variable.name, given))
}
