//! The Dutch reference chart of accounts (Referentie Grootboekschema), as far as receivables touch it: numbers, codes and
//! names of version 3.7 for small businesses. Turnover at a rate is that of services; who sells goods declares other numbers.

use crate::policy::jurisdiction::chart::{Chart, ChartAccount, ChartUse};
use crate::policy::jurisdiction::vat_return::VatSupply;
use crate::value::ledger_account::LedgerAccount;
use crate::value::vat_code::{Untaxed, VatCode, ZeroRate};

/// The chart.
pub const CHART: Chart = Chart {
    name: "RGS 3.7",
    accounts: &[
        (
            ChartUse::Account(LedgerAccount::Debtors),
            account("13011", "BVorDebHad", "Debiteuren"),
        ),
        (
            ChartUse::Account(LedgerAccount::Prepaid),
            account(
                "16752",
                "BSchVobVob",
                "Ontvangen vooruitbetalingen op bestellingen",
            ),
        ),
        (
            ChartUse::Account(LedgerAccount::Bank),
            account("10201", "BLimBanRba", "Bankrekening"),
        ),
        (
            ChartUse::Account(LedgerAccount::Suspense),
            account("17510", "BSchTusTbt", "Tussenrekening betalingen"),
        ),
        (
            ChartUse::Account(LedgerAccount::Income(None)),
            account(
                "82701",
                "WOvbOvoOvo",
                "Overige opbrengsten niet elders genoemd",
            ),
        ),
        (
            ChartUse::Account(LedgerAccount::Income(Some(VatCode::Zero(
                ZeroRate::EuGoods,
            )))),
            account(
                "80345",
                "WOmzNohOli",
                "Omzet Handelsgoederen naar landen binnen EU",
            ),
        ),
        (
            ChartUse::Account(LedgerAccount::Income(Some(VatCode::Untaxed(
                Untaxed::Exempt,
            )))),
            account("80565", "WOmzNodNod", "Omzet onbelaste diensten"),
        ),
        (
            ChartUse::Account(LedgerAccount::Income(Some(VatCode::Untaxed(
                Untaxed::Margin,
            )))),
            account("80320", "WOmzNohOmr", "Margeverkopen"),
        ),
        (
            ChartUse::Income(VatSupply::StandardRate),
            account("80501", "WOmzNodOdh", "Omzet diensten hoog tarief"),
        ),
        (
            ChartUse::Income(VatSupply::ReducedRate),
            account("80505", "WOmzNodOdl", "Omzet diensten laag tarief"),
        ),
        (
            ChartUse::Income(VatSupply::OtherRate),
            account(
                "80510",
                "WOmzNodOdo",
                "Omzet diensten overige tarieven, behalve 0%",
            ),
        ),
        (
            ChartUse::Income(VatSupply::NotTaxedHere),
            account(
                "80520",
                "WOmzNodOdg",
                "Omzet diensten belast met 0% of niet bij u belast",
            ),
        ),
        (
            ChartUse::Income(VatSupply::Export),
            account(
                "80340",
                "WOmzNohOln",
                "Omzet handelsgoederen naar landen buiten EU",
            ),
        ),
        (
            ChartUse::Income(VatSupply::WithinUnion),
            account(
                "80535",
                "WOmzNodOdi",
                "Omzet diensten naar landen binnen EU",
            ),
        ),
        (
            ChartUse::Income(VatSupply::DistanceWithinUnion),
            account(
                "80350",
                "WOmzNohOla",
                "Omzet handelsgoederen installatie/afstandsverkopen EU",
            ),
        ),
        (
            ChartUse::Vat(VatSupply::StandardRate),
            account(
                "16201",
                "BSchBepBla",
                "Omzetbelasting leveringen/diensten hoog tarief",
            ),
        ),
        (
            ChartUse::Vat(VatSupply::ReducedRate),
            account(
                "16203",
                "BSchBepBlv",
                "Omzetbelasting leveringen/diensten laag tarief",
            ),
        ),
        (
            ChartUse::Vat(VatSupply::OtherRate),
            account(
                "16205",
                "BSchBepBlo",
                "Omzetbelasting leveringen/diensten overige tarieven",
            ),
        ),
        (
            ChartUse::Account(LedgerAccount::VatNotDue),
            account("17590", "BSchTusTov", "Tussenrekeningen overig"),
        ),
        (
            ChartUse::Account(LedgerAccount::VatReclaimed),
            account("13305", "BVorVbkTvo", "Terug te vorderen Omzetbelasting"),
        ),
        (
            ChartUse::Account(LedgerAccount::Provision),
            account(
                "13021",
                "BVorDebVdd",
                "Voorziening oninbaarheid vorderingen debiteuren",
            ),
        ),
        (
            ChartUse::Account(LedgerAccount::BadDebt),
            account("45661", "WBedVkkAdd", "Afboeking dubieuze debiteuren"),
        ),
        (
            ChartUse::Account(LedgerAccount::CollectionCosts),
            account(
                "45640",
                "WBedVkkInc",
                "Incassokosten a.g.v. verkoopactiviteiten",
            ),
        ),
        (
            ChartUse::Account(LedgerAccount::PaymentDiscount),
            account("70401", "WKprBtkBed", "Betalingskorting debiteuren"),
        ),
        (
            ChartUse::Account(LedgerAccount::PaymentDifferences),
            account("46430", "WBedAdlBet", "Betalingsverschillen"),
        ),
        (
            ChartUse::Account(LedgerAccount::RechargedCosts),
            account("45699", "WBedVkkDbv", "Doorberekende verkoopkosten"),
        ),
        (
            ChartUse::Account(LedgerAccount::Interest),
            account("84175", "WFbeRlmInc", "Rentebaten incasso"),
        ),
    ],
};

const fn account(number: &'static str, code: &'static str, name: &'static str) -> ChartAccount {
    ChartAccount { number, code, name }
}
