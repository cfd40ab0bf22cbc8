//! What may be typed: commands, their flags, and the flags every command takes.

use super::color::Color;
use crate::render::medium::CsvDialect;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What scripts may rely on.
const FOR_SCRIPTS: &str =
    "Exit codes: 0 done; 1 something in the journal needs a person; 2 the command line cannot be
carried out; 3 the disk or another part of the world refused; 4 a file changed meanwhile, or another
program has it open; 70 a fault of tegoed itself; 130 left at a question, or with Ctrl-C. With 3, 4 and
70 a file that is named was left as it is, and what was written before it is told.

For programs: columns of csv and json are never renamed or reused. In json every value is a string,
figures and days too (\"days\": \"108\", \"amount\": \"1210.00\"), with a point before the decimals, and
null where a field is empty. Codes are the same in every language; words for people follow --lang,
and a column of codes stands beside them (reason and reason_code).";

/// Plain-text receivables: what is open today, who promised what, and why, from one text file.
#[derive(Debug, Parser)]
#[command(
    name = "tegoed",
    version,
    arg_required_else_help = true,
    subcommand_value_name = "COMMAND",
    subcommand_help_heading = "Commands",
    after_help = FOR_SCRIPTS
)]
pub struct CommandLine {
    /// Flags of every command.
    #[command(flatten)]
    pub global: GlobalFlags,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags that every command takes, before or behind its name.
#[derive(Args, Clone, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
#[command(next_help_heading = "Options of every command")]
pub struct GlobalFlags {
    /// Journal to read; `-` is standard input; several are read as one, the first is the root
    #[arg(short = 'f', long = "file", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Folder from which a journal on standard input includes others
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The day to report on: 2026-03-31, today, yesterday [default: today]
    #[arg(long, value_name = "DATE", visible_alias = "today")]
    pub as_of: Option<String>,
    /// Form of the output: text, csv, json, xlsx and others, as the command allows
    #[arg(short = 'O', long, value_name = "FORMAT")]
    pub output_format: Option<String>,
    /// Write to a file instead; its extension chooses the form
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite output files that exist; one that another program writes meanwhile stays as it is
    #[arg(long)]
    pub force: bool,
    /// Language of reports
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// For whom a CSV is: excel-nl has semicolons, decimal commas, Dutch words, and numbers of invoices that stay text
    #[arg(
        long,
        value_name = "DIALECT",
        hide_possible_values = true,
        value_parser = csv_dialect_parser(),
        global = true
    )]
    pub dialect: Option<CsvDialect>,
    /// When to use colours: auto, always, never [default: auto]
    #[arg(long, value_name = "WHEN", hide_possible_values = true)]
    pub color: Option<Color>,
    /// Never show output page by page
    #[arg(long)]
    pub no_pager: bool,
    /// Report although the journal has errors
    #[arg(long)]
    pub even_so: bool,
    /// Do not read tegoed.toml
    #[arg(long)]
    pub no_config: bool,
}

impl GlobalFlags {
    /// Flags before the name of the command, and those behind it: files add up, of the rest the later holds. `-o -` is the
    /// standard output, as where nothing is said.
    pub fn merge(self, behind: Self) -> Self {
        let mut files = self.files;
        files.extend(behind.files);
        Self {
            files,
            root: behind.root.or(self.root),
            as_of: behind.as_of.or(self.as_of),
            output_format: behind.output_format.or(self.output_format),
            output: behind
                .output
                .or(self.output)
                .filter(|path| path.as_os_str() != "-"),
            force: self.force || behind.force,
            lang: behind.lang.or(self.lang),
            dialect: behind.dialect.or(self.dialect),
            color: behind.color.or(self.color),
            no_pager: self.no_pager || behind.no_pager,
            even_so: self.even_so || behind.even_so,
            no_config: self.no_config || behind.no_config,
        }
    }
}

/// Reads the name of a dialect other than the usual one.
fn csv_dialect_parser() -> impl TypedValueParser<Value = CsvDialect> {
    let names = CsvDialect::excel_dialects()
        .map(|(excel, _)| PossibleValue::new(excel.name).help(excel.about));
    PossibleValuesParser::new(names).map(|name| {
        let mut named = CsvDialect::excel_dialects().filter(|(excel, _)| excel.name == name);
        named
            .next()
            .map_or_else(CsvDialect::default, |(_, dialect)| dialect)
    })
}

