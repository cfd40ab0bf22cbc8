/**
 * The tegoed journal language for tree-sitter.
 *
 * Which words there are, and which arguments may stand with each, comes from `../words.json`, which is made of the tables
 * of the program. This file says how lines, entries and values look. It follows `../tegoed.ebnf`.
 *
 * Arguments stand in any order. A grammar has no rule for that, so `argumentRules` makes a finite automaton of the
 * arguments of each keyword and key: a rule says which of them stood already.
 */
const words = require("../words.json");

// Characters -----------------------------------------------------------------------------------------------------------

/** Blanks other than that of the keyboard, and curly quotes: they stand in free text alone. */
const LOOK_ALIKES = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000“”„‟‘’‚«»";
const CHARACTER = `[^ \\t\\r\\n${LOOK_ALIKES}]`;
const NOT_A_BAR = `[^ \\t\\r\\n|${LOOK_ALIKES}]`;
const NO_QUOTE = `[^ \\t\\r\\n|"'${LOOK_ALIKES}]`;
const NAME_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
const NUMBER = "[0-9]+([.,][0-9]+)*";
const DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

const anyOf = (list) => [...list].sort((a, b) => b.length - a.length).join("|");
const DURATION = `[0-9]+ *(${anyOf(words.units)})`;
const SPENT = `[0-9]+ *(${anyOf(words.timeUnits)})`;
const SHARE = `${NUMBER}%`;
const RATE = `${SHARE}( +(${anyOf(words.zeroRates)}))?|${anyOf(words.untaxed)}`;
const SIGNS = "([-−]€ *|(€ *)?[-−]?)";
/** Words between which blanks stand; a lone bar is none. */
const PATH_WORD = `(${NOT_A_BAR}${CHARACTER}*|\\|${CHARACTER}+)`;
const PATH = `(${NO_QUOTE}${CHARACTER}*|\\|${CHARACTER}+)( +${PATH_WORD})*`;

/** A pattern for names that are none of these words, each of which is something else at this place. */
function nameExcept(reserved) {
  const escape = (letter) => (letter === "." || letter === "-" ? `\\${letter}` : letter);
  const rest = `[${[...NAME_LETTERS].map(escape).join("")}]*`;
  const behind = (prefix) => {
    const here = reserved.filter((word) => word.startsWith(prefix));
    if (here.length === 0) return rest;
    const next = [...new Set(here.map((word) => word[prefix.length]).filter(Boolean))];
    const letters = prefix === "" ? NAME_LETTERS.slice(0, 52) : NAME_LETTERS;
    const others = [...letters].filter((letter) => !next.includes(letter)).map(escape).join("");
    const ways = next.map((letter) => {
      const further = behind(prefix + letter);
      return escape(letter) + (further.includes("|") ? `(${further})` : further);
    });
    ways.push(`[${others}]${rest}`);
    const all = `(${ways.join("|")})`;
    return reserved.includes(prefix) || prefix === "" ? all : `${all}?`;
  };
  return behind("");
}

// Arguments in any order -----------------------------------------------------------------------------------------------

const formName = (form) => (typeof form === "string" ? form : form.words ? `w_${form.words.join("_")}` : `l_${form.list.join("_")}`);
const letters = (text) => text.replace(/[^A-Za-z0-9]/g, "_");

/**
 * The rules of arguments in any order. `ways` are tables of slots, of which one must fit; `start` is the rule of what
 * stands before them; `first` what stands before the first of them, `between` before each other. Returns the names of
 * the rules at which nothing is missing, and for wrong lines those of all rules, with the clauses that may follow.
 */
