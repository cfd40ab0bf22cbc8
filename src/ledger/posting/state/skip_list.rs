//! Places in a list of which some are used up.

/// For each place of a list a later one, or itself while it is in use: those that are used up are leapt over, and each
/// leap is lengthened on the way, so that a thousand of them are not passed one by one again and again.
#[derive(Debug, Default)]
pub struct SkipList(Vec<usize>);

impl SkipList {
    /// So many places, all in use.
    pub fn with_len(len: usize) -> Self {
        Self((0..len).collect())
    }

    /// One more place, in use.
    pub fn push(&mut self) {
        self.0.push(self.0.len());
    }

    /// From now on a place is leapt over.
    pub fn skip(&mut self, place: usize) {
        self.set_leap(place, place.saturating_add(1));
    }

    /// The first place from here on that is in use; past the end where there is none.
    pub fn first_from(&mut self, begin: usize) -> usize {
        let mut place = begin;
        while let Some(leap) = self.0.get(place).copied() {
            if leap == place {
                break;
            }
            let further = self.0.get(leap).copied().unwrap_or(leap);
            self.set_leap(place, further);
            place = leap;
        }
        place
    }

    fn set_leap(&mut self, place: usize, to: usize) {
        if let Some(leap) = self.0.get_mut(place) {
            *leap = to;
        }
    }
}
