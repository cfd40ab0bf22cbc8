//! Words as the built-in fonts can set them: without what steers, and without pictures that no font holds.

use super::fonts::has_glyph;
use crate::render::strip_controls::strip_controls;
use std::borrow::Cow;

/// The words without controls and without pictures: an empty box would stand in place of each. A picture decorates; words
/// say the same without it. The blank before it goes with it.
pub fn settable_text(words: &str) -> Cow<'_, str> {
    let words = strip_controls(words);
    if !words.chars().any(is_unset_picture) {
        return words;
    }
    let mut kept = String::with_capacity(words.len());
    let mut is_behind_picture = false;
    for sign in words.chars() {
        // What joins pictures, or says how to draw one, goes with it.
        let belongs_to_picture = is_behind_picture && matches!(sign, '\u{200d}' | '\u{fe0f}');
        is_behind_picture = belongs_to_picture || is_unset_picture(sign);
        if !is_behind_picture {
            kept.push(sign);
        } else if !belongs_to_picture && kept.ends_with(' ') {
            kept.pop();
        }
    }
    Cow::Owned(kept)
}

/// Whether a sign is a picture (emoji and the like, Unicode UTS 51) that no font holds.
fn is_unset_picture(sign: char) -> bool {
    let is_picture = matches!(sign,
        '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23fa}' | '\u{2600}'..='\u{27bf}' | '\u{2b1b}' | '\u{2b1c}'
        | '\u{2b50}' | '\u{2b55}' | '\u{20e3}' | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}');
    is_picture && !has_glyph(sign)
}
