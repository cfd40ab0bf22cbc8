//! All mistakes of a line: behind each the line is read on as if it were mended, and a mend that does not lead on is not
//! offered.

use super::blank::is_blank;
use super::entry::SourceText;
use super::kinds;
use super::mistakes::example_help::add_example;
use super::rule::Fault;
use crate::text::diagnostic::{Diagnostic, Label};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// No more mistakes of one line are told; who made as many means something else.
const MOST_FAULTS: usize = 5;

/// What is put in the place of a value that nobody can mend, to read what stands behind it.
const STAND_INS: [&str; 7] = ["1", "1%", "2000-01-01", "1 day", "#1", "@x", "x"];

/// What one reading of a line finds.
#[derive(Default)]
pub struct LineFindings {
    /// The first mistake; reading stops there.
    pub fault: Option<Fault>,
    /// What is said about values before it that are usable all the same.
    pub remarks: Vec<Fault>,
}

/// The first mistake of a line and all behind it, and the remarks. `read_again` reads another text in the place of the
/// line.
pub fn find_all_faults(
    line: SourceText<'_>,
    first: Fault,
    read_again: impl Fn(SourceText<'_>) -> LineFindings,
) -> (Vec<Fault>, Vec<Fault>) {
    let mut copy = LineCopy::new(line);
    let (mut faults, mut remarks) = (Vec::new(), Vec::new());
    let mut next = Some(first);
    while let Some(fault) = next.take()
        && faults.len() < MOST_FAULTS
    {
        let fault = copy.without_edits_of_written(fault);
        let read_on = copy.mend(&fault, &read_again);
        let fault = match (&read_on, &fault.fix) {
            (None, Some(_)) if copy.holds_fix(&fault) => Box::new(fault.without_fix()),
            _ => fault,
        };
        let read_on = read_on.or_else(|| copy.stand_in(&fault, &read_again));
        faults.push(copy.original(add_example(fault)));
        if let Some((mended, found)) = read_on {
            let own = found
                .remarks
                .into_iter()
                .filter(|it| !mended.is_written(it));
            remarks = own.map(|remark| mended.original(remark)).collect();
            next = found.fault;
            copy = mended;
        }
    }
    (faults, remarks)
}

/// A copy of a line in which mistakes are mended.
struct LineCopy {
    text: String,
    place: u32,
    /// Where each byte stands in the line as written, also the byte behind the last.
    origins: Vec<u32>,
    /// Which bytes were put in.
    written: Vec<bool>,
    /// The end of the last mend: mistakes behind it are others.
    mended_to: u32,
    /// Whether the last mend took something out.
    is_shortened: bool,
}

impl LineCopy {
    fn new(line: SourceText<'_>) -> Self {
        let end = Span::from_length(line.base, line.str.len()).end;
        Self {
            text: line.str.to_owned(),
            place: line.base,
            origins: (line.base..=end).collect(),
            written: vec![false; line.str.len()],
            mended_to: line.base,
            is_shortened: false,
        }
    }

    fn offset(&self, place: u32) -> usize {
        place.saturating_sub(self.place) as usize
    }

    fn end(&self) -> u32 {
        Span::from_length(self.place, self.text.len()).end
    }

    fn holds_fix(&self, fault: &Diagnostic) -> bool {
        let (start, end) = (self.place, self.end());
        let within = |edit: &Edit| start <= edit.span.start && edit.span.end <= end;
        fault
            .fix
            .iter()
            .all(|fix| !fix.edits.is_empty() && fix.edits.iter().all(within))
    }

    /// The copy with the mend of a fault, and what is then found, where that mend leads on.
    fn mend(
        &self,
        fault: &Diagnostic,
        read_again: impl Fn(SourceText<'_>) -> LineFindings,
    ) -> Option<(Self, LineFindings)> {
        let fix = fault.fix.as_ref().filter(|_| self.holds_fix(fault))?;
        // Behind a keyword everything may still be missing, and the day before it.
        let is_keyword = fault.kind == &kinds::UNKNOWN_KEYWORD;
        let read_again = |text: SourceText<'_>| {
            let mut found = read_again(text);
            let is_missing = |next: &Fault| next.kind == &kinds::MISSING_ARGUMENT;
            if is_keyword && found.fault.as_ref().is_some_and(is_missing) {
                found.fault = None;
            }
            found
        };
        let read_on = self.read_on(&fix.edits, read_again);
        // A value that was put right leaves no value too many behind it.
        let is_value = fault.kind == &kinds::BAD_VALUE;
        read_on.filter(|(mended, found)| {
            let next = found.fault.as_ref();
            !is_value || next.is_none_or(|next| !mended.is_too_much(next))
        })
    }

    /// The copy with something usable in the place of a value that is wrong.
    fn stand_in(
        &self,
        fault: &Diagnostic,
        read_again: impl Fn(SourceText<'_>) -> LineFindings,
    ) -> Option<(Self, LineFindings)> {
        let is_value = matches!(fault.kind.code.as_bytes().first(), Some(b'A' | b'D'))
            || [&kinds::BAD_VALUE, &kinds::LOOK_ALIKE].contains(&fault.kind);
        let word = self.word_at(fault.primary.span).filter(|_| is_value)?;
        let tried = STAND_INS.iter().filter_map(|text| {
            let edit = Edit::replace(word, *text);
            self.read_on(&[edit], &read_again)
        });
        // What stands in may be taken for something else; then too much or too little is found, or the next word, which
        // may belong to the value: that is not another mistake.
        let is_own = |(mended, next): (&Self, &Fault)| {
            let counts = [
                &kinds::MISSING_ARGUMENT,
                &kinds::UNEXPECTED_ARGUMENT,
                &kinds::REPEATED,
            ];
            let between = mended.between(mended.mended_to, next.primary.span.start);
            !counts.contains(&next.kind) && !between.trim().is_empty()
        };
        let mut own = tried.filter(|(mended, found)| {
            let next = found.fault.as_ref();
            next.is_none_or(|next| is_own((mended, next)))
        });
        let first = own.next()?;
        let sound = if first.1.fault.is_some() {
            own.find(|(_, found)| found.fault.is_none())
        } else {
            None
        };
        Some(sound.unwrap_or(first))
    }

    fn read_on(
        &self,
        edits: &[Edit],
        read_again: impl Fn(SourceText<'_>) -> LineFindings,
    ) -> Option<(Self, LineFindings)> {
        let mended = self.with_edits(edits)?;
        let found = read_again(SourceText {
            str: &mended.text,
            base: mended.place,
        });
        let is_behind = |next: &Fault| {
            let start = next.primary.span.start;
            let between = mended.between(mended.mended_to, start);
            start >= mended.mended_to && (mended.is_shortened || between.contains([' ', '\t']))
        };
        let leads_on = found.fault.as_ref().is_none_or(is_behind)
            && !found.remarks.iter().any(|remark| mended.is_written(remark));
        leads_on.then_some((mended, found))
    }

    /// Whether a finding says that the next word is one too many.
    fn is_too_much(&self, next: &Diagnostic) -> bool {
        let between = self.between(self.mended_to, next.primary.span.start);
        between.trim().is_empty()
            && [&kinds::UNEXPECTED_ARGUMENT, &kinds::REPEATED].contains(&next.kind)
    }

    fn between(&self, start: u32, end: u32) -> &str {
        let part = self.offset(start)..self.offset(end);
        self.text.get(part).unwrap_or_default()
    }

    /// The whole words that a span touches.
    fn word_at(&self, span: Span) -> Option<Span> {
        let (start, end) = (self.offset(span.start), self.offset(span.end));
        let bytes = self.text.as_bytes();
        let before = bytes.get(..start)?.iter().rev();
        let before = before.take_while(|byte| !is_blank(**byte)).count();
        let behind = bytes.get(end..)?.iter();
        let behind = behind.take_while(|byte| !is_blank(**byte)).count();
        let start = start.saturating_sub(before);
        let length = end.saturating_add(behind).saturating_sub(start);
        let word = Span::from_length(Span::from_length(self.place, start).end, length);
        (length > 0).then_some(word)
    }

    fn with_edits(&self, edits: &[Edit]) -> Option<Self> {
        let mut sorted: Vec<&Edit> = edits.iter().collect();
        sorted.sort();
        let mut mended = Self {
            text: String::with_capacity(self.text.len()),
            place: self.place,
            origins: Vec::new(),
            written: Vec::new(),
            mended_to: self.place,
            is_shortened: false,
        };
        let mut done = self.place;
        for edit in sorted {
            mended.copy_from(self, Span::new(done, edit.span.start))?;
            let origin = *self.origins.get(self.offset(edit.span.start))?;
            mended.text.push_str(&edit.text);
            mended.origins.resize(mended.text.len(), origin);
            mended.written.resize(mended.text.len(), true);
            mended.mended_to = mended.end();
            mended.is_shortened = edit.text.is_empty();
            done = edit.span.end;
        }
        mended.copy_from(self, Span::new(done, self.end()))?;
        mended.origins.push(*self.origins.last()?);
        Some(mended)
    }

    /// Puts a part of another copy behind what is there.
    fn copy_from(&mut self, other: &Self, part: Span) -> Option<()> {
        let part = other.offset(part.start)..other.offset(part.end);
        self.text.push_str(other.text.get(part.clone())?);
        self.origins.extend(other.origins.get(part.clone())?);
        self.written.extend(other.written.get(part)?);
        Some(())
    }

    /// Whether the place of a finding holds something that was put in.
    fn is_written(&self, found: &Diagnostic) -> bool {
        let span = found.primary.span;
        let place = self.offset(span.start)..self.offset(span.end);
        let bytes = self.written.get(place).unwrap_or_default();
        bytes.iter().any(|written| *written)
    }

    /// A fault whose mend touches what an earlier mend has written is told without its own.
    fn without_edits_of_written(&self, fault: Fault) -> Fault {
        let behind =
            |edit: &Edit| edit.span.start >= self.mended_to || edit.span.start < self.place;
        let mut edits = fault.fix.iter().flat_map(|fix| &fix.edits);
        if edits.all(behind) {
            fault
        } else {
            Box::new(fault.without_fix())
        }
    }

    /// The finding with its places in the line as written.
    fn original(&self, mut found: Fault) -> Fault {
        let edits = found.fix.iter_mut().flat_map(|fix| &mut fix.edits);
        let spans = edits.map(|edit| &mut edit.span);
        let related = found.related.iter_mut();
        let labels = related.map(|Label { span, .. }| span);
        let here = |span: &&mut Span| self.place <= span.start && span.end <= self.end();
        let all = spans.chain(labels).chain([&mut found.primary.span]);
        for span in all.filter(here) {
            let (start, end) = (self.offset(span.start), self.offset(span.end));
            if let (Some(start), Some(end)) = (self.origins.get(start), self.origins.get(end)) {
                *span = Span::new(*start, *end);
            }
        }
        found
    }
}
