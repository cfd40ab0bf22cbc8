//! What templates of letters may name. One list for each sort of letter: from it letters are filled, templates are
//! checked, and `letters --init-templates` describes every variable.

pub mod demanding;
pub mod ends;
pub mod known;

use super::occasion;
use super::templates::given::Variable;
use demanding::DEMANDING;
use ends::ENDS;

/// What a letter knows: which variables its template may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Knows {
    /// It asks for money: the steps of a policy, also those of one's own.
    Demanding,
    /// It tells of something beside the steps: the one of this name.
    Beside(&'static str),
}

impl Knows {
    /// The variables, those of every letter first.
    pub fn variables(self) -> Vec<&'static Variable> {
        let every = ENDS.iter().map(|known| &known.variable);
        let own: Vec<&'static Variable> = match self {
            Self::Demanding => DEMANDING.iter().map(|known| &known.variable).collect(),
            Self::Beside(name) => occasion::find(name).map_or_else(Vec::new, |it| (it.variables)()),
        };
        every.chain(own).collect()
    }
}
