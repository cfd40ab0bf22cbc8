//! Letters on disk: one file each, whole or not at all, and none over another one.

use super::attached::attachments;
use super::fingerprint::fingerprint;
use super::names::Names;
use super::posted::{Posted, leftovers};
use super::record::{Ledgered, record};
use crate::cli::args::LettersFlags;
use crate::cli::desk::Desk;
use crate::cli::escape;
use crate::cli::exit::{Code, Stop};
use crate::cli::output::{existing, not_the_journal};
use crate::cli::writer::create::{Access, create};
use crate::language::en::ENGLISH;
use crate::letter::draft::LetterDraft;
use crate::letter::refusal::LetterRefusal;
use crate::pipeline::Outcome;
use crate::render::letter_medium::LetterMedium;
use crate::report::find;
use crate::text::source::Sources;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

/// A letter in its medium, or why there is none.
pub fn bytes(
    draft: &LetterDraft,
    form: &LetterMedium,
    sources: &Sources,
    desk: &Desk,
) -> Result<Vec<u8>, Vec<String>> {
    let told = |refusals: &Vec<LetterRefusal>| {
        let told = refusals.iter().map(|refusal| refusal.message(&ENGLISH));
        told.collect::<Vec<_>>()
    };
    let letter = draft.letter.as_ref().map_err(told)?;
    let attached = attachments(letter, form.attaches, sources, desk).map_err(|why| vec![why])?;
    (form.write)(letter, &attached).map_err(|why| vec![why])
}

/// Why there is no letter, in a line a reason.
pub fn refused(outcome: &Outcome, draft: &LetterDraft, why: &[String]) -> String {
    let id = outcome.journal.customer_id(draft.customer);
    let lines = why.iter().map(|why| {
        let why = escape::line(why);
        format!("no letter `{}` to @{id}: {why}\n", draft.stage)
    });
    lines.collect()
}

/// From this many letters on a terminal is told how many are done.
const WORTH_WATCHING: usize = 10;

/// A folder that letters are written to.
pub struct Folder<'a> {
    path: &'a Path,
    flags: &'a LettersFlags,
    form: &'static LetterMedium,
    outcome: &'a Outcome,
    desk: &'a mut Desk,
    /// What went out already; looked up where a file stands in the way, or drafts are recorded.
    posted: OnceCell<Posted>,
}

/// What became of one letter.
enum Became {
    /// It was written, or stood there already, word for word.
    Written(Ledgered),
    /// It was not, and why.
    Refused(Vec<String>),
    /// The disk refused.
    Failed(Stop),
}

impl<'a> Folder<'a> {
    /// The folder, and what is written to it.
    pub fn new(
        path: &'a Path,
        flags: &'a LettersFlags,
        form: &'static LetterMedium,
        outcome: &'a Outcome,
        desk: &'a mut Desk,
    ) -> Self {
        Self {
            path,
            flags,
            form,
            outcome,
            desk,
            posted: OnceCell::new(),
        }
    }

    /// Writes the letters, and where that is wished records those that were written. One that is refused keeps no
    /// other one back.
    pub fn write(mut self, drafts: &[LetterDraft]) -> Result<Code, Stop> {
        let mut names = Names::default();
        let mut code = Code::Fine;
        let mut written = Vec::new();
        for (done, draft) in drafts.iter().enumerate() {
            self.tell_progress(done, drafts.len());
            match self.one(draft, &mut names)? {
                Became::Written(ledgered) => written.push(ledgered),
                Became::Refused(why) => {
                    self.desk.console.tell(&refused(self.outcome, draft, &why));
                    code = worse(code, Code::Findings);
                }
                Became::Failed(stop) => {
                    self.desk.console.lament(&stop);
                    code = worse(code, stop.code);
                }
            }
        }
        self.desk.console.clear_progress();
        if self.flags.record {
            code = worse(code, self.tell_leftovers(&names));
            record(&written, self.flags.dry_run, self.outcome, self.desk)?;
        }
        Ok(code)
    }

    /// How many letters are done; a handful is written before anybody could read that.
    fn tell_progress(&self, done: usize, all: usize) {
        if all >= WORTH_WATCHING {
            let words = format!("letters: {done} of {all}");
            self.desk.console.progress(&words);
        }
    }

