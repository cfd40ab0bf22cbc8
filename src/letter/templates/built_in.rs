//! The letters that are built in, each in every language.

use crate::letter::variables::Knows;

/// A letter that is built in.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its name: that of its file, and what `letter NAME` of a policy says.
    pub name: &'static str,
    /// What its template may name.
    pub knows: Knows,
    /// Its template in each language.
    pub texts: &'static [(&'static str, &'static str)],
}

/// Both files of a letter.
macro_rules! texts {
    ($name:literal) => {
        &[
            ("nl", include_str!(concat!("nl/", $name, ".txt"))),
            ("en", include_str!(concat!("en/", $name, ".txt"))),
        ]
    };
}

/// A letter and what it knows; one beside the steps knows what its occasion tells.
macro_rules! built_in {
    ($name:literal) => {
        BuiltIn {
            name: $name,
            knows: Knows::Beside($name),
            texts: texts!($name),
        }
    };
    ($name:literal, $knows:ident) => {
        BuiltIn {
            name: $name,
            knows: Knows::$knows,
            texts: texts!($name),
        }
    };
}

/// Every letter that is built in. A new one is its two files and a line here.
pub static BUILT_IN: &[BuiltIn] = &[
    built_in!("courtesy", Demanding),
    built_in!("reminder", Demanding),
    built_in!("demand", Demanding),
    built_in!("suspension", Demanding),
    built_in!("final", Demanding),
    built_in!("final-notice", Demanding),
    built_in!("promise"),
    built_in!("promise-broken"),
    built_in!("plan"),
    built_in!("plan-offer"),
    built_in!("instalment-missed"),
    built_in!("settlement-offer"),
    built_in!("dispute"),
    built_in!("handover"),
    built_in!("statement"),
    built_in!("thanks"),
];
