//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use lexopt::{Arg, Parser, ValueExt as _};
use response_event::checker::{Profile, Scenario};
use response_event::schema::Rules;

use crate::schema::SchemaRequest;

pub(crate) const USAGE: &str =
    "usage: response-event check [--json] [--profile NAME] [--resumed-after N] [--scenario NAME] FILE…
       response-event show [--save DIR] [FILE]
       response-event diff [--json] [--deltas] FILE FILE
       response-event rules
       response-event schema [--strict | --decoding] [NAME]
       response-event --help";

pub(crate) const HELP: &str =
    "Checks streams of the Responses API (the events, their order, how they add up), shows and compares them.

usage: response-event check [OPTIONS] FILE…
       response-event show [--save DIR] [FILE]
       response-event diff [--json] [--deltas] FILE FILE
       response-event rules
       response-event schema [OPTIONS] [NAME]

  FILE                 server-sent events, or one JSON object per line; the content decides
  -                    the same from standard input
  --json               print each finding as one line of JSON, an object with code, event, file, line,
                       message, pointer, position, severity, source and type; a fault that a server
                       makes in each event is printed once, and its repeats are not counted
  --profile NAME       `documented` (the default): what the documents demand;
                       `strict`: also what OpenAI's own servers keep beyond them
  --resumed-after N    the stream was resumed after the event with this sequence number
  --scenario NAME      also check what a test of the Open Responses compliance suite looks for:
                       basic-response, streaming-response, tool-calling, tool-calling-streaming,
                       file-search or offline-web-search
  --help               print this text
  --version            print the version

`response-event show` prints the output items as they come: their status, and the text, arguments or
pictures so far. On a terminal it draws the table again in place. It reads standard input without FILE.

  --save DIR           write each picture into this folder, and replace no file

`response-event diff` prints where the responses of two streams differ, and which types of events one
has more often or in another order. Times, sequence numbers, `obfuscation`, keep-alive events and the
cuts between deltas do not count, nor do ids, as long as each stands for the same one everywhere.

  --json               print each difference as one line of JSON, an object with a and b, the values; one
                       of pointer, event_type, events, text and what, the place; and lane and response
                       if there are several
  --deltas             also compare the deltas one by one

`response-event rules` lists the rules: code, severity in both profiles, and what is wrong.

`response-event schema` prints the JSON Schema of an event of a stream, found by its type or the name of
its struct, of a family, such as `ImageGenCallEvent` or `ClientEvent`, or of `Response`; without NAME,
that of `StreamEvent`: any event of a stream.

  --strict             also describe what OpenAI's own servers keep beyond the documents
  --decoding           describe what decodes, and leave the documented rules out
  --list               print the names and types instead

Events and lines are counted from 1. An event of more than 16 MiB is reported and not checked.
Colors are for terminals, unless NO_COLOR is set. Lines of `show` fit into COLUMNS, or 80.

exit code: 0 if no finding is an error, the stream was shown to its end, or there is no difference;
           1 if a finding is an error, an event or picture has a problem, a response has no end, or there
           is a difference; 2 if the arguments are wrong or an input cannot be read";

const COMMANDS: &str = "write `check`, `show`, `diff`, `rules` or `schema`";

pub(crate) enum Command {
    Help,
    Version,
    Rules,
    Check(Check),
    Show(Show),
    Diff(Diff),
    Schema(SchemaRequest),
    SchemaNames,
}

/// The inputs of `check` and its options.
#[derive(Default)]
pub(crate) struct Check {
    pub(crate) inputs: Vec<OsString>,
    pub(crate) is_json: bool,
    pub(crate) profile: Profile,
    pub(crate) resumed_after: Option<u64>,
    pub(crate) scenarios: Vec<Scenario>,
}

/// The input of `show`, and the folder for pictures.
pub(crate) struct Show {
    pub(crate) input: OsString,
    pub(crate) save: Option<PathBuf>,
}

/// The inputs of `diff` and its options.
pub(crate) struct Diff {
    pub(crate) inputs: [OsString; 2],
    pub(crate) is_json: bool,
    pub(crate) has_deltas: bool,
}

