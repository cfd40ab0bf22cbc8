//! The payment code, read back by a decoder and laid beside the fields of EPC069-12.

use super::letters::{euros, sample_payment};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use rqrr::PreparedImage;
use tegoed::document::letter::PaymentInstructions;
use tegoed::render::payment_code::{
    PaymentCode, PaymentCodeError, QUIET_ZONE, encode_payment, payload,
};
use tegoed::value::currency::Currency;

/// Draws a code in black and white and reads it as a camera would; the level it was made at comes with it.
fn scan_code(code: &PaymentCode) -> (u16, String) {
    const DOT: usize = 4;
    let side = usize::from(code.side + 2 * QUIET_ZONE) * DOT;
    let mut dark = vec![false; side * side];
    for run in &code.dark_runs {
        let left = usize::from(QUIET_ZONE + run.start) * DOT;
        let top = usize::from(QUIET_ZONE + run.row) * DOT;
        for y in top..top + DOT {
            let start = y * side + left;
            dark[start..start + usize::from(run.length) * DOT].fill(true);
        }
    }
    decode_picture(side, side, |x, y| if dark[y * side + x] { 0 } else { 255 })
}

/// Finds the one code of a picture and reads it; the level of correction comes with it.
fn decode_picture(
    width: usize,
    height: usize,
    light: impl FnMut(usize, usize) -> u8,
) -> (u16, String) {
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, light);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1, "one code in the picture");
    let (told, text) = grids[0].decode().expect("a code that can be read");
    (told.ecc_level, text)
}

/// What the code says in a picture of the format PGM.
#[cfg(feature = "pdf")]
pub fn decode_pgm(picture: &[u8]) -> String {
    let mut head = picture.splitn(4, u8::is_ascii_whitespace);
    assert_eq!(head.next(), Some(b"P5".as_slice()));
    let mut number = || {
        let digits = head.next().expect("a size");
        let digits = std::str::from_utf8(digits).expect("digits");
        digits.parse::<usize>().expect("a number")
    };
    let (width, height) = (number(), number());
    let dots = &picture[picture.len() - width * height..];
    decode_picture(width, height, |x, y| dots[y * width + x]).1
}

/// A code as a bank's app reads it: twelve fields in their places, empty where they are left out.
fn code_fields(payment: &PaymentInstructions) -> Vec<String> {
    let (level, text) = scan_code(&encode_payment(payment).expect("a code"));
    // ISO/IEC 18004 writes level M as 00.
    assert_eq!(level, 0, "error correction level M");
    let mut fields: Vec<String> = text.split('\n').map(str::to_owned).collect();
    assert!(fields.len() <= 12, "{fields:?}");
    fields.resize(12, String::new());
    fields
}

#[test]
fn a_scanner_reads_the_twelve_fields_of_the_guidelines() {
    let payment = PaymentInstructions {
        bic: Some("ABNANL2A".to_owned()),
        name: "Café Zoë & Zn. <B.V.>".to_owned(),
        ..sample_payment()
    };
    let read = code_fields(&payment);
    let told = [
        ("service tag", "BCD"),
        ("version", "002"),
        ("character set, UTF-8", "1"),
        ("identification", "SCT"),
        ("bank", "ABNANL2A"),
        ("name", "Café Zoë & Zn. <B.V.>"),
        ("account", "NL91ABNA0417164300"),
        ("amount", "EUR1210.00"),
        ("purpose", ""),
        ("structured reference", ""),
        ("reference in words", "factuur 2026-0042"),
        ("hint", ""),
    ];
    for (place, (field, value)) in told.iter().enumerate() {
        assert_eq!(read[place], *value, "{field}");
    }
}

#[test]
fn a_reference_that_checks_itself_stands_where_structured_ones_do() {
    let mut payment = sample_payment();
    payment.reference = "RF18 5390 0754 7034".to_owned();
    let read = code_fields(&payment);
    assert_eq!(
        (read[9].as_str(), read[10].as_str()),
        ("RF18539007547034", "")
    );
    payment.reference = "RF19 5390 0754 7034".to_owned();
    let read = code_fields(&payment);
    assert_eq!(
        (read[9].as_str(), read[10].as_str()),
        ("", "RF19 5390 0754 7034")
    );
}

