//! Which customer or invoice is meant, and names like it where there is none.

use crate::journal::model::{CustomerIx, InvoiceIx, Journal, NumberUse};
use crate::syntax::mistakes::suggestion::distance_of_alike;

/// One customer or one invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportSubject {
    /// A customer.
    Customer(CustomerIx),
    /// An invoice, a credit note, or another number the journal mentions.
    Invoice(InvoiceIx),
}

/// The customer or invoice asked for is not in the journal, or may be one of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    /// What was asked for.
    pub query: String,
    /// Names like it, the likest first; where several are meant, those.
    pub similar: Vec<String>,
    /// Whether it is a part of the names of several customers.
    pub is_ambiguous: bool,
    /// Where a customer was asked for and it is the number of an invoice: whose.
    pub invoice_of: Option<String>,
}

/// How many similar names are offered.
const MAX_SUGGESTIONS: usize = 3;

/// One customer or one invoice, by id; `#` and `@` decide where both exist.
pub fn find_subject(journal: &Journal, asked: &str) -> Result<ReportSubject, NotFound> {
    if asked.starts_with('@') {
        return find_customer(journal, asked).map(ReportSubject::Customer);
    }
    let bare = asked.trim_start_matches('#');
    if let Some(invoice) = find_known_invoice(journal, bare) {
        return Ok(ReportSubject::Invoice(invoice));
    }
    if asked.starts_with('#') {
        return Err(not_found(asked, bare, known_invoice_numbers(journal)));
    }
    find_customer(journal, asked)
        .map(ReportSubject::Customer)
        .map_err(|missing| {
            if missing.is_ambiguous {
                return missing;
            }
            let all = customer_names(journal).chain(known_invoice_numbers(journal));
            not_found(asked, bare, all)
        })
}

/// One invoice, credit note or other number, by its number.
pub fn find_invoice(journal: &Journal, asked: &str) -> Result<InvoiceIx, NotFound> {
    let bare = asked.trim_start_matches('#');
    find_known_invoice(journal, bare)
        .ok_or_else(|| not_found(asked, bare, known_invoice_numbers(journal)))
}

fn find_known_invoice(journal: &Journal, bare: &str) -> Option<InvoiceIx> {
    let invoice = journal.invoice_numbers.index_of::<InvoiceIx>(bare);
    invoice.filter(|invoice| journal.invoices[*invoice].number_use != NumberUse::Unknown)
}

/// One customer, by id, by name, or by what only one id or name contains. Where several do, they are named.
pub fn find_customer(journal: &Journal, asked: &str) -> Result<CustomerIx, NotFound> {
    let bare = asked.trim_start_matches('@');
    if let Some(customer) = journal.customer_ids.index_of(bare) {
        return Ok(customer);
    }
    let mut named = journal.customers.iter().filter(|(customer, _)| {
        journal.customer_name(*customer).to_lowercase() == bare.to_lowercase()
    });
    if let (Some((customer, _)), None) = (named.next(), named.next()) {
        return Ok(customer);
    }
    match find_customers(journal, Some(asked))?.as_slice() {
        [customer] => Ok(*customer),
        several => Err(NotFound {
            query: asked.to_owned(),
            is_ambiguous: true,
            invoice_of: None,
            similar: several
                .iter()
                .take(MAX_SUGGESTIONS)
                .map(|it| journal.customer_id(*it).to_owned())
                .collect(),
        }),
    }
}

/// The customers whose id or name contains what was asked, by id; all of them where nothing was.
pub fn find_customers(journal: &Journal, asked: Option<&str>) -> Result<Vec<CustomerIx>, NotFound> {
    let mut all = journal.customers_by_id();
    let Some(asked) = asked else { return Ok(all) };
    let bare = asked.trim_start_matches('@').to_lowercase();
    let contains = |words: &str| words.to_lowercase().contains(&bare);
    all.retain(|customer| {
        contains(journal.customer_id(*customer)) || contains(journal.customer_name(*customer))
    });
    if all.is_empty() {
        let missing = not_found(asked, &bare, customer_names(journal));
        return Err(NotFound {
            invoice_of: customer_of_invoice(journal, asked),
            ..missing
        });
    }
    Ok(all)
}

/// Whose invoice has a number that somebody wrote for a customer.
fn customer_of_invoice(journal: &Journal, asked: &str) -> Option<String> {
    let invoice = find_known_invoice(journal, asked.trim_start_matches('#'))?;
    let customer = journal.invoices[invoice].customer?;
    Some(journal.customer_id(customer).to_owned())
}

/// Every customer: what to type, and the name to compare with as well.
fn customer_names(journal: &Journal) -> impl Iterator<Item = (&str, &str)> {
    let all = journal.customers.iter();
    all.map(|(customer, _)| {
        (
            journal.customer_id(customer),
            journal.customer_name(customer),
        )
    })
}

fn known_invoice_numbers(journal: &Journal) -> impl Iterator<Item = (&str, &str)> {
    let all = journal.invoices.iter();
    let used = all.filter(|(_, invoice)| invoice.number_use != NumberUse::Unknown);
    used.map(|(invoice, _)| (journal.invoice_no(invoice), ""))
}

fn not_found<'j>(
    asked: &str,
    bare: &str,
    candidates: impl Iterator<Item = (&'j str, &'j str)>,
) -> NotFound {
    let mut near: Vec<(usize, &str)> = candidates
        .filter_map(|(id, name)| Some((name_distance(bare, id, name)?, id)))
        .collect();
    near.sort_unstable();
    near.truncate(MAX_SUGGESTIONS);
    NotFound {
        query: asked.to_owned(),
        is_ambiguous: false,
        invoice_of: None,
        similar: near.into_iter().map(|(_, id)| id.to_owned()).collect(),
    }
}

/// How far a name is from what was typed; `None` where nobody would take one for the other.
fn name_distance(typed: &str, id: &str, name: &str) -> Option<usize> {
    let typed = typed.to_lowercase();
    let (id, name) = (id.to_lowercase(), name.to_lowercase());
    let letters = typed.chars().count();
    if letters >= 3 && (id.contains(&typed) || name.contains(&typed)) {
        return Some(1);
    }
    let distances = [&id, &name].map(|candidate| distance_of_alike(&typed, candidate));
    distances.into_iter().flatten().min()
}