impl Command {
    pub(crate) fn parse(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let mut check = Check::default();
        let mut command: Option<String> = None;
        let mut option = None;
        while let Some(argument) = parser.next()? {
            if let Arg::Long(name) = argument {
                option = Some(name.to_owned());
            }
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Short('V') | Arg::Long("version") => return Ok(Self::Version),
                Arg::Long("json") => check.is_json = true,
                Arg::Long("profile") => check.profile = parsed(&mut parser)?,
                Arg::Long("resumed-after") => check.resumed_after = Some(parser.value()?.parse()?),
                Arg::Long("scenario") => check.scenarios.push(parsed(&mut parser)?),
                Arg::Value(name) if command.is_none() => match name.string()? {
                    name if name == "show" && option.is_none() => return Self::parse_show(parser),
                    name if name == "diff" && option.is_none() => return Self::parse_diff(parser),
                    name if name == "schema" && option.is_none() => return Self::parse_schema(parser),
                    name => command = Some(name),
                },
                Arg::Value(input) => check.inputs.push(input),
                _ => return Err(argument.unexpected()),
            }
        }
        match (command.as_deref(), option) {
            (Some("check"), _) if check.inputs.is_empty() => Err("missing FILE; `-` is standard input".into()),
            (Some("check"), _) => Ok(Self::Check(check)),
            (Some("diff"), Some(option)) if option == "json" => Err("write `--json` after `diff`".into()),
            (Some(name @ ("diff" | "rules" | "schema" | "show")), Some(option)) => {
                Err(format!("`{name}` takes no option `--{option}`").into())
            }
            (Some("rules"), None) if check.inputs.is_empty() => Ok(Self::Rules),
            (Some("rules"), None) => Err("`rules` takes no FILE".into()),
            (Some(other), _) => Err(format!("unknown command {other:?}; {COMMANDS}").into()),
            (None, _) => Err(format!("missing command; {COMMANDS}").into()),
        }
    }

    fn parse_show(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let (mut input, mut save) = (None, None);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Long("save") => save = Some(parser.value()?.into()),
                Arg::Value(_) if input.is_some() => return Err("`show` takes one FILE".into()),
                Arg::Value(file) => input = Some(file),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Self::Show(Show { input: input.unwrap_or_else(|| "-".into()), save }))
    }

    fn parse_diff(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let (mut inputs, mut is_json, mut has_deltas) = (Vec::new(), false, false);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Long("json") => is_json = true,
                Arg::Long("deltas") => has_deltas = true,
                Arg::Value(file) => inputs.push(file),
                _ => return Err(argument.unexpected()),
            }
        }
        let inputs = <[OsString; 2]>::try_from(inputs).map_err(|_| "`diff` takes two FILEs")?;
        if inputs[0] == "-" && inputs[1] == "-" {
            return Err("standard input can be read once; name a FILE".into());
        }
        Ok(Self::Diff(Diff { inputs, is_json, has_deltas }))
    }

    fn parse_schema(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let (mut name, mut rules, mut is_list) = (None, None, false);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Long("strict" | "decoding") if rules.is_some() => {
                    return Err("`--strict` and `--decoding` exclude each other, and each is written once".into());
                }
                Arg::Long("strict") => rules = Some(Rules::Strict),
                Arg::Long("decoding") => rules = Some(Rules::None),
                Arg::Long("list") => is_list = true,
                Arg::Value(_) if name.is_some() => return Err("`schema` takes one NAME".into()),
                Arg::Value(value) => name = Some(value.string()?),
                _ => return Err(argument.unexpected()),
            }
        }
        if is_list {
            return match (name, rules) {
                (None, None) => Ok(Self::SchemaNames),
                _ => Err("`--list` stands alone".into()),
            };
        }
        let name = name.as_deref().unwrap_or("StreamEvent");
        SchemaRequest::find(name, rules.unwrap_or_default()).map(Self::Schema).ok_or_else(|| {
            format!("no schema of {name:?}; `response-event schema --list` prints the names and types").into()
        })
    }
}

/// Parses the value of an option.
fn parsed<T: FromStr>(parser: &mut Parser) -> Result<T, lexopt::Error>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    parser.value()?.parse()
}
