//! Completion for editors: what may stand at a place of a journal. It runs the rules and tables of the reader on the
//! text before the place.

use super::arguments::{clause_values, fitting_arguments};
use super::blank::{self, is_blank};
use super::clause::Clause;
use super::detail::{key_word, known_keys};
use super::dialect::Dialect;
use super::directive::{DIRECTIVES, keyword};
use super::header::{LastDateCache, leading_date};
use super::input::Input;
use super::lines::{SourceLine, SourceLineKind, find_bar, lines};
use super::parse_context::ParseContext;
use super::rule::Parsed;
use super::table::{Cardinality, Directive, Key, KeyValue, Slot};
use super::token::blanks;
use crate::syntax::entry::SourceText;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use nom::Parser;
use nom::combinator::opt;
use nom::sequence::preceded;

/// One suggestion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CompletionItem {
    /// A keyword.
    Keyword(&'static Directive),
    /// A clause word.
    Clause(Clause),
    /// A word of a closed list.
    Word(&'static str),
    /// An argument of this form.
    Form(ArgumentForm),
    /// A key, with its colon.
    Key(&'static Key),
}

impl CompletionItem {
    /// The text to insert; `None` where only the form is known.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Keyword(directive) => Some(directive.word()),
            Self::Clause(clause) => Some(clause.word()),
            Self::Word(word) => Some(word),
            Self::Key(key) => Some(key.word()),
            Self::Form(_) => None,
        }
    }
}

/// What may stand at the end of `before`, which is a file up to the place of completion. The last word is being typed,
/// so it is not looked at.
///
/// ```
/// use tegoed::syntax::{offer::{complete_at_end, CompletionItem}, table::ArgumentForm};
/// let words = |before| complete_at_end(before).into_iter().filter_map(CompletionItem::word).collect::<Vec<_>>();
/// assert!(words("2026-01-05 inv").contains(&"invoice"));
/// assert!(!words("2026-01-05 ").contains(&"customer"));
/// assert_eq!(words("2026-01-05 resolve #1 ")[..2], ["upheld", "rejected"]);
/// assert_eq!(complete_at_end("2026-01-05 invoice #1 due "), [CompletionItem::Form(ArgumentForm::Date)]);
/// assert_eq!(words("2026-01-05 sent reminder #1\n  rec"), ["received", "deadline", "costs", "bounced", "follow-up",
///     "document", "id", "allow", "spent", "cost", "owner"]);
/// ```
pub fn complete_at_end(before: &str) -> Vec<CompletionItem> {
    let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let (above, line) = before.split_at_checked(start).unwrap_or(("", before));
    if find_bar(line).is_some() {
        return Vec::new();
    }
    if line
        .as_bytes()
        .first()
        .is_some_and(|first| is_blank(*first))
    {
        return find_enclosing_header(above)
            .map_or_else(Vec::new, |header| complete_detail(&header, line));
    }
    complete_header(without_last_word(line)).map_or_else(|_| Vec::new(), |(_, offers)| offers)
}

/// The line without the word that is being typed at its end.
fn without_last_word(line: &str) -> Input<'_> {
    let last = line.bytes().rposition(is_blank);
    Input::from(line).first(last.map_or(0, |blank| blank.saturating_add(1)))
}

fn complete_header(line: Input<'_>) -> Parsed<'_, Vec<CompletionItem>> {
    let (line, day) = opt(leading_date(&LastDateCache::empty())).parse(line)?;
    let (line, known) = preceded(blanks, opt(keyword)).parse(line)?;
    let Some(directive) = known else {
        let fitting = DIRECTIVES.iter().copied();
        let fitting = fitting.filter(|known| known.kind.is_dated() == day.is_some());
        return Ok((line, fitting.map(CompletionItem::Keyword).collect()));
    };
    let owner = SlotOwner::Keyword(directive.word());
    Ok((line, complete_arguments(directive.slots, owner, line)))
}

/// What may follow these arguments of a keyword or a key.
fn complete_arguments(
    slots: &'static [Slot],
    owner: SlotOwner,
    typed: Input<'_>,
) -> Vec<CompletionItem> {
    let context = ParseContext::new(Dialect::default());
    if let Some(slot) = clause_without_value(slots, typed) {
        return items_of_forms(slot);
    }
    let mut taken = Vec::new();
    let Ok((_, open)) = fitting_arguments(slots, owner, &context, &mut taken, typed) else {
        return Vec::new();
    };
    let more = repeated_clause(slots, &context, typed).map_or_else(Vec::new, items_of_forms);
    let each = |slot: &'static Slot| match slot.clause {
        Some(clause) => vec![CompletionItem::Clause(clause)],
        None => items_of_forms(slot),
    };
    more.into_iter()
        .chain(open.available().flat_map(each))
        .collect()
}

/// The slot of the clause word that was typed last and still lacks its value.
fn clause_without_value(slots: &'static [Slot], typed: Input<'_>) -> Option<&'static Slot> {
    let last = typed.words().last()?.text;
    let is_last = |clause: Clause| clause.word() == last;
    slots.iter().find(|slot| slot.clause.is_some_and(is_last))
}

