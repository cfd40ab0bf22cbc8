//! The letters that are built in, each in every language.

use super::variable_set::VariableSet;

/// A letter that is built in.
#[derive(Debug)]
pub struct BuiltInTemplate {
    /// Its name: that of its file, and what `letter NAME` of a policy says.
    pub name: &'static str,
    /// What its template may name.
    pub variable_set: VariableSet,
    /// Its template in each language.
    pub texts: &'static [(&'static str, &'static str)],
}

/// Both files of a letter.
macro_rules! template_texts {
    ($name:literal) => {
        &[
            ("nl", include_str!(concat!("nl/", $name, ".txt"))),
            ("en", include_str!(concat!("en/", $name, ".txt"))),
        ]
    };
}

/// A letter and what its template may name; one beside the steps has variables of its own.
macro_rules! built_in_template {
    ($name:literal) => {
        BuiltInTemplate {
            name: $name,
            variable_set: VariableSet::Extra($name),
            texts: template_texts!($name),
        }
    };
    ($name:literal, $set:ident) => {
        BuiltInTemplate {
            name: $name,
            variable_set: VariableSet::$set,
            texts: template_texts!($name),
        }
    };
}

/// Every letter that is built in. A new one is its two files and a line here.
pub static BUILT_IN_TEMPLATES: &[BuiltInTemplate] = &[
    built_in_template!("courtesy", Step),
    built_in_template!("reminder", Step),
    built_in_template!("demand", Step),
    built_in_template!("suspension", Step),
    built_in_template!("final", Step),
    built_in_template!("final-notice", Step),
    built_in_template!("promise"),
    built_in_template!("promise-broken"),
    built_in_template!("plan"),
    built_in_template!("plan-offer"),
    built_in_template!("instalment-missed"),
    built_in_template!("settlement-offer"),
    built_in_template!("dispute"),
    built_in_template!("handover"),
    built_in_template!("statement"),
    built_in_template!("thanks"),
];
