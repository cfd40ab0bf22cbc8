//! What templates of letters may name. One list for each sort of letter: from it letters are filled, templates are
//! checked, and `letters --init-templates` describes every variable.

use crate::letter::facts::common_variables::COMMON_VARIABLES;
use crate::letter::kinds;
use crate::letter::kinds::step::step_variables::STEP_VARIABLES;
use crate::letter::templates::variable::Variable;

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
        let every = COMMON_VARIABLES.iter().map(|known| &known.variable);
        let own: Vec<&'static Variable> = match self {
            Self::Step => STEP_VARIABLES.iter().map(|known| &known.variable).collect(),
            Self::Extra(name) => {
                kinds::find_extra_letter(name).map_or_else(Vec::new, |it| (it.variables)())
            }
        };
        every.chain(own).collect()
    }
}
