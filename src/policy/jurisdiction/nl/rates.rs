//! Dutch rates by date, each with its source. `checked_until` is the last day for which somebody checked the table.
//!
//! When a new rate is published, add a row at the end and move `checked_until`. When a period passes without a new
//! rate, move `checked_until` all the same. In the sources, `RvA` is the published `RvA woordenlijst`; luxis is the
//! public code `Apartsalan/luxis`, rentetool is `Matthi-code/rentetool`: facts were compared with theirs, and where
//! they differ from the gazette, the gazette decides.

use crate::policy::jurisdiction::citation::Citation;
use crate::policy::jurisdiction::citation::CitationLevel::{Agreed, Disputed, Read, Single};
use crate::policy::jurisdiction::citation::{CitationLevel, CitedValue};
use crate::policy::jurisdiction::dated_table::{Caution, DatedTable, DatedValue, date};
use crate::value::share::Share;

/// Statutory interest on debts that are not commercial, above all those of consumers (BW 6:119, set by decree under
/// 6:120).
pub const STATUTORY: DatedTable<Share> = DatedTable {
    name: "Dutch statutory interest",
    article: Citation {
        source: "BW 6:119 and 6:120 lid 1, version 2017-02-10",
        level: Read,
    },
    rows: STATUTORY_ROWS,
    checked_until: date(2026, 12, 31),
    caution: None,
};

/// Statutory interest on commercial debts (BW 6:119a; public bodies 6:119b): the main refinancing rate of the European
/// Central Bank before the half-year began, plus eight percentage points (6:120 lid 2).
pub const COMMERCIAL: DatedTable<Share> = DatedTable {
    name: "Dutch commercial interest",
    article: Citation {
        source: "BW 6:119a, 6:119b and 6:120 lid 2, version 2017-02-10",
        level: Read,
    },
    rows: COMMERCIAL_ROWS,
    checked_until: date(2026, 12, 31),
    caution: Some(Caution {
        before: date(2013, 3, 16),
        cited: CitedValue::new(
            "contracts made before 2013-03-16 may still bear the older surcharge of 7 points instead of 8",
            "transition text not found; argued in practice",
            Single,
        ),
    }),
};

/// The standard rate of VAT (Wet OB 1968, art. 9 lid 1).
pub const VAT_STANDARD: DatedTable<Share> = DatedTable {
    name: "Dutch VAT, standard rate",
    article: Citation {
        source: "Wet OB 1968 art. 9 lid 1",
        level: Agreed,
    },
    rows: &[
        rate((1992, 10, 1), 1750, "kdeldycke/vat-rates", Single),
        rate((2001, 1, 1), 1900, "kdeldycke/vat-rates", Single),
        rate(
            (2012, 10, 1),
            2100,
            "kdeldycke/vat-rates; examples of collection costs",
            Agreed,
        ),
    ],
    checked_until: date(2026, 12, 31),
    caution: None,
};

/// The reduced rate of VAT (Wet OB 1968, art. 9 lid 2).
pub const VAT_REDUCED: DatedTable<Share> = DatedTable {
    name: "Dutch VAT, reduced rate",
    article: Citation {
        source: "Wet OB 1968 art. 9 lid 2",
        level: Agreed,
    },
    rows: &[
        rate(
            (1992, 10, 1),
            600,
            "general knowledge",
            CitationLevel::Unread,
        ),
        rate((2019, 1, 1), 900, "several public programs", Agreed),
    ],
    checked_until: date(2026, 12, 31),
    caution: None,
};

const fn rate(
    (year, month, day): (i32, u32, u32),
    hundredths: u32,
    source: &'static str,
    level: CitationLevel,
) -> DatedValue<Share> {
    DatedValue::new(
        date(year, month, day),
        Share::from_hundredths(hundredths),
        source,
        level,
    )
}

const STATUTORY_ROWS: &[DatedValue<Share>] = &[
    rate((1976, 4, 1), 800, "RvA; luxis", Agreed),
    rate((1979, 1, 1), 1000, "RvA; luxis", Agreed),
    rate((1980, 4, 1), 1200, "RvA; luxis", Agreed),
    rate((1983, 1, 1), 900, "RvA; luxis", Agreed),
    rate((1987, 4, 1), 800, "RvA; luxis", Agreed),
    rate((1990, 1, 1), 1000, "RvA; luxis", Agreed),
    rate((1990, 7, 1), 1100, "RvA; missing in luxis", Single),
    rate((1992, 1, 1), 1200, "RvA; luxis", Agreed),
    rate((1993, 7, 1), 1000, "RvA; luxis", Agreed),
    rate((1994, 1, 1), 900, "RvA; luxis", Agreed),
    rate((1995, 1, 1), 800, "RvA; luxis", Agreed),
    rate(
        (1996, 1, 1),
        700,
        "RvA; luxis has 5 from this day",
        Disputed,
    ),
    rate(
        (1996, 7, 1),
        500,
        "RvA; luxis has 5 from 1996-01-01",
        Disputed,
    ),
    rate((1998, 1, 1), 600, "RvA; luxis; rentetool (1999)", Agreed),
    rate((2001, 1, 1), 800, "RvA; luxis; rentetool", Agreed),
    rate((2002, 1, 1), 700, "RvA; luxis; rentetool", Agreed),
    rate((2003, 8, 1), 500, "RvA; luxis; rentetool", Agreed),
    rate(
        (2004, 2, 1),
        400,
        "RvA; luxis; rentetool; Stb. 2004, 13 named in Stb. 2009, 262",
        Agreed,
    ),
    rate(
        (2007, 1, 1),
        600,
        "Stb. 2006, 700 (named in Stb. 2009, 262); RvA; rentetool",
        Agreed,
    ),
    rate((2009, 7, 1), 400, "Stb. 2009, 262 (read)", Read),
    rate(
        (2010, 1, 1),
        300,
        "schrijftolk 2010 quoting the Besluit; iqount 2011; RvA; rentetool",
        Agreed,
    ),
    rate(
        (2011, 7, 1),
        400,
        "iqount 2011-06-03; rentetool; luxis",
        Agreed,
    ),
    rate(
        (2012, 7, 1),
        300,
        "Stb. 2012, 285 (named in Stb. 2014, 491); rentetool; luxis",
        Agreed,
    ),
    rate(
        (2015, 1, 1),
        200,
        "Stb. 2014, 491 (read); rechtnet 2016",
        Read,
    ),
    rate(
        (2023, 1, 1),
        400,
        "Stb. 2022, 520 (BWBR0047640, read); flib 2023-01-16",
        Read,
    ),
    rate(
        (2023, 7, 1),
        600,
        "watsonlaw 2023; smkaccountants 2024; rentetool; luxis",
        Agreed,
    ),
    rate(
        (2024, 1, 1),
        700,
        "smkaccountants 2024-01-03; metaalunie (unchanged 2024-07-01)",
        Agreed,
    ),
    rate(
        (2025, 1, 1),
        600,
        "rentetool; luxis; other public code",
        Agreed,
    ),
    rate(
        (2026, 1, 1),
        400,
        "BWBR0047640, version 2026-01-01 (read); Stb. 2025, 438 (named by luxis); rijksoverheid quoted 2026-07-20",
        Read,
    ),
];

