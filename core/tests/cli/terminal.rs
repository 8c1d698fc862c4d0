//! `response-event show` on a terminal: it draws the table again in place.

use serde_json::json;

use crate::{clean, json_lines, shown};

const END: &str = "response completed; tokens: 2 input, 3 output, 5 total; resp_1";

/// Runs the command on a terminal, which Python has, with the parts of the stream one after the other.
fn on_terminal(environment: &[(&str, &str)], parts: &[&str]) -> Option<String> {
    let script = "import os, pty, signal, sys
signal.alarm(30)
source, sink = os.pipe()
pid, terminal = pty.fork()
if pid == 0:
    os.dup2(source, 0)
    os.close(sink)
    os.execv(sys.argv[1], [sys.argv[1], 'show'])
os.close(source)
out = b''
for part in sys.argv[2:]:
    os.write(sink, part.encode())
    while b'\\x1b[?7h' not in out.rpartition(b'SENT')[2]:
        out += os.read(terminal, 65536)
    out += b'SENT'
os.close(sink)
try:
    while True:
        data = os.read(terminal, 65536)
        if not data:
            break
        out += data
except OSError:
    pass
sys.stdout.buffer.write(out.replace(b'SENT', b'').replace(b'\\r\\n', b'\\n'))";
    let mut python = std::process::Command::new("python3");
    python.args(["-c", script, env!("CARGO_BIN_EXE_response-event")]).args(parts).env_remove("NO_COLOR");
    python.env("TERM", "xterm").envs(environment.iter().copied());
    match python.output() {
        Err(error) => {
            eprintln!("not run: a terminal needs python3: {error}");
            None
        }
        Ok(output) => Some(shown(&output).1),
    }
}

#[test]
fn on_a_terminal_the_table_is_drawn_again_in_place() {
    let text = json_lines(&clean());
    let events: Vec<_> = text.split_inclusive('\n').collect();
    let parts = [events[..4].concat(), events[4..5].concat(), events[5..].concat()];
    let Some(out) = on_terminal(&[], &parts.each_ref().map(String::as_str)) else { return };
    let header = "\u{1b}[1mindex  type     status       content\u{1b}[0m\n";
    let draw = |to_top: &str, text: &str, end: &str| {
        let lines = [header, &format!("    0  message  in_progress  {text}\n"), end];
        format!("\u{1b}[?7l{to_top}\u{1b}[2K{}\u{1b}[J\u{1b}[?7h", lines.join("\u{1b}[2K"))
    };
    let end = "response in_progress; resp_1\n";
    assert!(out.starts_with(&(draw("", "One", end) + &draw("\u{1b}[3A\r", "One day", end))), "{out:?}");
    let header = "\u{1b}[1mindex  type     status     content\u{1b}[0m\n";
    assert!(out.ends_with(&format!("\u{1b}[J{header}    0  message  completed  One day\n{END}\n")), "{out:?}");
}

#[test]
fn on_a_terminal_the_end_of_a_growing_text_is_shown_without_colors_if_they_are_unwanted() {
    let mut events = clean()[..4].to_vec();
    events[3]["delta"] = json!(format!("{}the end", "word ".repeat(50)));
    let environment = [("NO_COLOR", "1"), ("COLUMNS", "50")];
    let Some(out) = on_terminal(&environment, &[&json_lines(&events)]) else { return };
    assert!(out.contains("    0  message  in_progress  …d word word the end\n"), "{out:?}");
    assert!(!out.contains("\u{1b}[1m") && !out.contains("\u{1b}[0m"), "{out:?}");
    // A terminal without escape sequences gets what a pipe gets.
    let Some(out) = on_terminal(&[("TERM", "dumb")], &[]) else { return };
    assert!(!out.contains('\u{1b}'), "{out:?}");
}
