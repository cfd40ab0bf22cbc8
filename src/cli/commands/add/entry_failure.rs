//! Why no entry can be made, as the end of the command.

use crate::add::new_entry_error::NewEntryError;
use crate::cli::exit::Failure;
use crate::cli::report_pages::not_found_failure;

/// Why no entry can be made, as the end of the command.
pub fn to_failure(error: NewEntryError) -> Failure {
    match error {
        NewEntryError::NotFound(missing) => not_found_failure(&missing),
        NewEntryError::Wrong { message, help } => {
            let stop = Failure::usage(message);
            match help {
                Some(help) => stop.with_help(help),
                None => stop,
            }
        }
    }
}