function argumentRules(owner, ways, { start, first, between }, rules) {
  const labels = new Map();
  if (process.env.LOOSE && ways[0].length > 8) ways = [ways[0].slice(0, 6)];
  // What may stand next in one way: a label, and the state behind it.
  const steps = (way, { filled, repeated }) => {
    const slots = ways[way];
    const found = new Map();
    const add = (label, state) => {
      if (!found.has(label)) found.set(label, { way, ...state });
    };
    const reserved = slots.map((slot) => slot.clause).filter(Boolean);
    const label = (slot, form, clause) => {
      const excluded = !clause && form === "name" ? reserved : [];
      const name = `${clause ? `${clause}_` : ""}${formName(form)}${excluded.length ? `_but_${excluded.join("_")}` : ""}`;
      labels.set(name, { form, clause, excluded });
      return name;
    };
    if (repeated !== null) {
      for (const form of slots[repeated].forms) add(label(slots[repeated], form), { filled, repeated });
    }
    slots.forEach((slot, place) => {
      const isFilled = (filled >> place) & 1;
      const isRepeatable = slot.times === "some" || slot.times === "any";
      if (isFilled && (slot.clause || !isRepeatable)) return;
      const after = { filled: filled | (1 << place), repeated: slot.clause && isRepeatable ? place : null };
      for (const form of slot.forms) add(label(slot, form, slot.clause), after);
    });
    return found;
  };
  const isWhole = ({ way, filled }) => ways[way].every((slot, place) => (filled >> place) & 1 || slot.times === "optional" || slot.times === "any");
  const keyOf = (states) => JSON.stringify(states);
  const known = new Map();
  const into = new Map();
  const waiting = [];
  const reach = (states) => {
    const key = keyOf(states);
    if (!known.has(key)) {
      known.set(key, { name: known.size === 0 ? start : `_${owner}_${known.size}`, states });
      waiting.push(key);
    }
    return known.get(key).name;
  };
  reach(ways.map((_, way) => ({ way, filled: 0, repeated: null })));
  while (waiting.length > 0) {
    const { name, states } = known.get(waiting.shift());
    const next = new Map();
    for (const state of states) {
      for (const [label, after] of steps(state.way, state)) next.set(label, [...(next.get(label) ?? []), after]);
    }
    for (const [label, after] of next) {
      const target = reach(after);
      into.set(target, [...(into.get(target) ?? []), [name, label]]);
    }
  }
  for (const [label, { form, clause, excluded }] of labels) {
    if (clause) {
      rules[`_c_${letters(label)}`] = ($) => seq(alias(clause, $.clause_word), $._sp, valueOf($, form, []));
    } else if (excluded.length) {
      rules[`_${letters(label)}`] = () => new RegExp(nameExcept(excluded));
    }
  }
  const argument = ($, label) => {
    const { form, clause, excluded } = labels.get(label);
    if (clause) return $[`_c_${letters(label)}`];
    return excluded.length ? alias($[`_${letters(label)}`], $.name) : valueOf($, form, excluded);
  };
  for (const [target, from] of into) {
    rules[target] = ($) =>
      choice(...from.map(([before, label]) => seq($[before], before === start ? first($) : between($), argument($, label))));
  }
  const all = [...known.values()].map(({ name, states }) => {
    const next = states.flatMap((state) => [...steps(state.way, state).keys()]);
    const clauses = new Set(next.map((label) => labels.get(label).clause).filter(Boolean));
    return { name, whole: states.some(isWhole), clauses: [...clauses] };
  });
  all.forEach(({ clauses }) =>
    clauses.forEach((clause) => {
      rules[`_b_${letters(clause)}`] = ($) => seq(alias(clause, $.clause_word), brokenEnd($));
    }),
  );
  return { whole: all.filter(({ whole }) => whole).map(({ name }) => name), all };
}

/** A value of this form, as a node of its kind. */
function valueOf($, form) {
  if (form.words) return choice(...form.words.map((word) => alias(word, $.word)));
  if (form.list) {
    const word = form.list.join("|");
    return alias(token(new RegExp(`(${word})(,(${word}))*`)), $.word_list);
  }
  return {
    invoice: $.invoice,
    customer: $.customer,
    amount: $.amount,
    date: $.date,
    duration: $.duration,
    terms: alias($._terms, $.duration),
    spent: alias($._spent, $.duration),
    share: $.share,
    "vat-code": $.vat_code,
    period: $.period,
    "vat-box": $.vat_box,
    account: $.account,
    name: $.name,
    "named-milestone": $.milestone,
    count: $.count,
    mark: $.decimal_mark,
    code: $.currency,
    path: $.path,
  }[form];
}

// Wrong lines ----------------------------------------------------------------------------------------------------------
// A line that is wrong is a `wrong_line`, whatever stands in it, so that it spoils no other: the parser need not guess where
// to go on.

/** Behind what is right: nothing more, or what cannot be read. */
const brokenEnd = ($) => optional(choice($._sp, $.unreadable, seq($._sp, $.unreadable)));

/** Arguments of which some are missing, or behind which something stands that cannot be read. */
function wrongArguments($, all, first) {
  return choice(
    ...all.flatMap(({ name, whole, clauses }) => {
      const start = $[name];
      const gap = name === all[0].name ? first($) : $._sp;
      const clause = clauses.length ? [seq(start, gap, choice(...clauses.map((it) => $[`_b_${letters(it)}`])))] : [];
      const missing = whole ? [] : [start, seq(start, $._sp)];
      return [...missing, seq(start, $.unreadable), seq(start, $._sp, $.unreadable), ...clause];
    }),
  );
}

