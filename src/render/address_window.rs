//! The window of an envelope: how many lines of an address can be read through it.

/// A window of 45 mm, the line of the sender above, holds so many lines of an address.
pub const MAX_ADDRESS_LINES: usize = 7;
/// From this many lines on they are set smaller.
pub const MANY_ADDRESS_LINES: usize = 5;

/// Why an address cannot be posted in an envelope with a window; `None` where it can. `lines` is how many are written.
pub fn address_obstacle(lines: usize) -> Option<String> {
    (lines > MAX_ADDRESS_LINES).then(|| {
        format!(
            "the address takes {lines} lines and the window of an envelope holds {MAX_ADDRESS_LINES}: shorten it, or \
             make this letter with `--format text`"
        )
    })
}
