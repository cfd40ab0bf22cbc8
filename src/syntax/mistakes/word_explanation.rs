//! Explains a word that fits nowhere: the likeliest reason, and the fix.

use super::common_mistakes;
use super::dutch_words::from_dutch;
use super::glued_words;
use super::suggestion;
use super::unexpected_word::UnexpectedWord;
use super::untaxed_words;
use super::unusual_char::quotation_mark;
use super::vat_words;
use crate::syntax::clause::Clause;
use crate::syntax::date::{date, day_in_words};
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::first_byte::FirstByte;
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::table::{DirectiveKind, Slot};
use crate::syntax::value;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;

/// The finding about an argument that may stand once and stands again.
pub fn repeated_argument(slot: &Slot, owner: SlotOwner, span: Span) -> Diagnostic {
    let form = slot.forms.first().copied().unwrap_or(ArgumentForm::Name);
    let problem = match slot.clause {
        Some(clause) => {
            let clause = clause.word();
            Wanted::OneClause { owner, clause }.but_found(Found::Again)
        }
        None => Wanted::OneArgument { owner, form }.but_found(Found::Second),
    };
    let is_amount = matches!(
        form,
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance
    );
    let help = match slot.clause {
        Some(_) if slot.cardinality.is_repeatable() => Help::NameAllBehindFirst,
        None if is_amount => Help::LeaveOneAmountOut,
        None => Help::LeaveOneOut,
        Some(_) if matches!(form, ArgumentForm::Vat) && matches!(owner, SlotOwner::Keyword(_)) => {
            Help::OneRateOrLines
        }
        Some(_) => Help::LeaveOneOut,
    };
    kinds::REPEATED.at(span, problem).help(help)
}

