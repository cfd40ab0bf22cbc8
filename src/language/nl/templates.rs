//! The guide to letter templates in Dutch.

use super::variable_meanings::translate_meaning;
use crate::language::templates::TemplateWords;

/// The words of the guide to letter templates.
pub const TEMPLATES: TemplateWords = TemplateWords {
    file: "VARIABELEN.md",
    guide: GUIDE,
    variables: "Variabelen",
    name: "Naam",
    value_kind: "Bevat",
    letters: "Brieven",
    meaning: "Betekenis",
    example: "Bijvoorbeeld",
    all_letters: "alle",
    step_letters: "van de stappen",
    extra_letters: "naast de stappen",
    subject_words: &["factuur", "facturen"],
    kind_label: |sort| match sort {
        "words" => "tekst",
        "one of some words" => "een van enkele woorden",
        "amount" => "bedrag",
        "day" => "dag",
        "number" => "getal",
        "yes or no" => "ja of nee",
        "block" => "blok",
        "list" => "lijst",
        other => other,
    },
    translate_meaning,
};

const GUIDE: &str = "\
# Brieven in uw eigen woorden

`tegoed letters` neemt de sjablonen in deze map vóór de ingebouwde: `nl/reminder.txt` is de herinnering in het
Nederlands. Houd wat u verandert en haal de rest weg: wat hier niet staat, gaat in de ingebouwde woorden de deur uit, en
wordt beter met een nieuwere tegoed. `tegoed check` zegt wat er aan een sjabloon mankeert; uit een sjabloon dat niet
klopt, wordt geen brief geschreven.

Een sjabloon begint met het onderwerp, dan een lege regel, dan de brief:

```text
subject: Herinnering: {{ invoice_names }}
salutation: Beste {{ attention }},

Wilt u {{ amount }} betalen{% if deadline %}, uiterlijk op {{ deadline }}{% endif %}?

{{ invoices }}

{% if contact %}
Vragen? U bereikt ons {{ contact }}.
{% endif %}
```

- `salutation:` (aanhef) en `closing:` (groet) mogen weg; dan staan de gebruikelijke er.
- Een lege regel begint een nieuwe alinea. `## ` begint een kop, `- ` een punt in een opsomming.
- `{{ naam }}` zet er een variabele neer. Bedragen en dagen zijn af: ze staan er zoals een brief ze schrijft.
- `{% if naam %} … {% elif naam == \"woord\" %} … {% else %} … {% endif %}` beslist. Wat leeg is, is nee.
- `{% for line in lines %} … {{ line.number }} … {% endfor %}` gaat een lijst langs.
- Een blok, zoals `{{ invoices }}`, staat op een regel voor zichzelf.
- Een regel met niets dan `{% … %}` of `{# een opmerking #}` is geen regel van de brief.
- Afzender, adres, datum, betaalgegevens en bijlagen komen vanzelf.

## Brieven

Van de stappen: `courtesy` (voor de vervaldatum), `reminder` (herinnering), `demand` (aanmaning), `final` (laatste
aanmaning aan een bedrijf) en `final-notice` (de laatste aan een consument, waar de wet die vraagt voor er kosten
verschuldigd zijn). Wat de wet daarin wil zien is `{{ statutory_notice }}`, dus dat moet erin. `suspension` zegt dat het werk stilligt tot er betaald
is. Een stap van uzelf, zoals `stage: seintje 3 days after due`, heeft een eigen brief in `seintje.txt`.

Naast de stappen: `promise` (bevestiging van een toezegging), `promise-broken` (die niet is nagekomen), `plan` (bevestiging
van een betalingsregeling), `plan-offer` (voorstel daarvoor), `instalment-missed` (een termijn die uitbleef),
`settlement-offer` (schikkingsvoorstel), `dispute` (bevestiging van een betwisting), `handover` (overdracht ter incasso),
`statement` (rekeningoverzicht) en `thanks` (dank voor een betaling).
";
