//! A list of variables: what each means, and how a letter finds what stands for it.

use crate::letter::templates::given::{Given, Sort, Variable};

/// A variable, and how a letter finds what stands for it.
#[derive(Debug)]
pub struct Known<F> {
    /// The variable.
    pub variable: Variable,
    /// What stands for it.
    pub give: F,
}

/// A line of a list: name, sort, an example, what it means, what stands for it.
pub const fn known<F>(
    name: &'static str,
    sort: Sort,
    example: &'static str,
    meaning: &'static str,
    give: F,
) -> Known<F> {
    let variable = Variable {
        name,
        sort,
        example,
        meaning,
    };
    Known { variable, give }
}

/// What stands for a name, as a list says.
pub fn given<F>(
    all: &[Known<F>],
    name: &str,
    give: impl FnOnce(&F) -> Given,
) -> Option<(&'static str, Given)> {
    let known = all.iter().find(|known| known.variable.name == name)?;
    Some((known.variable.name, give(&known.give)))
}