impl UnexpectedWord<'_> {
    /// The finding about the word. `taken` is a slot that the word fits but that has its argument already, and the
    /// place of the word.
    pub fn explain(&self, taken: Option<(&Slot, Span)>) -> Diagnostic {
        self.trap()
            .or_else(|| self.day_in_words())
            .or_else(|| self.keyword_again())
            .or_else(|| common_mistakes::phrase_of_list(self))
            .or_else(|| vat_words::amount_without_vat(self))
            .or_else(|| untaxed_words::word_about_vat(self))
            .or_else(|| glued_words::glued_clause(self))
            .or_else(|| self.misspelt_clause())
            .or_else(|| self.misspelt_choice())
            .or_else(|| {
                self.clause_of_another()
                    .map(|found| common_mistakes::add_fix(self, found))
            })
            .or_else(|| self.key_in_header())
            .or_else(|| taken.and_then(|(slot, _)| self.thousands_apart(slot)))
            .or_else(|| taken.and_then(|(slot, _)| self.number_taken_for_amount(slot)))
            .or_else(|| {
                taken.map(|(slot, span)| repeated_argument(slot, self.open_slots.owner, span))
            })
            .unwrap_or_else(|| common_mistakes::add_fix(self, self.explain_unknown_word()))
    }

    /// A day with the name of its month, where a day may stand.
    fn day_in_words(&self) -> Option<Diagnostic> {
        let takes = |slot: &Slot| slot.forms.contains(&ArgumentForm::Date);
        let may_stand = self.waiting_arguments().any(takes);
        may_stand.then(|| day_in_words(self.input)).flatten()
    }

    /// The finding about the keyword of the entry, written again.
    fn keyword_again(&self) -> Option<Diagnostic> {
        let SlotOwner::Keyword(keyword) = self.open_slots.owner else {
            return None;
        };
        if keyword != self.text() || !self.taken.is_empty() {
            return None;
        }
        let behind = self.input.split(self.text().len()).1.behind_blanks();
        let problem = Wanted::NothingMore(self.open_slots.owner).but_found(Found::Again);
        let again = Span::new(self.span().start, behind.place);
        Some(
            kinds::UNEXPECTED_ARGUMENT
                .at(self.span(), problem)
                .help(Help::LeaveOut(keyword.into()))
                .suggested_fix(vec![Edit::replace(again, "")]),
        )
    }

    /// The finding about a word that fits no slot at all.
    fn explain_unknown_word(&self) -> Diagnostic {
        self.unlisted_word()
            .or_else(|| self.unknown_clause())
            .unwrap_or_else(|| self.unexpected())
    }

    fn unknown_clause_found(&self) -> Diagnostic {
        let wanted = Wanted::ClauseOf(self.open_slots.owner);
        kinds::UNKNOWN_CLAUSE.at(self.span(), wanted.but_found_word(self.text()))
    }

    fn misspelt_clause(&self) -> Option<Diagnostic> {
        let word = self.is_word().then(|| self.text().to_lowercase())?;
        let before_value = |clause: &&'static str| self.may_stand_here(clause);
        let dutch = from_dutch(&word, self.clauses().filter(before_value));
        let near =
            dutch.or_else(|| suggestion::nearest(&word, self.clauses().filter(before_value)))?;
        Some(
            self.unknown_clause_found()
                .help(Help::DidYouMean(near))
                .suggested_fix(vec![Edit::replace(self.span(), near)]),
        )
    }

    /// Whether what stands behind the word begins as a value of this clause does; where nothing stands there, it may be
    /// left out.
    fn may_stand_here(&self, clause: &str) -> bool {
        let behind = self.input.split(self.text().len()).1.behind_blanks();
        let mut slots = self.open_slots.slots.iter();
        let slot = slots.find(|slot| slot.clause.map(Clause::word) == Some(clause));
        let Some(first) = behind.text.as_bytes().first() else {
            return true;
        };
        slot.is_some_and(|slot| {
            let by_byte = FirstByte::from_byte(first.to_ascii_lowercase());
            let mut forms = slot.forms.iter();
            forms.any(|form| {
                FirstByte::for_form(*form).intersects(by_byte) && !is_word_of_no_list(form, behind)
            })
        })
    }

    /// A word like one of a list that may stand here beside other things: `unkown` for `unknown`.
    fn misspelt_choice(&self) -> Option<Diagnostic> {
        let word = self.is_word().then(|| self.text().to_lowercase())?;
        let slot = self.waiting_arguments().find(|slot| {
            let beside = !matches!(
                slot.forms,
                [ArgumentForm::Word(_) | ArgumentForm::List(_), ..]
            );
            beside && near_listed(slot.forms, &word).is_some()
        })?;
        let problem = Wanted::Argument(slot.forms).but_found_word(self.text());
        let told = kinds::BAD_VALUE.at(self.span(), problem);
        Some(near_word(told, slot.forms, self.text(), self.span()))
    }

    fn clause_of_another(&self) -> Option<Diagnostic> {
        let all = DIRECTIVES.iter().flat_map(|directive| directive.slots);
        let known = all
            .filter_map(|slot| slot.clause)
            .any(|clause| clause.word() == self.text());
        known.then(|| self.explain_clause())
    }

    /// A word like a clause word that this keyword does not know.
    fn explain_clause(&self) -> Diagnostic {
        let found = self.unknown_clause_found();
        match self.clause_for_next_day() {
            Some(clause) => found
                .help(Help::DidYouMean(clause))
                .suggested_fix(vec![Edit::replace(self.span(), clause)]),
            None => found.help(self.meant_or_known_words()),
        }
    }

    /// Where a day stands behind a clause word of other keywords: the one word that a day may stand behind here.
    fn clause_for_next_day(&self) -> Option<&'static str> {
        let behind = self.input.split(self.text().len()).1.behind_blanks();
        date(behind).ok()?;
        let mut waiting = self.open_slots.available().filter_map(|slot| {
            let clause = slot.clause?;
            slot.forms
                .contains(&ArgumentForm::Date)
                .then(|| clause.word())
        });
        let only = waiting.next()?;
        waiting.next().is_none().then_some(only)
    }

    fn unlisted_word(&self) -> Option<Diagnostic> {
        let slot = self.waiting_arguments().find(|slot| {
            self.is_word()
                && matches!(
                    slot.forms,
                    [ArgumentForm::Word(_) | ArgumentForm::List(_), ..]
                )
        })?;
        let found = self.text();
        let problem = Wanted::Argument(slot.forms).but_found_word(found);
        let told = kinds::BAD_VALUE.at(self.span(), problem);
        let told = near_word(told, slot.forms, found, self.span());
        // An optional single word is not listed as expected: a word that does not resemble it is more likely free text.
        let likely =
            slot.cardinality.is_required() || !matches!(slot.forms, [ArgumentForm::Word([_])]);
        (likely || told.fix.is_some()).then_some(told)
    }

    /// The finding about a key of the details that is written in the header.
    fn key_in_header(&self) -> Option<Diagnostic> {
        let SlotOwner::Keyword(owner) = self.open_slots.owner else {
            return None;
        };
        let directive = DIRECTIVES
            .iter()
            .find(|directive| directive.word() == owner)?;
        let found = self.text().trim_end_matches(':');
        let key = directive.keys.iter().find(|key| key.word() == found)?;
        Some(
            self.unknown_clause_found()
                .help(Help::WriteKeyBelow(key.word())),
        )
    }

    fn unknown_clause(&self) -> Option<Diagnostic> {
        let behind = self.input.text.get(self.text().len()..).unwrap_or_default();
        (self.is_word() && is_value(behind)).then(|| self.explain_clause())
    }

    fn meant_or_known_words(&self) -> Help {
        self.help_for_meaning()
            .unwrap_or_else(|| self.known_words())
    }

    fn known_words(&self) -> Help {
        Help::KnownClauses(self.clauses().collect())
    }

    /// For a number in the header of a keyword that has its amounts below: a plan.
    fn key_for_amounts(&self) -> Option<Box<[Box<str>]>> {
        let SlotOwner::Keyword(owner) = self.open_slots.owner else {
            return None;
        };
        let mut all = DIRECTIVES.iter();
        let directive = all.find(|directive| directive.word() == owner)?;
        let takes = |slot: &Slot| slot.forms == [ArgumentForm::Amount];
        if directive.kind != DirectiveKind::Contact || directive.slots.iter().any(takes) {
            return None;
        }
        let mut keys = directive.keys.iter();
        let key = keys.find(|key| key.value.ways().flatten().any(takes))?;
        Some(key.examples())
    }

    fn unexpected(&self) -> Diagnostic {
        let required = self
            .waiting_arguments()
            .find(|slot| slot.cardinality.is_required());
        let first = self
            .waiting_arguments()
            .next()
            .filter(|_| self.open_slots.filled == 0);
        let wanted = required.or(first);
        let (owner, found) = (self.open_slots.owner, self.text());
        let problem = match wanted {
            Some(slot) => Wanted::ArgumentOf {
                owner,
                clause: None,
                forms: slot.forms,
            },
            None => Wanted::NothingMore(owner),
        }
        .but_found_word(found);
        let closed = wanted.is_some_and(|slot| slot.forms.iter().all(is_closed));
        let kind = match (owner, wanted) {
            (SlotOwner::Key(_), Some(_)) => &kinds::BAD_VALUE,
            _ if closed => &kinds::BAD_VALUE,
            _ => &kinds::UNEXPECTED_ARGUMENT,
        };
        let told = kind.at(self.span(), problem);
        if let (SlotOwner::Keyword(_), Some(help)) = (owner, self.help_for_meaning()) {
            return told.help(help);
        }
        let digits = found.bytes().all(|byte| byte.is_ascii_digit());
        match (owner, wanted) {
            (SlotOwner::Key(_), Some(slot))
                if digits
                    && slot.forms.iter().any(|form| {
                        matches!(form, ArgumentForm::Duration | ArgumentForm::Terms)
                    }) =>
            {
                told.help(Help::WriteUnit(found.into()))
            }
            (SlotOwner::Key(_), Some(slot)) => {
                vat_words::add_code_fix(slot.forms, self.input.word(), told)
            }
            (SlotOwner::Keyword(_), None) if !self.is_prose() => match self.key_for_amounts() {
                Some(lines) => told.help(Help::ForExample(lines)),
                None => told.help(self.known_words()),
            },
            (SlotOwner::Keyword(_), None) if self.is_word() => {
                let before = Span::new(self.span().start, self.span().start);
                told.help(Help::PutRestBehindBar)
                    .suggested_fix(vec![Edit::replace(before, "| ")])
            }
            _ => told.help(Help::FreeTextBehindBar),
        }
    }

    /// The finding about a comment or a quotation mark among the arguments.
    fn trap(&self) -> Option<Diagnostic> {
        let (at, span) = (self.input, self.span());
        let first = at.text.chars().next()?;
        match first {
            ';' => {
                let line = at.text;
                let comment = line.trim_start_matches(';').trim_start();
                let end = span.start.saturating_add(
                    u32::try_from(line.len().saturating_sub(comment.len())).unwrap_or(0),
                );
                let problem = Wanted::Arguments.but_found(Found::CommentBehindArguments);
                let (help, written) = if self.is_header() {
                    (Help::MoveBehindBar, "| ")
                } else {
                    (Help::PutCommentBelow, "\n  ; ")
                };
                let told = kinds::INLINE_COMMENT.at(span, problem).help(help);
                // What is still awaited may stand behind the mark.
                Some(if self.is_complete() {
                    told.safe_fix(vec![Edit::replace(Span::new(span.start, end), written)])
                } else {
                    told
                })
            }
            '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '`' => {
                Some(quotation_mark(first, span))
            }
            _ => None,
        }
    }
}

/// Whether values of this form come from so small a set that another word in its place must be a wrong value.
const fn is_closed(form: &ArgumentForm) -> bool {
    matches!(
        form,
        ArgumentForm::Word(_)
            | ArgumentForm::List(_)
            | ArgumentForm::Count
            | ArgumentForm::Mark
            | ArgumentForm::Currency
    )
}

/// Adds the word of the list that is most similar to the one found.
pub fn near_word(
    diagnostic: Diagnostic,
    forms: &[ArgumentForm],
    found: &str,
    span: Span,
) -> Diagnostic {
    match near_listed(forms, &found.to_lowercase()) {
        Some(near) => diagnostic
            .help(Help::DidYouMean(near))
            .suggested_fix(vec![Edit::replace(span, near)]),
        None => diagnostic,
    }
}

/// The word of the lists that a word, in small letters, is Dutch for or resembles.
fn near_listed(forms: &[ArgumentForm], word: &str) -> Option<&'static str> {
    let words = suggestion::listed_words(forms);
    from_dutch(word, words.clone()).or_else(|| suggestion::nearest(word, words))
}

/// Whether a form is a closed list, and the word that stands here is neither in it nor like one of it.
fn is_word_of_no_list(form: &ArgumentForm, at: Input<'_>) -> bool {
    let word = at.word().text.to_lowercase();
    match form {
        ArgumentForm::Word(list) => {
            !list.contains(&word.as_str()) && near_listed(&[*form], &word).is_none()
        }
        ArgumentForm::List(_) => {
            near_listed(&[*form], word.split(',').next().unwrap_or_default()).is_none()
        }
        ArgumentForm::Milestone => !matches!(word.as_str(), value::MILESTONE | "mijlpaal"),
        _ => false,
    }
}

fn is_value(text: &str) -> bool {
    let word = Input::from(text).behind_blanks().word().text;
    word.starts_with(|c: char| c.is_ascii_digit() || "#@€".contains(c))
}
