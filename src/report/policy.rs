//! `policy`: the policies in force on the day, as journal text; the built-in one where the journal has none.

use super::shared::report_input::ReportInput;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::model::{CustomerIx, Policy};
use crate::journal::policy_text::print_policy;
use crate::report::shared::source_column::file_and_line;

/// The text: each policy with a comment that says where it stands and for whom it holds. With a name, every version of
/// that policy; `None` where the journal has no policy of that name.
pub fn write(input: ReportInput<'_>, name: Option<&str>) -> Option<String> {
    let journal = input.day.journal;
    let all = journal.policies.as_slice().iter();
    let as_of = input.day.as_of();
    let wanted: Vec<&Policy> = match name {
        Some(name) => all.filter(|policy| *policy.name == *name).collect(),
        None => all.filter(|policy| is_in_force(input, policy)).collect(),
    };
    if wanted.is_empty() && name.is_some() {
        return None;
    }
    let mut text = format!(
        "; policies in force on {as_of}, every default spelled out ({})\n",
        input.root_file
    );
    if wanted.is_empty() {
        text = format!(
            "; the built-in policy: {} has none in force on {as_of}\n",
            input.root_file
        );
        text.push_str("; Add `terms: 30 days`: when something is due is never assumed.\n");
        text.push_str(&print_policy(&BUILT_IN_POLICY, journal.dialect()));
    }
    for policy in wanted {
        text.push('\n');
        text.push_str(&describe_policy(input, policy));
        text.push_str(&print_policy(policy, journal.dialect()));
    }
    Some(text)
}

/// Whether it is the version of its name that rules on the day.
fn is_in_force(input: ReportInput<'_>, policy: &Policy) -> bool {
    let journal = input.day.journal;
    let version = journal.policy_on(&policy.name, input.day.as_of());
    version.is_some_and(|version| journal.policies[version].from == policy.from)
}

/// Comments: where it stands, and how many customers it holds for, who agreed to it.
fn describe_policy(input: ReportInput<'_>, policy: &Policy) -> String {
    let journal = input.day.journal;
    let quote = policy
        .origin
        .map(|origin| input.day.source_lookup.quote_entry(origin));
    let place = quote.map_or_else(String::new, |quote| format!("{}, ", file_and_line(&quote)));
    let customers = journal.customers.iter().map(|(customer, _)| customer);
    let holds = |customer: &CustomerIx| journal.policy_name(*customer) == Some(&policy.name);
    let all: Vec<CustomerIx> = customers.filter(holds).collect();
    let events = input.day.history().events();
    let mut agreed: Vec<CustomerIx> = events
        .filter(|event| {
            let later = policy.from.is_none_or(|from| event.date >= from);
            later
                && event.agreed_terms().is_some_and(|terms| {
                    let named = terms.policy.as_ref();
                    named.is_none_or(|named| *named == policy.name)
                })
        })
        .filter_map(|event| event.customer.filter(|customer| all.contains(customer)))
        .collect();
    agreed.sort_unstable();
    agreed.dedup();
    format!(
        "; {place}holds for {} of the customers; {} agreed to this version\n",
        all.len(),
        agreed.len()
    )
}
