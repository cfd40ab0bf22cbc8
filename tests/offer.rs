//! What an editor may offer at a place is what the reader takes there: every place of every keyword by its table, and
//! every word of every sound journal here.

use crate::journals;

use tegoed::syntax::dialect::Dialect;
use tegoed::syntax::directive::DIRECTIVES;
use tegoed::syntax::entry::{Argument, Detail, DetailKey, Entry, State, Text, Value};
use tegoed::syntax::offer::{Offer, offer};
use tegoed::syntax::reader::{Reader, Visitor};
use tegoed::syntax::table::{ArgumentForm, Directive, KeyValue, Slot};
use tegoed::text::diagnostic::Sink;

/// The start of a header, up to its arguments.
fn header(directive: &Directive) -> String {
    let date = if directive.place.is_dated() {
        "2026-01-05 "
    } else {
        ""
    };
    format!("{date}{} ", directive.word)
}

/// Something that has a form.
fn example(form: &ArgumentForm) -> &'static str {
    match form {
        ArgumentForm::Invoice => "#2026-001",
        ArgumentForm::Customer => "@jansen",
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => "10.00",
        ArgumentForm::Date => "2026-01-31",
        ArgumentForm::Duration => "30 days",
        ArgumentForm::Spent => "20 min",
        ArgumentForm::Share => "21%",
        ArgumentForm::Word(list) | ArgumentForm::List(list) => list[0],
        ArgumentForm::Name => "standard",
        ArgumentForm::Count => "1",
        ArgumentForm::Mark => ",",
        ArgumentForm::Currency => "EUR",
        ArgumentForm::Path => "2025.tegoed",
    }
}

/// What one slot alone offers.
fn offers_of(slot: &Slot) -> Vec<Offer> {
    match slot.clause {
        Some(clause) => vec![Offer::Clause(clause)],
        None => values_of(slot),
    }
}

/// What may stand as the value of a slot.
fn values_of(slot: &Slot) -> Vec<Offer> {
    let each = |form: &ArgumentForm| match form {
        ArgumentForm::Word(list) | ArgumentForm::List(list) => {
            list.iter().map(|word| Offer::Word(word)).collect()
        }
        form => vec![Offer::Form(*form)],
    };
    slot.forms.iter().flat_map(each).collect()
}

/// Every place behind the arguments of some slots: nothing typed yet, each clause word, each slot filled.
fn every_place(before: &str, slots: &'static [Slot]) {
    let all: Vec<Offer> = slots.iter().flat_map(offers_of).collect();
    assert_eq!(offer(before), all, "{before}");
    for slot in slots {
        let clause = slot.clause.map_or(String::new(), |word| format!("{word} "));
        let behind = format!("{before}{clause}");
        if slot.clause.is_some() {
            assert_eq!(offer(&behind), values_of(slot), "{behind}");
        }
        for form in slot.forms {
            if *form == ArgumentForm::Path {
                continue;
            }
            let filled = format!("{behind}{} ", example(form));
            let again = offer(&filled);
            assert!(
                slot.clause.is_none() || !again.contains(&offers_of(slot)[0]),
                "{filled}: its clause word stands once"
            );
            let others = slots.iter().filter(|other| *other != slot);
            let others: Vec<Offer> = others.flat_map(offers_of).collect();
            for value in values_of(slot).iter().filter(|it| !others.contains(it)) {
                let offered = again.contains(value);
                assert_eq!(offered, slot.times.repeats(), "{filled}: {again:?}");
            }
            for other in slots.iter().filter(|other| *other != slot) {
                for wanted in offers_of(other) {
                    assert!(again.contains(&wanted), "{filled}: no {wanted:?}");
                }
            }
        }
    }
}

#[test]
fn every_place_of_every_keyword_offers_what_its_table_takes() {
    for directive in DIRECTIVES {
        let typed = header(directive);
        let keyword = typed.trim_end();
        let offered = offer(&keyword[..keyword.len() - 1]);
        assert!(offered.contains(&Offer::Keyword(directive)), "{typed}");
        every_place(&typed, directive.slots);
        assert_eq!(offer(&format!("{typed}| ")), [], "{typed}: free text");
        for key in directive.keys {
            let keys = offer(&format!("{typed}\n  "));
            assert!(keys.contains(&Offer::Key(key)), "{typed}: {}", key.word);
            let line = format!("{typed}\n  {}: ", key.word);
            match key.value {
                KeyValue::Slots(slots) => every_place(&line, slots),
                KeyValue::Text => assert_eq!(offer(&line), [], "{line}"),
                KeyValue::Line => {
                    assert_eq!(offer(&line), [Offer::Form(ArgumentForm::Amount)], "{line}");
                }
            }
        }
    }
}

