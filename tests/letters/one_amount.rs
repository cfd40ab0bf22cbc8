//! One amount a day: what letters, statement, call, work list and claim ask of a customer is one and the same.

use super::shelf::BUSINESS;
use crate::journals::{MemoryFiles, error_findings};
use crate::reports::shelf::TestJournal;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write;
use tegoed::claim::build_customer_claims;
use tegoed::claim::model::ClaimRowKind;
use tegoed::day::Day;
use tegoed::dunning::hold::Hold;
use tegoed::journal::model::{CustomerIx, InvoiceIx, NumberUse};
use tegoed::letter::compose::LetterDraft;
use tegoed::letter::draft::{Drafter, LetterOptions};
use tegoed::letter::library::built_in::{BUILT_IN_KINDS, find_requested_kind};
use tegoed::letter::library::template_set::TemplateSet;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::calendar::date_from_ymd;
use tegoed::value::money::Minor;
use tegoed::worklist::list_tasks;
use tegoed::worklist::task::TaskReason;

const INVOICES: u8 = 3;

fn day(number: u8) -> NaiveDate {
    date_from_ymd(2026, 1, 1).unwrap() + Days::new(number.into())
}

fn cents(amount: u32) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

/// A few numbers from which an entry is told.
#[derive(Clone, Copy, Debug)]
struct Deed {
    kind: u8,
    day: u8,
    invoice: u8,
    share: u8,
    other: u8,
}

/// A journal in the making: one customer, three invoices, and what is said and done about them.
#[derive(Clone)]
struct RandomAccount {
    consumer: bool,
    interest: bool,
    grace: u8,
    amounts: [u32; INVOICES as usize],
    parts: [u8; INVOICES as usize],
    deeds: Vec<Deed>,
    as_of: u8,
}

impl std::fmt::Debug for RandomAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "as of {}\n{}", day(self.as_of), self.text())
    }
}

fn random_account() -> impl Strategy<Value = RandomAccount> {
    let deed = (0..14_u8, 10..90_u8, 0..INVOICES, any::<u8>(), any::<u8>());
    let deed = deed.prop_map(|(kind, day, invoice, share, other)| Deed {
        kind,
        day,
        invoice,
        share,
        other,
    });
    let amounts = prop::array::uniform3(1_000..90_000_u32);
    let parts = prop::array::uniform3(1..4_u8);
    let deeds = prop::collection::vec(deed, 0..9);
    (
        any::<bool>(),
        any::<bool>(),
        0..6_u8,
        amounts,
        parts,
        deeds,
        20..120_u8,
    )
        .prop_map(
            |(consumer, interest, grace, amounts, parts, deeds, as_of)| RandomAccount {
                consumer,
                interest,
                grace,
                amounts,
                parts,
                deeds,
                as_of,
            },
        )
}

impl RandomAccount {
    fn text(&self) -> String {
        let kind = if self.consumer {
            "consumer"
        } else {
            "business"
        };
        let interest = if self.interest {
            ""
        } else {
            "  interest: none\n"
        };
        let mut text = format!(
            "{BUSINESS}  policy: usual\n\npolicy usual\n  terms: 14 days\n  costs: none\n{interest}  \
             plan-grace: {} days\n  stage: reminder 1 day after due via email\n\n\
             customer @bakker\n  name: Bakkerij Zon\n  address: Markt 1\n  address: 3511 AA Utrecht\n  \
             kind: {kind}\n  email: post@zon.example\n\n",
            self.grace
        );
        for place in 0..INVOICES {
            self.write_invoice(&mut text, place);
        }
        for (place, deed) in self.deeds.iter().enumerate() {
            self.write_deed(&mut text, place, *deed);
        }
        text
    }

    fn write_invoice(&self, text: &mut String, place: u8) {
        let amount = self.amounts[usize::from(place)];
        let parts = self.parts[usize::from(place)];
        let first = day(place);
        writeln!(text, "{first} invoice #{place} @bakker {}", cents(amount)).unwrap();
        if parts > 1 {
            for part in 0..parts {
                let size = amount / u32::from(parts);
                let size = if part == 0 {
                    amount - size * u32::from(parts - 1)
                } else {
                    size
                };
                let due = day(8 + place + part * 25);
                writeln!(text, "  due: {} on {due}", cents(size)).unwrap();
            }
        }
    }