const COMMERCIAL_ROWS: &[DatedValue<Share>] = &[
    rate(
        (2002, 12, 1),
        1035,
        "RvA; luxis; rentetool; BW 6:119a in force; others date it 2002-08-08",
        Agreed,
    ),
    rate((2003, 1, 1), 985, "RvA; luxis; rentetool", Agreed),
    rate((2003, 7, 1), 910, "RvA; luxis; rentetool", Agreed),
    rate((2004, 1, 1), 902, "luxis; rentetool; RvA has 9.01", Agreed),
    rate((2004, 7, 1), 901, "luxis; rentetool; RvA", Agreed),
    rate((2005, 1, 1), 909, "RvA; luxis; rentetool", Agreed),
    rate((2005, 7, 1), 905, "RvA; luxis; rentetool", Agreed),
    rate((2006, 1, 1), 925, "RvA; luxis; rentetool", Agreed),
    rate((2006, 7, 1), 983, "RvA; luxis; rentetool", Agreed),
    rate(
        (2007, 1, 1),
        1058,
        "RvA; vdkraan 2013; wieringa 2007",
        Agreed,
    ),
    rate((2007, 7, 1), 1107, "RvA; vdkraan 2013", Agreed),
    rate((2008, 1, 1), 1120, "RvA; vdkraan 2013", Agreed),
    rate((2008, 7, 1), 1107, "RvA; vdkraan 2013", Agreed),
    rate((2009, 1, 1), 950, "RvA; vdkraan 2013; ECB 2.50 + 7", Agreed),
    rate(
        (2009, 7, 1),
        800,
        "RvA; vdkraan; iqount 2011; ECB 1.00 + 7",
        Agreed,
    ),
    rate((2011, 7, 1), 825, "luxis; rentetool; ECB 1.25 + 7", Agreed),
    rate(
        (2012, 1, 1),
        800,
        "luxis; rentetool; vdkraan; ECB 1.00 + 7",
        Agreed,
    ),
    rate(
        (2013, 1, 1),
        775,
        "vdkraan 2013; rentetool; ECB 0.75 + 7",
        Agreed,
    ),
    rate(
        (2013, 3, 16),
        875,
        "rentetool; Stb. 2012, 647 (surcharge from 7 to 8 points)",
        Agreed,
    ),
    rate((2013, 7, 1), 850, "luxis; rentetool; ECB 0.50 + 8", Agreed),
    rate((2014, 1, 1), 825, "luxis; rentetool; ECB 0.25 + 8", Agreed),
    rate((2014, 7, 1), 815, "luxis; rentetool; ECB 0.15 + 8", Agreed),
    rate(
        (2015, 1, 1),
        805,
        "bierens 2015; rechtnet 2016; luxis; rentetool; ECB 0.05 + 8",
        Agreed,
    ),
    rate(
        (2016, 7, 1),
        800,
        "rentetool; luxis; banning 2018; ECB 0.00 + 8",
        Agreed,
    ),
    rate(
        (2023, 1, 1),
        1050,
        "flib 2023-01-16; rentetool; luxis; ECB 2.50 + 8",
        Agreed,
    ),
    rate(
        (2023, 7, 1),
        1200,
        "watsonlaw 2023; rentetool; luxis; ECB 4.00 + 8",
        Agreed,
    ),
    rate(
        (2024, 1, 1),
        1250,
        "arnhem.nieuws 2024; wikipedia; rentetool; ECB 4.50 + 8",
        Agreed,
    ),
    rate(
        (2024, 7, 1),
        1225,
        "metaalunie; rentetool; luxis; ECB 4.25 + 8",
        Agreed,
    ),
    rate(
        (2025, 1, 1),
        1115,
        "rentetool; luxis; other public code; ECB 3.15 + 8",
        Agreed,
    ),
    rate(
        (2025, 7, 1),
        1015,
        "rentetool; luxis; other public code; ECB 2.15 + 8",
        Agreed,
    ),
    rate(
        (2026, 7, 1),
        1040,
        "rijksoverheid quoted by luxis 2026-07-20; ECB 2.40 from 2026-06-17 (quoted in several places); other public code",
        Agreed,
    ),
];
