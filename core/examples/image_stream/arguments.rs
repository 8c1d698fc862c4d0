//! What the program was asked to do.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

pub(crate) const USAGE: &str = "usage: image_stream [--out DIR] [FILE | -]";

/// What `--help` prints below the usage.
pub(crate) const HELP: &str = "
Prints the events of a Responses API stream and writes each partial picture to a file.

  FILE        event stream text, or one JSON object per line: what the name ends with (.jsonl) or the
              first character (`{`) tells which
  -           the same from standard input
  (neither)   the stream that comes with the program, at about the pace of a server on a terminal
  --out DIR   where the pictures go; made if missing, and no file in it is ever overwritten.
              Without it: a new folder among the temporary files, named at the end
  --help      this text

Pictures are named ITEM-PARTIAL.png, by their place in the response. A bad event is reported and the
rest is read on. A last event without the blank line after it counts. An event whose picture is not
base64 is not bad, but breaks a strict rule; those are counted apart.

exit code: 0 all events decoded, 1 some event was bad, 2 bad usage or an input or folder that fails";

/// Between the events of the bundled stream on a terminal, where all of it would be there in an instant otherwise.
const PACE: Duration = Duration::from_millis(180);

pub(crate) enum Command {
    Help,
    Run(Arguments),
}

#[derive(Default)]
pub(crate) struct Arguments {
    pub(crate) input: Input,
    /// The folder for the pictures, if it is not to be a temporary one.
    pub(crate) out: Option<PathBuf>,
}

#[derive(Default)]
pub(crate) enum Input {
    #[default]
    Bundled,
    Standard,
    File(PathBuf),
}

impl Arguments {
    /// How long to wait after each event.
    pub(crate) fn pause(&self, live: bool) -> Duration {
        match self.input {
            Input::Bundled if live => PACE,
            _ => Duration::ZERO,
        }
    }
}

/// Reads the command line, without the program's name.
pub(crate) fn parse(mut words: impl Iterator<Item = OsString>) -> Result<Command, UsageError> {
    let mut arguments = Arguments::default();
    while let Some(word) = words.next() {
        let input = match word.to_str() {
            Some("--help" | "-h") => return Ok(Command::Help),
            Some("--out") => {
                let folder = words.next().ok_or(UsageError::NoFolder)?;
                arguments.out = Some(folder.into());
                continue;
            }
            Some("-") => Input::Standard,
            Some(option) if option.starts_with('-') => {
                return Err(UsageError::UnknownOption(option.to_owned()));
            }
            _ => Input::File(word.into()),
        };
        if !matches!(arguments.input, Input::Bundled) {
            return Err(UsageError::TwoInputs);
        }
        arguments.input = input;
    }
    Ok(Command::Run(arguments))
}

pub(crate) enum UsageError {
    UnknownOption(String),
    NoFolder,
    TwoInputs,
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOption(option) => write!(f, "unknown option `{}`", option.escape_debug()),
            Self::NoFolder => f.write_str("`--out` is not followed by a folder"),
            Self::TwoInputs => f.write_str("more than one input; give one `FILE`, or `-`"),
        }
    }
}