    fn one(&mut self, draft: &LetterDraft, names: &mut Names) -> Result<Became, Stop> {
        let on = self.outcome.ledger.as_of.0.to_string();
        let id = self.outcome.journal.customer_id(draft.customer);
        let name = names.next(&on, id, &self.what(draft));
        let path = self.path.join(format!("{name}.{}", self.form.extension));
        let bytes = match bytes(draft, self.form, &self.outcome.sources, self.desk) {
            Ok(bytes) => bytes,
            Err(why) => return Ok(Became::Refused(why)),
        };
        not_the_journal(&path, &self.outcome.sources)?;
        let same = self.desk.disk.read(&path).is_ok_and(|found| found == bytes);
        if let Some(why) = self.in_the_way(&path).filter(|_| !same) {
            return Ok(Became::Refused(vec![why]));
        }
        if !same
            && !self.flags.dry_run
            && let Err(stop) = self.put(&path, &bytes)
        {
            return Ok(Became::Failed(stop));
        }
        self.say(&path, same)?;
        Ok(Became::Written(Ledgered {
            path: PathBuf::from(&path),
            fingerprint: fingerprint(&bytes),
            records: draft.sent_records.clone(),
            talk: draft.contact_record.clone(),
        }))
    }

    /// What a letter is, for the name of its file: its step, and its currency where that is not the usual one.
    fn what(&self, draft: &LetterDraft) -> String {
        let currency = draft.total.currency;
        if currency == self.outcome.journal.currency {
            return draft.stage.clone();
        }
        format!("{}-{}", draft.stage, currency.code().to_lowercase())
    }

    /// Why what stands in the place of a letter is not written over: what went out never is.
    fn in_the_way(&self, path: &Path) -> Option<String> {
        path.symlink_metadata().ok()?;
        let shown = path.display();
        let found = self.desk.disk.read(path).unwrap_or_default();
        if let Some(day) = self.posted().day(path, &found) {
            return Some(format!(
                "{shown} went out on {day}, as the journal records: write to another folder"
            ));
        }
        (!self.desk.global.force).then(|| {
            format!(
                "{shown} exists already, and is not what the journal gives now (`--force` \
                 overwrites it)"
            )
        })
    }

    fn posted(&self) -> &Posted {
        self.posted
            .get_or_init(|| Posted::of(self.outcome, self.desk))
    }

    /// Drafts in the folder that were made from an older journal, and of which today's gives no letter: nothing is
    /// recorded of them.
    fn tell_leftovers(&mut self, names: &Names) -> Code {
        if !self.flags.one.is_empty() {
            return Code::Fine;
        }
        let (journal, on) = (&self.outcome.journal, self.outcome.ledger.as_of.0);
        let only = self.flags.only.as_deref();
        let only = only.and_then(|only| find::customer(journal, only).ok());
        let wanted = |customer| only.is_none_or(|only| only == customer);
        let place = (self.path, self.form.extension);
        let found = leftovers(place, names, self.posted(), journal, (on, wanted));
        for leftover in &found {
            let id = journal.customer_id(leftover.customer);
            self.desk.console.tell(&format!(
                "no letter `{}` to @{id}: {} was drafted from an older journal, and today's gives no such letter; \
                 it is not recorded\n",
                leftover.stage,
                escape::path(&leftover.path)
            ));
        }
        if found.is_empty() {
            Code::Fine
        } else {
            Code::Findings
        }
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), Stop> {
        std::fs::create_dir_all(self.path).map_err(|error| Stop::file("make", self.path, error))?;
        create(path, bytes, existing(self.desk.global.force), Access::Usual)
    }

    fn say(&mut self, path: &Path, same: bool) -> Result<(), Stop> {
        let path = escape::path(path);
        let words = match (same, self.flags.dry_run) {
            (true, _) => format!("{path} stands as it is\n"),
            (false, true) => format!("would write {path}\n"),
            (false, false) => format!("wrote {path}\n"),
        };
        self.desk.console.print(words.as_bytes())
    }
}

/// The graver of two endings.
fn worse(one: Code, other: Code) -> Code {
    let rank = |code: Code| match code {
        Code::Fine => 0,
        Code::Findings => 1,
        _ => 2,
    };
    if rank(other) > rank(one) { other } else { one }
}
