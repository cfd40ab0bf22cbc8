//! Letters of a journal in a test.

use crate::reports::shelf::TestJournal;
use tegoed::language::en::ENGLISH;
use tegoed::letter::compose::{LetterDraft, LetterSummary};
use tegoed::letter::draft::{Drafter, LetterOptions};
use tegoed::letter::facts::letter_content::NotAvailable;
use tegoed::letter::library::built_in::{BUILT_IN_KINDS, find_requested_kind};
use tegoed::letter::library::template_set::TemplateSet;
use tegoed::letter::refusal_message::refusal_message;
use tegoed::render::LETTER_MEDIA;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::worklist::letter_schedule::StepNotNext;

/// Who writes, in most tests.
pub const BUSINESS: &str = "\
format 1

business
  name: Drukkerij Van Dam
  address: Industrieweg 30
  address: 2031 CE Haarlem
  kvk: 63456789
  vat-id: NL001234567B01
  iban: NL91ABNA0417164300
  email: administratie@drukkerijvandam.example
  phone: 023 555 07 70
  language: nl
";

/// Does something with the drafter of a journal.
fn with_drafter<T>(
    book: &TestJournal,
    wishes: LetterOptions,
    then: impl FnOnce(&Drafter<'_, '_>) -> T,
) -> T {
    book.with_report_input(&ReportOptions::default(), "nl", |scope| {
        let shelf = TemplateSet::built_in();
        then(&Drafter::new(scope.day, &shelf, wishes))
    })
}

/// Every letter that is due.
pub fn due_drafts(text: &str, day: &str) -> Vec<LetterDraft> {
    due_drafts_of(&TestJournal::from_text(text, day))
}

/// Every letter that is due by a journal.
pub fn due_drafts_of(book: &TestJournal) -> Vec<LetterDraft> {
    with_drafter(book, LetterOptions::default(), draft_and_list)
}

/// Every letter that is due. The list, which composes none of them, says the same of each.
pub fn draft_and_list(drafter: &Drafter<'_, '_>) -> Vec<LetterDraft> {
    let drafts = drafter.draft_due_letters(|_| true);
    let summaries: Vec<LetterSummary> = drafts.iter().map(|it| it.summary.clone()).collect();
    assert_eq!(drafter.list_due_letters(|_| true), summaries);
    drafts
}

/// Every letter that is due, even so.
pub fn drafts_despite_blockers(text: &str, day: &str) -> Vec<LetterDraft> {
    let wishes = LetterOptions {
        override_blockers: true,
        ..LetterOptions::default()
    };
    with_drafter(&TestJournal::from_text(text, day), wishes, draft_and_list)
}

/// The letters of a step to a customer, or the step that is next.
pub fn requested_drafts(
    text: &str,
    day: &str,
    customer: &str,
    stage: &str,
) -> Result<Vec<LetterDraft>, String> {
    let book = TestJournal::from_text(text, day);
    let customer = book.outcome.journal.customer_ids.index_of(customer);
    let customer = customer.expect("a customer");
    with_drafter(&book, LetterOptions::default(), |drafter| {
        drafter
            .draft_step_letters(customer, stage)
            .map_err(|not: StepNotNext<'_>| {
                format!("{:?} from {:?}", not.next_step, not.possible_from)
            })
    })
}

/// The letters of an occasion to a customer, or why there is none.
pub fn occasion_drafts(
    text: &str,
    day: &str,
    name: &str,
    customer: &str,
) -> Result<Vec<LetterDraft>, NotAvailable> {
    let book = TestJournal::from_text(text, day);
    let customer = book.outcome.journal.customer_ids.index_of(customer);
    let customer = customer.expect("a customer");
    let occasion = find_requested_kind(BUILT_IN_KINDS, name).expect("an occasion");
    with_drafter(&book, LetterOptions::default(), |drafter| {
        drafter.draft_letters_of_kind(occasion, customer)
    })
}

/// A draft in a medium; why there is none, where there is none.
pub fn print_draft(draft: &LetterDraft, medium: &str) -> String {
    let medium = LETTER_MEDIA.iter().find(|known| known.name == medium);
    let Some(letter) = &draft.letter else {
        let refusals = draft.summary.refusals.iter();
        let refusals: Vec<String> = refusals
            .map(|refusal| refusal_message(refusal, &ENGLISH))
            .collect();
        return format!("no letter: {}\n", refusals.join("\n"));
    };
    let bytes = (medium.expect("a medium").write)(letter, &[]).expect("a letter");
    String::from_utf8(bytes).expect("UTF-8")
}

/// All letters that are due, one below the other.
pub fn print_due(text: &str, day: &str, medium: &str) -> String {
    print_drafts(&due_drafts(text, day), medium)
}

/// Letters one below the other; at least one.
pub fn print_drafts(drafts: &[LetterDraft], medium: &str) -> String {
    assert!(!drafts.is_empty(), "nothing is due");
    let letters: Vec<String> = drafts
        .iter()
        .map(|draft| print_draft(draft, medium))
        .collect();
    letters.join("\n=== another letter ===\n\n")
}

/// Compares with a snapshot of the folder of letters.
pub fn assert_letter_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/letters");
    settings.bind(|| insta::assert_snapshot!(name, text));
}