    fn write_deed(&self, text: &mut String, place: usize, deed: Deed) {
        let on = day(deed.day);
        let number = deed.invoice;
        let share = |parts: u32| {
            let whole = self.amounts[usize::from(number)];
            cents((whole / 100 * (u32::from(deed.share) % parts + 1) / parts).max(1) + 7)
        };
        let entry = match deed.kind {
            0 if deed.other.is_multiple_of(3) => format!("payment @bakker {} on-account", share(6)),
            0 | 1 => format!("payment #{number} {}", share(6)),
            2 => format!("credit #C{place} for #{number} {}", share(8)),
            3 => format!("writeoff #{number} {} | in the books", share(12)),
            4 | 5 if deed.other.is_multiple_of(4) => format!("dispute #{number} | all of it"),
            4 | 5 => format!("dispute #{number} {} | a part", share(5)),
            6 | 7 => {
                let ways = [
                    "upheld",
                    "upheld 4.20",
                    "rejected",
                    "withdrawn",
                    "settled 6.00",
                ];
                format!("resolve #{number} {}", ways[usize::from(deed.other) % 5])
            }
            8 => format!("release #{number}"),
            9 if deed.other.is_multiple_of(2) => {
                format!("hold #{number} until {}", day(deed.day + 9))
            }
            9 => format!("promise #{number} {} by {}", share(5), day(deed.day + 6)),
            _ => self.plan(deed),
        };
        writeln!(text, "{on} {entry}").unwrap();
    }

    fn plan(&self, deed: Deed) -> String {
        let second = (deed.invoice + 1) % INVOICES;
        let mut entry = format!("plan #{}", deed.invoice);
        let mut whole = self.amounts[usize::from(deed.invoice)];
        if deed.other.is_multiple_of(3) {
            write!(entry, " #{second}").unwrap();
            whole += self.amounts[usize::from(second)];
        }
        for part in 0..3_u8 {
            let due = day(deed.day + 4 + part * (5 + deed.share % 11));
            write!(entry, "\n  due: {} on {due}", cents(whole / 3 + 1)).unwrap();
        }
        if deed.other % 5 < 3 {
            entry.push_str("\n  signed: yes");
        }
        if deed.other.is_multiple_of(7) {
            entry.push_str("\n  accelerate: yes");
        }
        entry
    }
}

/// What each output asks of the customer.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    letters: Minor,
    statement: Minor,
    call: Minor,
    next: Minor,
    claim: Minor,
}

fn sum_of_letters(drafts: &[LetterDraft]) -> Minor {
    let letters = drafts.iter().filter_map(|draft| draft.letter.as_ref());
    let asked = letters.filter_map(|letter| letter.payment.as_ref());
    asked.map(|payment| payment.amount.minor).sum()
}

/// The amounts behind a sign of the currency, added up.
fn euros_in(page: &str) -> Minor {
    let page: String = page
        .split(['\u{a0}', ' ', '\n'])
        .collect::<Vec<_>>()
        .concat();
    let amounts = page.split('€').skip(1).map(|words| {
        let end = words.find(|sign: char| !matches!(sign, '0'..='9' | '.' | ','));
        let amount = words[..end.unwrap_or(words.len())].trim_end_matches(['.', ',']);
        let digits: String = amount.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<i128>().unwrap()
    });
    Minor(amounts.sum())
}

/// What is asked in the sentences of a call: others tell what is here already.
fn asked_by_call(page: &str) -> Minor {
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let spoken = page
        .split('„')
        .skip(1)
        .filter_map(|words| words.split('”').next());
    let asking = spoken.filter(|sentence| {
        sentence.starts_with("Ik bel over")
            || sentence.contains("spraken wij een betalingsregeling af")
    });
    asking.map(euros_in).sum()
}

