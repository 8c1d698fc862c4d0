//! The table as text: for the output of the test, and as a page of the documentation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use crate::Table;
use crate::cell::{Cell, Outcome};
use crate::expected::{self, ROWS};
use crate::formats::Format;
use crate::kinds::Kind;
use crate::places::Place;

/// Prints a section for each kind: a row for each place, a column for each format.
pub(crate) fn print(table: &Table) -> String {
    let cells: BTreeMap<Cell, &Vec<(String, Outcome)>> = table.iter().map(|(cell, doors)| (*cell, doors)).collect();
    let mut text = String::new();
    for kind in Kind::ALL {
        write!(text, "\n{}\n{:44}", kind.title(), "").unwrap();
        for format in Format::ALL {
            write!(text, " {:9}", format!("{format:?}")).unwrap();
        }
        text.push('\n');
        for place in Place::ALL {
            write!(text, "{:44}", place.title()).unwrap();
            for format in Format::ALL {
                let doors = cells.get(&Cell { kind: *kind, place: *place, format: *format });
                write!(text, " {:9}", doors.map_or("-".to_owned(), |doors| word(doors))).unwrap();
            }
            text.push('\n');
        }
    }
    text
}

/// Says in a word what came out of the doors.
fn word(doors: &[(String, Outcome)]) -> String {
    let words: BTreeSet<&str> = doors
        .iter()
        .map(|(_, outcome)| match outcome {
            Outcome::Equal => "=",
            Outcome::NotWritten(_) => "no-write",
            Outcome::NotRead(_) => "no-read",
            Outcome::Differs(_) => "differs",
            Outcome::WrittenWrong(_) => "WRONG",
        })
        .collect();
    Vec::from_iter(words).join("/")
}

/// The fault of some cells, in words that do not differ from cell to cell.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    pub(crate) row: Option<usize>,
    format: Format,
    what: String,
}

impl Problem {
    pub(crate) fn new(row: Option<usize>, format: Format, outcome: &Outcome) -> Self {
        let what = match outcome {
            Outcome::Equal => "equal".to_owned(),
            Outcome::NotWritten(message) => format!("error on writing: {}", without_numbers(message)),
            Outcome::NotRead(message) => format!("error on reading: {}", without_numbers(message)),
            Outcome::Differs(_) => "comes back as something else".to_owned(),
            Outcome::WrittenWrong(_) => "is written as something else".to_owned(),
        };
        Self { row, format, what }
    }
}

/// Lines and columns differ from place to place.
fn without_numbers(text: &str) -> String {
    let mut kept = String::new();
    for char in text.chars() {
        match char {
            '0'..='9' if kept.ends_with('#') => {}
            '0'..='9' => kept.push('#'),
            _ => kept.push(char),
        }
    }
    kept
}

/// Names the cells that have a problem, with the first as an example.
pub(crate) fn report(problem: &Problem, cells: &[(Cell, &str, &Outcome)]) -> String {
    let mut by_place: BTreeMap<Place, BTreeSet<Kind>> = BTreeMap::new();
    for (cell, ..) in cells {
        by_place.entry(cell.place).or_default().insert(cell.kind);
    }
    let mut by_kinds: BTreeMap<BTreeSet<Kind>, Vec<Place>> = BTreeMap::new();
    for (place, kinds) in by_place {
        by_kinds.entry(kinds).or_default().push(place);
    }
    let Problem { row, format, what } = problem;
    let expected = row.map_or_else(|| "equal".to_owned(), |row| format!("{} (row {row})", ROWS[row].outcome));
    let mut text = format!("  {format:?}: expected {expected}, but {what}");
    for (kinds, places) in by_kinds {
        write!(text, "\n    {places:?}: {kinds:?}").unwrap();
    }
    if let Some((_, door, outcome)) = cells.first() {
        write!(text, "\n    such as {door}: {outcome}").unwrap();
    }
    text
}

/// The path of the page, from the folder of this package.
const PAGE: &str = "../core/formats.md";

const BEFORE: &str = "\
# Formats

The table says what becomes of an event that is written and read again: for each place that can hold it, and for each
format. It is made and checked by the test `formats`, with these kinds of events:

";

const BEFORE_TABLE: &str = "
In a cell, *equal* means that the value that is read equals the value that was written. *equal, but* names the notes below
the table about kinds for which that is not so, and *no* those about a place where not even a known event comes back.

";

/// Makes the page from `expected.rs`, which another test compares with what the formats do.
pub(crate) fn markdown() -> String {
    let mut page = BEFORE.to_owned();
    for kind in Kind::ALL {
        writeln!(page, "- {}", kind.title()).unwrap();
    }
    page.push_str(BEFORE_TABLE);
    let titles: Vec<_> = Format::ALL.iter().map(|format| format.title()).collect();
    writeln!(page, "| place | {} |", titles.join(" | ")).unwrap();
    writeln!(page, "|---|{}", "---|".repeat(titles.len())).unwrap();
    let notes = notes();
    for place in Place::ALL {
        let cells: Vec<_> = Format::ALL.iter().map(|format| entry(*place, *format, &notes)).collect();
        writeln!(page, "| {} | {} |", place.title(), cells.join(" | ")).unwrap();
    }
    page.push('\n');
    for (number, reason) in notes.iter().enumerate() {
        writeln!(page, "{}. {reason}", number + 1).unwrap();
    }
    page
}

/// Lists the reasons, each once.
fn notes() -> Vec<&'static str> {
    let mut notes: Vec<&str> = Vec::new();
    for row in ROWS {
        if !notes.contains(&row.reason) {
            notes.push(row.reason);
        }
    }
    notes
}

/// Sums up what becomes of all kinds at one place in one format.
fn entry(place: Place, format: Format, notes: &[&str]) -> String {
    let number = |row: usize| notes.iter().position(|note| *note == ROWS[row].reason).map_or(0, |note| note + 1);
    let numbers = |kind: &Kind| {
        let cell = Cell { kind: *kind, place, format };
        if cell.is_tried() { expected::rows(cell).map(number).collect() } else { Vec::new() }
    };
    let all: BTreeSet<usize> = Kind::ALL.iter().flat_map(numbers).collect();
    if all.is_empty() {
        return "equal".to_owned();
    }
    let list: Vec<_> = all.iter().map(ToString::to_string).collect();
    let word = if numbers(&Kind::Known).is_empty() { "equal, but" } else { "no:" };
    format!("{word} {}", list.join(", "))
}

/// Compares the page with the file, or writes the file if `BLESS` is set.
pub(crate) fn compare(page: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    if env::var_os("BLESS").is_some() {
        fs::write(&file, page).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == page,
        "{} is out of date; write it with `BLESS=1 cargo test -p response-event-tests --test formats`",
        file.display(),
    );
}
