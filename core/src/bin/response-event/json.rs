//! Findings as lines of JSON.

use std::io::{self, Write};

use response_event::checker::Finding;
use serde_json::Value;

/// Writes a finding as one line of JSON: its own fields, `file` and `line`.
pub(crate) fn print(file: &str, line: u64, finding: &Finding, output: &mut impl Write) -> io::Result<()> {
    let mut finding = serde_json::to_value(finding)?;
    if let Value::Object(fields) = &mut finding {
        fields.insert("file".into(), file.into());
        fields.insert("line".into(), line.into());
    }
    writeln!(output, "{finding}")
}
