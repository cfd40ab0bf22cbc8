//! The laws that a run knows, and which of them holds between a seller and a customer.

use super::law::Law;

/// The laws that a run knows. The first is that of whoever does not say where they are at home (SPEC.md 5.5).
#[derive(Clone, Copy, Debug)]
pub struct LawList(pub &'static [&'static Law]);

impl LawList {
    /// The law between a seller and a customer: that of the country where both are at home. Who says no country is at
    /// home where the other is. `None` where the two are in different countries, or no law of the country is known:
    /// nothing is claimed under the law of another.
    ///
    /// ```
    /// use tegoed::policy::jurisdiction::JURISDICTIONS;
    /// assert!(JURISDICTIONS.law_between(Some("NL"), None).is_some());
    /// assert!(JURISDICTIONS.law_between(None, Some("nl")).is_some());
    /// assert!(JURISDICTIONS.law_between(Some("BE"), Some("NL")).is_none());
    /// ```
    pub fn law_between(self, seller: Option<&str>, customer: Option<&str>) -> Option<&'static Law> {
        let country = self.country_between(seller, customer);
        let is_domestic = seller.is_none_or(|seller| seller.eq_ignore_ascii_case(country));
        self.law_of_country(country).filter(|_| is_domestic)
    }

    /// The country of a customer: their own, else that of the seller, else that of the first law.
    pub fn country_between<'c>(
        self,
        seller: Option<&'c str>,
        customer: Option<&'c str>,
    ) -> &'c str {
        let default = || self.0.first().map_or("", |law| law.code);
        customer.or(seller).unwrap_or_else(default)
    }

    /// The law of a country by its two-letter code, in capitals or small letters; `None` for a country that is not
    /// listed.
    pub fn law_of_country(self, code: &str) -> Option<&'static Law> {
        self.laws().find(|law| law.code.eq_ignore_ascii_case(code))
    }

    /// The law of the country whose VAT numbers begin with the letters of this one; `None` where no such law is known.
    pub fn law_of_vat_id(self, vat_id: &str) -> Option<&'static Law> {
        let prefix = |law: &&Law| law.identifiers.vat_prefix;
        self.laws().find(|law| vat_id.starts_with(prefix(law)))
    }

    /// Every law, in the order of the list.
    pub fn laws(self) -> impl Iterator<Item = &'static Law> {
        self.0.iter().copied()
    }
}
