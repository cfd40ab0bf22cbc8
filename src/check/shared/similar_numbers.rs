//! Numbers that are written nearly like known ones.

use crate::journal::model::{CustomerIx, InvoiceIx, Journal, NumberUse};

const NUMBER_CHARACTERS: &str = "0123456789-/._";

/// The only invoice of a customer (of all, where none is named) whose number differs by one character, or by two
/// neighbours that changed places.
pub fn only_similar_number(
    journal: &Journal,
    word: &str,
    customer: Option<CustomerIx>,
) -> Option<InvoiceIx> {
    let of_him = |known: &InvoiceIx| {
        let invoice = &journal.invoices[*known];
        invoice.number_use == NumberUse::Invoice
            && (customer.is_none() || invoice.customer == customer)
    };
    let mut found = one_edit_variants(word)
        .into_iter()
        .filter_map(|variant| journal.invoice_numbers.index_of(&variant))
        .filter(of_him);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// An invoice whose number has one character more or less. One that differs in a digit is a neighbour in a row of
/// numbers, and resembles nothing.
pub fn find_longer_or_shorter(journal: &Journal, word: &str) -> Option<InvoiceIx> {
    let letters: Vec<char> = word.chars().collect();
    shorter_variants(&letters)
        .into_iter()
        .chain(longer_variants(&letters))
        .filter_map(|variant| journal.invoice_numbers.index_of(&variant))
        .find(|known: &InvoiceIx| journal.invoices[*known].number_use == NumberUse::Invoice)
}

fn one_edit_variants(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut all = shorter_variants(&letters);
    all.extend(longer_variants(&letters));
    for place in 0..letters.len() {
        for letter in NUMBER_CHARACTERS.chars() {
            let mut other = letters.clone();
            if let Some(old) = other.get_mut(place) {
                *old = letter;
            }
            all.push(other.into_iter().collect());
        }
        let mut swapped = letters.clone();
        if place.saturating_add(1) < letters.len() {
            swapped.swap(place, place.saturating_add(1));
            all.push(swapped.into_iter().collect());
        }
    }
    all
}

fn shorter_variants(letters: &[char]) -> Vec<String> {
    let without = |place: usize| {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != place);
        kept.map(|(_, letter)| *letter).collect()
    };
    (0..letters.len()).map(without).collect()
}

fn longer_variants(letters: &[char]) -> Vec<String> {
    let mut all = Vec::new();
    for place in 0..=letters.len() {
        for letter in NUMBER_CHARACTERS.chars() {
            let mut other = letters.to_vec();
            other.insert(place, letter);
            all.push(other.into_iter().collect());
        }
    }
    all
}
