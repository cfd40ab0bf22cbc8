//! A temporary file that takes no more, in the middle of a workbook. The library has no error for it and stops with a panic,
//! whose words have the error of the disk: that is told instead.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// What stands before the number of an error of the system, where it is told for programmers.
const SYSTEM_ERROR: &str = "Os { code: ";

/// The error of the system that the words of a panic tell; `None` where they tell something else.
///
/// ```
/// use tegoed::render::xlsx::refused_write::system_error_in;
/// let error = system_error_in("Couldn't write to xml file: Os { code: 28, kind: StorageFull }");
/// assert_eq!(error.and_then(|it| it.raw_os_error()), Some(28));
/// assert!(system_error_in("index out of bounds").is_none());
/// ```
pub fn system_error_in(words: &str) -> Option<io::Error> {
    let (_, rest) = words.split_once(SYSTEM_ERROR)?;
    let code = rest.split(',').next()?.parse().ok()?;
    Some(io::Error::from_raw_os_error(code))
}

/// Writes a workbook.
///
/// # Errors
/// What writing itself answers, and that a temporary file could not be written.
pub fn catch_refused_writes<T>(write: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    catch_unwind(AssertUnwindSafe(write)).unwrap_or_else(|panic| match refused_write(&*panic) {
        Some(error) => Err(error),
        None => resume_unwind(panic),
    })
}

fn refused_write(panic: &(dyn Any + Send)) -> Option<io::Error> {
    let error = system_error_in(panic.downcast_ref::<String>()?)?;
    let words = format!("a file in the temporary folder (TMPDIR): {error}");
    Some(io::Error::new(error.kind(), words))
}
