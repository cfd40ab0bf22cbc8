//! V007: words behind an amount that say it is without VAT.

use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;

crate::check_rule! {
    "V007" "net-amount-named" Advice, needs None, page "net_amount_named.md", Entry(run)
}

/// Words before `btw` or `vat` that take it out of the amount.
const NET_WORDS: [&str; 9] = [
    "ex",
    "excl",
    "exclusief",
    "excluding",
    "exclusive",
    "zonder",
    "netto",
    "plus",
    "+",
];

fn run(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    if !matches!(entry.directive.keyword, Keyword::Invoice | Keyword::Credit) {
        return;
    }
    let Some(free) = entry.text else {
        return;
    };
    if let Some((start, length)) = find_net_words(text.slice(free)) {
        let start = free.start.saturating_add(start);
        sink.push(
            KIND.at(
                Span::new(start, start.saturating_add(length)),
                "expected an amount that includes VAT, found words that say it does not",
            )
            .help("if the amount is without VAT, write it with: 100.00 and 21% are 121.00; if it includes VAT, mend the words"),
        );
    }
}

/// Where `ex btw`, `excl. VAT` and the like stand: the start and the length, in bytes.
fn find_net_words(text: &str) -> Option<(u32, u32)> {
    if !may_name_tax(text) {
        return None;
    }
    let mut words = text.split_inclusive(char::is_whitespace);
    let mut place = 0_usize;
    let mut net: Option<usize> = None;
    words.find_map(|word| {
        let start = place;
        place = place.saturating_add(word.len());
        let bare = word.trim().to_lowercase();
        let bare = bare.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
        let end = start.saturating_add(word.trim_end().len());
        let found = net.filter(|_| is_tax(bare));
        net = NET_WORDS.contains(&bare).then_some(start);
        let glued = NET_WORDS.iter().find_map(|net| bare.strip_prefix(net));
        let is_glued = glued.is_some_and(|rest| is_tax(rest.trim_start_matches(['.', '-', '/'])));
        let start = found.or_else(|| is_glued.then_some(start))?;
        let length = end.checked_sub(start)?;
        Some((u32::try_from(start).ok()?, u32::try_from(length).ok()?))
    })
}

/// Whether the letters of a word for the tax stand in a text: hardly any line of an invoice has them.
fn may_name_tax(text: &str) -> bool {
    let mut threes = text.as_bytes().windows(3);
    threes.any(|three| {
        let is = |word: &[u8]| three.eq_ignore_ascii_case(word);
        match three {
            [_, b't' | b'T', _] => is(b"btw") || is(b".t."),
            [_, b'a' | b'A', _] => is(b"vat"),
            _ => false,
        }
    })
}

fn is_tax(word: &str) -> bool {
    matches!(word, "btw" | "vat" | "b.t.w")
}