/// The commands that are no reports; reports come from their own list.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look for mistakes
    #[command(visible_alias = "lint", display_order = 1)]
    Check(CheckFlags),
    /// Show what a code such as R001 means, and the mend
    #[command(visible_alias = "rule", display_order = 50)]
    Explain(ExplainFlags),
    /// Lay out the journal: blanks move, words never
    #[command(visible_alias = "format", display_order = 2)]
    Fmt(FmtFlags),
    /// Write everything for other programs: csv, json, xlsx, hledger, ledger, beancount; or a period for the accountant
    #[command(display_order = 40)]
    Export(ExportFlags),
    /// List the letters that are due, write them, record them
    #[command(display_order = 29, after_help = super::letters_help::LETTERS_HELP)]
    Letters(LettersFlags),
    /// Gather what an agency or a lawyer needs of a customer into a folder: statement, claim, contacts, documents
    #[command(display_order = 41)]
    Dossier(DossierFlags),
    /// Print the policies in force as journal text, every default spelled out
    #[command(display_order = 30)]
    Policy(PolicyFlags),
    /// Begin a journal in this folder
    #[command(display_order = 60)]
    Init(InitFlags),
    /// Serve an editor: findings while you type, completion, what is open (an editor starts this itself)
    #[cfg(feature = "lsp")]
    #[command(display_order = 69)]
    Lsp,
    /// Answer an assistant that speaks the Model Context Protocol: what is open, what to do, and it writes nothing (an
    /// assistant starts this itself)
    #[command(display_order = 69)]
    Mcp,
    /// Print the completions of a shell
    #[command(display_order = 70)]
    Completions {
        /// Which shell: bash, zsh, fish, elvish or powershell
        #[arg(hide_possible_values = true)]
        shell: Shell,
    },
    /// Print the manual page, or write those of all commands into a folder
    #[command(display_order = 71)]
    Man {
        /// The folder
        folder: Option<PathBuf>,
    },
}

/// Flags of `check`.
#[derive(Args, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub struct CheckFlags {
    /// Only these codes, names, or first letters: R001, unknown-invoice, R
    #[arg(value_name = "CODE")]
    pub codes: Vec<String>,
    /// Only these, separated by commas
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub select: Vec<String>,
    /// All but these
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
    /// Apply the mends that are certain
    #[arg(long)]
    pub fix: bool,
    /// With --fix or --diff: also the mends that a person should choose
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// With --fix or --diff: only the mend of this line (27, or notes.tegoed:27), also one that decides something
    #[arg(long, value_name = "LINE")]
    pub at: Option<String>,
    /// Show what --fix would change, and change nothing
    #[arg(long)]
    pub diff: bool,
    /// Count the findings of each code
    #[arg(long)]
    pub statistics: bool,
    /// Exit with 0 also when something was found
    #[arg(long)]
    pub exit_zero: bool,
    /// Run again whenever a file of the journal changes, until Ctrl-C
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub watch: bool,
}

/// Flags of `letters`.
#[derive(Args, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub struct LettersFlags {
    /// One letter, printed unless --out is given: a step, or one of those below
    #[arg(value_name = "STAGE")]
    pub stage: Option<String>,
    /// To whom it goes: a customer, by id or part of the name
    #[arg(value_name = "CUSTOMER")]
    pub customer: Option<String>,
    /// The folder to write to, one file a letter
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Only letters to this customer, by id or part of the name
    #[arg(long, value_name = "CUSTOMER")]
    pub only: Option<String>,
    /// Form of the letters: text, md, html, eml, pdf, or `channel`: mail as eml, post as pdf [default: text]
    #[arg(long, value_name = "FORM")]
    pub format: Option<String>,
    /// Write nothing; say what would be written
    #[arg(long)]
    pub dry_run: bool,
    /// Add what was written to the journal: `sent`, and the fee where the step has one
    #[arg(long)]
    pub record: bool,
    /// With `--format pdf`: an envelope to each letter as well, in the folder `envelopes`: c6/5, dl, c5 or c6
    #[arg(long, value_name = "SIZE", num_args = 0..=1, require_equals = true, default_missing_value = "c6/5", requires = "out")]
    pub envelope: Option<String>,
    /// Leave out copies of invoices and earlier letters
    #[arg(long)]
    pub no_enclosures: bool,
    /// Write the built-in templates into the folder that tegoed.toml names, to start from
    #[arg(long, conflicts_with_all = ["stage", "out", "only", "record", "format", "no_enclosures", "envelope"])]
    pub init_templates: bool,
}

