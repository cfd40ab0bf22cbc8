//! The guide to letter templates in English.

use crate::language::templates::TemplateWords;

/// The words of the guide to letter templates.
pub const TEMPLATES: TemplateWords = TemplateWords {
    file: "VARIABLES.md",
    guide: GUIDE,
    variables: "Variables",
    name: "Name",
    value_kind: "Holds",
    letters: "Letters",
    meaning: "Meaning",
    example: "For instance",
    all_letters: "all",
    step_letters: "of the steps",
    extra_letters: "beside the steps",
    subject_words: &[],
    kind_label: |sort| sort,
    translate_meaning: |meaning| meaning,
};

const GUIDE: &str = "\
# Letters in your own words

`tegoed letters` takes the templates in this folder before the built-in ones: `nl/reminder.txt` is the reminder in
Dutch. Keep those that you change and take the others away: what is not here goes out in the built-in words, and gets
better with a newer tegoed. `tegoed check` tells what is wrong with a template, and no letter goes out from a wrong one.

A template begins with the subject, then an empty line, then the letter:

```text
subject: Reminder: {{ invoice_names }}
salutation: Dear {{ attention }},

Would you pay {{ amount }}{% if deadline %} on or before {{ deadline }}{% endif %}?

{{ invoices }}

{% if contact %}
Questions? You can reach us {{ contact }}.
{% endif %}
```

- `salutation:` and `closing:` may be left out; then the usual ones stand there.
- An empty line begins a new paragraph. `## ` begins a heading, `- ` a point.
- `{{ name }}` puts a variable there. Amounts and days are finished words.
- `{% if name %} … {% elif name == \"word\" %} … {% else %} … {% endif %}` decides. What is empty is no.
- `{% for line in lines %} … {{ line.number }} … {% endfor %}` goes through a list.
- A block, such as `{{ invoices }}`, stands on a line of its own.
- A line with nothing but `{% … %}` or `{# a remark #}` is no line of the letter.
- Sender, address, date, how to pay, and what is enclosed come by themselves.

## Letters

Of the steps: `courtesy` (before the due date), `reminder`, `demand`, `final` (the last to a business) and `final-notice`
(the last to a consumer, where the law wants one before costs are owed). What the law wants it to say is
`{{ statutory_notice }}`, so that must be in it. `suspension` says that no more work is done until it is paid. A step of your own, such as
`stage: nudge 3 days after due`, has a letter of its own in `nudge.txt`.

Beside the steps: `promise` (confirms one), `promise-broken`, `plan` (confirms one), `plan-offer`, `instalment-missed`,
`settlement-offer`, `dispute` (confirms one), `handover` (that somebody else collects), `statement` (of account) and
`thanks` (for a payment).
";
