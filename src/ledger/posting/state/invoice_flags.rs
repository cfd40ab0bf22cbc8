//! What is special about an invoice, so that the many plain ones are settled without looking further.

/// One special thing about an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum InvoiceFlag {
    /// A charge was claimed on it at some time.
    Charged = 1,
    /// A `void` of it will come: what it receives is kept in a list.
    ToBeVoided = 2,
    /// A `settle` of it will come: what it receives is counted.
    ToBeSettled = 4,
    /// A credit note lowered it.
    Credited = 8,
    /// Something of it was written off.
    WrittenOff = 16,
    /// It is void.
    Void = 32,
    /// A discount or a settlement closed it.
    ClosedShort = 64,
}

/// Everything that is special about an invoice; nothing, for nearly all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InvoiceFlags(u8);

impl InvoiceFlags {
    /// Whether this is special about it.
    pub const fn has(self, mark: InvoiceFlag) -> bool {
        self.0 & mark as u8 != 0
    }

    /// From now on this is special about it.
    pub const fn set(&mut self, mark: InvoiceFlag) {
        self.0 |= mark as u8;
    }
}
