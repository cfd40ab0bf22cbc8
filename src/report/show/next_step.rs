//! `show --explain` of an open invoice: the step that is next, every day it waits for, and what keeps it back.

use crate::document::{Block, Cell, Table};
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::ladder_position::{NextStep, WaitCause, WaitCondition, WaitReason};
use crate::journal::event_kind::EventKind;
use crate::journal::ladder::{Stage, Threshold};
use crate::journal::model::ItemIx;
use crate::journal::source_lookup::EntryQuote;
use crate::report::shared::labels;
use crate::report::shared::page::column;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::SourceStyle;
use crate::value::calendar::Duration;

/// The step that is next for an item, and why not sooner.
pub fn next_step_blocks(input: ReportInput<'_>, item: ItemIx) -> Vec<Block> {
    if input.day.ledger.items[item].open.is_zero() {
        return Vec::new();
    }
    let say = &input.language.phrases.dunning.wait;
    let dunning = input.day.dunning();
    let position = dunning.position_of(item);
    let ladder_position = &position.ladder_position;
    let Some((next, stage)) = ladder_position
        .next_step
        .as_ref()
        .zip(ladder_position.next_stage())
    else {
        return vec![Block::Paragraph(say.ladder_exhausted.to_owned())];
    };
    let name = labels::stage_label(&stage.name, input.language);
    vec![
        Block::Heading((say.heading)(&name)),
        Block::Table(table(input, &position, next, stage)),
    ]
}

fn table(
    input: ReportInput<'_>,
    position: &ItemPosition<'_>,
    next: &NextStep<'_>,
    stage: &Stage,
) -> Table {
    let say = &input.language.phrases;
    let places = SourceStyle::for_files(input);
    let mut columns = vec![
        column("date", say.dunning.heading.next_date),
        column("reason", say.dunning.heading.reason),
    ];
    columns.extend(places.columns(input));
    let mut rows: Vec<Vec<Cell>> = next
        .conditions
        .iter()
        .map(|wait| {
            let mut row = vec![
                wait.from.into(),
                Cell::text(&wait_sentence(input, position, stage, wait)),
            ];
            row.extend(places.cells(&wait_source(input, position, wait)));
            row
        })
        .collect();
    rows.sort_by_key(|row| match row.first() {
        Some(Cell::Date(day)) => Some(*day),
        _ => Some(chrono::NaiveDate::MAX),
    });
    let policy = position.ladder_position.policy;
    let decided = next.possible_from().map_or_else(
        || say.dunning.wait.unknown.to_owned(),
        |day| (say.dunning.wait.possible_from)(day),
    );
    let closed = position.blockers.iter();
    let closed = closed.map(|gate| labels::gate_label(*gate, input.language).1.to_owned());
    let mut last = vec![Cell::Empty, Cell::text(&decided)];
    let origin = policy.origin.map_or_else(EntryQuote::default, |it| {
        input.day.source_lookup.quote_entry(it)
    });
    last.extend(places.cells(&origin));
    rows.push(last);
    rows.extend(closed.map(|gate| {
        let words = format!("{}: {gate}", say.dunning.heading.blocked_by.to_lowercase());
        vec![
            Cell::Empty,
            Cell::text(&words),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]
    }));
    Table::new(columns, rows)
}

fn wait_sentence(
    input: ReportInput<'_>,
    position: &ItemPosition<'_>,
    stage: &Stage,
    wait: &WaitCondition<'_>,
) -> String {
    let say = &input.language.phrases.dunning.wait;
    let time = |time: Duration| (input.language.phrases.format_duration)(time);
    let event = match (wait.cause, stage.threshold) {
        (WaitCause::Due(due), Threshold::Before(by)) => return (say.before_due)(&time(by), due),
        (WaitCause::Due(due), Threshold::After(by)) => return (say.after_due)(&time(by), due),
        (WaitCause::Movement(reversal), _) => {
            return (say.reversal)(input.day.journal.movements[reversal].date);
        }
        (WaitCause::Event(event), _) => event,
    };
    match wait.reason {
        WaitReason::Deadline { given } => {
            let buffer = position.ladder_position.policy.bank_buffer;
            let buffer = buffer.filter(|time| *time != Duration::Days(0));
            (say.deadline)(event.date, given, &buffer.map(time).unwrap_or_default())
        }
        WaitReason::Hold(hold) => (say.hold)(
            labels::holding_entry_label(hold, event, input.language),
            event.date,
        ),
        WaitReason::Gap if event.kind() == EventKind::Skip => {
            (say.skipped)(&stage.gap.map(time).unwrap_or_default(), event.date)
        }
        WaitReason::Threshold | WaitReason::Gap | WaitReason::Reversal => {
            (say.gap)(&stage.gap.map(time).unwrap_or_default(), event.date)
        }
    }
}

/// Where the entry stands that a step waits for.
fn wait_source(
    input: ReportInput<'_>,
    position: &ItemPosition<'_>,
    wait: &WaitCondition<'_>,
) -> EntryQuote {
    input.day.source_lookup.quote_entry(match wait.cause {
        WaitCause::Due(_) => input.day.journal.invoices[position.invoice].origin,
        WaitCause::Event(event) => event.origin,
        WaitCause::Movement(reversal) => input.day.journal.movements[reversal].origin,
    })
}