/// Flags of `policy`.
#[derive(Args, Debug)]
pub struct PolicyFlags {
    /// Every version of this policy [default: those in force]
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}

/// Flags of `explain`.
#[derive(Args, Debug)]
pub struct ExplainFlags {
    /// A code or its name (R001, unknown-invoice), a keyword of the journal (invoice, plan), or a page (tone)
    /// [default: list them]
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    /// Every code
    #[arg(long, conflicts_with = "code")]
    pub all: bool,
}

/// Flags of `fmt`.
#[derive(Args, Debug)]
pub struct FmtFlags {
    /// Files to lay out; `-` reads standard input and prints; none: the journal and all it includes
    #[arg(value_name = "FILE")]
    pub laid_out: Vec<PathBuf>,
    /// Change nothing; exit with 1 when something would change
    #[arg(long)]
    pub check: bool,
    /// Change nothing; show what would change
    #[arg(long)]
    pub diff: bool,
}

/// Flags of `export`.
#[derive(Args, Debug)]
pub struct ExportFlags {
    /// For whom: csv (databases and programs, a file a table), json (programs, one file), xlsx (a workbook), hledger, ledger
    /// or beancount (double entry with VAT, one file), or accountant (what a bookkeeper needs of a period, a file a table)
    #[arg(hide_possible_values = true)]
    pub target: String,
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// With accountant: the period: 2026, 2026-Q1, 2026-03, 2026-01-01..2026-03-31, lastquarter
    #[arg(short, long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// With accountant: shares to propose as provisions, by days late or by doubt: 31-60:10% 90+:50% insolvent:100%
    #[arg(long, value_name = "SHARES", num_args = 1..)]
    pub provision: Vec<String>,
    /// With accountant: also the files that a program takes in: snelstart, yuki, yuki-debtors, accountview or asperion (none
    /// verified with the program itself), or a file with the layout of an office
    #[arg(long, value_name = "LAYOUT")]
    pub layout: Option<String>,
    /// With accountant: `journal.csv` of earlier exports: their entries are left out of the new one, and those that changed
    /// are listed
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub since_entry: Vec<PathBuf>,
}

/// Flags of `dossier`.
#[derive(Args, Debug)]
pub struct DossierFlags {
    /// The customer, by id or part of the name
    #[arg(value_name = "CUSTOMER")]
    pub customer: String,
    /// The folder to write to; only this dossier may be in it
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Flags of `init`.
#[derive(Args, Debug)]
pub struct InitFlags {
    /// The folder [default: this one]
    pub folder: Option<PathBuf>,
    /// Name of the business
    #[arg(long)]
    pub name: Option<String>,
    /// A line of its address; may stand several times
    #[arg(long, value_name = "LINE")]
    pub address: Vec<String>,
    /// Its number in the trade register
    #[arg(long, value_name = "NUMBER")]
    pub kvk: Option<String>,
    /// Its VAT number
    #[arg(long, value_name = "NUMBER")]
    pub vat_id: Option<String>,
    /// The account that customers pay to
    #[arg(long)]
    pub iban: Option<String>,
    /// Its address for mail
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// Its number for questions
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    /// The mark before the decimals: comma or point, or the mark itself [default: that of the language]
    #[arg(long, value_name = "MARK")]
    pub decimal_mark: Option<String>,
    /// Currency of amounts without a code [default: EUR]
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// Name of the new file
    #[arg(long, value_name = "FILE", default_value = "main.tegoed")]
    pub journal: PathBuf,
    /// Install a git hook that checks the journal before each commit; also where the journal is there already
    #[arg(long, conflicts_with = "no_hook")]
    pub hook: bool,
    /// Install none, and do not ask
    #[arg(long)]
    pub no_hook: bool,
}

/// A shell we can serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// bash
    Bash,
    /// zsh
    Zsh,
    /// fish
    Fish,
    /// Elvish
    Elvish,
    /// PowerShell
    Powershell,
}
