//! The letters that are built in, each with its text in every language and what its template may name.

use crate::letter::facts::common_variables::CommonFacts;
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::kinds::step::step_variables::step_variables;
use crate::letter::kinds::{
    dispute::DISPUTE, handover::HANDOVER_LETTER, instalment_missed::INSTALMENT_MISSED, plan::PLAN,
    plan_offer::PLAN_OFFER, promise::PROMISE, promise_broken::PROMISE_BROKEN,
    settlement_offer::SETTLEMENT_OFFER, statement::STATEMENT, thanks::THANKS,
};
use crate::letter::templates::variable::Variable;
use crate::letter::templates::variable_list::variables_of;

/// A letter that is built in. Its texts stand with the languages.
#[derive(Debug)]
pub struct BuiltInTemplate {
    /// Its name: that of its file, and what `letter NAME` of a policy says.
    pub name: &'static str,
    /// The kind of letter beside the steps that it is; `None`: one of a step.
    pub extra_letter: Option<&'static ExtraLetter>,
}

impl BuiltInTemplate {
    /// What its template may name.
    pub fn variables(&self) -> Vec<&'static Variable> {
        letter_variables(self.extra_letter)
    }
}

const fn built_in(
    name: &'static str,
    extra_letter: Option<&'static ExtraLetter>,
) -> BuiltInTemplate {
    BuiltInTemplate { name, extra_letter }
}

/// Every letter that is built in, in the order in which they are told of. A new one is a line here, and a text in the
/// folder `letter_templates` of each language.
pub static BUILT_IN_TEMPLATES: &[BuiltInTemplate] = &[
    built_in("courtesy", None),
    built_in("reminder", None),
    built_in("demand", None),
    built_in("suspension", None),
    built_in("final", None),
    built_in("final-notice", None),
    built_in("promise", Some(&PROMISE)),
    built_in("promise-broken", Some(&PROMISE_BROKEN)),
    built_in("plan", Some(&PLAN)),
    built_in("plan-offer", Some(&PLAN_OFFER)),
    built_in("instalment-missed", Some(&INSTALMENT_MISSED)),
    built_in("settlement-offer", Some(&SETTLEMENT_OFFER)),
    built_in("dispute", Some(&DISPUTE)),
    built_in("handover", Some(&HANDOVER_LETTER)),
    built_in("statement", Some(&STATEMENT)),
    built_in("thanks", Some(&THANKS)),
];

/// Every letter beside the steps.
pub fn extra_letters() -> impl Iterator<Item = &'static ExtraLetter> {
    BUILT_IN_TEMPLATES
        .iter()
        .filter_map(|template| template.extra_letter)
}

/// The letter beside the steps of a name.
///
/// ```
/// use tegoed::letter::library::built_in::find_extra_letter;
/// assert!(find_extra_letter("thanks").is_some());
/// assert!(find_extra_letter("reminder").is_none()); // a step
/// ```
pub fn find_extra_letter(name: &str) -> Option<&'static ExtraLetter> {
    extra_letters().find(|letter| letter.name == name)
}

/// What the template of a letter may name, that of every letter first: of a kind beside the steps, or of a step, also
/// of a step of one's own. From these lists letters are filled, templates are checked, and `letters --init-templates`
/// describes every variable.
pub fn letter_variables(extra_letter: Option<&'static ExtraLetter>) -> Vec<&'static Variable> {
    let own = extra_letter.map_or_else(step_variables, |letter| (letter.variables)());
    [variables_of(CommonFacts::VARIABLES), own].concat()
}
