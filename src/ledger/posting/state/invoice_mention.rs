//! How an entry names an invoice.

/// How an entry names an invoice: who checks that both speak of the same customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvoiceMention {
    /// First in its header: checked when names were resolved.
    First,
    /// Further on, or in a `for:` line: checked here.
    Further,
}

impl InvoiceMention {
    /// How the header names the invoice at this place in it.
    pub const fn from_position(place: usize) -> Self {
        if place == 0 {
            Self::First
        } else {
            Self::Further
        }
    }
}
