//! Wat elke brief zegt: van vriendelijk voor de vervaldatum tot de laatste aanmaning.

use super::days::long_date;
use crate::language::letters::{FormWords, Matter, NoticeWords, Openings};

/// `factuur 2026-001`, of `factuur 2026-001 en 10 andere`: for a subject, in which the word stands always.
fn factuur(about: &Matter<'_>) -> String {
    match about.numbers {
        [] => "factuur".to_owned(),
        [one] => format!("factuur {one}"),
        [one, other] => format!("factuur {one} en {other}"),
        [one, rest @ ..] => format!("factuur {one} en {} andere", rest.len()),
    }
}

/// `onze factuur 2026-001`, of `de onderstaande facturen`.
fn onze(about: &Matter<'_>) -> String {
    match about.numbers {
        [one] => format!("onze factuur {one}"),
        _ => "de onderstaande facturen".to_owned(),
    }
}

/// `factuur 2026-001`, or `de onderstaande facturen`.
fn de(about: &Matter<'_>) -> String {
    match about.numbers {
        [one] => format!("factuur {one}"),
        _ => "de onderstaande facturen".to_owned(),
    }
}

/// What is missing of it.
fn nog_niet(about: &Matter<'_>) -> &'static str {
    if about.part_paid {
        "nog niet volledig"
    } else {
        "nog niet"
    }
}

/// `verviel op 4 maart 2026`
fn verviel(about: &Matter<'_>) -> String {
    match (about.due, about.numbers) {
        (Some(due), [_]) => format!("De betaaltermijn verliep op {}.", long_date(due)),
        (Some(due), _) => format!(
            "De betaaltermijn van deze facturen verliep op {}.",
            long_date(due)
        ),
        (None, _) => "De betaaltermijn van deze facturen is verstreken.".to_owned(),
    }
}

fn is_zijn(about: &Matter<'_>) -> &'static str {
    if about.numbers.len() == 1 {
        "is"
    } else {
        "zijn"
    }
}

fn staat(about: &Matter<'_>) -> &'static str {
    if about.numbers.len() == 1 {
        "staat"
    } else {
        "staan"
    }
}

const fn always(said: fn(&Matter<'_>) -> String) -> Openings {
    Openings {
        silent: said,
        forgot: said,
        admin: said,
        cashflow: said,
        dissatisfied: said,
    }
}

/// Before the due date.
pub const COURTESY: FormWords = FormWords {
    subject: |about| match about.due {
        Some(due) => format!(
            "Ter herinnering: {} vervalt op {}",
            factuur(about),
            long_date(due)
        ),
        None => format!("Ter herinnering: {} vervalt binnenkort", factuur(about)),
    },
    opening: always(|about| match (about.due, about.numbers) {
        (Some(due), [one]) => format!(
            "Graag herinneren wij u eraan dat de betaaltermijn van onze factuur {one} op {} \
             verloopt. Hieronder vindt u alles wat u voor de betaling nodig heeft.",
            long_date(due)
        ),
        _ => "Graag herinneren wij u eraan dat de betaaltermijn van de onderstaande facturen \
              binnenkort verloopt. Hieronder vindt u alles wat u voor de betaling nodig heeft."
            .to_owned(),
    }),
    request: |about| match about.deadline {
        Some(day) => format!(
            "Wilt u het bedrag van {} uiterlijk op {} overmaken? Staat de betaling al klaar, dan \
             hoeft u niets te doen.",
            about.amount,
            long_date(day)
        ),
        None => "Wilt u elk bedrag uiterlijk op de vervaldatum overmaken? Staan de betalingen al \
                 klaar, dan hoeft u niets te doen."
            .to_owned(),
    },
    questions: vragen,
};

fn vragen(contact: &str) -> String {
    format!("Heeft u vragen over de factuur? U bereikt ons {contact}.")
}

/// The first letter after the due date.
pub const REMINDER: FormWords = FormWords {
    subject: |about| format!("Herinnering: Openstaande betaling {}", factuur(about)),
    opening: Openings {
        silent: |about| {
            format!(
                "Waarschijnlijk is het aan uw aandacht ontsnapt: volgens onze administratie {} {} \
                 {} betaald. {}",
                is_zijn(about),
                de(about),
                nog_niet(about),
                verviel(about)
            )
        },
        forgot: |about| {
            format!(
                "U liet ons weten dat de betaling aan uw aandacht was ontsnapt. Dat kan iedereen \
                 gebeuren. Daarom zetten wij de gegevens van {} nog een keer voor u op een rij.",
                onze(about)
            )
        },
        admin: |about| {
            format!(
                "U liet ons weten dat {} bij u nog niet goed {} verwerkt. Daarom zetten wij alle \
                 gegevens nog een keer voor u op een rij.",
                onze(about),
                is_zijn(about)
            )
        },
        cashflow: |about| {
            format!(
                "U liet ons weten dat betalen op dit moment lastig is. Wij denken graag met u mee, \
                 bijvoorbeeld over betalen in termijnen. Volgens onze administratie {} {} nog open.",
                staat(about),
                de(about)
            )
        },
        dissatisfied: |about| {
            format!(
                "U liet ons weten dat u niet tevreden bent. Dat horen wij liever eerder dan later, \
                 en wij lossen het graag met u op. Volgens onze administratie {} {} nog open.",
                staat(about),
                de(about)
            )
        },
    },
    request: |about| match about.deadline {
        Some(day) => format!(
            "Wij verzoeken u vriendelijk het bedrag van {} alsnog over te maken, uiterlijk op {}.",
            about.amount,
            long_date(day)
        ),
        None => format!(
            "Wij verzoeken u vriendelijk het bedrag van {} alsnog op korte termijn over te maken.",
            about.amount
        ),
    },
    questions: vragen,
};

fn ondanks(about: &Matter<'_>) -> String {
    match about.letters {
        (0, _) | (_, None) => String::new(),
        (1, Some(day)) => format!("Ondanks ons bericht van {} hebben wij ", long_date(day)),
        (_, Some(day)) => format!(
            "Ondanks onze eerdere berichten, het laatste van {}, hebben wij ",
            long_date(day)
        ),
    }
}

/// What was asked before did not help.
fn toch_niet(about: &Matter<'_>) -> String {
    let begin = ondanks(about);
    let begin = if begin.is_empty() {
        "Wij hebben "
    } else {
        &begin
    };
    format!(
        "{begin}de betaling van {} {} ontvangen. {}",
        onze(about),
        nog_niet(about),
        verviel(about)
    )
}

/// The second letter.
pub const DEMAND: FormWords = FormWords {
    subject: |about| format!("Aanmaning: {}", factuur(about)),
    opening: Openings {
        silent: |about| {
            format!(
                "{} Heeft u een reden om niet te betalen, dan horen wij die graag van u.",
                toch_niet(about)
            )
        },
        forgot: |about| {
            format!(
                "U liet ons weten dat de betaling aan uw aandacht was ontsnapt. {}",
                toch_niet(about)
            )
        },
        admin: |about| {
            format!(
                "U liet ons weten dat de verwerking bij u nog liep. {} Wij gaan ervan uit dat u nu \
                 over alle gegevens beschikt.",
                toch_niet(about)
            )
        },
        cashflow: |about| {
            format!(
                "U liet ons weten dat betalen op dit moment lastig is. {} Wij begrijpen uw situatie \
                 en maken graag een haalbare afspraak met u, maar zonder afspraak moeten wij u aan \
                 uw betalingsverplichting houden.",
                toch_niet(about)
            )
        },
        dissatisfied: |about| {
            format!(
                "U liet ons weten dat u niet tevreden bent. {} Laat ons weten wat er volgens u niet \
                 in orde is, dan lossen wij dat met u op; wat u niet betwist, dient u wel te betalen.",
                toch_niet(about)
            )
        },
    },
    request: |about| match about.deadline {
        Some(day) => format!(
            "Wij verzoeken u het bedrag van {} uiterlijk op {} te betalen.",
            about.amount,
            long_date(day)
        ),
        None => format!(
            "Wij verzoeken u het bedrag van {} per omgaande te betalen.",
            about.amount
        ),
    },
    questions: |contact| {
        format!(
            "Kunt u niet in één keer betalen of bent u het niet eens met de factuur? Neem dan \
             contact met ons op, {contact}. Wij doen wat wij kunnen om dit samen op te lossen."
        )
    },
};

/// The last letter, to a business.
pub const LAST: FormWords = FormWords {
    subject: |about| format!("Laatste aanmaning: {}", factuur(about)),
    opening: Openings {
        silent: |about| format!("{} U bent daarmee in verzuim.", toch_niet(about)),
        forgot: |about| format!("{} U bent daarmee in verzuim.", toch_niet(about)),
        admin: |about| {
            format!(
                "{} U bent daarmee in verzuim. Dat de factuur bij u nog niet was verwerkt, \
                 verandert daar niets aan.",
                toch_niet(about)
            )
        },
        cashflow: |about| {
            format!(
                "{} U bent daarmee in verzuim. Wij weten dat betalen lastig voor u is, maar wij \
                 hebben geen afspraak met u kunnen maken.",
                toch_niet(about)
            )
        },
        dissatisfied: |about| {
            format!(
                "{} U bent daarmee in verzuim. Wij weten dat u niet tevreden bent; dat ontslaat u \
                 niet van de betaling van wat u niet betwist.",
                toch_niet(about)
            )
        },
    },
    request: |about| match about.deadline {
        Some(day) => format!(
            "Wij sommeren u het bedrag van {} te betalen, zodat het uiterlijk op {} op onze \
             rekening staat.",
            about.amount,
            long_date(day)
        ),
        None => format!(
            "Wij sommeren u het bedrag van {} per omgaande te betalen.",
            about.amount
        ),
    },
    questions: |contact| {
        format!(
            "Wilt u dit voorkomen, betaal dan op tijd of neem direct contact met ons op, {contact}."
        )
    },
};

/// The fourteen-day letter (BW 6:96 lid 6).
pub const NOTICE: NoticeWords = NoticeWords {
    form: FormWords {
        subject: |about| format!("Laatste aanmaning: {}", factuur(about)),
        opening: Openings {
            silent: toch_niet,
            forgot: toch_niet,
            admin: toch_niet,
            cashflow: |about| {
                format!(
                    "U liet ons weten dat betalen op dit moment lastig is. {}",
                    toch_niet(about)
                )
            },
            dissatisfied: |about| {
                format!(
                    "U liet ons weten dat u niet tevreden bent. {} Laat ons weten wat er volgens u \
                     niet in orde is, dan lossen wij dat met u op.",
                    toch_niet(about)
                )
            },
        },
        request: |about| {
            format!(
                "Wij verzoeken u het bedrag van {} te betalen.",
                about.amount
            )
        },
        questions: |contact| {
            format!(
                "Lukt het u niet om op tijd te betalen, of bent u het niet eens met de factuur? \
                 Neem dan contact met ons op, {contact}. Wij denken graag mee over een \
                 betalingsregeling."
            )
        },
    },
    request: |amount, days| {
        format!(
            "Wij geven u nog een keer de gelegenheid om zonder bijkomende kosten te betalen. Wij \
             verzoeken u {amount} te betalen binnen {} dagen vanaf de dag nadat deze brief bij u is \
             bezorgd.",
            count(days)
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

/// A number of days in words, where that is usual.
fn count(days: u64) -> String {
    if days == 14 {
        "veertien".to_owned()
    } else {
        days.to_string()
    }
}
