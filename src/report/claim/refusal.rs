//! Why a claim cannot be made, in words.

use super::doubt_remarks::invoice_label;
use crate::claim::model::ClaimError;
use crate::journal::model::InvoiceIx;
use crate::policy::interest::InterestError;
use crate::report::shared::report_definition::ReportError;
use crate::report::shared::report_input::ReportInput;

/// A refusal, and what to do.
pub fn to_report_error(input: ReportInput<'_>, refusal: &ClaimError) -> ReportError {
    let number = |invoice: &InvoiceIx| invoice_label(input, *invoice);
    match refusal {
        ClaimError::NoInvoice(invoice) => ReportError::Usage(
            format!(
                "expected an invoice, found another number: {}",
                number(invoice)
            ),
            "`tegoed invoices` lists them",
        ),
        ClaimError::SeveralCustomers(one, other) => ReportError::Usage(
            format!(
                "expected invoices of one customer, found {} and {} of two",
                number(one),
                number(other)
            ),
            "make a claim against each",
        ),
        ClaimError::Interest(invoice, InterestError::TooEarly(early)) => ReportError::NoAnswer(
            format!(
                "no rate is known for {} in “{}”, which begins {}: {} cannot be claimed with interest",
                early.asked,
                early.table,
                early
                    .first_day
                    .map_or_else(String::new, |day| day.to_string()),
                number(invoice)
            ),
            "the nearest rate is never taken instead; `interest: none` in its policy claims what is written",
        ),
        ClaimError::Interest(invoice, _) | ClaimError::TooLarge(invoice) => ReportError::NoAnswer(
            format!(
                "the figures of {} are too large to reckon with",
                number(invoice)
            ),
            "look for a slip of the keyboard in its amounts",
        ),
    }
}
