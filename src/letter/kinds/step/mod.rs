//! The letters of the steps of a policy: they ask for money, and say what follows when it does not come.
//!
//! | To find | look in |
//! |---|---|
//! | everything such a letter speaks of | [`step_facts`], [`totals`] |
//! | what it says, what goes with it, what records it | [`step_letter`] |
//! | what its template may name | [`step_variables`] |
//! | what went before it | [`prior_attempts`] |
//! | what it announces that non-payment will cost | [`cost_announcement`] |
//! | what follows when nothing is paid | [`consequences`] |

pub mod consequences;
pub mod cost_announcement;
pub mod prior_attempts;
pub mod step_facts;
pub mod step_letter;
pub mod step_variables;
pub mod totals;