// Lines ----------------------------------------------------------------------------------------------------------------

/** What may stand behind the arguments of a header: free text behind a bar; blanks where the text ends. */
const headerEnd = ($) => [blank(), $._sp, seq($._sp, $._free_text)];

/** The rules of headers and details of the keywords that take the same arguments and keys. */
function entryRules(group, rules) {
  const { name, dated, slots, keys } = group;
  rules[`_k_${name}`] = ($) => choice(...group.words.map((word) => alias(word, $.keyword)));
  const space = ($) => $._sp;
  const { whole, all } = argumentRules(name, [slots], { start: `_k_${name}`, first: space, between: space }, rules);
  rules[`_h_${name}`] = ($) => {
    const line = choice(...whole.flatMap((state) => headerEnd($).map((end) => seq($[state], end))));
    return dated ? seq($.date, $._sp, line) : line;
  };
  rules[`_x_${name}`] = ($) => {
    const missing = all.filter((state) => !state.whole).map((state) => seq($[state.name], $._sp, $._free_text));
    const strange = all.map((state) => seq($[state.name], $._sp, $._free_text, $.unreadable));
    const line = choice(wrongArguments($, all, space), ...missing, ...strange);
    return dated ? seq($.date, $._sp, line) : line;
  };
  const details = keys.map((key) => detailRule(key, rules));
  rules[`_d_${name}`] = ($) => choice(...details.map((rule) => $[rule]), $._own_detail, $._words);
  rules[`_w_${name}`] = ($) => choice(...details.map((rule) => $[`${rule}_wrong`]), $._wrong_own_detail, $._wrong_words, alias($._strange_words, $.unreadable));
  entryShape(name, rules);
}

/** An entry: a header and its details, each right or wrong. */
function entryShape(name, rules) {
  const either = ($, right, wrong, kind) =>
    rules[right] ? choice(alias($[right], kind), alias($[wrong], $.wrong_line)) : alias($[wrong], $.wrong_line);
  const header = ($) => either($, `_h_${name}`, `_x_${name}`, $.header);
  const detail = ($) => either($, `_d_${name}`, `_w_${name}`, $.detail);
  const detailLine = ($) => seq($._blanks, detail($), $._line_end);
  rules[`_l_${name}`] = ($) => choice(detailLine($), seq(repeat1($._between), detailLine($)));
  rules[`_e_${name}`] = ($) => seq(header($), $._line_end, repeat($[`_l_${name}`]));
  // The last entry of a text that does not end with a line end.
  rules[`_z_${name}`] = ($) =>
    choice(
      header($),
      seq(header($), $._line_end, repeat($[`_l_${name}`]), repeat($._between), $._blanks, detail($)),
      seq(header($), $._line_end, repeat($[`_l_${name}`]), $._blanks),
    );
}

/** The name of the rule of a detail; it is made when it is first asked for. */
function detailRule(key, rules) {
  const { word, value, ways } = key;
  const same = Object.entries(detailRule.made).find(([, made]) => JSON.stringify(made) === JSON.stringify(key));
  if (same) return same[0];
  const count = Object.values(detailRule.made).filter((made) => made.word === word).length;
  const name = `_d_${letters(word)}_${count}_key`;
  detailRule.made[name] = key;
  const head = ($) => seq(alias(word, $.key), ":");
  const broken = ($) => seq(alias(word, $.key), brokenEnd($));
  if (value === "text") {
    rules[name] = ($) => seq(head($), optional($._sp), $.text, optional($._sp));
    rules[`${name}_wrong`] = ($) =>
      choice(broken($), seq(head($), brokenEnd($)), seq(head($), optional($._sp), $.text, optional($._sp), $.unreadable));
  } else if (value === "line") {
    rules[name] = ($) => seq(head($), optional($._sp), $._item_line);
    rules[`${name}_wrong`] = ($) => choice(broken($), seq(head($), brokenEnd($)), seq(head($), optional($._sp), $._wrong_item_line));
  } else {
    const start = `${name}_start`;
    rules[start] =
      value === "rated" ? ($) => choice(head($), seq(alias(word, $.key), $._sp, $.vat_code, optional($._sp), ":")) : head;
    const form = { start, first: ($) => optional($._sp), between: ($) => $._sp };
    const { whole, all } = argumentRules(letters(word) + count, ways, form, rules);
    rules[name] = ($) => choice(...whole.flatMap((state) => [blank(), $._sp].map((end) => seq($[state], end))));
    const rated = ($) => (value === "rated" ? [seq(alias(word, $.key), $._sp, $.vat_code, brokenEnd($))] : []);
    rules[`${name}_wrong`] = ($) => choice(broken($), ...rated($), wrongArguments($, all, form.first));
  }
  return name;
}
detailRule.made = {};

