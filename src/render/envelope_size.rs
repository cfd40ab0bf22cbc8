//! The sizes of envelopes that letters go in.

/// A size of envelopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnvelopeSize {
    /// What `--envelope` calls it.
    pub name: &'static str,
    /// Its width in tenths of a millimetre, the long side.
    pub width: i64,
    /// Its height, in the same.
    pub height: i64,
}

/// The sizes, the usual one first: a sheet of A4 folded twice goes in.
pub const ENVELOPE_SIZES: &[EnvelopeSize] = &[
    EnvelopeSize {
        name: "c6/5",
        width: 2290,
        height: 1140,
    },
    EnvelopeSize {
        name: "dl",
        width: 2200,
        height: 1100,
    },
    EnvelopeSize {
        name: "c5",
        width: 2290,
        height: 1620,
    },
    EnvelopeSize {
        name: "c6",
        width: 1620,
        height: 1140,
    },
];
