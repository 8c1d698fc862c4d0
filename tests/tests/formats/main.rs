//! Every kind of event, at every place, in every format: it comes back equal, or the table says what becomes of it and why.

mod cell;
mod expected;
mod formats;
mod kinds;
mod page;
mod places;

use std::collections::{BTreeMap, BTreeSet};

use cell::{Cell, Outcome};
use expected::{Expected, ROWS};
use page::Problem;

/// Every cell with what came out of its doors.
type Table = Vec<(Cell, Vec<(String, Outcome)>)>;

fn table() -> Table {
    Cell::all().filter_map(|cell| Some((cell, cell.outcomes()?))).collect()
}

#[test]
fn every_cell_is_equal_or_expected() {
    let table = table();
    println!("{}", page::print(&table));
    let mut problems: BTreeMap<Problem, Vec<(Cell, &str, &Outcome)>> = BTreeMap::new();
    let mut used = vec![false; ROWS.len()];
    for (cell, doors) in &table {
        for (door, outcome) in doors {
            let row = expected::row(*cell, door);
            if let Some(row) = row {
                used[row] = true;
            }
            let expected = row.map_or(Expected::Equal, |row| ROWS[row].outcome);
            if !expected.is(outcome) {
                problems.entry(Problem::new(row, cell.format, outcome)).or_default().push((*cell, door, outcome));
            }
        }
    }
    let unused = (0..ROWS.len()).filter(|row| !used[*row]);
    let mut report: Vec<String> = unused.map(|row| format!("  row {row} is for no cell; remove it")).collect();
    report.extend(problems.iter().map(|(problem, cells)| page::report(problem, cells)));
    assert!(
        report.is_empty(),
        "{} of {} cells are not as `expected.rs` says; where one is equal now, take it out of its row:\n{}\n",
        problems.values().flatten().map(|(cell, ..)| cell).collect::<BTreeSet<_>>().len(),
        table.len(),
        report.join("\n"),
    );
}

#[test]
fn the_page_says_what_the_table_says() {
    page::compare(&page::markdown());
}
