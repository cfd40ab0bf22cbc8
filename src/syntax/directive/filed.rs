//! `filed`: the VAT return of a period went to the tax office.

use crate::syntax::entry::{Amount, Detail};
use crate::syntax::entry_fields::{EntryFields, SpannedText};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::Slots;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one, optional, repeatable_key};
use crate::value::key_name::KeyName;
use crate::value::period::Period;

/// `filed = "filed" , period ;`
///
/// `filed-key = "box" , ":" , vat-box , balance-amount , [ balance-amount ] ;`
pub static FILED: Directive = Directive {
    keyword: Keyword::Filed,
    about: "the VAT return of a period went to the tax office",
    dutch: &["aangifte", "btw-aangifte", "aangegeven", "ingediend"],
    kind: DirectiveKind::Contact,
    slots: &[one(&[ArgumentForm::Period])],
    keys: &[repeatable_key(
        KeyName::Box,
        Slots(&[
            one(&[ArgumentForm::VatBox]),
            one(&[ArgumentForm::Balance]),
            optional(&[ArgumentForm::Balance]),
        ]),
        "a box of the return: the amount without VAT, then the VAT",
    )],
};

/// The typed node of a `filed` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct FiledEntry<'t> {
    /// The period of the return.
    pub period: Period,
    /// The boxes, in the order written.
    pub boxes: Vec<FiledBoxLine<'t>>,
}

/// A `box:` line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FiledBoxLine<'t> {
    /// The name of the box, such as `1a`.
    pub name: SpannedText<'t>,
    /// The amount without VAT.
    pub net: Amount,
    /// The VAT; `None` where the box has none.
    pub vat: Option<Amount>,
}

impl<'t> FiledEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its period could not be read.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        let arguments = fields.entry.header_arguments();
        let details = fields.entry.details.iter();
        let boxes = details.filter(|detail| detail.key.name() == Some(KeyName::Box));
        Some(Self {
            period: arguments.iter().find_map(|it| it.value.period())?,
            boxes: boxes
                .filter_map(|detail| FiledBoxLine::read(fields, detail))
                .collect(),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.argument(Some(self.period));
        for line in &self.boxes {
            out.line(KeyName::Box, |out| {
                out.name(Some(line.name));
                out.argument(Some(line.net));
                out.argument(line.vat);
            });
        }
    }
}

impl<'t> FiledBoxLine<'t> {
    fn read(fields: EntryFields<'_, 't>, detail: &Detail) -> Option<Self> {
        let arguments = fields.arguments_of(detail);
        let name = arguments.iter().find(|it| it.value.amount().is_none())?;
        let mut amounts = arguments.iter().filter_map(|it| it.value.amount());
        Some(Self {
            name: fields.words(name.span),
            net: amounts.next()?,
            vat: amounts.next(),
        })
    }
}
