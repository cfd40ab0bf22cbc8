//! The kinds of findings that resolving a journal can have: names, sums of one entry, due dates.

crate::kinds! {
    /// No such invoice.
    UNKNOWN_INVOICE = "R001" "unknown-invoice" Error Names;
    /// No such customer.
    UNKNOWN_CUSTOMER = "R002" "unknown-customer" Error Names;
    /// A number issued twice.
    DUPLICATE_INVOICE = "R003" "duplicate-invoice" Error Names;
    /// The invoice is another customer's.
    CUSTOMER_MISMATCH = "R005" "customer-mismatch" Error Names;
    /// No such policy.
    UNKNOWN_POLICY = "R008" "unknown-policy" Error Names;
    /// A customer or a version of a policy declared twice.
    DUPLICATE_DECLARATION = "R010" "duplicate-declaration" Error Names;
    /// The lines of an invoice give another total.
    TOTAL_MISMATCH = "A006" "total-mismatch" Error Figures;
    /// The instalments give another total.
    INSTALMENTS_DO_NOT_ADD_UP = "A009" "instalments-do-not-add-up" Error Figures;
    /// The lines of an invoice are off by cents.
    TOTAL_OFF_BY_CENTS = "A010" "total-off-by-cents" Warning Figures;
    /// Nothing says when it is due.
    MISSING_DUE = "D007" "missing-due" Error Terms;
}
