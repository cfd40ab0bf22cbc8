//! Numbers that look drawn, and are the same each time (`SplitMix64`).

/// A row of numbers that follows from its seed.
pub struct SplitMix64(pub u64);

impl SplitMix64 {
    /// A number below `sides`; zero where there are no sides.
    pub fn next_below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides.max(1)
    }

    /// A place in a list of this length.
    pub fn next_index(&mut self, length: usize) -> usize {
        usize::try_from(self.next_below(length as u64)).unwrap_or(0)
    }

    /// One of these; the default where there are none.
    pub fn pick_one<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let place = self.next_index(from.len());
        from.get(place).copied().unwrap_or_default()
    }
}
