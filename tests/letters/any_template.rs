//! Templates made of scraps: whatever somebody writes is filled, or refused where it stands.

use super::templates::{HEAD, own};
use proptest::prelude::*;
use tegoed::document::letter::LetterBlock;
use tegoed::letter::templates::fault::Sort;
use tegoed::letter::templates::given::{Given, Sort as Holds, Variable};
use tegoed::letter::templates::lint::faults;
use tegoed::letter::templates::shelf::Shelf;
use tegoed::letter::variables::Knows;

/// Pieces of which templates that are right, and those that are not, are made.
const SCRAPS: &[&str] = &[
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
        scraps in prop::collection::vec(prop::sample::select(SCRAPS), 0..40),
        headed in any::<bool>(),
    ) {
        let head = if headed { HEAD } else { "" };
        let own = own(&(head.to_owned() + &scraps.concat()));
        let found = faults(&own.text, &own.purpose());
        for fault in &found {
            prop_assert!(own.text.get(fault.span.clone()).is_some(), "{:?}", fault);
        }
        let shelf = Shelf::with(vec![own.clone()]);
        let template = shelf.find("nl", "reminder").expect("a template");
        let written = template.write(stand_in);
        if let Some(wrong) = found.iter().find(|fault| fault.sort.refuses()) {
            prop_assert_eq!(&written.expect_err("it is wrong"), wrong);
        } else if let Err(fault) = written {
            prop_assert!(matches!(fault.sort, Sort::NoSubject), "{:?}", fault);
        }
    }
}

/// Something for every variable of a reminder.
fn stand_in(name: &str) -> Option<(&'static str, Given)> {
    let all = Knows::Demanding.variables();
    let variable = all.into_iter().find(|variable| variable.name == name)?;
    let row = |fields: &'static [Variable]| {
        let fields = fields.iter().map(|field| (field.name, Given::Count(1)));
        fields.collect::<Vec<_>>()
    };
    let given = match variable.sort {
        Holds::YesNo => Given::Holds(true),
        Holds::Count => Given::Count(2),
        Holds::Block => Given::Parts(vec![LetterBlock::Paragraph("blok".to_owned())]),
        Holds::List(fields) => Given::List(vec![row(fields), row(fields)]),
        _ => Given::Words("woord".to_owned()),
    };
    Some((variable.name, given))
}
