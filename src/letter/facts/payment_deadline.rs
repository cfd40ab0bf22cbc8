//! How long a letter beside the steps gives to pay, and how long those of the steps wait for its sake.

use super::letter_input::LetterInput;
use crate::dunning::arrangement_status::add_duration;
use crate::dunning::dunning_state::ItemPosition;
use crate::value::calendar::Duration;
use chrono::NaiveDate;

/// What a letter gives where the policy says nothing, as the built-in ladder does.
const DEFAULT_PAYMENT_TIME: Duration = Duration::Days(7);

/// The last day to pay: as long as the step done last gives, else as the first step that gives time at all, rolled to
/// a working day where the policy says so.
pub fn payment_deadline(input: &LetterInput<'_, '_>, positions: &[&ItemPosition<'_>]) -> NaiveDate {
    let position = positions.first().map(|position| &position.ladder_position);
    let done = position.and_then(|position| position.done_stage()?.deadline);
    let first = || {
        let mut ladder = position?.policy.ladder().iter();
        ladder.find_map(|stage| stage.deadline)
    };
    let time = done.or_else(first).unwrap_or(DEFAULT_PAYMENT_TIME);
    let last = add_duration(input.as_of(), Some(time));
    let rolls = position.is_some_and(|position| position.policy.workdays);
    roll_to_working_day(input, last, rolls)
}

/// A last day to pay, rolled to a working day where the policy says so.
pub fn roll_to_working_day(input: &LetterInput<'_, '_>, last: NaiveDate, rolls: bool) -> NaiveDate {
    let law = input.journal().law_for_customer(input.customer);
    law.filter(|_| rolls)
        .and_then(|law| law.calendar.roll_to_working_day(last))
        .unwrap_or(last)
}

/// The day through which the letters of the steps wait: a payment of the last day may be on its way.
pub fn steps_paused_until(last: NaiveDate, positions: &[&ItemPosition<'_>]) -> NaiveDate {
    let buffers = positions
        .iter()
        .filter_map(|position| position.ladder_position.policy.bank_buffer);
    let days = buffers.map(|buffer| add_duration(last, Some(buffer)));
    days.max().unwrap_or(last)
}
