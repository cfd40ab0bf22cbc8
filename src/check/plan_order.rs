//! P011: the terms of a plan do not follow each other.

use crate::syntax::entry::{Argument, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

crate::check_rule! {
    "P011" "plan-order" Warning, needs None, page "plan_order.md", Entry(run)
}

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.directive.keyword != Keyword::Plan {
        return;
    }
    let of_plan = entry.date.map(|date| date.node);
    let mut before = of_plan;
    for detail in entry.details(KeyName::Due) {
        let day = entry
            .arguments_of(detail)
            .iter()
            .find_map(|argument: &Argument| Some((argument.value.date()?, argument.span)));
        // Of a day before the plan D014 tells.
        let is_after = |day: NaiveDate| of_plan.is_none_or(|of_plan| day >= of_plan);
        let Some((day, span)) = day.filter(|(day, _)| is_after(*day)) else {
            continue;
        };
        if let Some(earlier) = before.filter(|earlier| day <= *earlier) {
            sink.push(
                KIND.at(span, format!("expected a day after {earlier}, found {day}"))
                    .help("write the terms in the order of their days, the first after the day of the plan"),
            );
        }
        before = Some(day);
    }
}
