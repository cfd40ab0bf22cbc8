//! Letters on disk: one file each, whole or not at all, and none over another one.

use super::attachments::read_attachments;
use super::envelopes::{EnvelopeOutcome, write_envelope_file};
use super::file_names::LetterFileNames;
use super::journal_records::{WrittenLetter, record_letters};
use super::letter_format::LetterFormat;
use super::notes::tell_missing_code;
use super::record_forecast::{RecordObstacles, find_record_obstacles};
use super::refusal_lines::{RefusalLines, not_recorded_failure};
use super::sent_letters::{SentLetters, find_leftover_drafts};
use crate::cli::arguments::args::LettersFlags;
use crate::cli::command_context::CommandContext;
use crate::cli::escape;
use crate::cli::exit::{ExitStatus, Failure};
use crate::cli::files::output_guard::OutputGuard;
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::new_file::{FileAccess, create_file};
use crate::cli::output::existing_file_policy;
use crate::journal::model::CustomerIx;
use crate::language::en::ENGLISH;
use crate::letter::compose::LetterDraft;
use crate::letter::invoice_terms::invoice_terms;
use crate::letter::refusal_message::refusal_message;
use crate::pipeline::Outcome;
use crate::render::envelope_size::EnvelopeSize;
use crate::render::letter_medium::LetterMedium;
use crate::report::shared::lookup;
use crate::text::sha256::sha256_hex;
use crate::text::source::Sources;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A letter in its medium, or why there is none.
pub fn render_letter(
    draft: &LetterDraft,
    medium: &LetterMedium,
    sources: &Sources,
    context: &CommandContext,
) -> Result<Vec<u8>, Vec<String>> {
    let refusals = draft.summary.refusals.iter();
    let refusals = refusals.map(|refusal| refusal_message(refusal, &ENGLISH));
    let letter = draft.letter.as_ref();
    let letter = letter.ok_or_else(|| refusals.collect::<Vec<String>>())?;
    let attached = read_attachments(letter, medium.embeds_enclosures, sources, context)
        .map_err(|why| vec![why])?;
    (medium.write)(letter, &attached).map_err(|why| vec![why])
}

/// From this many letters on, progress is shown on a terminal.
const MIN_PROGRESS_COUNT: usize = 10;

/// A folder that letters are written to.
pub struct LetterFolder<'a> {
    path: &'a Path,
    flags: &'a LettersFlags,
    format: LetterFormat,
    /// The size of the envelopes, where they are asked for.
    envelope: Option<EnvelopeSize>,
    outcome: &'a Outcome,
    context: &'a mut CommandContext,
    /// What is never written over.
    guard: OutputGuard,
    /// What went out already; looked up where a file stands in the way, or drafts are recorded.
    sent_letters: OnceCell<SentLetters>,
    /// Whose letters of one run are of one step: the names of their files tell them apart by invoice.
    shared_labels: BTreeSet<(CustomerIx, String)>,
}

/// What became of one letter.
enum WriteOutcome {
    /// It was written, or stood there already, word for word. What is to be recorded of it, if anything.
    Written(Option<WrittenLetter>),
    /// It was not, and why.
    Refused(Vec<String>),
    /// The disk refused.
    Failed(Failure),
}

impl<'a> LetterFolder<'a> {
    /// The folder, and what is written to it.
    pub fn new(
        path: &'a Path,
        flags: &'a LettersFlags,
        format: LetterFormat,
        outcome: &'a Outcome,
        context: &'a mut CommandContext,
    ) -> Result<Self, Failure> {
        Ok(Self {
            path,
            flags,
            format,
            envelope: None,
            outcome,
            guard: context.output_guard(&outcome.sources)?,
            context,
            sent_letters: OnceCell::new(),
            shared_labels: BTreeSet::new(),
        })
    }

    /// With an envelope of a size to each letter.
    pub fn with_envelopes(mut self, size: Option<EnvelopeSize>) -> Self {
        self.envelope = size;
        self
    }

    /// Writes the letters, and where that is wished records those that were written. One that is refused keeps no
    /// other one back.
    pub fn write_letters(mut self, drafts: &[LetterDraft]) -> Result<ExitStatus, Failure> {
        let mut names = LetterFileNames::default();
        self.shared_labels = self.find_shared_labels(drafts);
        let mut refused = RefusalLines::default();
        let mut written = Vec::new();
        let ended = self.write_each(drafts, &mut names, &mut refused, &mut written);
        self.context.console.clear_progress();
        self.context.console.print_to_stderr(&refused.print());
        let mut code = ended?;
        if self.flags.record {
            code = code.graver_of(self.report_leftovers(&names));
            let count = written.len();
            record_letters(&written, self.flags.dry_run, self.outcome, self.context)
                .map_err(|stop| not_recorded_failure(stop, count))?;
        }
        Ok(code)
    }

