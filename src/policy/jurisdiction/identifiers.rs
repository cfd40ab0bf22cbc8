//! Numbers by which a country knows a business: in its register, and for VAT.

/// The numbers by which a country knows a business.
#[derive(Clone, Copy, Debug)]
pub struct Identifiers {
    /// The number in the register of businesses, as `kvk:` holds it.
    pub register: IdentifierRule,
    /// The number for VAT. It is asked in capitals, without blanks, points and hyphens.
    pub vat_id: IdentifierRule,
    /// The letters with which a number for VAT begins, in capitals.
    pub vat_prefix: &'static str,
}

/// What a number must look like.
#[derive(Clone, Copy, Debug)]
pub struct IdentifierRule {
    /// What it must be, in English, to follow "expected".
    pub expected: &'static str,
    /// Whether a number can be right.
    pub is_valid: fn(&str) -> bool,
}
