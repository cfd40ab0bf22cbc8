//! A word that fits nowhere: the likeliest reason, and the mend.

use super::common_mistakes;
use super::suggestion;
use crate::syntax::clause::Clause;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::open_slots::{OpenSlots, SlotOwner};
use crate::syntax::table::{Form, Slot};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// A word that none of the slots takes.
pub struct UnexpectedWord<'t> {
    /// The word, and what follows it.
    pub at: Input<'t>,
    /// What may still stand here.
    pub open: OpenSlots,
}

/// An argument that may stand once stands again.
pub fn repeated(slot: &Slot, owner: SlotOwner, span: Span) -> Diagnostic {
    let form = slot.forms.first().copied().unwrap_or(Form::Name);
    let (message, help) = match slot.clause {
        Some(clause) if slot.times.repeats() => (
            format!("expected `{clause}` once in {owner}, found it again"),
            "name them all behind the first one",
        ),
        Some(clause) => (
            format!("expected `{clause}` once in {owner}, found it again"),
            "leave one of the two out",
        ),
        None if matches!(form, Form::Amount | Form::AmountOrZero | Form::Balance) => (
            format!("expected one amount in {owner}, found a second"),
            "leave one of the two out; there are no blanks inside an amount",
        ),
        None => (
            format!("expected one {} in {owner}, found a second", form.noun()),
            "leave one of the two out",
        ),
    };
    kinds::REPEATED.at(span, message).help(help)
}

impl UnexpectedWord<'_> {
    /// Why it does not fit. `taken` is where it stands if it fits a slot that has its argument already.
    pub fn explain(&self, taken: Option<(&Slot, Span)>) -> Diagnostic {
        trap(self.at, self.found(), self.span())
            .or_else(|| self.misspelt_clause())
            .or_else(|| {
                self.clause_of_another()
                    .map(|found| common_mistakes::mend(self, found))
            })
            .or_else(|| self.key_in_header())
            .or_else(|| taken.map(|(slot, span)| repeated(slot, self.open.owner, span)))
            .unwrap_or_else(|| common_mistakes::mend(self, self.stranger()))
    }

    /// What to say about a word that no slot would take, filled or not.
    fn stranger(&self) -> Diagnostic {
        self.word_of_no_list()
            .or_else(|| self.unknown_clause())
            .unwrap_or_else(|| self.unexpected())
    }

    /// Whether the words are those of a header.
    pub const fn is_header(&self) -> bool {
        matches!(self.open.owner, SlotOwner::Keyword(_))
    }

    /// Whether a slot of this form has its argument.
    pub fn has(&self, form: &Form) -> bool {
        self.open
            .filled()
            .any(|slot| slot.clause.is_none() && slot.forms.contains(form))
    }

    /// Slots behind a clause word that does not stand yet.
    pub fn waiting_clauses(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        self.open.waiting().filter(|slot| slot.clause.is_some())
    }

    fn found(&self) -> &str {
        self.at.word().text
    }

    fn span(&self) -> Span {
        self.at.word().span()
    }

    fn is_word(&self) -> bool {
        self.found().starts_with(|c: char| c.is_ascii_alphabetic())
    }

    fn clauses(&self) -> impl Iterator<Item = &'static str> + use<> {
        let clauses = self.open.slots.iter().filter_map(|slot| slot.clause);
        clauses.map(Clause::word)
    }

    /// Slots told by their form that still wait for their argument.
    pub fn open(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        self.open.waiting().filter(|slot| slot.clause.is_none())
    }

    fn unknown(&self) -> Diagnostic {
        let message = format!(
            "expected a word that {} knows, found `{}`",
            self.open.owner,
            self.found()
        );
        kinds::UNKNOWN_CLAUSE.at(self.span(), message)
    }

    fn misspelt_clause(&self) -> Option<Diagnostic> {
        let word = self.is_word().then(|| self.found().to_lowercase())?;
        let dutch = common_mistakes::clause(&word)
            .filter(|clause| self.clauses().any(|known| known == *clause));
        let near = dutch.or_else(|| suggestion::nearest(&word, self.clauses()))?;
        Some(
            self.unknown()
                .help(format!("did you mean `{near}`?"))
                .suggested_fix(vec![Edit::replace(self.span(), near)]),
        )
    }

    fn clause_of_another(&self) -> Option<Diagnostic> {
        let all = DIRECTIVES.iter().flat_map(|directive| directive.slots);
        let known = all
            .filter_map(|slot| slot.clause)
            .any(|clause| clause.word() == self.found());
        known.then(|| self.unknown().help(self.known_words()))
    }

    fn word_of_no_list(&self) -> Option<Diagnostic> {
        let slot = self.open().find(|slot| {
            self.is_word() && matches!(slot.forms, [Form::Word(_) | Form::List(_), ..])
        })?;
        let found = self.found();
        let message = format!("expected {}, found `{found}`", expected(slot.forms));
        let told = near_word(
            kinds::BAD_VALUE.at(self.span(), message),
            slot.forms,
            found,
            self.span(),
        );
        // A single word that may be left out is expected of nobody: what is not like it is free text.
        let likely = slot.times.required() || !matches!(slot.forms, [Form::Word([_])]);
        (likely || told.fix.is_some()).then_some(told)
    }

    /// A key of the details, written in the header.
    fn key_in_header(&self) -> Option<Diagnostic> {
        let SlotOwner::Keyword(owner) = self.open.owner else {
            return None;
        };
        let directive = DIRECTIVES
            .iter()
            .find(|directive| directive.word == owner)?;
        let found = self.found().trim_end_matches(':');
        let key = directive.keys.iter().find(|key| key.word == found)?;
        let word = key.word;
        let help = format!("write it on an indented line below: `{word}: …`");
        Some(self.unknown().help(help))
    }

    fn unknown_clause(&self) -> Option<Diagnostic> {
        let behind = self.at.text.get(self.found().len()..).unwrap_or_default();
        (self.is_word() && is_value(behind)).then(|| self.unknown().help(self.known_words()))
    }

    fn known_words(&self) -> String {
        let known: Vec<&str> = self.clauses().collect();
        if known.is_empty() {
            return "free text stands behind ` | `".to_owned();
        }
        format!(
            "its words are: {}; free text stands behind ` | `",
            known.join(", ")
        )
    }

    fn unexpected(&self) -> Diagnostic {
        let required = self.open().find(|slot| slot.times.required());
        let first = self.open().next().filter(|_| self.open.filled == 0);
        let wanted = required.or(first);
        let (owner, found) = (self.open.owner, self.found());
        let message = match wanted {
            Some(slot) => format!(
                "expected {} in {owner}, found `{found}`",
                expected(slot.forms)
            ),
            None => format!("expected nothing more in {owner}, found `{found}`"),
        };
        let closed = wanted.is_some_and(|slot| slot.forms.iter().all(|form| form.is_closed()));
        let kind = match (owner, wanted) {
            (SlotOwner::Key(_), Some(_)) => &kinds::BAD_VALUE,
            _ if closed => &kinds::BAD_VALUE,
            _ => &kinds::UNEXPECTED_ARGUMENT,
        };
        let told = kind.at(self.span(), message);
        let digits = found.bytes().all(|byte| byte.is_ascii_digit());
        match (owner, wanted) {
            (SlotOwner::Key(_), Some(slot)) if digits && slot.forms.contains(&Form::Duration) => {
                told.help(format!("write its unit too, as in `{found} days`"))
            }
            (SlotOwner::Key(_), Some(_)) => told,
            (SlotOwner::Keyword(_), None) if self.is_word() => {
                let before = Span::new(self.span().start, self.span().start);
                told.help("put free text behind `|`")
                    .suggested_fix(vec![Edit::replace(before, "| ")])
            }
            _ => told.help("free text stands behind ` | `"),
        }
    }
}

