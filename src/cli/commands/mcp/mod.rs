//! `mcp`: answers for assistants, over standard input and output, in the Model Context Protocol. Each answer is what the
//! command of the same name prints as JSON; nothing is ever written.
//!
//! Each answer is a run of the program itself: the bytes are those of the command line, and what a run takes is given
//! back when it ends.

mod assistant_tool;
mod json_rpc;
mod proposal;
mod server;
mod subprocess;
mod tool_schema;
mod tool_words;

use crate::cli::arguments::args::GlobalFlags;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::disk::STANDARD_INPUT;
use crate::cli::registry::Registry;
use server::AssistantServer;
use std::io::{self, ErrorKind};
use subprocess::Subprocess;

/// Serves the assistant that started the program, until it is gone.
pub fn run(global: GlobalFlags, registry: Registry) -> CommandResult {
    if global.files.iter().any(|file| file == STANDARD_INPUT) {
        return Err(Failure::usage(
            "expected a journal on disk, found `-f -`: the questions of the assistant come in there",
        )
        .with_help("name the file: `tegoed mcp -f main.tegoed`"));
    }
    let process = Subprocess::new(global).map_err(|error| {
        Failure::environment(format!("cannot tell where this program is: {error}"))
    })?;
    let server = AssistantServer { process, registry };
    match server.serve(&mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => Ok(ExitStatus::Success),
        // The assistant is gone, which is how it ends.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitStatus::Success),
        Err(error) => Err(Failure::environment(format!(
            "the assistant cannot be served: {error}"
        ))),
    }
}
