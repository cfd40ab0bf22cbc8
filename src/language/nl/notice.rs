//! The sentences of the fourteen-day letter that Dutch law requires (BW 6:96 lid 6), in Dutch.

use crate::language::letters::NoticeWords;

/// The sentences that the law requires, in the order of the letter.
pub const NOTICE: NoticeWords = NoticeWords {
    request: |amount, days| {
        format!(
            "Wij geven u nog een keer de gelegenheid om zonder bijkomende kosten te betalen. Wij \
             verzoeken u {amount} te betalen binnen {} dagen vanaf de dag nadat deze brief bij u is \
             bezorgd.",
            count_in_words(days)
        )
    },
    costs: |costs| {
        format!(
            "Ontvangen wij het volledige bedrag niet binnen deze termijn, dan bent u ons ook \
             incassokosten verschuldigd. Die bedragen {costs}."
        )
    },
    costs_with_vat: |costs, rate, tax, together| {
        format!(
            "Ontvangen wij het volledige bedrag niet binnen deze termijn, dan bent u ons ook \
             incassokosten verschuldigd. Die bedragen {together}: {costs} vermeerderd met {tax} \
             btw ({rate}). Wij laten de incasso door een derde verrichten en kunnen de btw die deze \
             ons in rekening brengt niet verrekenen; daarom zijn de kosten met die btw verhoogd."
        )
    },
    ground: "Deze kosten zijn berekend volgens artikel 6:96 van het Burgerlijk Wetboek en het \
             Besluit vergoeding voor buitengerechtelijke incassokosten.",
    statutory_interest: "Vanaf de dag na de vervaldatum kunnen wij ook aanspraak maken op de \
                         wettelijke rente.",
    agreed_interest: "Vanaf de dag na de vervaldatum kunnen wij ook aanspraak maken op de \
                      overeengekomen rente.",
};

/// A number of days, as a word where that is usual.
fn count_in_words(days: u64) -> String {
    if days == 14 {
        "veertien".to_owned()
    } else {
        days.to_string()
    }
}