    fn write_each(
        &mut self,
        drafts: &[LetterDraft],
        names: &mut LetterFileNames,
        refused: &mut RefusalLines,
        written: &mut Vec<WrittenLetter>,
    ) -> Result<ExitStatus, Failure> {
        let mut code = ExitStatus::Success;
        let mut obstacles = self.record_obstacles(drafts)?;
        if !self.flags.dry_run {
            sweep_leftovers(self.path, &self.context.console);
        }
        for (done, draft) in drafts.iter().enumerate() {
            self.show_progress(done, drafts.len());
            match self.write_letter(draft, obstacles.remove(&done), names)? {
                WriteOutcome::Written(letter) => written.extend(letter),
                WriteOutcome::Refused(why) => {
                    refused.add(self.outcome, draft, &why);
                    code = code.graver_of(ExitStatus::Findings);
                }
                WriteOutcome::Failed(stop) => {
                    self.context.console.print_error(&stop);
                    code = code.graver_of(stop.status);
                }
            }
        }
        Ok(code)
    }

    /// Which letters the journal could not be told of: they are not written.
    fn record_obstacles(&self, drafts: &[LetterDraft]) -> Result<RecordObstacles, Failure> {
        if self.flags.record {
            find_record_obstacles(drafts, self.outcome, self.context)
        } else {
            Ok(RecordObstacles::new())
        }
    }

    /// How many letters are done; a handful is written before anybody could read that.
    fn show_progress(&self, done: usize, all: usize) {
        if all >= MIN_PROGRESS_COUNT {
            let words = format!("letters: {done} of {all}");
            self.context.console.show_progress(&words);
        }
    }

    /// Writes a letter in each of its forms. What is recorded names the first.
    fn write_letter(
        &mut self,
        draft: &LetterDraft,
        obstacle: Option<Vec<String>>,
        names: &mut LetterFileNames,
    ) -> Result<WriteOutcome, Failure> {
        let on = self.outcome.ledger.as_of.to_string();
        let id = self.outcome.journal.customer_id(draft.summary.customer);
        let name = names.next_name(&on, id, &self.file_label(draft));
        if let Some(why) = obstacle {
            return Ok(WriteOutcome::Refused(why));
        }
        let mut first = None;
        for medium in self.format.media(&draft.summary.channels) {
            let path = self.path.join(format!("{name}.{}", medium.extension));
            match self.write_in_medium(draft, medium, path)? {
                WriteOutcome::Written(letter) => first = first.or(letter),
                other => return Ok(other),
            }
            if medium.write_envelope.is_some()
                && let Some(stopped) = self.write_envelope(draft, &name)?
            {
                return Ok(stopped);
            }
        }
        if self.flags.dry_run {
            self.print_terms(draft)?;
        }
        Ok(WriteOutcome::Written(first))
    }

    /// What one looks at once more before a letter is written: date, due day and time to pay of its invoices.
    fn print_terms(&mut self, draft: &LetterDraft) -> Result<(), Failure> {
        let (journal, ledger) = (&self.outcome.journal, &self.outcome.ledger);
        let mut lines = Vec::new();
        let text = self.outcome.journal_text(&self.context.disk);
        for term in invoice_terms((journal, ledger), &text, &draft.summary) {
            let number = journal.invoice_no(term.invoice);
            let part = match term.instalment {
                (_, 0 | 1) => String::new(),
                (place, count) => format!(" ({place}/{count})"),
            };
            let due = term.due.map_or(String::new(), |due| format!(", due {due}"));
            let days = term
                .days
                .map_or(String::new(), |days| format!(", {days} days to pay"));
            let of = term.invoiced;
            lines.push(format!("  #{number}{part} of {of}{due}{days}\n"));
        }
        self.context.console.print(lines.concat().as_bytes())
    }

    fn write_in_medium(
        &mut self,
        draft: &LetterDraft,
        medium: &LetterMedium,
        path: PathBuf,
    ) -> Result<WriteOutcome, Failure> {
        let bytes = match render_letter(draft, medium, &self.outcome.sources, self.context) {
            Ok(bytes) => bytes,
            Err(why) => return Ok(WriteOutcome::Refused(why)),
        };
        self.guard.refuse(&path)?;
        let same = self
            .context
            .disk
            .read_file(&path)
            .is_ok_and(|found| found == bytes);
        if let Some(why) = self.overwrite_obstacle(&path).filter(|_| !same) {
            return Ok(WriteOutcome::Refused(vec![why]));
        }
        if !same {
            self.guard.refuse_in(self.path, &path)?;
        }
        if !same
            && !self.flags.dry_run
            && let Err(stop) = self.create_file(&path, &bytes)
        {
            return Ok(WriteOutcome::Failed(stop));
        }
        self.print_outcome(&path, same)?;
        let name = escape::escape_path(&path);
        tell_missing_code(draft, medium, &name, self.context);
        let recorded = self.flags.record.then(|| WrittenLetter {
            fingerprint: sha256_hex(&bytes),
            records: draft.records.clone(),
            path,
        });
        Ok(WriteOutcome::Written(recorded))
    }

