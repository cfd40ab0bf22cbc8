//! Days: today, yesterday, that of the entry above.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::CompletionPlace;
use crate::syntax::lines::SourceLineKind;
use crate::syntax::{entry::SourceText, lines::lines};
use chrono::NaiveDate;

/// How far above a day is looked for.
const MAX_LOOK_BACK: usize = 4_096;

/// Days for an argument.
pub fn days(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let say = &at.view.language.phrases.editor;
    let today = at.view.today;
    let mut days = vec![(today, say.today)];
    days.extend(today.pred_opt().map(|day| (day, say.yesterday)));
    let above = day_above(at).filter(|day| days.iter().all(|(known, _)| known != day));
    days.extend(above.map(|day| (day, say.day_above)));
    let each = days.into_iter().map(|(day, about)| {
        let word = Candidate::word(CandidateKind::Day, &day.to_string(), &at.typed);
        word.about(about).found_by([about])
    });
    each.collect()
}

/// Days for a new entry, with the blank behind them.
pub fn entry_days(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let each = days(at).into_iter().map(|day| {
        let spaced = format!("{} ", day.label);
        day.inserting(spaced)
    });
    each.collect()
}

/// The day of the nearest dated entry above.
fn day_above(at: &CompletionPlace<'_, '_, '_>) -> Option<NaiveDate> {
    let mut from = at.above.len().saturating_sub(MAX_LOOK_BACK);
    while !at.above.is_char_boundary(from) {
        from = from.saturating_sub(1);
    }
    let near = at.above.get(from..)?;
    let text = SourceText { str: near, base: 0 };
    let headers = lines(text).filter(|line| line.kind == SourceLineKind::Header);
    let days = headers.filter_map(|line| {
        let word = line.text.split([' ', '\t']).next()?;
        word.parse::<NaiveDate>().ok()
    });
    days.last()
}
