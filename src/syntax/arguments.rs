//! Reads the arguments of a keyword or a key in any order, each into the slot that its form or clause word selects.

use super::clause::Clause;
use super::combinators::{alt_of_words, cut_with, first_of};
use super::entry::Argument;
use super::first_byte::FirstByte;
use super::input::Input;
use super::mistakes::missing_argument;
use super::mistakes::unexpected_word::UnexpectedWord;
use super::mistakes::word_explanation::repeated_argument;
use super::open_slots::{OpenSlots, slots_with_bits};
use super::parse_context::ParseContext;
use super::rule::{Expected, Parsed, Rule};
use super::table::Slot;
use super::token::{blanks, is_word_end};
use super::value;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;
use nom::combinator::eof;
use nom::multi::fold_many_m_n;
use nom::sequence::terminated;
use nom::{Err, Parser};

/// `arguments = [ sp ] , { argument , [ sp ] } ;` to the end of the text. They are put behind those already `taken`.
pub fn arguments<'t>(
    slots: &'static [Slot],
    owner: SlotOwner,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
) -> impl Rule<'t, OpenSlots> {
    move |input| {
        let (end, open) = fitting_arguments(slots, owner, context, taken, input)?;
        let (end, _) =
            cut_with(eof, |word| explain_unexpected(open, word, taken, context)).parse(end)?;
        match open.first_missing() {
            Some(slot) => Expected::invalid(missing_argument::argument(slot, end.place, owner)),
            None => Ok((end, open)),
        }
    }
}

/// `[ sp ] , { argument , [ sp ] }` up to what fits nowhere; and what may still stand there.
#[inline]
pub fn fitting_arguments<'t>(
    slots: &'static [Slot],
    owner: SlotOwner,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
    input: Input<'t>,
) -> Parsed<'t, OpenSlots> {
    let mut open = OpenSlots::new(slots, owner);
    let (mut rest, _) = blanks(input)?;
    // This is nom's `permutation` for a table of rules. A loop saves a tenth of its instructions over `many0_count`,
    // which calls once more behind the last argument.
    while let Some(first) = rest.text.as_bytes().first() {
        match argument(
            &mut open,
            FirstByte::from_byte(*first),
            context,
            taken,
            rest,
        ) {
            Err(Err::Error(_)) => break,
            answer => rest = answer?.0,
        }
    }
    Ok((rest, open))
}

/// Reads a value in one of the forms, with its place.
#[inline]
fn value<'t, 'f>(
    forms: impl Iterator<Item = &'f ArgumentForm> + Clone,
    clause: Option<Clause>,
    context: &ParseContext,
) -> impl Rule<'t, Argument> {
    move |input: Input<'t>| {
        let argument = |form, input| value::value_of_form(form, context, input);
        let (rest, value) = first_of(forms.clone(), argument, input)?;
        let span = Span::new(input.place, rest.place);
        Ok((
            rest,
            Argument {
                clause,
                value,
                span,
            },
        ))
    }
}

/// `argument = clause | value ;`
#[inline]
fn argument<'t>(
    open: &mut OpenSlots,
    first: FirstByte,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
    input: Input<'t>,
) -> Parsed<'t, ()> {
    if first == FirstByte::SMALL
        && let Ok((behind, (bit, slot))) = clause_word(open.slots, input)
    {
        if open.is_filled(bit) {
            return Expected::invalid(repeated_argument(slot, open.owner, input.word().span()));
        }
        open.filled |= bit;
        return clause(slot, context, taken, behind);
    }
    let (rest, ()) = argument_by_form(open, first, context, taken, input)?;
    Ok((blanks(rest)?.0, ()))
}

/// Reads a clause word. Returns its slot and the bit of the slot.
fn clause_word<'t>(slots: &'static [Slot], input: Input<'t>) -> Parsed<'t, (u32, &'static Slot)> {
    let clause = |entry: &(u32, &'static Slot)| entry.1.clause.map(Clause::word);
    terminated(
        alt_of_words(slots_with_bits(slots), clause, is_word_end),
        blanks,
    )
    .parse(input)
}

/// Reads an argument whose slot follows from its form alone.
#[inline]
fn argument_by_form<'t>(
    open: &mut OpenSlots,
    first: FirstByte,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
    input: Input<'t>,
) -> Parsed<'t, ()> {
    let fitting = slots_with_bits(open.slots).filter(|(_, slot)| slot.first_byte.intersects(first));
    // This is `first_of` over the slots, and in each over its forms, written out. It takes as many instructions, but a
    // twentieth less of the program's time, because a value moves directly into the list.
    for (bit, slot) in fitting {
        let free = !open.is_filled(bit) || slot.cardinality.is_repeatable();
        let before = if free { 0 } else { context.remark_count() };
        for form in likely_forms(slot, first) {
            match value::value_of_form(form, context, input) {
                Ok((rest, value)) if free => {
                    let span = Span::new(input.place, rest.place);
                    taken.push(Argument {
                        clause: None,
                        value,
                        span,
                    });
                    open.filled |= bit;
                    return Ok((rest, ()));
                }
                // The slot is filled already: only what is wrong with the value itself is reported.
                Ok(_) => context.truncate_remarks(before),
                Err(Err::Failure(fault)) => return Err(Err::Failure(fault)),
                Err(_) => {}
            }
        }
    }
    Expected::no_match()
}

/// The finding about a word that fits no slot.
#[cold]
fn explain_unexpected(
    open: OpenSlots,
    at: Input<'_>,
    before: &[Argument],
    context: &ParseContext,
) -> Diagnostic {
    let first = at.text.as_bytes().first();
    let first = first.map_or(FirstByte::NOTHING, |first| FirstByte::from_byte(*first));
    let would_fit = |slot: &'static Slot| {
        let forms = likely_forms(slot, first).rev().map(std::slice::from_ref);
        let mut each = forms.flat_map(|form| value(form.iter(), None, context).parse(at));
        each.next()
            .map(|(_, argument): (_, Argument)| (slot, argument.span))
    };
    let full = open
        .filled()
        .filter(|slot| slot.first_byte.intersects(first));
    let taken: Option<(&Slot, Span)> = full.filter_map(would_fit).last();
    UnexpectedWord {
        input: at,
        open_slots: open,
        taken: before,
        context,
    }
    .explain(taken)
}

/// `clause = clause-word , sp , value , { sp , value } ;` from the first value on.
fn clause<'t>(
    slot: &'static Slot,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
    input: Input<'t>,
) -> Parsed<'t, ()> {
    match clause_values(slot, context, taken, input) {
        Err(Err::Error(_)) => {
            Expected::invalid(missing_argument::behind_clause(slot, input, taken, context))
        }
        answer => answer,
    }
}

/// `value , { sp , value }`
#[inline]
pub fn clause_values<'t>(
    slot: &'static Slot,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
    input: Input<'t>,
) -> Parsed<'t, ()> {
    let value = terminated(value(slot.forms.iter(), slot.clause, context), blanks);
    let most = if slot.cardinality.is_repeatable() {
        usize::MAX
    } else {
        1
    };
    fold_many_m_n(1, most, value, || (), |(), argument| taken.push(argument)).parse(input)
}

/// The forms of a slot that a word with this first byte may have. A slot with one form was chosen by its first byte
/// already, so that form is returned unchecked.
fn likely_forms(
    slot: &Slot,
    first: FirstByte,
) -> impl DoubleEndedIterator<Item = &ArgumentForm> + Clone {
    let alone = slot.forms.len() == 1;
    let forms = slot.forms.iter();
    forms.filter(move |form| alone || FirstByte::for_form(**form).intersects(first))
}
