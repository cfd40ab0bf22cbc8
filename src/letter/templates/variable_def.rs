//! A list of variables: what each means, and how a letter finds what stands for it.

use super::variable::{TemplateValue, Variable, VariableKind};

/// A variable, and how a letter finds what stands for it.
#[derive(Debug)]
pub struct VariableDef<F> {
    /// The variable.
    pub variable: Variable,
    /// What stands for it.
    pub get_value: F,
}

/// A line of a list: name, sort, an example, what it means, what stands for it.
pub const fn variable<F>(
    name: &'static str,
    sort: VariableKind,
    example: &'static str,
    meaning: &'static str,
    give: F,
) -> VariableDef<F> {
    let variable = Variable {
        name,
        kind: sort,
        example,
        meaning,
    };
    VariableDef {
        variable,
        get_value: give,
    }
}

/// What stands for a name, as a list says.
pub fn find_value<F>(
    all: &[VariableDef<F>],
    name: &str,
    give: impl FnOnce(&F) -> TemplateValue,
) -> Option<(&'static str, TemplateValue)> {
    let known = all.iter().find(|known| known.variable.name == name)?;
    Some((known.variable.name, give(&known.get_value)))
}
