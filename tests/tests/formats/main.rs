//! Every kind of event, at every place, in every format: it comes back equal, or the table says what becomes of it and why.

mod cell;
mod expected;
mod formats;
mod kinds;
mod page;
mod places;

use std::collections::BTreeMap;

use cell::{Cell, Outcome};
use expected::{Expected, ROWS};

/// Every cell with what came out of its doors.
type Table = Vec<(Cell, Vec<(String, Outcome)>)>;

fn table() -> Table {
    Cell::all().filter_map(|cell| Some((cell, cell.outcomes()?))).collect()
}

#[test]
fn every_cell_is_equal_or_expected() {
    let table = table();
    println!("{}", page::print(&table));
    let mut problems: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
    let mut used = vec![false; ROWS.len()];
    for (cell, doors) in &table {
        let row = expected::row(*cell);
        if let Some(row) = row {
            used[row] = true;
        }
        let expected = row.map_or(Expected::Equal, |row| ROWS[row].outcome);
        for (door, outcome) in doors {
            if !expected.is(outcome) {
                let problem = match row {
                    Some(row) => format!("row {row} expects {expected}, but {door}: {outcome}"),
                    None => format!("{door}: {outcome}"),
                };
                problems.entry(problem).or_default().push(*cell);
            }
        }
    }
    let unused = used.iter().enumerate().filter(|(_, used)| !**used);
    let mut report: Vec<String> = unused.map(|(row, _)| format!("row {row} holds for no cell; remove it")).collect();
    report.extend(problems.iter().map(|(problem, cells)| page::problem(problem, cells)));
    assert!(
        report.is_empty(),
        "some cells are not as `expected.rs` says; where a cell is equal now, take it out of its row:\n{}\n",
        report.join("\n"),
    );
}

#[test]
fn the_page_says_what_the_table_says() {
    page::compare(&page::markdown());
}
