//! The square a bank's app scans to fill in a transfer: the payment code of the European Payments Council.
//!
//! "Quick Response Code: Guidelines to Enable Data Capture for the Initiation of an SEPA Credit Transfer",
//! EPC069-12, version 2. A code that a bank would refuse, or that would fill in something else, is not made.

use crate::document::letter::PaymentInstructions;
use crate::value::currency::Currency;
use crate::value::payment_reference::parse_creditor_reference;
use fast_qr::{ECL, QRBuilder};
use iban::{Iban, IbanLike};

/// Why there is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentCodeError {
    /// It is for euros only.
    Currency,
    /// It is for € 0.01 to € 999,999,999.99.
    Amount,
    /// The account number is none.
    Account,
    /// The code of the bank is none.
    Bank,
    /// The name is missing, longer than 70 characters, in no Latin script, or holds a line end or another control character.
    Name,
    /// The reference is longer than 140 characters, or holds a line end or another control character.
    Reference,
    /// All together it is more than 331 bytes.
    Length,
}

/// Why a letter in euros has no code to scan, for who sends it; `None` where it has one, or is in another currency.
pub fn missing_code_reason(payment: &PaymentInstructions) -> Option<&'static str> {
    Some(match payload(payment).err()? {
        PaymentCodeError::Currency => return None,
        PaymentCodeError::Amount => "the amount is more than a transfer can be",
        PaymentCodeError::Account => "`iban:` is no account number",
        PaymentCodeError::Bank => "`bic:` is no code of a bank",
        PaymentCodeError::Name => {
            "banks take a name of at most 70 signs, in Latin letters, for whoever is paid"
        }
        PaymentCodeError::Reference => "banks take a reference of at most 140 signs",
        PaymentCodeError::Length => "name and reference are too long together",
    })
}

/// Most bytes a code may hold, for the version 13 at level M that the guidelines allow.
const MOST_BYTES: usize = 331;
/// Most characters of a name.
const LONGEST_NAME: usize = 70;
/// Most characters of a reference in words of one's own.
const LONGEST_REFERENCE: usize = 140;
/// The highest amount, in cents.
const HIGHEST_AMOUNT: i128 = 99_999_999_999;

/// What the code says, line by line. A reference of ISO 11649 stands where structured ones do, any other behind it.
///
/// ```
/// use tegoed::document::letter::PaymentInstructions;
/// use tegoed::render::payment_code::payload;
/// use tegoed::value::{currency::Currency, money::{Minor, Money}};
/// let payment = PaymentInstructions {
///     amount: Money::new(Minor(121_000), Currency::EUR),
///     iban: "NL91ABNA0417164300".to_owned(),
///     bic: None,
///     name: "Timmerwerken De Linde".to_owned(),
///     reference: "RF18 5390 0754 7034".to_owned(),
///     deadline: None,
///     labelled_lines: Vec::new(),
/// };
/// assert_eq!(payload(&payment).as_deref(), Ok(
///     "BCD\n002\n1\nSCT\n\nTimmerwerken De Linde\nNL91ABNA0417164300\nEUR1210.00\n\nRF18539007547034"
/// ));
/// ```
pub fn payload(payment: &PaymentInstructions) -> Result<String, PaymentCodeError> {
    let amount = format_amount(payment)?;
    let account = payment
        .iban
        .parse::<Iban>()
        .map_err(|_| PaymentCodeError::Account)?
        .electronic_str()
        .to_owned();
    let bank = check_bic(payment.bic.as_deref().unwrap_or_default())?;
    let name = single_line(&payment.name, LONGEST_NAME).ok_or(PaymentCodeError::Name)?;
    if name.is_empty() || !name.chars().all(is_latin) {
        return Err(PaymentCodeError::Name);
    }
    let reference = match parse_creditor_reference(&payment.reference) {
        Ok(structured) => format!("\n{structured}"),
        Err(_) => format!(
            "\n\n{}",
            single_line(&payment.reference, LONGEST_REFERENCE)
                .ok_or(PaymentCodeError::Reference)?
        ),
    };
    let said = format!("BCD\n002\n1\nSCT\n{bank}\n{name}\n{account}\n{amount}\n{reference}");
    // Elements at the end that are empty are left out, with their line ends.
    let said = said.trim_end_matches('\n');
    if said.len() > MOST_BYTES {
        return Err(PaymentCodeError::Length);
    }
    Ok(said.to_owned())
}

