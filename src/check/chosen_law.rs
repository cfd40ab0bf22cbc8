//! C016: a `law` under which nothing can be reckoned: no country, one whose rules are not known, or one that does not hold
//! alone against a consumer.

use super::shared::check_input::CheckInput;
use crate::journal::model::Journal;
use crate::letter::facts::abroad::known_country;
use crate::text::diagnostic::Sink;
use crate::text::span::{Origin, Span};
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C016" "chosen-law" Warning, needs None, page "chosen_law.md", Journal(run)
}

/// What follows from a law that is not known to hold.
const CONSEQUENCE: &str = "until then `claim` and letters ask principal and written charges only";

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let business = journal.business.as_ref();
    let of_business = journal.business_value(KeyName::Law);
    if let Some((origin, law)) = business.and_then(|it| it.origin).zip(of_business) {
        report_unknown(input, origin, law, sink);
    }
    for (number, customer) in journal.customers.iter() {
        let Some(origin) = customer.origin else {
            continue;
        };
        let own = customer.value(KeyName::Law);
        if own.is_some_and(|law| report_unknown(input, origin, law, sink)) {
            continue;
        }
        let chosen = journal.chosen_law(number);
        if let Some(chosen) = chosen.filter(|_| journal.governing_country(number).is_none()) {
            let at = match own {
                Some(_) => input.value_span(origin, KeyName::Law),
                None => input.keyword_span(origin),
            };
            let home = journal.country_of(number);
            report_consumer(at, (home, chosen), sink);
        }
    }
}

/// Reports a value that is no country, or one whose rules are not known; returns whether it did.
fn report_unknown(input: &CheckInput<'_>, origin: Origin, law: &str, sink: &mut Sink) -> bool {
    let journal = input.day.journal;
    if journal.laws.law_of_country(law).is_some() {
        return false;
    }
    let at = input.value_span(origin, KeyName::Law);
    let country = known_country(law);
    let finding = match &country {
        Some(code) if law.eq_ignore_ascii_case(code) => KIND
            .at(
                at,
                format!("expected a law whose rules are known ({}), found that of {code}", known_laws(journal)),
            )
            .help("claim what that law gives yourself, as `interest` and `costs`, and accept this with `allow` where it is meant"),
        _ => {
            let known = known_laws(journal);
            let code = country.as_deref().unwrap_or(&known);
            KIND.at(at, format!("expected the code of a country, found `{law}`"))
                .help(format!("write two letters: `law: {code}`"))
        }
    };
    sink.push(finding.note(CONSEQUENCE));
    true
}

fn known_laws(journal: &Journal) -> String {
    let codes = journal.laws.laws().map(|law| law.code.to_ascii_uppercase());
    codes.collect::<Vec<_>>().join(", ")
}

/// Reports a law that was agreed on with a consumer who is at home under another.
fn report_consumer(at: Span, (home, chosen): (&str, &str), sink: &mut Sink) {
    sink.push(
        KIND.at(
            at,
            format!("expected the law of the consumer's own country, {home}, or none, found that of {chosen}"),
        )
        .note("a consumer keeps the protection of the law of his own country, whatever was agreed on; so neither is reckoned with")
        .help("leave `law` out; where he buys for a business, write `kind: business`"),
    );
}
