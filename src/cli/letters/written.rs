//! Letters on disk: one file each, whole or not at all, and none over another one.

use super::attached::attachments;
use super::fingerprint::fingerprint;
use super::names::Names;
use super::record::{Ledgered, record};
use crate::cli::args::LettersFlags;
use crate::cli::desk::Desk;
use crate::cli::escape;
use crate::cli::exit::{Code, Stop};
use crate::cli::output::{existing, not_the_journal};
use crate::cli::writer::create::{Access, create};
use crate::language::en::ENGLISH;
use crate::letter::draft::Draft;
use crate::letter::refusal::Refusal;
use crate::pipeline::Outcome;
use crate::render::letter_medium::LetterMedium;
use crate::text::source::Sources;
use std::path::{Path, PathBuf};

/// A letter in its medium, or why there is none.
pub fn bytes(
    draft: &Draft,
    form: &LetterMedium,
    sources: &Sources,
    desk: &Desk,
) -> Result<Vec<u8>, Vec<String>> {
    let told = |refusals: &Vec<Refusal>| {
        let told = refusals.iter().map(|refusal| refusal.told(&ENGLISH));
        told.collect::<Vec<_>>()
    };
    let letter = draft.letter.as_ref().map_err(told)?;
    let attached = attachments(letter, form.attaches, sources, desk).map_err(|why| vec![why])?;
    (form.write)(letter, &attached).map_err(|why| vec![why])
}

/// Why there is no letter, in a line a reason.
pub fn refused(outcome: &Outcome, draft: &Draft, why: &[String]) -> String {
    let id = outcome.journal.customer_id(draft.customer);
    let lines = why.iter().map(|why| {
        let why = escape::line(why);
        format!("no letter `{}` to @{id}: {why}\n", draft.stage)
    });
    lines.collect()
}

/// A folder that letters are written to.
pub struct Folder<'a> {
    path: &'a Path,
    flags: &'a LettersFlags,
    form: &'static LetterMedium,
    outcome: &'a Outcome,
    desk: &'a mut Desk,
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
        }
    }

    /// Writes the letters, and where that is wished records those that were written. One that is refused keeps no
    /// other one back.
    pub fn write(mut self, drafts: &[Draft]) -> Result<Code, Stop> {
        let mut names = Names::default();
        let mut code = Code::Fine;
        let mut written = Vec::new();
        for draft in drafts {
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
        if self.flags.record {
            record(&written, self.flags.dry_run, self.outcome, self.desk)?;
        }
        Ok(code)
    }

    fn one(&mut self, draft: &Draft, names: &mut Names) -> Result<Became, Stop> {
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
        if !same && !self.desk.global.force && path.symlink_metadata().is_ok() {
            let words = format!(
                "{} exists already (`--force` overwrites it)",
                path.display()
            );
            return Ok(Became::Refused(vec![words]));
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
            records: draft.records.clone(),
        }))
    }

    /// What a letter is, for the name of its file: its step, and its currency where that is not the usual one.
    fn what(&self, draft: &Draft) -> String {
        let currency = draft.total.currency;
        if currency == self.outcome.journal.currency {
            return draft.stage.clone();
        }
        format!("{}-{}", draft.stage, currency.code().to_lowercase())
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
