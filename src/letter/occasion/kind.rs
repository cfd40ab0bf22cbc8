//! What every letter beside the steps has: its name, what it rests on, what its template may name.

use super::told::{Absent, Told};
use super::view::View;
use crate::letter::templates::given::Variable;

/// A letter beside the steps.
#[derive(Debug)]
pub struct Occasion {
    /// The name it is asked for by, and that of its template.
    pub name: &'static str,
    /// What it does, in a line.
    pub about: &'static str,
    /// What is said where there is no such letter.
    pub needs: &'static str,
    /// Whether the entry that records it names its invoices: then it answers what is asked about them.
    pub names_invoices: bool,
    /// What each letter to a customer tells; one for each currency, and where that makes sense for each entry.
    pub tell: for<'a, 'j> fn(&View<'a, 'j>) -> Result<Vec<Told>, Absent>,
    /// What its template may name, beside what every letter knows.
    pub variables: fn() -> Vec<&'static Variable>,
}
