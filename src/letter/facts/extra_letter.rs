//! What every letter beside the steps has: its name, what it rests on, what its template may name.

use super::letter_content::{LetterContent, NotAvailable};
use super::letter_input::LetterInput;
use crate::letter::templates::variable::Variable;

/// A letter beside the steps.
#[derive(Debug)]
pub struct ExtraLetter {
    /// The name it is asked for by, and that of its template.
    pub name: &'static str,
    /// What it does, in a line.
    pub summary: &'static str,
    /// What is said where there is no such letter.
    pub unavailable_reason: &'static str,
    /// Whether the entry that records it names its invoices: then it answers what is asked about them.
    pub names_invoices: bool,
    /// What each letter to a customer tells; one for each currency, and where that makes sense for each entry.
    pub build_letters:
        for<'a, 'j> fn(&LetterInput<'a, 'j>) -> Result<Vec<LetterContent<'a>>, NotAvailable>,
    /// What its template may name, beside what every letter knows.
    pub variables: fn() -> Vec<&'static Variable>,
}
