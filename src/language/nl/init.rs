//! De woorden van `init`.

use crate::language::init::{InitInputField, InitInputWords, InitMessageWords, InitWords};

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
    question: InitInputWords {
        name: InitInputField {
            asks: "Naam van het bedrijf",
            expected: ONE_LINE,
        },
        street: InitInputField {
            asks: "Adres: straat en nummer",
            expected: ONE_LINE,
        },
        town: InitInputField {
            asks: "Adres: postcode en plaats",
            expected: ONE_LINE,
        },
        kvk: InitInputField {
            asks: "Nummer in het handelsregister",
            expected: "een nummer zoals het register dat geeft, bijvoorbeeld 12345678",
        },
        vat_id: InitInputField {
            asks: "Btw-nummer",
            expected: "een btw-nummer waarvan de controle klopt, bijvoorbeeld NL123456782B01",
        },
        iban: InitInputField {
            asks: "IBAN waarop klanten betalen",
            expected: "een IBAN waarvan het controlegetal klopt, bijvoorbeeld NL91ABNA0417164300",
        },
        email: InitInputField {
            asks: "E-mailadres",
            expected: "een e-mailadres, bijvoorbeeld kantoor@dezaag.example",
        },
        phone: InitInputField {
            asks: "Telefoon",
            expected: "een telefoonnummer, bijvoorbeeld 038 555 01 23",
        },
        decimal_mark: InitInputField {
            asks: "Decimaalteken: komma of punt",
            expected: "`komma` of `punt`, of het teken zelf",
        },
        marks: [("komma", ','), ("punt", '.')],
        currency: InitInputField {
            asks: "Valuta",
            expected: "een valuta van drie letters volgens ISO 4217, bijvoorbeeld EUR",
        },
        hook: InitInputField {
            asks: "Een git-hook plaatsen die het bestand voor elke commit nakijkt? ja of nee",
            expected: "`ja` of `nee`",
        },
        yes: "ja",
        no: "nee",
        may_be_left_out: "Wat leeg blijft, wordt een regel om later in te vullen.",
        wrong: |question, answer, expected| {
            format!("{question}: verwacht {expected}; gevonden `{answer}`")
        },
        leave_out: "laat het nog weg: het wordt een regel om later in te vullen",
    },
    message: InitMessageWords {
        failure: ["fout", "hulp"],
        wrote: |file| format!("geschreven: {file}\n"),
        added_line: |file| format!("een regel toegevoegd aan {file}\n"),
        left_hook: |file| {
            format!(
                "{file} gelaten zoals het is; laat het `tegoed fmt --check` en `tegoed check` draaien\n"
            )
        },
        no_hook: "geen git-hook geplaatst; `tegoed init --hook` plaatst er een die het bestand voor elke commit nakijkt\n",
        hunk_headers: "om in `git diff` boven elke wijziging de regel te zien waar zij bij hoort, voer eenmaal uit:",
        exists_already: |file| {
            [
                format!("{file} bestaat al"),
                "`tegoed init --journal BESTAND` begint een ander".to_owned(),
            ]
        },
        wrong_file_name: |name| {
            [
                format!(
                    "verwacht de naam van een journaal, bijvoorbeeld main.tegoed; gevonden `{name}`"
                ),
                "noem eerst de map: `tegoed init MAP --journal NAAM.tegoed`".to_owned(),
            ]
        },
        next_steps: "hierna: vul aan wat onder `business` ontbreekt, schrijf klanten en facturen, daarna `tegoed check`, \
                     `tegoed aging` en `tegoed letters`\n",
    },
};

const ONE_LINE: &str = "één regel zonder verborgen tekens";
