//! The table on the screen: drawn again in place on a terminal, and line by line elsewhere.

use std::io::{self, IsTerminal as _, Write};
use std::{env, mem};

use crate::colors::Colors;

/// Lines beside the rows and the ends: the header and the line of the cursor.
const LINES_BESIDE: usize = 2;

/// Lines are cut at the right edge.
const WITHOUT_WRAP: &str = "\x1b[?7l";
const WITH_WRAP: &str = "\x1b[?7h";
const ERASE_LINE: &str = "\x1b[2K";
const ERASE_BELOW: &str = "\x1b[J";

/// A terminal or another output.
pub(crate) struct Screen<'a, W> {
    output: &'a mut W,
    pub(crate) colors: Colors,
    pub(crate) width: usize,
    kind: Kind,
}

enum Kind {
    Terminal {
        height: usize,
        /// The lines of the table as it is now.
        drawn: usize,
    },
    /// With the lines of the table that were printed, the header first.
    Plain { printed: Vec<String> },
}

/// The lines of a table.
pub(crate) struct Lines {
    pub(crate) header: String,
    pub(crate) rows: Vec<String>,
    /// Of each response.
    pub(crate) ends: Vec<String>,
}

impl<'a, W: Write> Screen<'a, W> {
    pub(crate) fn new(output: &'a mut W) -> Self {
        let is_dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        let is_terminal = io::stdout().is_terminal() && !is_dumb;
        let columns = size("COLUMNS", 80, 20);
        let (width, kind) = if is_terminal {
            // A character in the last column moves the cursor of some terminals.
            (columns - 1, Kind::Terminal { height: size("LINES", 24, 4), drawn: 0 })
        } else {
            (columns, Kind::Plain { printed: Vec::new() })
        };
        Self { output, colors: Colors::new(is_terminal), width, kind }
    }

    /// Returns `true` if the table is drawn again as it grows.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(self.kind, Kind::Terminal { .. })
    }

    /// Prints a line that stays.
    pub(crate) fn print(&mut self, line: &str) -> io::Result<()> {
        self.erase()?;
        writeln!(self.output, "{line}")
    }

    /// Prints the row of an item that is finished, unless the table is drawn again anyway.
    pub(crate) fn print_row(&mut self, header: String, row: String) -> io::Result<()> {
        let Kind::Plain { printed } = &mut self.kind else { return Ok(()) };
        if printed.first() != Some(&header) {
            writeln!(self.output, "{header}")?;
            printed.insert(0, header);
        }
        writeln!(self.output, "{row}")?;
        printed.push(row);
        Ok(())
    }

    /// Returns the number of rows that can be drawn again: not those above the screen. It is `None` if nothing is.
    pub(crate) fn drawn_rows(&self) -> Option<usize> {
        match self.kind {
            Kind::Terminal { height, .. } => Some(height),
            Kind::Plain { .. } => None,
        }
    }

    /// Draws the table as it is now, on a terminal.
    pub(crate) fn draw(&mut self, lines: &Lines) -> io::Result<()> {
        let Kind::Terminal { height, .. } = self.kind else { return Ok(()) };
        let header = &lines.header;
        let ends = last(&lines.ends, height / 2);
        let rows = last(&lines.rows, height.saturating_sub(LINES_BESIDE + ends.len()));
        let (bold, end) = (self.colors.bold(), self.colors.end());
        let mut text = format!("{WITHOUT_WRAP}{}{ERASE_LINE}{bold}{header}{end}\n", self.to_top());
        for line in rows.iter().chain(ends) {
            text += ERASE_LINE;
            text += line;
            text += "\n";
        }
        text += ERASE_BELOW;
        text += WITH_WRAP;
        self.output.write_all(text.as_bytes())?;
        if let Kind::Terminal { drawn, .. } = &mut self.kind {
            *drawn = 1 + rows.len() + ends.len();
        }
        Ok(())
    }

    /// Prints the table as it stays.
    pub(crate) fn settle(&mut self, lines: &Lines) -> io::Result<()> {
        self.erase()?;
        let (bold, end) = (self.colors.bold(), self.colors.end());
        let printed = match &mut self.kind {
            Kind::Terminal { .. } => Vec::new(),
            Kind::Plain { printed } => mem::take(printed),
        };
        // Rows that were printed as they finished stand already, unless others belong before them.
        let rest = match printed.split_first() {
            Some((header, printed)) if *header == lines.header => lines.rows.strip_prefix(printed),
            _ => None,
        };
        if rest.is_none() && !lines.rows.is_empty() {
            writeln!(self.output, "{bold}{}{end}", lines.header)?;
        }
        for line in rest.unwrap_or(&lines.rows).iter().chain(&lines.ends) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }

    /// Removes the table from the terminal.
    fn erase(&mut self) -> io::Result<()> {
        let to_top = self.to_top();
        match &mut self.kind {
            Kind::Terminal { drawn, .. } if *drawn > 0 => {
                *drawn = 0;
                write!(self.output, "{to_top}{ERASE_BELOW}")
            }
            _ => Ok(()),
        }
    }

    /// Returns what moves the cursor to the first line of the table.
    fn to_top(&self) -> String {
        match self.kind {
            Kind::Terminal { drawn: lines @ 1.., .. } => format!("\x1b[{lines}A\r"),
            _ => String::new(),
        }
    }
}

fn last(lines: &[String], most: usize) -> &[String] {
    &lines[lines.len().saturating_sub(most)..]
}

/// Returns a size of the terminal, as the environment has it.
fn size(name: &str, default: usize, least: usize) -> usize {
    let size = env::var(name).ok().and_then(|size| size.trim().parse().ok()).filter(|size| *size > 0);
    size.unwrap_or(default).clamp(least, 100_000)
}
