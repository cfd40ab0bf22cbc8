//! What every kind of letter has: its name, its wording, what its template may name, and what builds it.

use super::common_variables::CommonFacts;
use super::letter_content::{LetterContent, NotAvailable};
use super::letter_input::LetterInput;
use crate::letter::templates::variable::Variable;
use crate::letter::templates::variable_list::variables_of;

/// A kind of letter: of a step, or beside the steps.
#[derive(Debug)]
pub struct LetterKind {
    /// The name of its template, which each language has; a letter beside the steps is asked for by it.
    pub name: &'static str,
    /// What it does, as the help of `letters` says it.
    pub summary: &'static str,
    /// Why there is no such letter, where nothing asks for one.
    pub unavailable_reason: &'static str,
    /// Whether it is written for a step of a policy; else for an entry, or for whoever asks for it.
    pub is_step: bool,
    /// What each letter to a customer says: one for each currency, and where that makes sense for each entry.
    pub build_letters:
        for<'a, 'j> fn(&LetterInput<'a, 'j>) -> Result<Vec<LetterContent<'a>>, NotAvailable>,
    /// What its template may name, beside what every letter knows.
    pub variables: fn() -> Vec<&'static Variable>,
}

impl LetterKind {
    /// What its template may name, that of every letter first. From these lists letters are filled, templates are
    /// checked, and `letters --init-templates` describes every variable.
    pub fn template_variables(&self) -> Vec<&'static Variable> {
        [variables_of(CommonFacts::VARIABLES), (self.variables)()].concat()
    }
}