#[test]
fn the_smallest_and_the_highest_amount_have_a_code_and_the_next_have_none() {
    for (cents, written) in [(1, "EUR0.01"), (99_999_999_999, "EUR999999999.99")] {
        let payment = PaymentInstructions {
            amount: euros(cents),
            ..sample_payment()
        };
        assert_eq!(code_fields(&payment)[7], written);
    }
    for cents in [0, -1, 100_000_000_000, i128::MAX] {
        let payment = PaymentInstructions {
            amount: euros(cents),
            ..sample_payment()
        };
        assert_eq!(payload(&payment), Err(PaymentCodeError::Amount), "{cents}");
    }
    let mut dollars = sample_payment();
    dollars.amount.currency = Currency::from_code("USD").expect("a currency");
    assert_eq!(payload(&dollars), Err(PaymentCodeError::Currency));
}

#[test]
fn what_a_bank_would_refuse_has_no_code() {
    let with = |change: &dyn Fn(&mut PaymentInstructions)| {
        let mut changed = sample_payment();
        change(&mut changed);
        payload(&changed)
    };
    assert_eq!(
        with(&|it| it.iban = "NL92ABNA0417164300".to_owned()),
        Err(PaymentCodeError::Account)
    );
    assert_eq!(
        with(&|it| it.iban = String::new()),
        Err(PaymentCodeError::Account)
    );
    assert_eq!(
        with(&|it| it.bic = Some("ABNANL".to_owned())),
        Err(PaymentCodeError::Bank)
    );
    assert_eq!(
        with(&|it| it.bic = Some("ABNA\nL2A".to_owned())),
        Err(PaymentCodeError::Bank)
    );
    assert_eq!(
        with(&|it| it.name = "  ".to_owned()),
        Err(PaymentCodeError::Name)
    );
    assert_eq!(
        with(&|it| it.name = "x".repeat(71)),
        Err(PaymentCodeError::Name)
    );
    assert_eq!(
        with(&|it| it.reference = "x".repeat(141)),
        Err(PaymentCodeError::Reference)
    );
    let long = |it: &mut PaymentInstructions| {
        it.name = "é".repeat(70);
        it.reference = "é".repeat(140);
    };
    assert_eq!(with(&long), Err(PaymentCodeError::Length));
}

#[test]
fn a_line_end_in_a_name_moves_no_field() {
    for end in [
        "\n", "\r\n", "\r", "\u{b}", "\u{85}", "\u{2028}", "\u{2029}", "\0",
    ] {
        let forged = format!("De Linde{end}DE89370400440532013000");
        let payment = PaymentInstructions {
            name: forged.clone(),
            ..sample_payment()
        };
        assert_eq!(payload(&payment), Err(PaymentCodeError::Name), "{end:?}");
        let payment = PaymentInstructions {
            name: "De Linde".to_owned(),
            reference: forged,
            ..payment
        };
        assert_eq!(
            payload(&payment),
            Err(PaymentCodeError::Reference),
            "{end:?}"
        );
    }
}

#[test]
fn the_longest_code_is_read_too() {
    let payment = PaymentInstructions {
        amount: euros(99_999_999_999),
        bic: Some("ABNANL2AXXX".to_owned()),
        name: "n".repeat(70),
        reference: "r".repeat(140),
        ..sample_payment()
    };
    let read = code_fields(&payment);
    assert_eq!((read[5].len(), read[10].len()), (70, 140));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_the_names_the_account_stands_in_its_place(
        name in any::<String>(), reference in any::<String>(), cents in 1_i128..1_000_000_000
    ) {
        let payment = PaymentInstructions { name, reference, amount: euros(cents), ..sample_payment() };
        if let Ok(said) = payload(&payment) {
            let lines: Vec<&str> = said.split('\n').collect();
            prop_assert!(said.len() <= 331 && lines.len() <= 11);
            prop_assert_eq!(lines[6], "NL91ABNA0417164300");
            prop_assert_eq!(lines[7], format!("EUR{}.{:02}", cents / 100, cents % 100));
            prop_assert_eq!(scan_code(&encode_payment(&payment).expect("a code")).1, said);
        }
    }
}
