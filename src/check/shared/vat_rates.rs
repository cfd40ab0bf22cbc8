//! Rates of VAT in words.

/// A rate in hundredths of a per cent, for people: `21%`, `17.5%`.
pub fn format_rate(rate: u16) -> String {
    let (whole, rest) = (rate / 100, rate % 100);
    if rest == 0 {
        return format!("{whole}%");
    }
    format!("{whole}.{}%", format!("{rest:02}").trim_end_matches('0'))
}
