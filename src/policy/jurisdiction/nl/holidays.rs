//! The public holidays of the Netherlands.

use crate::policy::jurisdiction::citation::{Citation, CitationLevel};
use crate::policy::jurisdiction::holidays::{Holiday, HolidayRule};

/// The law that names the holidays, and extends a term which ends on a non-working day.
pub const TERMS_ACT: Citation = Citation {
    source: "Algemene termijnenwet art. 1 and 3 (BWBR0002448, version 2010-10-10)",
    level: CitationLevel::Read,
};

const KINGS_DAY: Citation = Citation {
    source: "27 April since 2014, 30 April from 1980 to 2013, a Saturday where that is a Sunday",
    level: CitationLevel::Unread,
};

/// The holidays of Algemene termijnenwet art. 3, with Good Friday, which the second paragraph of that article adds.
pub const HOLIDAYS: &[Holiday] = &[
    holiday("New Year's Day", HolidayRule::Fixed(1, 1)),
    holiday("Good Friday", HolidayRule::Easter(-2)),
    holiday("Easter Monday", HolidayRule::Easter(1)),
    Holiday {
        name: "King's Day",
        rule: HolidayRule::NotOnSunday(4, 27),
        first_year: 2014,
        last_year: None,
        citation: KINGS_DAY,
    },
    Holiday {
        name: "Queen's Day",
        rule: HolidayRule::NotOnSunday(4, 30),
        first_year: 1980,
        last_year: Some(2013),
        citation: KINGS_DAY,
    },
    holiday("Liberation Day", HolidayRule::Fixed(5, 5)),
    holiday("Ascension Day", HolidayRule::Easter(39)),
    holiday("Whit Monday", HolidayRule::Easter(50)),
    holiday("Christmas Day", HolidayRule::Fixed(12, 25)),
    holiday("Boxing Day", HolidayRule::Fixed(12, 26)),
];

const fn holiday(name: &'static str, feast: HolidayRule) -> Holiday {
    Holiday {
        name,
        rule: feast,
        first_year: 1965,
        last_year: None,
        citation: TERMS_ACT,
    }
}
