//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser};

pub(crate) const USAGE: &str = "usage: image_stream [--out DIR] [FILE | -]";

pub(crate) const HELP: &str = "
Prints the events of a Responses API stream and writes each partial image to a file.

  FILE        server-sent events or, if the name ends with .jsonl or the first character is `{`,
              one JSON object per line
  -           the same from standard input
  (neither)   the stream that is bundled with the program
  --out DIR   the folder for the images; created if it does not exist, and no file in it is overwritten.
              By default a new temporary folder
  --help      print this text

Images are named by `output_index` and `partial_image_index`. A bad event is reported and skipped.

exit code: 0 if every event was decoded, 1 if some were bad, 2 if the arguments are wrong or I/O failed";

#[derive(Default)]
pub(crate) struct Arguments {
    pub(crate) help: bool,
    pub(crate) input: Input,
    pub(crate) out: Option<PathBuf>,
}

#[derive(Default)]
pub(crate) enum Input {
    #[default]
    Bundled,
    Stdin,
    File(PathBuf),
}

impl Arguments {
    pub(crate) fn parse(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let mut arguments = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self { help: true, ..arguments }),
                Arg::Long("out") => arguments.out = Some(parser.value()?.into()),
                Arg::Value(input) if matches!(arguments.input, Input::Bundled) => arguments.input = input.into(),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(arguments)
    }
}

impl From<OsString> for Input {
    fn from(value: OsString) -> Self {
        if value == "-" { Self::Stdin } else { Self::File(value.into()) }
    }
}
