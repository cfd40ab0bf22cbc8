//! C020: a word, or a code of the reference chart, where the number of an account should stand.

use super::shared::check_input::CheckInput;
use crate::journal::account_numbers::AccountNumber;
use crate::policy::jurisdiction::chart::Chart;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;

crate::check_rule! {
    "C020" "account-without-number" Advice, needs Names, page "account_without_number.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let chart = journal.home_law().map(|law| &law.chart);
    for own in &journal.accounts.numbers {
        if !own.number.contains(|c: char| c.is_ascii_digit()) {
            sink.push(finding(own, chart));
        }
    }
}

fn finding(own: &AccountNumber, chart: Option<&Chart>) -> Diagnostic {
    let (key, written) = (own.key.word(), &own.number);
    let coded = chart.and_then(|chart| {
        let mut accounts = chart.accounts.iter();
        let coded = accounts.find(|(_, account)| account.code.eq_ignore_ascii_case(written));
        coded.map(|(_, account)| (chart.name, account.number))
    });
    let message = format!("expected the number of an account for `{key}`, found `{written}`");
    let found = KIND.at(own.span, message);
    match coded {
        Some((chart, number)) => found
            .help(format!("{number} is the number with that code in {chart}"))
            .suggested_fix(vec![Edit::replace(own.span, number)]),
        None => found.help("write its number in the chart of the business"),
    }
}