/// "an amount such as 1210.00", or "one of `upheld`, `rejected`".
pub fn expected(forms: &[Form]) -> String {
    let each: Vec<String> = forms
        .iter()
        .map(|form| match form {
            Form::Word([only]) => format!("`{only}`"),
            Form::Word(list) | Form::List(list) => format!("one of `{}`", list.join("`, `")),
            form => form.expected().to_owned(),
        })
        .collect();
    each.join(" or ")
}

/// With the word of the list that is most like the one found.
pub fn near_word(diagnostic: Diagnostic, forms: &[Form], found: &str, span: Span) -> Diagnostic {
    let words = forms.iter().flat_map(|form| match form {
        Form::Word(list) | Form::List(list) => list,
        _ => &[] as &[&str],
    });
    match suggestion::nearest(&found.to_lowercase(), words.copied()) {
        Some(near) => diagnostic
            .help(format!("did you mean `{near}`?"))
            .suggested_fix(vec![Edit::replace(span, near)]),
        None => diagnostic,
    }
}

fn is_value(text: &str) -> bool {
    let word = Input::from(text).behind_blanks().word().text;
    word.starts_with(|c: char| c.is_ascii_digit() || "#@€".contains(c))
}

/// Things people type out of habit, each with its own answer.
fn trap(at: Input<'_>, found: &str, span: Span) -> Option<Diagnostic> {
    let first = found.chars().next()?;
    match first {
        ';' => {
            let line = at.text;
            let comment = line.trim_start_matches(';').trim_start();
            let end = span.start.saturating_add(
                u32::try_from(line.len().saturating_sub(comment.len())).unwrap_or(0),
            );
            Some(
                kinds::INLINE_COMMENT
                    .at(
                        span,
                        "expected arguments, found a comment: `;` only starts a line of its own",
                    )
                    .help("move it behind `|`")
                    .safe_fix(vec![Edit::replace(Span::new(span.start, end), "| ")]),
            )
        }
        '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '`' => Some(
            kinds::QUOTES
                .at(span, format!("expected a word, found the quote `{first}`"))
                .help("leave the quotes out; free text stands behind ` | `"),
        ),
        _ => None,
    }
}