/** Keywords with the same arguments and keys share their rules. */
function entryGroups() {
  const groups = new Map();
  for (const { word, dated, effort, slots, keys } of words.directives) {
    const all = [...keys, ...(dated ? words.commonKeys : []), ...(effort ? words.effortKeys : [])];
    const key = JSON.stringify([dated, slots, all]);
    const group = groups.get(key) ?? { name: letters(word), words: [], dated, slots, keys: all };
    group.words.push(word);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const groups = entryGroups();
const made = {};
groups.forEach((group) => entryRules(group, made));
// A header whose keyword is none, and what stands under it.
made._x_unknown = ($) =>
  choice(
    alias($._strange_words, $.unreadable),
    seq($.date, brokenEnd($)),
    alias($._no_heading, $.unreadable),
  );
made._w_unknown = ($) => alias($._strange_words, $.unreadable);
entryShape("unknown", made);
const shapes = [...groups.map(({ name }) => name), "unknown"];

/** Lines under no header. */
const loose = ($) => choice($._between, seq($._blanks, alias($._orphan, $.wrong_line), $._line_end));
const item = ($) =>
  choice(
    seq(choice(...shapes.map((name) => alias($[`_e_${name}`], $.entry))), repeat($._between)),
    seq($.conflict, $._line_end, repeat(loose($))),
  );
const lastLoose = ($) => [$.comment, $._blanks, seq($._blanks, alias($._orphan, $.wrong_line))];
const lastItem = ($) =>
  choice(
    ...shapes.map((name) => alias($[`_z_${name}`], $.entry)),
    seq(choice(...shapes.map((name) => alias($[`_e_${name}`], $.entry))), repeat($._between), $.comment),
    seq(choice(...shapes.map((name) => alias($[`_e_${name}`], $.entry))), repeat1($._between), $._blanks),
    $.conflict,
    seq($.conflict, $._line_end, repeat(loose($)), choice(...lastLoose($))),
  );

/** A heading and what stands under it, down to the next heading that is as high. */
function sectionRules(level, deeper) {
  const heading = ($) => alias($[`_heading${level}`], $.heading);
  const inner = ($) => deeper.map((other) => alias($[`_section${other}`], $.section));
  const last = ($) => deeper.map((other) => alias($[`_last_section${other}`], $.section));
  const rest = ($) => (deeper.length ? [repeat(choice(...inner($)))] : []);
  const start = ($) => [heading($), $._line_end, repeat(loose($))];
  return {
    [`_section${level}`]: ($) => prec.right(seq(...start($), repeat(item($)), ...rest($))),
    [`_last_section${level}`]: ($) =>
      choice(
        heading($),
        seq(...start($), choice(...lastLoose($))),
        seq(...start($), repeat(item($)), choice(lastItem($), ...last($))),
        ...(deeper.length ? [seq(...start($), repeat(item($)), repeat1(choice(...inner($))), choice(...last($)))] : []),
      ),
  };
}

module.exports = grammar({
  name: "tegoed",

  // Blanks and line ends are told by the rules.
  extras: () => [],

  // Comments and blank lines behind an entry belong to it only where a detail follows.
  conflicts: ($) => shapes.flatMap((name) => [[$[`_e_${name}`]], [$[`_e_${name}`], $[`_z_${name}`]]]),

  rules: {
    journal: ($) => {
      const sections = [1, 2, 3].map((level) => alias($[`_section${level}`], $.section));
      const lastSections = [1, 2, 3].map((level) => alias($[`_last_section${level}`], $.section));
      const last = optional(choice(lastItem($), ...lastSections));
      return choice(
        seq(repeat(loose($)), repeat(item($)), repeat(choice(...sections)), last),
        seq(repeat(loose($)), choice(...lastLoose($))),
      );
    },

    _sp: () => / +/,
    _blanks: () => /[ \t]+/,
    _line_end: () => /[ \t]*\r?\n/,

    _between: ($) => choice($._line_end, seq($.comment, $._line_end)),
    comment: () => /[ \t]*;[^\r\n]*/,
    conflict: () => /(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)[^\r\n]*/,
    _heading1: () => /#( [^\r\n]*|[ \t]*)/,
    _heading2: () => /##( [^\r\n]*|[ \t]*)/,
    _heading3: () => /###+( [^\r\n]*|[ \t]*)/,
    _no_heading: () => /#+([^# \t\r\n]|\t[ \t]*[^ \t\r\n])[^\r\n]*/,
    ...sectionRules(1, [2, 3]),
    ...sectionRules(2, [3]),
    ...sectionRules(3, []),

    _free_text: ($) => seq(alias("|", $.bar), optional(seq($._sp, optional(seq($.text, optional($._sp)))))),
    text: () => /[^ \t\r\n]([^\t\r\n]*[^ \t\r\n])?/,

    // Words and what stands behind them; a tab and what stands behind it.
    unreadable: ($) => choice($._strange_words, $._tab_rest),
    _strange_words: ($) => seq($._junk_word, optional($._junk_rest)),
    _junk_word: () => token(prec(-1, /[^ \t\r\n]+/)),
    _junk_rest: () => /[ \t][^\r\n]*/,
    _tab_rest: () => / *\t[^\r\n]*/,
    _orphan: ($) => alias($._strange_words, $.unreadable),

    _own_detail: ($) => seq(alias($.own_key, $.key), ":", optional($._sp), optional(seq($.text, optional($._sp)))),
    _wrong_own_detail: ($) =>
      choice(
        seq(alias($.own_key, $.key), brokenEnd($)),
        seq(alias($.own_key, $.key), ":", optional($._sp), optional(seq($.text, optional($._sp))), $.unreadable),
      ),
    own_key: () => /x-[\p{Alphabetic}\p{N}._-]+/,
    _words: ($) => seq(alias(">", $.quote_mark), optional($._sp), optional(seq($.text, optional($._sp)))),

    _wrong_words: ($) => seq(alias(">", $.quote_mark), optional($._sp), optional(seq($.text, optional($._sp))), $.unreadable),

    _wrong_item_line: ($) => {
      const quantity = alias($._number, $.quantity);
      const unit = choice($.unit, alias("vat", $.unit));
      const counted = choice(seq(quantity, $._sp, "x"), seq(quantity, $._sp, unit, $._sp, "x"));
      const priced = choice(alias($._number, $.price), seq(counted, $._sp, alias($._number, $.price)));
      const rate = seq($._sp, alias("vat", $.clause_word));
      const strange = choice($.unreadable, seq($._sp, $.unreadable), seq($._sp, $._free_text, $.unreadable));
      return choice(
        seq(quantity, $._sp, $.unit, brokenEnd($)),
        seq(counted, brokenEnd($)),
        seq(priced, strange),
        seq(priced, rate, brokenEnd($)),
        seq(priced, rate, $._sp, $.vat_code, strange),
      );
    },
    _item_line: ($) => {
      const number = (name) => alias($._number, name);
      const priced = choice(
        number($.price),
        seq(number($.quantity), $._sp, "x", $._sp, number($.price)),
        seq(number($.quantity), $._sp, choice($.unit, alias("vat", $.unit)), $._sp, "x", $._sp, number($.price)),
      );
      const rate = seq($._sp, alias("vat", $.clause_word), $._sp, $.vat_code);
      return choice(...headerEnd($).flatMap((end) => [seq(priced, end), seq(priced, rate, end)]));
    },
    _number: () => new RegExp(NUMBER),
    unit: () => new RegExp(`${CHARACTER}+`),

    invoice: () => /#[A-Za-z0-9][A-Za-z0-9._\/-]*/,
    customer: () => /@[a-z0-9][a-z0-9._-]*/,
    date: () => new RegExp(DATE),
    amount: () => new RegExp(`${SIGNS}${NUMBER}( +[A-Z]{3})?`),
    duration: () => new RegExp(DURATION),
    _terms: () => new RegExp(`${DURATION}( +end +of +month)?`),
    _spent: () => new RegExp(SPENT),
    share: () => new RegExp(SHARE),
    vat_code: () => new RegExp(RATE),
    period: () => /[0-9]{4}(-[Qq][0-9]|-[0-9]{2}(-[0-9]{2})?)?/,
    vat_box: () => /[0-9][a-z]/,
    account: () => /[A-Za-z0-9][A-Za-z0-9._\/-]*/,
    name: () => /[A-Za-z][A-Za-z0-9._-]*/,
    milestone: () => /milestone +[A-Za-z][A-Za-z0-9._-]*/,
    count: () => /[0-9]+/,
    decimal_mark: () => /[.,]/,
    currency: () => /[A-Z]{3}/,
    path: () => new RegExp(PATH),

    ...made,
  },
});
