//! E005: a letter while a promise was running.

use super::shared::check_input::CheckInput;
use super::shared::hold_check::HoldCheck;
use crate::dunning::hold::Hold;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E005" "stage-while-promised" Advice, needs Figures, page "stage_while_promised.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let held_back = HoldCheck {
        kind: &KIND,
        holds: &[Hold::Promise],
        hold_note: "promised here",
        help: |_, _| {
            "wait for the day that was promised and for the bank; a promise that is broken is told by `tegoed next`".to_owned()
        },
    };
    held_back.check_letters(input, sink);
}