/// The slot of the last clause, where it takes several values and only its values follow its word.
fn repeated_clause(
    slots: &'static [Slot],
    context: &ParseContext,
    typed: Input<'_>,
) -> Option<&'static Slot> {
    let mut clauses = slots.iter().filter(|slot| slot.cardinality.is_repeatable());
    clauses.find(|slot| {
        let word = typed
            .words()
            .find(|word| slot.clause.is_some_and(|clause| clause.word() == word.text));
        word.is_some_and(|word| {
            let from = word.span().end.saturating_sub(typed.place) as usize;
            let (_, behind) = typed.split(from);
            let values = clause_values(slot, context, &mut Vec::new(), behind.behind_blanks());
            values.is_ok_and(|(rest, ())| rest.text.is_empty())
        })
    })
}

/// What a slot takes; each word of a list is a suggestion of its own.
fn items_of_forms(slot: &'static Slot) -> Vec<CompletionItem> {
    let each = |form: &'static ArgumentForm| match form {
        ArgumentForm::Word(list) => list.iter().map(|word| CompletionItem::Word(word)).collect(),
        ArgumentForm::List(list) => list.iter().map(|word| CompletionItem::Word(word)).collect(),
        form => vec![CompletionItem::Form(*form)],
    };
    slot.forms.iter().flat_map(each).collect()
}

/// The header that a detail at the end of a text belongs to, and the keys already under it.
struct EnclosingHeader<'t> {
    directive: &'static Directive,
    keys: Vec<&'t str>,
}

fn find_enclosing_header(above: &str) -> Option<EnclosingHeader<'_>> {
    let text = SourceText {
        str: above,
        base: 0,
    };
    let mut entry: Option<EnclosingHeader<'_>> = None;
    for line in lines(text) {
        match line.kind {
            SourceLineKind::Blank | SourceLineKind::Comment => {}
            SourceLineKind::Heading | SourceLineKind::Conflict => entry = None,
            SourceLineKind::Header => entry = read_enclosing_header(&line),
            SourceLineKind::Detail => {
                let key = key_word(line.input().behind_blanks());
                if let (Some(entry), Ok((_, key))) = (&mut entry, key) {
                    entry.keys.push(key.text);
                }
            }
        }
    }
    entry
}

fn read_enclosing_header<'t>(line: &SourceLine<'t>) -> Option<EnclosingHeader<'t>> {
    let (line, _) = opt(leading_date(&LastDateCache::empty()))
        .parse(line.input())
        .ok()?;
    let (_, directive) = preceded(blanks, keyword).parse(line).ok()?;
    Some(EnclosingHeader {
        directive,
        keys: Vec::new(),
    })
}

fn complete_detail(entry: &EnclosingHeader<'_>, line: &str) -> Vec<CompletionItem> {
    let inner = Input::from(blank::behind_blanks(line));
    let Ok((behind, word)) = key_word(inner) else {
        return unused_keys(entry);
    };
    let mut keys = known_keys(entry.directive);
    let known = keys.find(|key| key.word() == word.text);
    let is_rated = known.is_some_and(|key| matches!(key.value, KeyValue::Rated(_)));
    let behind_rate = behind.text.split_once(':').filter(|_| is_rated);
    let behind_rate = behind_rate.map(|(_, value)| value);
    let Some(value) = behind.text.strip_prefix(':').or(behind_rate) else {
        return match behind.text {
            "" => unused_keys(entry),
            _ if is_rated => vec![CompletionItem::Form(ArgumentForm::Vat)],
            _ => Vec::new(),
        };
    };
    let typed = without_last_word(value);
    match known.map(|key| (key.word(), &key.value)) {
        Some((_, KeyValue::Line)) => complete_item_line(typed),
        Some((word, value)) => {
            let mut items = Vec::new();
            for slots in value.ways() {
                let each = complete_arguments(slots, SlotOwner::Key(word), typed);
                let new = each.into_iter().filter(|item| !items.contains(item));
                let new: Vec<CompletionItem> = new.collect();
                items.extend(new);
            }
            items
        }
        None => Vec::new(),
    }
}

fn unused_keys(entry: &EnclosingHeader<'_>) -> Vec<CompletionItem> {
    let stands = |key: &Key| entry.keys.contains(&key.word());
    known_keys(entry.directive)
        .filter(|key| {
            let is_rated = matches!(key.value, KeyValue::Rated(_));
            is_rated || key.cardinality == Cardinality::ZeroOrMore || !stands(key)
        })
        .map(CompletionItem::Key)
        .collect()
}

/// What may follow these words of an `item-line`.
fn complete_item_line(typed: Input<'_>) -> Vec<CompletionItem> {
    match typed.words().last().map(|word| word.text) {
        None | Some("x") => vec![CompletionItem::Form(ArgumentForm::Amount)],
        Some("vat") => vec![CompletionItem::Form(ArgumentForm::Vat)],
        Some(_) if typed.words().any(|word| word.text == "vat") => Vec::new(),
        Some(_) => vec![
            CompletionItem::Word("x"),
            CompletionItem::Clause(Clause::Vat),
        ],
    }
}
