//! What an editor may offer at a place is what the reader takes there: every place of every keyword by its table, and
//! every word of every sound journal here.

use crate::journals;

use tegoed::syntax::dialect::Dialect;
use tegoed::syntax::directive::DIRECTIVES;
use tegoed::syntax::entry::{
    Argument, ArgumentValue, Detail, DetailKey, Entry, EntryState, SourceText,
};
use tegoed::syntax::offer::{CompletionItem, complete_at_end};
use tegoed::syntax::reader::{EntryVisitor, JournalReader};
use tegoed::syntax::table::{ArgumentForm, Directive, KeyValue, Slot};
use tegoed::text::diagnostic::Sink;

/// The start of a header, up to its arguments.
fn header_start(directive: &Directive) -> String {
    let date = if directive.kind.is_dated() {
        "2026-01-05 "
    } else {
        ""
    };
    format!("{date}{} ", directive.word())
}

/// Something that has a form.
fn example_of_form(form: &ArgumentForm) -> &'static str {
    match form {
        ArgumentForm::Invoice => "#2026-001",
        ArgumentForm::Customer => "@jansen",
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => "10.00",
        ArgumentForm::Date => "2026-01-31",
        ArgumentForm::Duration | ArgumentForm::Terms => "30 days",
        ArgumentForm::Spent => "20 min",
        ArgumentForm::Share | ArgumentForm::Vat => "21%",
        ArgumentForm::Period => "2026-Q1",
        ArgumentForm::VatBox => "1a",
        ArgumentForm::LedgerAccount => "8000",
        ArgumentForm::Word(list) | ArgumentForm::List(list) => list[0],
        ArgumentForm::Name => "standard",
        ArgumentForm::Milestone => "milestone halfway",
        ArgumentForm::Repetitions => "6",
        ArgumentForm::Count => "1",
        ArgumentForm::Mark => ",",
        ArgumentForm::Currency => "EUR",
        ArgumentForm::Path => "2025.tegoed",
    }
}

/// What one slot alone offers.
fn slot_offers(slot: &Slot) -> Vec<CompletionItem> {
    match slot.clause {
        Some(clause) => vec![CompletionItem::Clause(clause)],
        None => value_offers(slot),
    }
}

/// What may stand as the value of a slot.
fn value_offers(slot: &Slot) -> Vec<CompletionItem> {
    let each = |form: &ArgumentForm| match form {
        ArgumentForm::Word(list) | ArgumentForm::List(list) => {
            list.iter().map(|word| CompletionItem::Word(word)).collect()
        }
        form => vec![CompletionItem::Form(*form)],
    };
    slot.forms.iter().flat_map(each).collect()
}

/// Every place behind the arguments of some slots: nothing typed yet, each clause word, each slot filled.
fn assert_every_place(before: &str, slots: &'static [Slot]) {
    let all: Vec<CompletionItem> = slots.iter().flat_map(slot_offers).collect();
    assert_eq!(complete_at_end(before), all, "{before}");
    for slot in slots {
        let clause = slot.clause.map_or(String::new(), |word| format!("{word} "));
        let behind = format!("{before}{clause}");
        if slot.clause.is_some() {
            assert_eq!(complete_at_end(&behind), value_offers(slot), "{behind}");
        }
        for form in slot.forms {
            if *form == ArgumentForm::Path {
                continue;
            }
            let filled = format!("{behind}{} ", example_of_form(form));
            let again = complete_at_end(&filled);
            assert!(
                slot.clause.is_none() || !again.contains(&slot_offers(slot)[0]),
                "{filled}: its clause word stands once"
            );
            let others = slots.iter().filter(|other| *other != slot);
            let others: Vec<CompletionItem> = others.flat_map(slot_offers).collect();
            for value in value_offers(slot).iter().filter(|it| !others.contains(it)) {
                let offered = again.contains(value);
                assert_eq!(
                    offered,
                    slot.cardinality.is_repeatable(),
                    "{filled}: {again:?}"
                );
            }
            for other in slots.iter().filter(|other| *other != slot) {
                for wanted in slot_offers(other) {
                    assert!(again.contains(&wanted), "{filled}: no {wanted:?}");
                }
            }
        }
    }
}

