//! L009: a template that shouts, calls names, or threatens.

use super::shared::template_check_input::TemplateCheckInput;
use crate::letter::tone::{ToneFaultKind, find_tone_faults};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "L009" "template-tone" Advice, needs None, page "template_tone.md", Template(run)
}

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    let own = template.template;
    let words = &own.language.phrases.tone;
    for (kind, place) in find_tone_faults(&own.text, words) {
        let said = own.text.get(place.clone()).unwrap_or_default();
        if kind == ToneFaultKind::Escalation
            && (template.may_escalate || is_built_in(template, said))
        {
            continue;
        }
        let (what, help) = kind.words();
        let message = format!("expected a calm letter, found {what}: `{said}`");
        sink.push(KIND.at(template.span(&place), message).help(help));
    }
}

/// Whether the built-in letter of that name says so as well, where it asks first whether that is next.
fn is_built_in(template: &TemplateCheckInput<'_>, said: &str) -> bool {
    let own = template.template;
    let built_in = own.language.letter_template(&own.letter);
    built_in.is_some_and(|text| text.contains(said))
}
