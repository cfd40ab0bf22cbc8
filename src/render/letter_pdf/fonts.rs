//! The fonts letters are set in, carried in the program: letters look the same on every machine, offline.
//!
//! Noto Sans and its Hebrew and Arabic sisters, under the SIL Open Font License (`render/fonts/OFL.txt`).

use krilla::text::Font;
use rustybuzz::Face;
use std::sync::LazyLock;

/// A font: as letters are shaped with it, and as it goes into the file.
pub struct Typeface {
    /// Shapes letters.
    pub face: Face<'static>,
    /// Goes into the file, as far as it is used.
    pub font: Font,
    /// Into how many units its em is divided.
    pub per_em: i64,
}

/// Upright, then bold, then those that help out, whatever the weight.
const FONT_FILES: [&[u8]; 4] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
];

/// Every font, read once.
pub static TYPEFACES: LazyLock<Vec<Typeface>> =
    LazyLock::new(|| FONT_FILES.into_iter().filter_map(read_typeface).collect());

fn read_typeface(file: &'static [u8]) -> Option<Typeface> {
    let face = Face::from_slice(file, 0)?;
    Some(Typeface {
        per_em: i64::from(face.units_per_em()),
        font: Font::new(file.into(), 0)?,
        face,
    })
}

/// Whether a character can be set: some font holds it, or it is one that is not seen.
pub fn has_glyph(sign: char) -> bool {
    let is_unseen = sign.is_whitespace()
        || matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}');
    let holds = |font: &Typeface| font.face.glyph_index(sign).is_some();
    is_unseen || TYPEFACES.iter().any(holds)
}

/// The place of the font that holds a character: the one wanted, else one that helps out, else the one wanted, which
/// then shows an empty box.
pub fn typeface_for(sign: char, bold: bool) -> usize {
    let wanted = usize::from(bold);
    let holds = |place: &usize| {
        let font = TYPEFACES.get(*place);
        font.is_some_and(|font| font.face.glyph_index(sign).is_some())
    };
    [wanted, 2, 3].into_iter().find(holds).unwrap_or(wanted)
}
