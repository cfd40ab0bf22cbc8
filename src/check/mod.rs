//! What is lawful to write but looks wrong, and what cannot be carried out as written. One file a rule.

mod account_used_twice;
mod account_without_number;
mod action_due;
mod agreement_unknown;
mod argument_order;
mod bad_identifier;
mod balance_assertion;
mod bank_id_missing;
mod bare_description;
mod business_incomplete;
mod cents_left_open;
mod charge_without_reason;
mod chosen_law;
mod closed_invoice;
mod collecting_for_others;
mod contact_without_channel_data;
mod credit_limit_exceeded;
mod credit_vat_differs;
mod credits_exceed_invoice;
mod currency_mix;
mod customer_incomplete;
mod customer_kind_missing;
mod customer_mismatch;
mod delivered_while_suspended;
mod deviation_without_reason;
mod discount_taken_late;
mod distant_day;
mod document_changed;
mod due_before_invoice;
mod due_differs_from_terms;
mod duplicate_customer_data;
mod duplicate_payment;
mod entry_after_filing;
mod event_after_handover;
mod excluded_way;
mod fee_not_allowed;
mod filed_box_unlikely;
mod filed_return_differs;
mod filing_unlikely;
mod follow_up_passed;
mod future_date;
mod handover_below_policy;
mod handover_without_talk;
mod hold_overlaps;
mod hold_without_end;
mod instalment_missed;
mod invoice_past_deadline;
mod invoiced_late;
mod letter_on_stale_bank_data;
mod letter_while_money_waits;
mod letter_without_effect;
mod limitation_imminent;
mod limitation_near;
mod long_terms_not_agreed;
mod milestone_twice;
mod missing_document;
mod missing_vat;
mod near_reference;
mod net_amount_named;
mod no_recent_balance;
mod not_invoiced;
mod number_gap;
mod older_version_agreed;
mod out_of_order;
mod over_allocated;
mod overpaid_invoice;
mod overspent;
mod paid_after_handover;
mod payer_unknown;
mod payment_before_invoice;
mod payment_slip;
mod plan_beyond_policy;
mod plan_order;
mod plan_sum;
mod plan_unsigned;
mod policy_missing;
mod policy_version_missing;
mod policy_without_stages;
mod probable_duplicate_entry;
mod probable_duplicate_payment;
mod promise_broken;
mod promise_incomplete;
mod rates_not_checked;
mod recipient_without_handover;
mod resolve_beyond_dispute;
mod reversal_ambiguous;
mod reversal_of_refunded;
mod reversal_without_payment;
mod sensitive_note;
mod sent_twice;
pub mod shared;
mod small_business_limit;
mod stage_on_paid;
mod stage_skipped;
mod stage_too_early;
mod stage_while_disputed;
mod stage_while_held;
mod stage_while_promised;
mod stale_credit;
mod template_faults;
mod template_of_no_letter;
mod template_tone;
mod terms_not_agreed;
mod terms_not_shown;
mod terms_too_long;
mod third_promise;
mod tone_of_words;
mod trial_limit_exceeded;
mod unallocated_payment;
mod unknown_milestone;
mod unknown_stage;
mod unknown_vat_rate;
pub mod unused_allow;
pub mod unused_declaration;
mod upheld_without_credit;
mod vat_amount_differs;
mod vat_charged_under_scheme;
mod vat_due_again;
mod vat_reclaimable;
mod void_of_taxed_invoice;
mod void_resembles_known;
mod waived_exceeds_charges;
mod writeoff_exceeds_open;
mod zero_rate_unexplained;
mod zero_rate_unsupported;

