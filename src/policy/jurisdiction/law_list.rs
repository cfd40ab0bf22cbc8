//! The laws that a run knows, and which of them holds between a seller and a customer.

use super::law::Law;

/// The laws that a run knows. The first is that of whoever does not say where they are at home (SPEC.md 5.5).
#[derive(Clone, Copy, Debug)]
pub struct LawList(pub &'static [&'static Law]);

/// Who sells to whom, as far as it decides under which law. Countries are codes of two letters, as written.
#[derive(Clone, Copy, Debug)]
pub struct ContractParties<'c> {
    /// The country of the seller; `None` where the journal does not say it.
    pub seller: Option<&'c str>,
    /// The country of the customer; `None` where the journal does not say it.
    pub customer: Option<&'c str>,
    /// Whether the law protects the customer as a consumer.
    pub is_consumer: bool,
    /// The country whose law the two have chosen; `None` where they chose none.
    pub chosen: Option<&'c str>,
}

/// Why a contract is under the law of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawBasis {
    /// Both are at home there.
    Domestic,
    /// It was chosen, by two who are not both at home there.
    Chosen,
    /// The seller is at home there, and the customer, who is no consumer, is not.
    Seller,
    /// The consumer is at home there, and the seller is not.
    Consumer,
}

impl LawList {
    /// The country whose law governs a contract, and why; `None` where a consumer keeps the protection of his own country's
    /// law beside another that was chosen, so that neither holds alone (SPEC.md 5.5). Who says no country is at home where
    /// the seller is, and a seller who says none in the country of the first law.
    ///
    /// ```
    /// use tegoed::policy::jurisdiction::JURISDICTIONS;
    /// use tegoed::policy::jurisdiction::law_list::{ContractParties, LawBasis};
    /// let sale = ContractParties { seller: Some("NL"), customer: Some("BE"), is_consumer: false, chosen: None };
    /// assert_eq!(JURISDICTIONS.governing_country(sale), Some(("NL", LawBasis::Seller)));
    /// let to_consumer = ContractParties { is_consumer: true, ..sale };
    /// assert_eq!(JURISDICTIONS.governing_country(to_consumer), Some(("BE", LawBasis::Consumer)));
    /// let chosen = ContractParties { chosen: Some("DE"), ..sale };
    /// assert_eq!(JURISDICTIONS.governing_country(chosen), Some(("DE", LawBasis::Chosen)));
    /// assert_eq!(JURISDICTIONS.governing_country(ContractParties { is_consumer: true, ..chosen }), None);
    /// ```
    pub fn governing_country(self, parties: ContractParties<'_>) -> Option<(&str, LawBasis)> {
        let seller = self.country_between(parties.seller, None);
        let customer = self.country_between(parties.seller, parties.customer);
        let is_same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        match parties.chosen {
            Some(chosen) if parties.is_consumer && !is_same(chosen, customer) => None,
            Some(chosen) if !is_same(chosen, customer) || !is_same(chosen, seller) => {
                Some((chosen, LawBasis::Chosen))
            }
            _ if is_same(seller, customer) => Some((customer, LawBasis::Domestic)),
            _ if parties.is_consumer => Some((customer, LawBasis::Consumer)),
            _ => Some((seller, LawBasis::Seller)),
        }
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
