//! A place to be completed: what is typed there, and the entry around it.

use super::typed_word::TypedWord;
use crate::ide::journal_view::JournalView;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::entry_lines::{entry_lines_around, line_start};
use crate::syntax::keyword::Keyword;
use crate::text::span::Origin;
use std::path::Path;

/// So many candidates of a sort are given at most.
pub const MAX_CANDIDATES: usize = 100;

/// A place to be completed.
pub struct CompletionPlace<'v, 'a, 't> {
    /// The journal.
    pub view: &'v JournalView<'a>,
    /// What is typed of the word there.
    pub typed: TypedWord<'t>,
    /// The text of the entry up to the place.
    pub before: &'t str,
    /// The text of the file above the entry.
    pub above: &'t str,
    /// The path of the file.
    pub path: &'t Path,
}

impl<'v, 'a: 't, 't> CompletionPlace<'v, 'a, 't> {
    /// A place of a file; `None` where there is no such file.
    pub fn new(view: &'v JournalView<'a>, place: Origin) -> Option<Self> {
        let source = view.outcome.sources.source(place)?;
        let whole = JournalView::text(source);
        let offset = place.0.saturating_sub(source.base) as usize;
        let line = line_start(whole, offset);
        // A new line below an entry may be the start of another.
        let is_detail = whole
            .get(line..offset)
            .is_some_and(|typed| typed.starts_with([' ', '\t']));
        let start = if is_detail {
            entry_lines_around(whole, offset).start
        } else {
            line
        };
        Some(Self {
            view,
            typed: TypedWord::at_end(whole.get(line..offset)?, place.0),
            before: whole.get(start..offset)?,
            above: whole.get(..start)?,
            path: &source.path,
        })
    }

    /// The end of the text of an entry that is not written yet.
    pub fn at_end(view: &'v JournalView<'a>, entry: &'t str) -> Self {
        let line = entry.rsplit('\n').next().unwrap_or_default();
        let end = u32::try_from(entry.len()).unwrap_or(u32::MAX);
        let root = view.outcome.sources.as_slice().first();
        Self {
            view,
            typed: TypedWord::at_end(line, end),
            before: entry,
            above: "",
            path: root.map_or(Path::new(""), |root| &root.path),
        }
    }

    /// Whether nothing stands before the word that is typed, not even blanks.
    pub fn is_first_word(&self) -> bool {
        !self.before.contains('\n') && self.before.len() == self.typed.text.len()
    }

    /// The line that is typed, up to the place.
    fn line(&self) -> &'t str {
        self.before.rsplit('\n').next().unwrap_or_default()
    }

    /// The header of the entry, as far as it lies before the place.
    pub fn header(&self) -> &'t str {
        self.before.split('\n').next().unwrap_or_default()
    }

    /// Whether the place is below the header of its entry.
    pub fn is_below_header(&self) -> bool {
        self.before.contains('\n')
    }

    /// The keyword of the entry, where it is typed already.
    pub fn keyword(&self) -> Option<Keyword> {
        let mut words = self.header().split([' ', '\t']);
        let named = words.find_map(|word| DIRECTIVES.iter().find(|known| known.word() == word));
        named.map(|directive| directive.keyword)
    }

    /// The key of the detail whose value is typed.
    pub fn line_key(&self) -> Option<&'t str> {
        let (key, _) = self.line().split_once(':')?;
        self.is_below_header().then_some(key.trim())
    }
}
