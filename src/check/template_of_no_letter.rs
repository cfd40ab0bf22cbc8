//! L008: a template by whose name no letter goes.

use super::shared::template_check_input::TemplateCheckInput;
use crate::letter::library::built_in::BUILT_IN_KINDS;
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "L008" "template-of-no-letter" Warning, needs Names, page "template_of_no_letter.md", Template(run)
}

fn run(template: &TemplateCheckInput<'_>, sink: &mut Sink) {
    if template.is_used {
        return;
    }
    let letter = &template.template.letter;
    let known = BUILT_IN_KINDS.iter().map(|built_in| built_in.name);
    let help = match nearest(letter, known) {
        Some(name) => format!("call it `{name}.txt`, or name it with `letter` in a policy"),
        None => format!("write `letter {letter}` at a step of a policy, or take the file away"),
    };
    let message = format!("expected a letter that is called `{letter}`, found none");
    sink.push(KIND.at(template.span(&(0..0)), message).help(help));
}
