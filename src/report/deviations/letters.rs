//! Letters that did not follow the steps of the policy: one passed over, one too early, one without its fee. Nobody wrote
//! why: a reason that was written makes it a `skip`, or an `allow:` of the finding.

use super::deviation::{Deviation, is_accepted};
use crate::document::Cell;
use crate::dunning::stage_events::{
    StageEvent, collect_stage_events, of_open_invoices, that_left_steps_out,
};
use crate::dunning::step_fees::{FeeNotAsked, find_fees_not_asked};
use crate::journal::model::{Event, InvoiceIx};
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::timeline::invoice_list_cell;

/// The findings of `check` about the same.
const STAGE_SKIPPED: &str = "E001";
const STAGE_TOO_EARLY: &str = "E002";

/// Letters and hand-overs out of their turn.
pub fn find_deviations(input: ReportInput<'_>) -> Vec<Deviation> {
    let day = input.day;
    let events = collect_stage_events(day.ladder_rules(), day.history());
    let is_told = |letter: &StageEvent<'_>, code| is_accepted(input, letter.event.origin, code);
    let mut found = Vec::new();
    for letter in that_left_steps_out(&events).filter(|it| !is_told(it, STAGE_SKIPPED)) {
        let steps = letter.steps_left_out().iter();
        found.extend(steps.map(|step| left_out(input, letter, &step.name)));
    }
    let early = of_open_invoices(&events).filter(|it| !is_told(it, STAGE_TOO_EARLY));
    found.extend(early.filter_map(|letter| too_early(input, letter)));
    let fees = find_fees_not_asked(day.journal, &events).into_iter();
    found.extend(fees.map(|missing| without_fee(input, &missing)));
    found
}

fn left_out(input: ReportInput<'_>, letter: &StageEvent<'_>, step: &str) -> Deviation {
    let words = &input.language.phrases.overview.deviation;
    Deviation {
        kind: ("left-out", words.left_out),
        detail: labels::stage_cell(step, input.language),
        ..about_letter(input, letter.event, letter.invoice)
    }
}

fn too_early(input: ReportInput<'_>, letter: &StageEvent<'_>) -> Option<Deviation> {
    let words = &input.language.phrases.overview.deviation;
    let from = letter.too_early_for()?;
    Some(Deviation {
        kind: ("early", words.too_early),
        detail: labels::stage_cell(&letter.stage()?.name, input.language),
        until: Some(from),
        ..about_letter(input, letter.event, letter.invoice)
    })
}

fn without_fee(input: ReportInput<'_>, missing: &FeeNotAsked<'_>) -> Deviation {
    let words = &input.language.phrases.overview.deviation;
    Deviation {
        kind: ("no-fee", words.no_fee),
        detail: labels::stage_cell(missing.stage, input.language),
        amount: Some(missing.fee),
        reason: input.day.source_lookup.free_text(missing.letter.origin),
        ..about_letter(input, missing.letter, missing.invoice)
    }
}

fn about_letter(input: ReportInput<'_>, letter: &Event, invoice: InvoiceIx) -> Deviation {
    Deviation {
        date: Some(letter.date),
        customer: input.day.journal.invoices[invoice].customer,
        invoice: invoice_list_cell(input, std::iter::once(invoice)),
        kind: ("", ""),
        detail: Cell::Empty,
        until: None,
        amount: None,
        reason: String::new(),
        origin: letter.origin,
    }
}
