//! Prints a response while it arrives: from a loopback server whose connections break, or from a real endpoint.

use std::env;
use std::error::Error;
use std::io;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt as _};
use response_event_live::client::{Api, http_client};
use response_event_live::screen::Screen;
use response_event_live::server::{self, Pieces, Plan};
use serde_json::json;

const HELP: &str = "usage: response-event-live [--url URL] [--model MODEL] [--background] [INPUT]

Requests a streamed response and prints it while it arrives. If the connection breaks, it is resumed.

  --url URL      an API such as https://api.openai.com/v1, with the key in the variable API_KEY;
                 HTTPS needs the feature `tls`. By default a server in this program, which breaks two connections
  --model MODEL  the model; gpt-5-nano by default
  --background   ask for a response that can be resumed; not every server can
  INPUT          the input of the model";

struct Arguments {
    url: Option<String>,
    model: String,
    is_background: bool,
    input: String,
}

impl Arguments {
    /// Returns `None` if the user asks for help.
    fn parse(mut parser: Parser) -> Result<Option<Self>, lexopt::Error> {
        let mut arguments = Self {
            url: None,
            model: "gpt-5-nano".to_owned(),
            is_background: false,
            input: "Describe a fjord in one sentence.".to_owned(),
        };
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(None),
                Arg::Long("url") => {
                    let url = parser.value()?.string()?;
                    if url.starts_with("https:") && !cfg!(feature = "tls") {
                        return Err(format!("{url} needs the feature `tls`; run it with `--features tls`").into());
                    }
                    arguments.url = Some(url);
                }
                Arg::Long("model") => arguments.model = parser.value()?.string()?,
                Arg::Long("background") => arguments.is_background = true,
                Arg::Value(input) => arguments.input = input.string()?,
                argument => return Err(argument.unexpected()),
            }
        }
        Ok(Some(arguments))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("response-event-live: {error}");
            ExitCode::from(2)
        }
    }
}

/// Returns `false` if the response failed.
async fn run() -> Result<bool, Box<dyn Error>> {
    let Some(arguments) = Arguments::parse(Parser::from_env())? else {
        println!("{HELP}");
        return Ok(true);
    };
    let Arguments { url, model, is_background, input } = arguments;
    let url = match url {
        Some(url) => url,
        None => server::start(Plan { pieces: Pieces::Of(100), cut_after: Some(1700), cuts: 2 }).await?,
    };
    let mut body = json!({"model": model, "input": input, "stream": true});
    if is_background {
        body["background"] = true.into();
    }
    let mut screen = Screen::new(io::stdout());
    let snapshot =
        Api::new(http_client()?, &url, env::var("API_KEY").ok()).follow(body.to_string(), &mut screen).await?;
    Ok(snapshot.is_done() && !snapshot.is_failed())
}
