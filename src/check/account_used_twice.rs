//! C019: one number of the chart for different things.

use super::shared::check_input::CheckInput;
use crate::journal::account_numbers::{AccountNumber, Accounts, account_key};
use crate::journal::model::Journal;
use crate::policy::jurisdiction::chart::ChartUse;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C019" "account-used-twice" Warning, needs Names, page "account_used_twice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let numbers = &journal.accounts.numbers;
    for (place, own) in numbers.iter().enumerate() {
        let before = numbers.iter().take(place);
        let mut other = before.filter(|it| it.number == own.number && it.key != own.key);
        let found = match other.next() {
            Some(other) => Some(
                finding(own, other.key.word())
                    .related(other.span, "used here too")
                    .help("give one of the two a number of its own, so that their balances can be told apart"),
            ),
            None => undeclared_use(journal, own).map(|key| {
                let word = key.word();
                finding(own, word).help(format!(
                    "without a line `{word}:` that has this number of the reference chart: declare it with a number of your own"
                ))
            }),
        };
        if let Some(found) = found {
            sink.push(found);
        }
    }
}

fn finding(own: &AccountNumber, other: &str) -> Diagnostic {
    let (key, number) = (own.key.word(), &own.number);
    KIND.at(
        own.span,
        format!(
            "expected an account of its own for `{key}`, found {number}, which is that of `{other}`"
        ),
    )
}

/// What is not declared and has this number in the reference chart.
fn undeclared_use(journal: &Journal, own: &AccountNumber) -> Option<KeyName> {
    let law = journal.home_law()?;
    let of_number = law.chart.accounts.iter();
    let mut of_number = of_number.filter(|(_, account)| account.number == &*own.number);
    of_number.find_map(|(purpose, _)| {
        let key = purpose_key(*purpose);
        (key != own.key && !is_declared(&journal.accounts, key)).then_some(key)
    })
}

const fn purpose_key(purpose: ChartUse) -> KeyName {
    match purpose {
        ChartUse::Account(account) => account_key(account).0,
        ChartUse::Income(_) => KeyName::Income,
        ChartUse::Vat(_) => KeyName::Vat,
    }
}

fn is_declared(accounts: &Accounts, key: KeyName) -> bool {
    accounts.numbers.iter().any(|it| it.key == key)
}
