//! The names that a template uses, held against those that its letter has.

use super::fault::{TemplateFault, TemplateFaultKind};
use super::lexer::{PieceKind as Is, TemplatePiece, Token, TokenKind, tokenize};
use super::restrictions::RESERVED_WORDS;
use super::variable::{Variable, VariableKind as Holds};
use std::collections::BTreeMap;
use std::ops::Range;

/// What `loop` has inside `{% for %}`.
const LOOP_FIELDS: [&str; 4] = ["index", "first", "last", "length"];

/// A name that goes through a list.
#[derive(Debug)]
struct LoopVariable<'t> {
    name: &'t str,
    /// What each of that list has.
    fields: &'static [Variable],
    /// From where on.
    start: usize,
}

/// The names a template may use.
#[derive(Debug)]
pub struct NameScope<'t> {
    text: &'t str,
    variables: &'t [&'static Variable],
    /// What `{% for … in … %}` declares.
    loop_variables: Vec<LoopVariable<'t>>,
}

impl<'t> NameScope<'t> {
    /// The variables of a letter, and what loops of a template declare.
    pub fn new(
        text: &'t str,
        pieces: &[TemplatePiece],
        variables: &'t [&'static Variable],
    ) -> Self {
        let mut names = Self {
            text,
            variables,
            loop_variables: Vec::new(),
        };
        for piece in pieces.iter().filter(|piece| piece.kind == Is::Statement) {
            if let [first, name, _, list, ..] = tokenize(text, piece).as_slice()
                && first.text == "for"
            {
                let fields = match names.find_variable(list.text).map(|variable| variable.kind) {
                    Some(Holds::List(fields)) => fields,
                    _ => &[],
                };
                names.loop_variables.push(LoopVariable {
                    name: name.text,
                    fields,
                    start: piece.span.start,
                });
            }
        }
        names
    }

    /// A variable of the letter.
    pub fn find_variable(&self, name: &str) -> Option<&'static Variable> {
        let mut all = self.variables.iter().copied();
        all.find(|variable| variable.name == name)
    }

    /// What is wrong with the names of a piece.
    pub fn find_faults(&self, piece: &TemplatePiece) -> Vec<TemplateFault> {
        let tokens = tokenize(self.text, piece);
        let mut found = Vec::new();
        for (place, token) in tokens.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|place| tokens.get(place));
            let behind = tokens.get(place.saturating_add(1)..).unwrap_or_default();
            if token.kind != TokenKind::Name || RESERVED_WORDS.contains(&token.text) {
                continue;
            }
            if before.is_some_and(|before| before.text == ".") {
                continue;
            }
            found.extend(match behind {
                [dot, field, ..] if dot.text == "." => self.check_field(token, field),
                _ => self
                    .check_name(token)
                    .or_else(|| self.check_comparison(token, behind)),
            });
        }
        if piece.kind == Is::Output && found.is_empty() {
            found.extend(self.check_printable(piece, &tokens));
        }
        found
    }

    /// Names that the template needs, as it was made ready, and that no fault names yet: one behind its loop, or a
    /// word of the language where a name must stand. They are reported where they stand last.
    pub fn find_undefined_names(
        &self,
        needed: &[String],
        pieces: &[TemplatePiece],
        is_known: impl Fn(&Range<usize>) -> bool,
    ) -> Vec<TemplateFault> {
        let needed = needed
            .iter()
            .filter(|name| self.find_variable(name).is_none());
        let mut tokens: BTreeMap<&str, Vec<Token<'_>>> = BTreeMap::new();
        for token in pieces.iter().flat_map(|piece| tokenize(self.text, piece)) {
            tokens.entry(token.text).or_default().push(token);
        }
        let mut last = |name: &String| {
            let mut tokens = tokens.remove(name.as_str())?;
            let known = tokens.iter().any(|token| is_known(&token.span));
            tokens.pop().filter(|_| !known)
        };
        let all = || self.variables.iter().map(|variable| variable.name);
        needed
            .filter_map(&mut last)
            .map(|token| unknown_name_fault(&token, "a variable of this letter", all()))
            .collect()
    }

    /// The loop that declares a name, the nearest above it.
    fn find_loop_variable(&self, token: &Token<'_>) -> Option<&LoopVariable<'t>> {
        let mut above = self.loop_variables.iter().rev();
        above.find(|it| it.name == token.text && it.start <= token.span.start)
    }

    fn check_name(&self, token: &Token<'_>) -> Option<TemplateFault> {
        if self.find_variable(token.text).is_some() || self.find_loop_variable(token).is_some() {
            return None;
        }
        let all = self.variables.iter().map(|variable| variable.name);
        Some(unknown_name_fault(token, "a variable of this letter", all))
    }

    /// A part of what a loop goes through.
    fn check_field(&self, token: &Token<'_>, field: &Token<'_>) -> Option<TemplateFault> {
        if token.text == "loop" {
            return (!LOOP_FIELDS.contains(&field.text))
                .then(|| unknown_name_fault(field, "a part of `loop`", LOOP_FIELDS.into_iter()));
        }
        let Some(LoopVariable { fields, .. }) = self.find_loop_variable(token) else {
            return self
                .check_name(token)
                .or_else(|| Some(no_fields_fault(token)));
        };
        let known = fields.iter().any(|variable| variable.name == field.text);
        let all = fields.iter().map(|variable| variable.name);
        (!known).then(|| unknown_name_fault(field, &format!("a part of `{}`", token.text), all))
    }

    /// A word that a variable never holds.
    fn check_comparison(&self, token: &Token<'_>, behind: &[Token<'_>]) -> Option<TemplateFault> {
        let Some(Holds::OneOf(words)) =
            self.find_variable(token.text).map(|variable| variable.kind)
        else {
            return None;
        };
        let [sign, other, ..] = behind else {
            return None;
        };
        let word = other.text.trim_matches(['"', '\'']);
        let misses = matches!(sign.text, "==" | "!=")
            && other.kind == TokenKind::Text
            && !word.is_empty()
            && !words.contains(&word);
        misses.then(|| {
            TemplateFault::new(
                TemplateFaultKind::Misused,
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
    fn check_printable(
        &self,
        piece: &TemplatePiece,
        tokens: &[Token<'_>],
    ) -> Option<TemplateFault> {
        let [only] = tokens else {
            return None;
        };
        let kind = self.find_variable(only.text).map(|variable| variable.kind);
        let (what, mend) = match kind {
            Some(Holds::Bool) => ("yes or no", "ask for it with `{% if … %}`"),
            Some(Holds::List(_)) => ("a list", "go through it with `{% for … in … %}`"),
            None if self.find_loop_variable(only).is_some() => {
                ("one of a list", "name a part of it")
            }
            _ => return None,
        };
        Some(TemplateFault::new(
            TemplateFaultKind::Misused,
            piece.span.clone(),
            format!("expected words, found `{}`, which is {what}", only.text),
            mend,
        ))
    }
}

/// A name that is not known, with the nearest that is.
fn unknown_name_fault<'n>(
    token: &Token<'_>,
    what: &str,
    all: impl Iterator<Item = &'n str>,
) -> TemplateFault {
    let word = token.text.trim_matches(['"', '\'']);
    TemplateFault::new(
        TemplateFaultKind::UnknownVariable,
        token.span.clone(),
        format!("expected {what}, found `{word}`"),
        nearest_name(word, all).map_or_else(
            || {
                "`tegoed letters --init-templates` writes a list of all that a letter has"
                    .to_owned()
            },
            |name| format!("write `{name}`"),
        ),
    )
}

/// The name most like a word, if one is like it at all.
pub fn nearest_name<'n>(word: &str, all: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let (distance, name) = all
        .map(|name| (strsim::osa_distance(word, name), name))
        .min()?;
    (distance <= word.len().div_ceil(3)).then_some(name)
}

/// A point behind something that has no parts.
fn no_fields_fault(token: &Token<'_>) -> TemplateFault {
    TemplateFault::new(
        TemplateFaultKind::Misused,
        token.span.clone(),
        format!(
            "expected what `{{% for … in … %}}` goes through, found `{}`",
            token.text
        ),
        "take out the point and what stands behind it",
    )
}
