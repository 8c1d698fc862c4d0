//! The columns of the table, and the lines that they make.

use super::content::Piece;
use crate::screen_text;

/// The columns of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) width: usize,
    /// There is a column for the lanes.
    pub(crate) has_lanes: bool,
    pub(crate) type_width: usize,
    pub(crate) status_width: usize,
}

/// The cells of an output item.
pub(crate) struct Row<'a> {
    pub(crate) stream_id: Option<&'a str>,
    pub(crate) index: String,
    pub(crate) item_type: String,
    pub(crate) status: String,
    pub(crate) pieces: Vec<Piece<'a>>,
    /// The item grows: the end of its last piece is shown.
    pub(crate) is_growing: bool,
}

const LANE_WIDTH: usize = 10;
const INDEX_WIDTH: usize = 5;

/// The least that is left for the content.
const MIN_CONTENT: usize = 10;

const GAP: &str = "  ";
const BETWEEN_PIECES: &str = " · ";

impl Layout {
    /// The widths for rows that are not known yet.
    pub(crate) fn fixed(width: usize, has_lanes: bool) -> Self {
        Self { width, has_lanes, type_width: "image_generation_call".len(), status_width: "in_progress".len() }
    }

    /// Fits the columns to the rows.
    pub(crate) fn fitted(width: usize, has_lanes: bool, rows: &[Row<'_>]) -> Self {
        let fixed = Self::fixed(width, has_lanes);
        let type_width = rows.iter().fold("type".len(), |width, row| width.max(screen_text::width(&row.item_type)));
        // A status changes while its item grows: the other columns stay where they are.
        let least = if rows.iter().any(|row| row.is_growing) { fixed.status_width } else { "status".len() };
        let status_width = rows.iter().fold(least, |width, row| width.max(screen_text::width(&row.status)));
        Self {
            type_width: type_width.min(fixed.type_width),
            status_width: status_width.min(fixed.status_width),
            ..fixed
        }
    }

    /// Returns the line with the names of the columns.
    pub(crate) fn header(self) -> String {
        let start = self.cells("lane", "index", "type", "status");
        format!("{start}content")
    }

    /// Returns the line of an item.
    pub(crate) fn line(self, row: &Row<'_>) -> String {
        let mut line = self.cells(row.stream_id.unwrap_or("-"), &row.index, &row.item_type, &row.status);
        let width = self.width.saturating_sub(screen_text::width(&line)).max(MIN_CONTENT);
        line += &content(row, width);
        line.truncate(line.trim_end().len());
        line
    }

    fn cells(self, lane: &str, index: &str, item_type: &str, status: &str) -> String {
        let lane = if self.has_lanes { cell(lane, LANE_WIDTH) + GAP } else { String::new() };
        let index = screen_text::start(index.chars(), INDEX_WIDTH);
        let [item_type, status] = [cell(item_type, self.type_width), cell(status, self.status_width)];
        format!("{lane}{index:>INDEX_WIDTH$}{GAP}{item_type}{GAP}{status}{GAP}")
    }
}

fn content(row: &Row<'_>, width: usize) -> String {
    match row.pieces.as_slice() {
        [.., piece] if row.is_growing => {
            let label = screen_text::start(piece.label.chars(), width / 2);
            let label = if label.is_empty() { label } else { label + " " };
            let end = screen_text::end(piece.text.chars(), width - screen_text::width(&label));
            label + &end
        }
        pieces => {
            let between = pieces.iter().enumerate().map(|(index, _)| if index == 0 { "" } else { BETWEEN_PIECES });
            let chars = between
                .zip(pieces)
                .flat_map(|(between, piece)| between.chars().chain(piece.label.chars()).chain(piece.text.chars()));
            screen_text::start(chars, width)
        }
    }
}

/// Returns a text that fills its column.
fn cell(text: &str, width: usize) -> String {
    let text = screen_text::start(text.chars(), width);
    let missing = width.saturating_sub(screen_text::width(&text));
    text + &" ".repeat(missing)
}
