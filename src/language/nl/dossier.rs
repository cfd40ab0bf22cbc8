//! The words of a dossier in Dutch.

use crate::language::dossier::DossierWords;

/// The words of a dossier.
pub const DOSSIER: DossierWords = DossierWords {
    contacts: "Brieven, gesprekken en afspraken:",
    policy: "Betalingsbeleid:",
    documents: "Stukken:",
    document: "Stuk",
    copy: "In dit dossier",
    missing: "ontbreekt",
    elsewhere: "elders bewaard",
    no_contacts: "Er is geen brief, gesprek of afspraak vastgelegd.",
    no_agreement: "Er is geen akkoord met voorwaarden vastgelegd.",
    no_documents: "Geen boeking noemt een stuk.",
    in_force: "Wat voor de open facturen geldt, alles voluit:",
};
