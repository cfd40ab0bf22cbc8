//! De woorden van `init`.

use crate::language::init::{InitInputWords, InitWords};

pub const INIT: InitWords = InitWords {
    introduction: &[
        "Wat wij te vorderen hebben. Bedragen zijn inclusief btw: wat de klant moet betalen.",
        "`tegoed check` zoekt fouten, `tegoed aging` zegt wie te laat is, `tegoed letters` wie een brief krijgt.",
    ],
    fill_in: &[
        "Vul in achter de dubbele punt en haal de `;` weg. Zonder `name` en `iban` gaat geen brief uit; de andere regels",
        "staan op brieven: adres (twee regels), nummer in het handelsregister, btw-nummer, e-mail, telefoon.",
    ],
    example: |mark| {
        format!(
            "\
; Een klant, een factuur inclusief btw, een betaling, en tot welke dag de bank is bijgewerkt:
;
; customer @jansen
;   name: Jansen Bouw B.V.
;   kind: business
;   address: Havenstraat 8
;   address: 1411 AB Naarden
;   email: crediteuren@jansenbouw.example
;
; 2026-01-05 invoice #2026-001 @jansen 1210{mark}00 vat 21% | Nieuwe keuken
; 2026-02-03 payment #2026-001 1210{mark}00
; 2026-02-04 bank-through
"
        )
    },
    next_steps: "hierna: vul aan wat onder `business` ontbreekt, schrijf klanten en facturen, daarna `tegoed check`, \
                 `tegoed aging` en `tegoed letters`\n",
    question: InitInputWords {
        name: "Naam van het bedrijf",
        street: "Adres: straat en nummer",
        town: "Adres: postcode en plaats",
        kvk: "Nummer in het handelsregister",
        vat_id: "Btw-nummer",
        iban: "IBAN waarop klanten betalen",
        email: "E-mailadres",
        phone: "Telefoon",
        decimal_mark: "Teken voor de decimalen, . of ,",
        currency: "Valuta",
        hook: "Een git-hook plaatsen die het bestand voor elke commit nakijkt? j of n",
        yes: 'j',
        may_be_left_out: "Wat leeg blijft, wordt een regel om later in te vullen.",
    },
};