#[test]
fn every_place_of_every_keyword_offers_what_its_table_takes() {
    for directive in DIRECTIVES {
        let typed = header_start(directive);
        let keyword = typed.trim_end();
        let offered = complete_at_end(&keyword[..keyword.len() - 1]);
        assert!(
            offered.contains(&CompletionItem::Keyword(directive)),
            "{typed}"
        );
        assert_every_place(&typed, directive.slots);
        assert_eq!(
            complete_at_end(&format!("{typed}| ")),
            [],
            "{typed}: free text"
        );
        for key in directive.keys {
            let keys = complete_at_end(&format!("{typed}\n  "));
            assert!(
                keys.contains(&CompletionItem::Key(key)),
                "{typed}: {}",
                key.word()
            );
            let line = format!("{typed}\n  {}: ", key.word());
            match key.value {
                KeyValue::Slots(slots) => assert_every_place(&line, slots),
                KeyValue::Rated(slots) => {
                    assert_every_place(&line, slots);
                    let rate = format!("{typed}\n  {} ", key.word());
                    let offered = [CompletionItem::Form(ArgumentForm::Vat)];
                    assert_eq!(complete_at_end(&rate), offered, "{rate}");
                    assert_every_place(&format!("{rate}21%: "), slots);
                }
                KeyValue::OneOf(ways) => {
                    let offered = complete_at_end(&line);
                    let mut wanted = ways.iter().flat_map(|slots| *slots).flat_map(slot_offers);
                    assert!(wanted.all(|item| offered.contains(&item)), "{line}");
                }
                KeyValue::Text => assert_eq!(complete_at_end(&line), [], "{line}"),
                KeyValue::Line => {
                    assert_eq!(
                        complete_at_end(&line),
                        [CompletionItem::Form(ArgumentForm::Amount)],
                        "{line}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_key_that_stands_once_is_not_offered_again() {
    let before = "2026-01-05 sent reminder #1\n  received: 2026-01-06\n  document: a.pdf\n  ";
    let words: Vec<_> = complete_at_end(before)
        .into_iter()
        .filter_map(CompletionItem::word)
        .collect();
    assert!(!words.contains(&"received"), "{words:?}");
    assert!(words.contains(&"document"), "{words:?}");
    assert_eq!(complete_at_end("# Heading\n  "), [], "a detail of nothing");
}

/// Asks at every place where a word stands whether it was offered.
struct OfferChecker<'t> {
    whole: &'t str,
    asked: usize,
}

impl OfferChecker<'_> {
    fn offers_at(&mut self, place: u32) -> Vec<CompletionItem> {
        self.asked += 1;
        complete_at_end(&self.whole[..place as usize])
    }

    fn check_argument(&mut self, argument: &Argument) {
        let offers = self.offers_at(argument.span.start);
        let letters = &self.whole[argument.span.start as usize..argument.span.end as usize];
        let fits = |offered: &CompletionItem| match (offered, argument.value) {
            (CompletionItem::Word(word), ArgumentValue::Word(written)) => *word == written,
            (CompletionItem::Word(word), ArgumentValue::Name) => {
                letters.split(',').any(|part| part == *word)
            }
            (CompletionItem::Form(form), value) => has_form(*form, value),
            _ => false,
        };
        let clause_offered = argument
            .clause
            .is_some_and(|clause| offers.contains(&CompletionItem::Clause(clause)));
        assert!(
            offers.iter().any(fits) && !clause_offered,
            "{letters}: {offers:?}"
        );
    }

    fn check_detail(&mut self, entry: &Entry, detail: &Detail) {
        let DetailKey::Known(key) = detail.key else {
            return;
        };
        let offers = self.offers_at(detail.key_span.start);
        assert!(offers.contains(&CompletionItem::Key(key)), "{}", key.word());
        if key.value != KeyValue::Line {
            let arguments = entry.arguments_of(detail);
            for argument in arguments {
                self.check_argument(argument);
            }
        }
    }
}

fn has_form(form: ArgumentForm, value: ArgumentValue) -> bool {
    match form {
        ArgumentForm::Invoice => value == ArgumentValue::Invoice,
        ArgumentForm::Customer => value == ArgumentValue::Customer,
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => {
            matches!(value, ArgumentValue::Amount(_))
        }
        ArgumentForm::Date => matches!(value, ArgumentValue::Date(_)),
        ArgumentForm::Duration | ArgumentForm::Spent => matches!(value, ArgumentValue::Duration(_)),
        ArgumentForm::Terms => matches!(value, ArgumentValue::Terms(_)),
        ArgumentForm::Share => matches!(value, ArgumentValue::Share(_)),
        ArgumentForm::Vat => matches!(value, ArgumentValue::Vat(_)),
        ArgumentForm::Period => matches!(value, ArgumentValue::Period(_)),
        ArgumentForm::Word(_) | ArgumentForm::List(_) => false,
        ArgumentForm::Name
        | ArgumentForm::Path
        | ArgumentForm::Milestone
        | ArgumentForm::LedgerAccount
        | ArgumentForm::VatBox => value == ArgumentValue::Name,
        ArgumentForm::Count | ArgumentForm::Repetitions => matches!(value, ArgumentValue::Count(_)),
        ArgumentForm::Mark => matches!(value, ArgumentValue::Mark(_)),
        ArgumentForm::Currency => matches!(value, ArgumentValue::Currency(_)),
    }
}

impl EntryVisitor for OfferChecker<'_> {
    fn visit_entry(&mut self, entry: &Entry, _: SourceText<'_>, _: &mut Sink) {
        if entry.state != EntryState::Whole {
            return;
        }
        let offers = self.offers_at(entry.keyword.start);
        assert!(offers.contains(&CompletionItem::Keyword(entry.directive)));
        for argument in entry.header_arguments() {
            self.check_argument(argument);
        }
        for detail in &entry.details {
            self.check_detail(entry, detail);
        }
    }
}

#[test]
fn every_word_of_every_journal_is_offered_where_it_stands() {
    let mut asked = 0;
    for (_, text) in journals::all_text_journals() {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut asker = OfferChecker {
            whole: bare,
            asked: 0,
        };
        let text = SourceText { str: bare, base: 0 };
        JournalReader::new(Dialect::default()).read(text, &[], &mut asker, &mut Sink::default());
        asked += asker.asked;
    }
    assert!(asked > 5_000, "only {asked} places were asked");
}
