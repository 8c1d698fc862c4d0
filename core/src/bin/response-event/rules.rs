//! The list of rules.

use std::io::{self, Write};

use response_event::checker::{Code, Profile, Severity};

/// Prints each rule: its code, its severity in both profiles, and what is wrong.
pub(crate) fn print(output: &mut impl Write) -> io::Result<()> {
    let widest = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or_default();
    writeln!(output, "{:widest$}  documented  strict", "rule")?;
    for code in Code::ALL {
        let [documented, strict] = [Profile::Documented, Profile::Strict]
            .map(|profile| code.severity(profile).map_or("off", Severity::as_str));
        writeln!(output, "{:widest$}  {documented:10}  {strict:7}  {}", code.as_str(), code.summary())?;
    }
    Ok(())
}