use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::ladder::{FINAL_NOTICE_LETTER, FINAL_STAGE, HANDOVER_STAGE, Stage};
use crate::journal::model::Journal;
use crate::letter::library::built_in::{BUILT_IN_KINDS, kind_of_template};
use crate::letter::library::template_set::UserTemplate;
use crate::letter::templates::lint::find_faults;
use crate::text::diagnostic::{Severity, Sink};
use crate::text::source::Sources;
use crate::worklist::letter_level::letter_name;
use shared::check_input::CheckInput;
use shared::rule::{CheckFn, CheckRule, EntryCheckFn};
use shared::template_check_input::TemplateCheckInput;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Every check, by code. A new one is a file beside this one, its page, and a line here.
pub static RULES: &[&CheckRule] = &[
    &currency_mix::RULE,
    &currency_mix::RULE_OF_PARTS,
    &promise_broken::RULE,
    &follow_up_passed::RULE,
    &contact_without_channel_data::RULE,
    &customer_incomplete::RULE,
    &bad_identifier::RULE,
    &sensitive_note::RULE,
    &promise_incomplete::RULE,
    &hold_without_end::RULE,
    &plan_unsigned::RULE,
    &business_incomplete::RULE,
    &customer_kind_missing::RULE,
    &credit_limit_exceeded::RULE,
    &trial_limit_exceeded::RULE,
    &instalment_missed::RULE,
    &third_promise::RULE,
    &chosen_law::RULE,
    &plan_beyond_policy::RULE,
    &tone_of_words::RULE,
    &future_date::RULE,
    &out_of_order::RULE,
    &due_before_invoice::RULE,
    &due_differs_from_terms::RULE,
    &invoiced_late::RULE,
    &terms_too_long::RULE,
    &long_terms_not_agreed::RULE,
    &terms_not_agreed::RULE,
    &limitation_near::RULE,
    &limitation_imminent::RULE,
    &distant_day::RULE,
    &agreement_unknown::RULE,
    &not_invoiced::RULE,
    &stage_skipped::RULE,
    &stage_too_early::RULE,
    &stage_while_disputed::RULE,
    &stage_while_held::RULE,
    &stage_while_promised::RULE,
    &stage_on_paid::RULE,
    &action_due::RULE,
    &fee_not_allowed::RULE,
    &event_after_handover::RULE,
    &writeoff_exceeds_open::RULE,
    &paid_after_handover::RULE,
    &sent_twice::RULE,
    &letter_while_money_waits::RULE,
    &letter_on_stale_bank_data::RULE,
    &hold_overlaps::RULE,
    &deviation_without_reason::RULE,
    &upheld_without_credit::RULE,
    &resolve_beyond_dispute::RULE,
    &letter_without_effect::RULE,
    &rates_not_checked::RULE,
    &policy_without_stages::RULE,
    &handover_without_talk::RULE,
    &excluded_way::RULE,
    &delivered_while_suspended::RULE,
    &charge_without_reason::RULE,
    &policy_version_missing::RULE,
    &older_version_agreed::RULE,
    &policy_missing::RULE,
    &handover_below_policy::RULE,
    &collecting_for_others::RULE,
    &terms_not_shown::RULE,
    &recipient_without_handover::RULE,
    &argument_order::RULE,
    &missing_document::RULE,
    &document_changed::RULE,
    &template_faults::SYNTAX,
    &template_faults::UNKNOWN_VARIABLE,
    &template_faults::WITHOUT_SUBJECT,
    &template_faults::SUBJECT_WITHOUT_FACTUUR,
    &template_faults::PLACEHOLDER,
    &template_faults::WITHOUT_NOTICE,
    &template_faults::MISUSED_VARIABLE,
    &template_of_no_letter::RULE,
    &template_tone::RULE,
    &over_allocated::RULE,
    &overpaid_invoice::RULE,
    &unallocated_payment::RULE,
    &payment_before_invoice::RULE,
    &duplicate_payment::RULE,
    &stale_credit::RULE,
    &bank_id_missing::RULE,
    &balance_assertion::RULE,
    &no_recent_balance::RULE,
    &plan_sum::RULE,
    &plan_order::RULE,
    &overspent::RULE,
    &reversal_without_payment::RULE,
    &reversal_ambiguous::RULE,
    &closed_invoice::RULE,
    &reversal_of_refunded::RULE,
    &waived_exceeds_charges::RULE,
    &probable_duplicate_payment::RULE,
    &probable_duplicate_entry::RULE,
    &discount_taken_late::RULE,
    &cents_left_open::RULE,
    &credits_exceed_invoice::RULE,
    &payer_unknown::RULE,
    &payment_slip::RULE,
    &number_gap::RULE,
    &customer_mismatch::RULE,
    &account_used_twice::RULE,
    &account_without_number::RULE,
    &duplicate_customer_data::RULE,
    &unused_declaration::RULE,
    &unknown_stage::RULE,
    &void_resembles_known::RULE,
    &near_reference::RULE,
    &unknown_milestone::RULE,
    &milestone_twice::RULE,
    &missing_vat::RULE,
    &unknown_vat_rate::RULE,
    &credit_vat_differs::RULE,
    &bare_description::RULE,
    &vat_reclaimable::RULE,
    &vat_due_again::RULE,
    &zero_rate_unexplained::RULE,
    &zero_rate_unsupported::RULE,
    &vat_amount_differs::RULE,
    &filed_return_differs::RULE,
    &entry_after_filing::RULE,
    &small_business_limit::RULE,
    &vat_charged_under_scheme::RULE,
    &void_of_taxed_invoice::RULE,
    &filing_unlikely::RULE,
    &filed_box_unlikely::RULE,
    &invoice_past_deadline::RULE,
    &net_amount_named::RULE,
];

