//! The letters that are due about what stands at a place: to look at one, and to record that it was sent. The server writes
//! none to disk.

use super::editor_action::{ActionEffect, ActionKind, EditorAction, LetterName};
use super::inserted_entries::insert_by_date;
use super::journal_view::{JournalView, MentionTarget};
use crate::journal::model::CustomerIx;
use crate::letter::compose::LetterDraft;
use crate::letter::draft::{Drafter, LetterOptions};
use crate::letter::record::SentEntriesOfDay;
use crate::render::letter_text::TEXT;
use crate::text::source::Source;

/// A letter as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterPage {
    /// A name for it: day, recipient, step.
    pub name: String,
    /// Its words.
    pub text: String,
}

/// To look at each letter that is due to a customer or about an invoice, and to record it as sent.
pub fn letter_actions<'a>(
    view: &JournalView<'a>,
    source: &Source,
    target: &MentionTarget,
) -> Vec<EditorAction<'a>> {
    let journal = &view.outcome.journal;
    let (customer, invoice) = match target {
        MentionTarget::Customer(customer) => (Some(*customer), None),
        MentionTarget::Invoice(invoice) => (journal.invoices[*invoice].customer, Some(*invoice)),
        MentionTarget::Policy(_) => (None, None),
    };
    let drafts = customer.map_or_else(Vec::new, |customer| due_letters(view, customer));
    let about = drafts.iter().filter(|draft| {
        let summary = &draft.summary;
        draft.letter.is_some() && invoice.is_none_or(|it| summary.invoices.contains(&it))
    });
    let each = about.flat_map(|draft| {
        let record = record_action(view, source, draft);
        show_action(view, draft).into_iter().chain(record)
    });
    each.collect()
}

fn due_letters(view: &JournalView<'_>, customer: CustomerIx) -> Vec<LetterDraft> {
    let options = LetterOptions {
        language: Some(view.language),
        ..LetterOptions::default()
    };
    let drafter = Drafter::new(view.day, view.templates, options);
    drafter.draft_due_letters(|other| other == customer)
}

fn letter_name(view: &JournalView<'_>, draft: &LetterDraft) -> Option<LetterName> {
    let journal = &view.outcome.journal;
    Some(LetterName {
        customer: journal.customer_id(draft.summary.customer).to_owned(),
        stage: draft.summary.stage.clone(),
        invoice: journal
            .invoice_no(*draft.summary.invoices.first()?)
            .to_owned(),
    })
}

fn show_action<'a>(view: &JournalView<'a>, draft: &LetterDraft) -> Option<EditorAction<'a>> {
    let name = letter_name(view, draft)?;
    Some(EditorAction {
        title: format!("Look at the letter `{}` to @{}", name.stage, name.customer),
        kind: ActionKind::Entry,
        effect: ActionEffect::ShowLetter(name),
        finding: None,
        is_certain: false,
    })
}

fn record_action<'a>(
    view: &JournalView<'a>,
    source: &Source,
    draft: &LetterDraft,
) -> Option<EditorAction<'a>> {
    let journal = &view.outcome.journal;
    let today = SentEntriesOfDay::new(journal, view.today);
    let lookup = view.day.source_lookup;
    let entries = draft.records.new_entries(journal, lookup, &today, None);
    let (stage, customer) = (&draft.summary.stage, draft.summary.customer);
    let title = format!(
        "Record that the letter `{stage}` was sent to @{}",
        journal.customer_id(customer)
    );
    let edit = insert_by_date(view, source, &entries);
    (!entries.is_empty()).then(|| EditorAction::entry(title, vec![edit]))
}

/// A letter that is due, in words; `None` where it is due no longer.
pub fn letter_page(view: &JournalView<'_>, wanted: &LetterName) -> Option<LetterPage> {
    let customer = view
        .outcome
        .journal
        .customer_ids
        .index_of(&wanted.customer)?;
    let drafts = due_letters(view, customer);
    let mut drafts = drafts.iter();
    let draft = drafts.find(|draft| letter_name(view, draft).as_ref() == Some(wanted))?;
    let bytes = (TEXT.write)(draft.letter.as_ref()?, &[]).ok()?;
    Some(LetterPage {
        name: format!("{}-{}-{}.txt", view.today, wanted.customer, wanted.stage),
        text: String::from_utf8(bytes).ok()?,
    })
}
