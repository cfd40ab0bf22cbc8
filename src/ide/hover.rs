//! What is known of what stands at a place: an invoice, a customer, a keyword, a key, an amount, a day, a finding.

use super::journal_view::{JournalView, MentionTarget, touches};
use crate::catalogue::find_kind;
use crate::document::Document;
use crate::journal::model::NumberUse;
use crate::render::medium::{CsvDialect, RenderOptions, TerminalStyle};
use crate::render::text::TEXT;
use crate::report::show::summary::{summarize_customer, summarize_invoice};
use crate::syntax::entry::{ArgumentValue, Detail, DetailKey, Entry};
use crate::syntax::keyword_page::{format_key, format_keyword};
use crate::text::span::{Origin, Span};
use crate::value::calendar::days_between;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;

/// Pages are no wider, so that they can be read in a window beside the text.
const WIDTH: usize = 80;

/// What is said about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoverPage {
    /// What it is about.
    pub span: Span,
    /// The words, in Markdown.
    pub markdown: String,
}

/// What is known of what stands at a place; `None` where nothing is.
pub fn hover(view: &JournalView<'_>, place: Origin) -> Option<HoverPage> {
    let entry = view.entry_at(place)?;
    let page = about_token(view, &entry, place.0);
    let explained = explain_finding(view, place.0);
    match (page, explained) {
        (Some(mut page), Some(finding)) => {
            page.markdown.push_str("\n\n---\n\n");
            page.markdown.push_str(&finding.markdown);
            Some(page)
        }
        (page, finding) => page.or(finding),
    }
}

fn about_token(view: &JournalView<'_>, entry: &Entry, place: u32) -> Option<HoverPage> {
    if touches(entry.keyword, place) {
        return Some(as_text(entry.keyword, &format_keyword(entry.directive)));
    }
    if let Some(date) = entry.date.filter(|date| touches(date.span, place)) {
        return Some(about_day(view, date.span, date.node));
    }
    if let Some((target, mention)) = view.target_in(entry, Origin(place)) {
        let page = about_name(view, &target)?;
        return Some(as_text(mention.span, &page));
    }
    let mut arguments = entry.arguments.iter();
    if let Some(argument) = arguments.find(|argument| touches(argument.span, place)) {
        match argument.value {
            ArgumentValue::Amount(amount) => {
                let words = view.language.format_money(Money::from(amount));
                return Some(as_text(argument.span, &words));
            }
            ArgumentValue::Date(day) => return Some(about_day(view, argument.span, day)),
            _ => {}
        }
    }
    let mut details = entry.details.iter();
    details
        .find(|detail| touches(detail.span, place))
        .and_then(|detail| about_detail(view, detail, place))
}

fn about_detail(view: &JournalView<'_>, detail: &Detail, place: u32) -> Option<HoverPage> {
    let DetailKey::Known(key) = detail.key else {
        return None;
    };
    if touches(detail.key_span, place) {
        return Some(as_text(detail.key_span, &format_key(key)));
    }
    let code = view.slice(detail.value).split_whitespace().next();
    let kind = find_kind(code.filter(|_| key.name == KeyName::Allow)?)?;
    Some(HoverPage {
        span: detail.value,
        markdown: kind.explanation.to_owned(),
    })
}

fn about_name(view: &JournalView<'_>, target: &MentionTarget) -> Option<String> {
    let input = view.report_input();
    match target {
        MentionTarget::Invoice(number) => {
            let known = view.outcome.journal.invoices[*number].number_use != NumberUse::Unknown;
            known.then(|| page_text(view, summarize_invoice(input, *number)))
        }
        MentionTarget::Customer(customer) => {
            Some(page_text(view, summarize_customer(input, *customer)))
        }
        MentionTarget::Policy(_) => None,
    }
}

/// The weekday of a day, and how far from today it is.
fn about_day(view: &JournalView<'_>, span: Span, day: NaiveDate) -> HoverPage {
    let say = &view.language.phrases.editor;
    let weekday = (say.weekday)(day.weekday());
    let distance = (say.days_from_today)(days_between(view.today, day));
    as_text(span, &format!("{weekday} {day}, {distance}"))
}

/// The page of the finding at a place: on its words, or on the line where it has none.
fn explain_finding(view: &JournalView<'_>, place: u32) -> Option<HoverPage> {
    let mut findings = view.findings.diagnostics.iter();
    let finding = findings.find(|finding| touches(finding.primary.span, place))?;
    Some(HoverPage {
        span: finding.primary.span,
        markdown: finding.kind.explanation.to_owned(),
    })
}

fn as_text(span: Span, words: &str) -> HoverPage {
    HoverPage {
        span,
        markdown: format!("```text\n{}\n```", words.trim_end()),
    }
}

fn page_text(view: &JournalView<'_>, page: Document) -> String {
    let look = RenderOptions {
        language: view.language,
        width: Some(WIDTH),
        style: TerminalStyle::Plain,
        csv_dialect: CsvDialect::Plain,
    };
    let mut bytes = Vec::new();
    let mut pages = std::iter::once(Cow::Owned(page));
    // A page that is written to memory is written whole.
    let _whole = (TEXT.write)(&mut pages, look, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}