/// Which checks are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckScope {
    /// Those without which the figures cannot be trusted: every report.
    Errors,
    /// All: `check`.
    All,
}

impl CheckScope {
    fn includes(self, rule: &CheckRule) -> bool {
        self == Self::All || rule.kind.severity == Severity::Error
    }
}

/// The checks that look at one entry at a time.
pub fn entry_checks(reach: CheckScope) -> Vec<EntryCheckFn> {
    let rules = RULES.iter().filter(|rule| reach.includes(rule));
    rules
        .filter_map(|rule| match rule.run {
            CheckFn::Entry(run) => Some(run),
            CheckFn::Journal(_) | CheckFn::Template(_) | CheckFn::TemplateFault(_) => None,
        })
        .collect()
}

/// Runs the checks that look at the whole journal.
pub fn run_journal_checks(reach: CheckScope, input: &CheckInput<'_>, sink: &mut Sink) {
    for rule in RULES.iter().filter(|rule| reach.includes(rule)) {
        if let CheckFn::Journal(run) = rule.run {
            run(input, sink);
        }
    }
}

/// Runs the checks that look at templates of letters. Their texts are entered behind those of the journal, so that
/// findings can be drawn in them.
pub fn run_template_checks(
    journal: &Journal,
    all: &[UserTemplate],
    sources: &mut Sources,
    sink: &mut Sink,
) {
    let letters = letter_names(journal);
    let law = journal.home_law();
    for own in all {
        let base = sources.next_base();
        let requirements = own.requirements(kind_of_template(BUILT_IN_KINDS, &own.letter));
        let length = u32::try_from(own.text.len()).unwrap_or(u32::MAX);
        let text = own.text.clone().into_bytes();
        sources.add(PathBuf::from(&own.file_name), length, Some(text));
        let template = TemplateCheckInput {
            template: own,
            is_used: letters.contains(own.letter.as_str()),
            may_escalate: is_before_handover(journal, &own.letter),
            base_offset: base,
            faults: find_faults(&own.text, &requirements.under_law(law)),
        };
        for rule in RULES {
            match rule.run {
                CheckFn::Template(run) => run(&template, sink),
                CheckFn::TemplateFault(kind) => template.report_faults(rule.kind, kind, sink),
                CheckFn::Entry(_) | CheckFn::Journal(_) => {}
            }
        }
    }
}

/// The names of the letters that are built in, and of those that the policies of a journal name.
fn letter_names(journal: &Journal) -> BTreeSet<&str> {
    let built_in = BUILT_IN_KINDS.iter().map(|letter| letter.name);
    let steps = journal
        .policies
        .iter()
        .flat_map(|(_, policy)| policy.ladder());
    built_in.chain(steps.map(letter_name)).collect()
}

/// Whether a letter is the last before somebody else collects, in a policy of the journal or the built-in one; or one that
/// is no letter of a step.
fn is_before_handover(journal: &Journal, letter: &str) -> bool {
    let written = journal.policies.iter().map(|(_, policy)| policy.ladder());
    let built_in = journal
        .policies
        .is_empty()
        .then(|| BUILT_IN_POLICY.ladder());
    let ladders: Vec<&[Stage]> = written.chain(built_in).collect();
    let goes_by = |stage: &Stage| {
        let name = letter_name(stage);
        name == letter || name == FINAL_STAGE && letter == FINAL_NOTICE_LETTER
    };
    let is_step = ladders.iter().any(|ladder| ladder.iter().any(goes_by));
    let is_last = ladders.iter().any(|ladder| {
        let mut pairs = ladder.iter().zip(ladder.iter().skip(1));
        pairs.any(|(stage, next)| goes_by(stage) && *next.name == *HANDOVER_STAGE)
    });
    is_last || !is_step
}
