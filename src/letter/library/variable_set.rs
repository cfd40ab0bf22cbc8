//! What templates of letters may name. One list for each sort of letter: from it letters are filled, templates are
//! checked, and `letters --init-templates` describes every variable.

use crate::letter::facts::common_variables::CommonFacts;
use crate::letter::kinds;
use crate::letter::kinds::step::step_variables::step_variables;
use crate::letter::templates::variable::Variable;
use crate::letter::templates::variable_list::variables_of;

/// What a letter knows: which variables its template may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VariableSet {
    /// It asks for money: the steps of a policy, also those of one's own.
    Step,
    /// It tells of something beside the steps: the one of this name.
    Extra(&'static str),
}

impl VariableSet {
    /// The variables, those of every letter first.
    pub fn variables(self) -> Vec<&'static Variable> {
        let own: Vec<&'static Variable> = match self {
            Self::Step => step_variables(),
            Self::Extra(name) => {
                kinds::find_extra_letter(name).map_or_else(Vec::new, |it| (it.variables)())
            }
        };
        [variables_of(CommonFacts::VARIABLES), own].concat()
    }
}
