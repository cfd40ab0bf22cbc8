//! `policy`: what was agreed about paying, and when one writes about it, as journal text.

use super::args::PolicyFlags;
use super::asks;
use super::desk::Desk;
use super::exit::{Code, Ended, Stop};
use super::output::{Reader, hand_over};
use super::report::{scoped, tell_errors};
use crate::check::Reach;
use crate::report::policy;

/// Prints the policies in force, or every version of one.
pub fn run(flags: &PolicyFlags, desk: &mut Desk) -> Ended {
    if desk
        .global
        .output_format
        .as_deref()
        .is_some_and(|form| form != "text")
    {
        return Err(Stop::usage(
            "`policy` prints journal text, and nothing else",
        ));
    }
    let outcome = desk.read(Reach::Errors)?;
    let sound = tell_errors(&outcome, desk)?;
    if sound == Code::Findings && !desk.global.even_so {
        return Ok(Code::Findings);
    }
    let ask = asks::usual(&[])?;
    let name = flags.name.as_deref();
    let text = scoped(&outcome, &ask, desk, |scope| policy::write(scope, name))?;
    let Some(text) = text else {
        let name = name.unwrap_or_default();
        return Err(Stop::usage(format!("the journal has no policy `{name}`"))
            .help("`tegoed policy` prints those in force"));
    };
    hand_over(
        text.as_bytes(),
        Reader::Person,
        &outcome.sources,
        &desk.global,
        &mut desk.console,
    )?;
    Ok(sound)
}
