//! The names that a template uses, held against those that its letter has.

use super::fault::{Fault, Sort};
use super::given::{Sort as Holds, Variable};
use super::pieces::{Piece, Sort as Is, Token, TokenSort, tokens};
use super::speech::WORDS;
use std::ops::Range;

/// What `loop` has inside `{% for %}`.
const LOOP: [&str; 4] = ["index", "first", "last", "length"];

/// A name that goes through a list.
#[derive(Debug)]
struct Declared<'t> {
    name: &'t str,
    /// What each of that list has.
    fields: &'static [Variable],
    /// From where on.
    from: usize,
}

/// The names a template may use.
#[derive(Debug)]
pub struct Names<'t> {
    text: &'t str,
    variables: &'t [&'static Variable],
    /// What `{% for … in … %}` declares.
    declared: Vec<Declared<'t>>,
}

impl<'t> Names<'t> {
    /// The variables of a letter, and what loops of a template declare.
    pub fn of(text: &'t str, cut: &[Piece], variables: &'t [&'static Variable]) -> Self {
        let mut names = Self {
            text,
            variables,
            declared: Vec::new(),
        };
        for piece in cut.iter().filter(|piece| piece.sort == Is::Statement) {
            if let [first, name, _, list, ..] = tokens(text, piece).as_slice()
                && first.text == "for"
            {
                let fields = match names.variable(list.text).map(|variable| variable.sort) {
                    Some(Holds::List(fields)) => fields,
                    _ => &[],
                };
                names.declared.push(Declared {
                    name: name.text,
                    fields,
                    from: piece.span.start,
                });
            }
        }
        names
    }

    /// A variable of the letter.
    pub fn variable(&self, name: &str) -> Option<&'static Variable> {
        let mut all = self.variables.iter().copied();
        all.find(|variable| variable.name == name)
    }

    /// What is wrong with the names of a piece.
    pub fn faults(&self, piece: &Piece) -> Vec<Fault> {
        let said = tokens(self.text, piece);
        let mut found = Vec::new();
        for (place, token) in said.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|place| said.get(place));
            let behind = said.get(place.saturating_add(1)..).unwrap_or_default();
            if token.sort != TokenSort::Name || WORDS.contains(&token.text) {
                continue;
            }
            if before.is_some_and(|before| before.text == ".") {
                continue;
            }
            found.extend(match behind {
                [dot, field, ..] if dot.text == "." => self.field(token, field),
                _ => self.name(token).or_else(|| self.compared(token, behind)),
            });
        }
        if piece.sort == Is::Output && found.is_empty() {
            found.extend(self.unprintable(piece, &said));
        }
        found
    }

    /// Names that the template needs, as it was made ready, and that no fault tells of yet: one behind its loop, or a
    /// word of the language where a name must stand. They are told where they stand last.
    pub fn unheard(
        &self,
        needed: &[String],
        cut: &[Piece],
        told: impl Fn(&Range<usize>) -> bool,
    ) -> Vec<Fault> {
        let needed = needed.iter().filter(|name| self.variable(name).is_none());
        let last = |name: &String| {
            let said = cut.iter().flat_map(|piece| tokens(self.text, piece));
            let mut said: Vec<Token<'_>> = said.filter(|token| token.text == *name).collect();
            let known = said.iter().any(|token| told(&token.span));
            said.pop().filter(|_| !known)
        };
        let all = || self.variables.iter().map(|variable| variable.name);
        needed
            .filter_map(last)
            .map(|token| unknown(&token, "a variable of this letter", all()))
            .collect()
    }

    /// The loop that declares a name, the nearest above it.
    fn declared(&self, token: &Token<'_>) -> Option<&Declared<'t>> {
        let mut above = self.declared.iter().rev();
        above.find(|it| it.name == token.text && it.from <= token.span.start)
    }

    fn name(&self, token: &Token<'_>) -> Option<Fault> {
        if self.variable(token.text).is_some() || self.declared(token).is_some() {
            return None;
        }
        let all = self.variables.iter().map(|variable| variable.name);
        Some(unknown(token, "a variable of this letter", all))
    }

    /// A part of what a loop goes through.
    fn field(&self, token: &Token<'_>, field: &Token<'_>) -> Option<Fault> {
        if token.text == "loop" {
            return (!LOOP.contains(&field.text))
                .then(|| unknown(field, "a part of `loop`", LOOP.into_iter()));
        }
        let Some(Declared { fields, .. }) = self.declared(token) else {
            return self.name(token).or_else(|| Some(without_parts(token)));
        };
        let known = fields.iter().any(|variable| variable.name == field.text);
        let all = fields.iter().map(|variable| variable.name);
        (!known).then(|| unknown(field, &format!("a part of `{}`", token.text), all))
    }

    /// A word that a variable never holds.
    fn compared(&self, token: &Token<'_>, behind: &[Token<'_>]) -> Option<Fault> {
        let Some(Holds::Word(words)) = self.variable(token.text).map(|variable| variable.sort)
        else {
            return None;
        };
        let [sign, other, ..] = behind else {
            return None;
        };
        let word = other.text.trim_matches(['"', '\'']);
        let misses = matches!(sign.text, "==" | "!=")
            && other.sort == TokenSort::Text
            && !word.is_empty()
            && !words.contains(&word);
        misses.then(|| {
            Fault::new(
                Sort::Misused,
                other.span.clone(),
                format!(
                    "expected a word that `{}` can hold, found `{word}`",
                    token.text
                ),
                format!("write one of `{}`", words.join("`, `")),
            )
        })
    }

    /// What cannot be printed: yes or no, a list, one of a list as a whole.
    fn unprintable(&self, piece: &Piece, said: &[Token<'_>]) -> Option<Fault> {
        let [only] = said else {
            return None;
        };
        let sort = self.variable(only.text).map(|variable| variable.sort);
        let (what, mend) = match sort {
            Some(Holds::YesNo) => ("yes or no", "ask for it with `{% if … %}`"),
            Some(Holds::List(_)) => ("a list", "go through it with `{% for … in … %}`"),
            None if self.declared(only).is_some() => ("one of a list", "name a part of it"),
            _ => return None,
        };
        Some(Fault::new(
            Sort::Misused,
            piece.span.clone(),
            format!("expected words, found `{}`, which is {what}", only.text),
            mend,
        ))
    }
}

/// A name that is not known, with the nearest that is.
fn unknown<'n>(token: &Token<'_>, what: &str, all: impl Iterator<Item = &'n str>) -> Fault {
    let word = token.text.trim_matches(['"', '\'']);
    let near = all
        .map(|name| (strsim::osa_distance(word, name), name))
        .min()
        .filter(|(distance, _)| *distance <= word.len().div_ceil(3));
    Fault::new(
        Sort::UnknownVariable,
        token.span.clone(),
        format!("expected {what}, found `{word}`"),
        near.map_or_else(
            || {
                "`tegoed letters --init-templates` writes a list of all that a letter has"
                    .to_owned()
            },
            |(_, name)| format!("write `{name}`"),
        ),
    )
}

/// A point behind something that has no parts.
fn without_parts(token: &Token<'_>) -> Fault {
    Fault::new(
        Sort::Misused,
        token.span.clone(),
        format!(
            "expected what `{{% for … in … %}}` goes through, found `{}`",
            token.text
        ),
        "take out the point and what stands behind it",
    )
}
