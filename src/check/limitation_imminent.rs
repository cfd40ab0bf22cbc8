//! D013: an open invoice that is barred within a month, or is already.

use super::limitation_near::report_expiring_claims;
use super::shared::check_input::CheckInput;
use crate::policy::limitation::Nearness;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "D013" "limitation-imminent" Warning, needs Figures, page "limitation_imminent.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    report_expiring_claims(&KIND, &[Nearness::OneMonth, Nearness::Barred], input, sink);
}