fn format_amount(payment: &PaymentInstructions) -> Result<String, PaymentCodeError> {
    if payment.amount.currency != Currency::EUR {
        return Err(PaymentCodeError::Currency);
    }
    if !(1..=HIGHEST_AMOUNT).contains(&payment.amount.minor.0) {
        return Err(PaymentCodeError::Amount);
    }
    Ok(format!("EUR{}", payment.amount))
}

/// A bank's code by ISO 9362: four letters or digits, a country, two letters or digits, and three for a branch.
fn check_bic(code: &str) -> Result<&str, PaymentCodeError> {
    let signs = |place: usize, sign: u8| match place {
        4 | 5 => sign.is_ascii_uppercase(),
        _ => sign.is_ascii_uppercase() || sign.is_ascii_digit(),
    };
    let fits = matches!(code.len(), 0 | 8 | 11)
        && code
            .bytes()
            .enumerate()
            .all(|(place, sign)| signs(place, sign));
    fits.then_some(code).ok_or(PaymentCodeError::Bank)
}

/// Whether banks take a sign in the name of who is paid: letters of Latin scripts, digits, and what stands between them.
const fn is_latin(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '‘'..='„' | '–' | '—' | '…' | '€')
}

/// Words that stand on one line, whatever their reader takes for a line end; `None` where they do not.
fn single_line(words: &str, longest: usize) -> Option<&str> {
    let words = words.trim_matches(' ');
    let breaks = |sign: char| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}');
    (!words.contains(breaks) && words.chars().count() <= longest).then_some(words)
}

/// The code as a square of dark and light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentCode {
    /// How many dots each side has, without the white around it.
    pub side: u16,
    /// The dark dots.
    pub dark_runs: Vec<DarkRun>,
}

/// Dark dots beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DarkRun {
    /// Which row, from the top.
    pub row: u16,
    /// Where it begins, from the left.
    pub start: u16,
    /// How many.
    pub length: u16,
}

/// White around the dots, in dots: ISO/IEC 18004 asks four.
pub const QUIET_ZONE: u16 = 4;

/// The code of a payment, at error correction level M as the guidelines have it.
pub fn encode_payment(payment: &PaymentInstructions) -> Result<PaymentCode, PaymentCodeError> {
    let said = payload(payment)?;
    let code = QRBuilder::new(said)
        .ecl(ECL::M)
        .build()
        .map_err(|_| PaymentCodeError::Length)?;
    let mut dark: Vec<DarkRun> = Vec::new();
    for row in 0..code.size {
        let dots = code[row].iter().take(code.size).map(|dot| dot.value());
        add_row(&mut dark, row, dots);
    }
    Ok(PaymentCode {
        side: dots_to_u16(code.size),
        dark_runs: dark,
    })
}

fn add_row(dark: &mut Vec<DarkRun>, row: usize, dots: impl Iterator<Item = bool>) {
    let row = dots_to_u16(row);
    for (place, _) in dots.enumerate().filter(|(_, dot)| *dot) {
        let place = dots_to_u16(place);
        match dark.last_mut() {
            Some(run) if run.row == row && run.start.saturating_add(run.length) == place => {
                run.length = run.length.saturating_add(1);
            }
            _ => dark.push(DarkRun {
                row,
                start: place,
                length: 1,
            }),
        }
    }
}

/// A code has at most 177 dots a side.
fn dots_to_u16(dots: usize) -> u16 {
    u16::try_from(dots).unwrap_or(u16::MAX)
}