#[test]
fn a_key_that_stands_once_is_not_offered_again() {
    let before = "2026-01-05 sent reminder #1\n  received: 2026-01-06\n  document: a.pdf\n  ";
    let words: Vec<_> = offer(before).into_iter().filter_map(Offer::word).collect();
    assert!(!words.contains(&"received"), "{words:?}");
    assert!(words.contains(&"document"), "{words:?}");
    assert_eq!(offer("# Heading\n  "), [], "a detail of nothing");
}

/// Asks at every place where a word stands whether it was offered.
struct Asker<'t> {
    whole: &'t str,
    asked: usize,
}

impl Asker<'_> {
    fn offers(&mut self, place: u32) -> Vec<Offer> {
        self.asked += 1;
        offer(&self.whole[..place as usize])
    }

    fn argument(&mut self, argument: &Argument) {
        let offers = self.offers(argument.span.start);
        let letters = &self.whole[argument.span.start as usize..argument.span.end as usize];
        let fits = |offered: &Offer| match (offered, argument.value) {
            (Offer::Word(word), Value::Word(written)) => *word == written,
            (Offer::Word(word), Value::Name) => letters.split(',').any(|part| part == *word),
            (Offer::Form(form), value) => has_form(*form, value),
            _ => false,
        };
        let clause_offered = argument
            .clause
            .is_some_and(|clause| offers.contains(&Offer::Clause(clause)));
        assert!(
            offers.iter().any(fits) && !clause_offered,
            "{letters}: {offers:?}"
        );
    }

    fn detail(&mut self, entry: &Entry, detail: &Detail) {
        let DetailKey::Known(key) = detail.key else {
            return;
        };
        let offers = self.offers(detail.key_span.start);
        assert!(offers.contains(&Offer::Key(key)), "{}", key.word);
        if key.value != KeyValue::Line {
            let arguments = entry.arguments_of(detail);
            for argument in arguments {
                self.argument(argument);
            }
        }
    }
}

fn has_form(form: ArgumentForm, value: Value) -> bool {
    match form {
        ArgumentForm::Invoice => value == Value::Invoice,
        ArgumentForm::Customer => value == Value::Customer,
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => {
            matches!(value, Value::Amount(_))
        }
        ArgumentForm::Date => matches!(value, Value::Date(_)),
        ArgumentForm::Duration | ArgumentForm::Spent => matches!(value, Value::Duration(_)),
        ArgumentForm::Share => matches!(value, Value::Share(_)),
        ArgumentForm::Word(_) | ArgumentForm::List(_) => false,
        ArgumentForm::Name | ArgumentForm::Path => value == Value::Name,
        ArgumentForm::Count => matches!(value, Value::Count(_)),
        ArgumentForm::Mark => matches!(value, Value::Mark(_)),
        ArgumentForm::Currency => matches!(value, Value::Currency(_)),
    }
}

impl Visitor for Asker<'_> {
    fn entry(&mut self, entry: &Entry, _: Text<'_>, _: &mut Sink) {
        if entry.state != State::Whole {
            return;
        }
        let offers = self.offers(entry.keyword.start);
        assert!(offers.contains(&Offer::Keyword(entry.directive)));
        for argument in entry.header_arguments() {
            self.argument(argument);
        }
        for detail in &entry.details {
            self.detail(entry, detail);
        }
    }
}

#[test]
fn every_word_of_every_journal_is_offered_where_it_stands() {
    let mut asked = 0;
    for (_, text) in journals::all_text() {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut asker = Asker {
            whole: bare,
            asked: 0,
        };
        let text = Text { str: bare, base: 0 };
        Reader::new(Dialect::default()).read(text, &[], &mut asker, &mut Sink::default());
        asked += asker.asked;
    }
    assert!(asked > 5_000, "only {asked} places were asked");
}
