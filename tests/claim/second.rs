//! Small claims reckoned a second time: day by day, in fractions that are never rounded, by a program of its own.

use super::figures::claim_answer;
use crate::reports::shelf::{TestJournal, parse_day};
use chrono::NaiveDate;
use num::Fraction;
use std::fmt::Write;
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::policy::notice_term::{LetterReceipt, notice_term};
use tegoed::report::shared::report_input::ReportOptions;

/// Fractions as large as needed: an amount of cents and its parts, never rounded.
mod num {
    /// A fraction of two whole numbers. Small claims stay small enough.
    #[derive(Clone, Copy, Debug)]
    pub struct Fraction {
        pub above: i128,
        pub below: i128,
    }

    impl Fraction {
        pub const ZERO: Self = Self { above: 0, below: 1 };

        pub fn add(self, other: Self) -> Self {
            let above = self.above * other.below + other.above * self.below;
            Self {
                above,
                below: self.below * other.below,
            }
            .reduce()
        }

        pub fn reduce(self) -> Self {
            let (mut one, mut other) = (self.above.abs(), self.below);
            while other != 0 {
                (one, other) = (other, one % other);
            }
            let by = one.max(1);
            Self {
                above: self.above / by,
                below: self.below / by,
            }
        }

        /// Whole cents, half up; above zero only.
        pub fn to_cents(self) -> i128 {
            (2 * self.above + self.below) / (2 * self.below)
        }
    }
}

/// One invoice and its payments, reckoned day by day: costs of `costs` from the end of a day, then interest, then
/// principal. Interest joins its base on each anniversary. Answers principal, interest and costs that are left.
fn reckon_day_by_day(
    principal: i128,
    due: NaiveDate,
    costs: (NaiveDate, i128),
    payments: &[(NaiveDate, i128)],
    on: NaiveDate,
) -> (i128, i128, i128) {
    let (mut principal, mut owed) = (principal, 0);
    let (mut joined, mut running) = (Fraction::ZERO, Fraction::ZERO);
    let first = due.succ_opt().unwrap();
    let mut today = payments
        .iter()
        .map(|paid| paid.0)
        .min()
        .unwrap_or(due)
        .min(due);
    while today <= on {
        if today > due {
            let mut years = (1..).map(|years| first + chrono::Months::new(12 * years));
            if years.find(|day| *day >= today) == Some(today) {
                joined = joined.add(running);
                running = Fraction::ZERO;
            }
            let rate = LAW
                .statutory_interest
                .row_on(today)
                .unwrap()
                .cited
                .value()
                .hundredths()
                .unwrap();
            // Base in cents, rate in hundredths of a per cent, 365 days.
            let base = Fraction {
                above: principal,
                below: 1,
            }
            .add(joined);
            running = running.add(
                Fraction {
                    above: base.above * i128::from(rate),
                    below: base.below * 10_000 * 365,
                }
                .reduce(),
            );
        }
        for (_, paid) in payments.iter().filter(|(date, _)| *date == today) {
            let mut money = *paid;
            let part = money.min(owed);
            (owed, money) = (owed - part, money - part);
            let open = joined.add(running);
            if money >= open.to_cents() {
                money -= open.to_cents();
                (joined, running) = (Fraction::ZERO, Fraction::ZERO);
                principal -= money.min(principal);
            } else {
                // What is paid comes off the interest of full years first.
                let whole = Fraction {
                    above: -money,
                    below: 1,
                };
                let rest = joined.add(whole);
                if rest.above < 0 {
                    joined = Fraction::ZERO;
                    running = running.add(rest);
                } else {
                    joined = rest;
                }
            }
        }
        if today == costs.0 {
            owed += costs.1;
        }
        today = today.succ_opt().unwrap();
    }
    (principal, joined.add(running).to_cents(), owed)
}

#[test]
fn small_claims_reckoned_day_by_day_are_the_same() {
    // A sequence that looks like chance and is the same each time.
    let mut seed: u64 = 20_260_122;
    let mut next = |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for round in 0..60 {
        let due = parse_day("2023-06-30") + chrono::Days::new(next(900));
        let principal = i128::from(next(90_000) + 10_000);
        let sent = due + chrono::Days::new(next(60) + 1);
        let mut text = format!(
            "format 1\nbusiness\n  name: B\ncustomer @k\n  name: K\n  kind: consumer\n2020-01-01 agreed @k\n\
             {due} invoice #1 @k {}.{:02} due {due}\n{sent} sent final #1 via email\n  costs: 6775.00\n",
            principal / 100,
            principal % 100,
        );
        let mut payments = Vec::new();
        for place in 0..next(4) {
            let date = due + chrono::Days::new(next(700) + 1);
            let amount = i128::from(next(u64::try_from(principal).unwrap() / 5) + 1);
            if payments.iter().any(|(known, _)| *known == date) {
                continue;
            }
            payments.push((date, amount));
            let (whole, part) = (amount / 100, amount % 100);
            writeln!(text, "{date} payment #1 {whole}.{part:02}\n  id: p{place}").unwrap();
        }
        let on = due + chrono::Days::new(next(900) + 1);
        let last = notice_term(&LAW, LetterReceipt::Known(sent))
            .unwrap()
            .last_day;
        payments.retain(|(date, _)| *date <= on);
        // What the letter demanded, as the books had it, less all that came in its term.
        let before = payments.iter().filter(|(date, _)| *date <= sent);
        let late = (principal - before.map(|(_, paid)| paid).sum::<i128>()).max(0);
        let inside: i128 = payments
            .iter()
            .filter(|(date, _)| *date > sent && *date <= last)
            .map(|(_, paid)| paid)
            .sum();
        let base = (late - inside).max(0);
        let charged = if base == 0 {
            0
        } else {
            // 15% of the first 2,500, half up, 40 at least: these claims are smaller.
            ((base * 15 + 50) / 100).max(4_000)
        };
        let costs = if last < on {
            (last, charged)
        } else {
            (NaiveDate::MAX, 0)
        };
        let (principal, interest, owed) = reckon_day_by_day(principal, due, costs, &payments, on);
        let book = TestJournal::from_text(&text, &on.to_string());
        let ask = ReportOptions {
            invoices: vec!["1".to_owned()],
            ..ReportOptions::default()
        };
        let found = claim_answer(&book, &ask).unwrap().claims;
        let claim = found.first().unwrap_or_else(|| panic!("{text}"));
        let left = (claim.principal.0, claim.interest.0, claim.costs.0);
        assert_eq!(
            left,
            (principal, interest, owed),
            "round {round}, as of {on}:\n{text}"
        );
    }
}