    /// Writes the envelope of a letter, where envelopes are asked for; what kept it from being written.
    fn write_envelope(
        &mut self,
        draft: &LetterDraft,
        name: &str,
    ) -> Result<Option<WriteOutcome>, Failure> {
        let (Some(size), Some(letter)) = (self.envelope, draft.letter.as_ref()) else {
            return Ok(None);
        };
        let place = (self.path, name);
        let dry_run = self.flags.dry_run;
        match write_envelope_file(letter, size, place, dry_run, &self.guard, self.context)? {
            EnvelopeOutcome::Written { path, same } => self.print_outcome(&path, same)?,
            EnvelopeOutcome::Refused(why) => return Ok(Some(WriteOutcome::Refused(vec![why]))),
            EnvelopeOutcome::Failed(stop) => return Ok(Some(WriteOutcome::Failed(stop))),
        }
        Ok(None)
    }

    /// The customers and labels of which several letters are among some drafts.
    fn find_shared_labels(&self, drafts: &[LetterDraft]) -> BTreeSet<(CustomerIx, String)> {
        let mut seen = BTreeSet::new();
        let labels = drafts
            .iter()
            .map(|draft| (draft.summary.customer, self.letter_label(draft)));
        labels.filter(|label| !seen.insert(label.clone())).collect()
    }

    /// The label of a letter in the name of its file; where another letter of the run has the same, with the number of its
    /// first invoice.
    fn file_label(&self, draft: &LetterDraft) -> String {
        let label = self.letter_label(draft);
        let key = (draft.summary.customer, label.clone());
        match draft.summary.invoices.first() {
            Some(first) if self.shared_labels.contains(&key) => {
                format!("{label}-{}", self.outcome.journal.invoice_no(*first))
            }
            _ => label,
        }
    }

    /// What a letter is, for the name of its file: its step, and its currency where that is not the usual one.
    fn letter_label(&self, draft: &LetterDraft) -> String {
        let currency = draft.summary.total.currency;
        if currency == self.outcome.journal.currency {
            return draft.summary.stage.clone();
        }
        format!("{}-{}", draft.summary.stage, currency.code().to_lowercase())
    }

    /// Why what stands in the place of a letter is not written over: what went out never is.
    fn overwrite_obstacle(&self, path: &Path) -> Option<String> {
        path.symlink_metadata().ok()?;
        let shown = path.display();
        let found = self.context.disk.read_file(path).unwrap_or_default();
        if let Some(day) = self.sent_letters().sent_on(path, &found) {
            return Some(format!(
                "{shown} went out on {day}, as the journal records: write to another folder"
            ));
        }
        (!self.context.global_flags.force).then(|| {
            format!(
                "{shown} exists already, and is not what the journal gives now (`--force` \
                 overwrites it)"
            )
        })
    }

    fn sent_letters(&self) -> &SentLetters {
        self.sent_letters
            .get_or_init(|| SentLetters::from_journal(self.outcome, self.context))
    }

    /// Drafts in the folder that were made from an older journal, and of which today's gives no letter: nothing is
    /// recorded of them.
    fn report_leftovers(&mut self, names: &LetterFileNames) -> ExitStatus {
        if self.flags.stage.is_some() {
            return ExitStatus::Success;
        }
        let (journal, on) = (&self.outcome.journal, self.outcome.ledger.as_of);
        let only = self.flags.only.as_deref();
        let only = only.and_then(|only| lookup::find_customer(journal, only).ok());
        let wanted = |customer| only.is_none_or(|only| only == customer);
        let extensions = self.format.extensions();
        let place = (self.path, extensions.as_slice());
        let found = find_leftover_drafts(place, names, self.sent_letters(), journal, (on, wanted));
        for leftover in &found {
            let id = journal.customer_id(leftover.customer);
            self.context.console.print_to_stderr(&format!(
                "no letter `{}` to @{id}: {} was drafted from an older journal, and today's gives no such letter; \
                 it is not recorded\n",
                leftover.stage,
                escape::escape_path(&leftover.path)
            ));
        }
        if found.is_empty() {
            ExitStatus::Success
        } else {
            ExitStatus::Findings
        }
    }

    fn create_file(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        std::fs::create_dir_all(self.path)
            .map_err(|error| Failure::file_error("make", self.path, error))?;
        create_file(
            path,
            bytes,
            existing_file_policy(self.context.global_flags.force),
            FileAccess::Usual,
        )
    }

    fn print_outcome(&mut self, path: &Path, same: bool) -> Result<(), Failure> {
        let path = escape::escape_path(path);
        let words = match (same, self.flags.dry_run) {
            (true, _) => format!("{path} stands as it is\n"),
            (false, true) => format!("would write {path}\n"),
            (false, false) => format!("wrote {path}\n"),
        };
        self.context.console.print(words.as_bytes())
    }
}