/// Invoices that we keep back, that the customer promised to pay, or that somebody else collects: owed, and asked by
/// nobody today.
fn invoices_kept_back(today: &Day<'_>) -> BTreeSet<InvoiceIx> {
    let kept = today.positions().iter().filter(|position| {
        let mut holds = position.ladder_position.active_holds(today.as_of());
        holds.any(|held| {
            matches!(
                held.hold,
                Hold::Promise | Hold::Hold | Hold::Handover | Hold::Insolvency
            )
        })
    });
    kept.map(|position| position.invoice).collect()
}

/// The claim on what nobody keeps back, less interest and costs.
fn claimed(today: &Day<'_>) -> Minor {
    let kept = invoices_kept_back(today);
    let invoices = today.journal.invoices.iter();
    let own = invoices.filter(|(_, invoice)| invoice.number_use == NumberUse::Invoice);
    let own: Vec<InvoiceIx> = own.map(|it| it.0).filter(|it| !kept.contains(it)).collect();
    let answer = build_customer_claims(today.claims(), &own).unwrap();
    let claims = answer.into_iter().flat_map(|answer| answer.claims);
    let asked = claims.map(|claim| {
        let rows = claim.rows.iter();
        let more = rows.filter(|row| {
            matches!(
                row.kind,
                ClaimRowKind::Interest
                    | ClaimRowKind::Costs
                    | ClaimRowKind::Fee
                    | ClaimRowKind::Vat
            )
        });
        claim.total - more.map(|row| row.amount).sum()
    });
    asked.sum()
}

fn asked_by_all(book: &TestJournal) -> Asked {
    let options = ReportOptions {
        subject: Some("bakker".to_owned()),
        ..ReportOptions::default()
    };
    let customer: CustomerIx = book
        .outcome
        .journal
        .customer_ids
        .index_of("bakker")
        .unwrap();
    let call = asked_by_call(&book.print_report("call", &options, "nl", "text"));
    book.with_report_input(&options, "nl", |scope| {
        let shelf = TemplateSet::built_in();
        let drafter = Drafter::new(scope.day, &shelf, LetterOptions::default());
        let reminders = drafter.draft_step_letters(customer, "reminder");
        let statement = find_requested_kind(BUILT_IN_KINDS, "statement").unwrap();
        let statement = drafter.draft_letters_of_kind(statement, customer);
        let tasks = list_tasks(scope.day).into_iter().filter(|task| {
            matches!(
                task.reason,
                TaskReason::StepPossible(_) | TaskReason::MissedInstalment(..)
            )
        });
        Asked {
            letters: sum_of_letters(&reminders.unwrap_or_default()),
            statement: sum_of_letters(&statement.unwrap_or_default()),
            call,
            next: tasks.filter_map(|task| Some(task.amount?.minor)).sum(),
            claim: claimed(scope.day),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Money that waits is taken off alike; by the order of the law it may pay interest, and what is kept back, before what
    /// is asked.
    #[test]
    fn every_output_of_a_day_asks_the_same(account in random_account()) {
        let files = MemoryFiles::single(account.text());
        let book = TestJournal::read_with_errors(files, "main.tegoed", day(account.as_of));
        prop_assume!(error_findings(&book.outcome).next().is_none());
        let on_account = book.outcome.ledger.on_account.values().flatten();
        let waits = on_account.into_iter().any(|money| money.remaining.is_positive());
        let kept = book.with_report_input(&ReportOptions::default(), "nl", |scope| {
            !invoices_kept_back(scope.day).is_empty()
        });
        prop_assume!(!waits || (!kept && !account.interest));
        // What ends a hold today gives its letter back tomorrow (SPEC.md 11.3): till then letters name the invoice beside.
        prop_assume!(account.deeds.iter().all(|deed| deed.day != account.as_of));
        let asked = asked_by_all(&book);
        let one = asked.letters;
        prop_assert_eq!(&asked, &Asked { letters: one, statement: one, call: one, next: one, claim: one });
    }
}
