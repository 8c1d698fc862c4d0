//! The command `show`: the output items of a stream, as they come.

mod album;
mod content;
mod layout;
mod outcome;
mod responses;
mod screen;
mod unknown_types;
mod viewer;

use std::cell::RefCell;
use std::io::{self, Read, Write};
use std::path::Path;

use self::album::Album;
use self::responses::Responses;
use self::screen::Screen;
use self::viewer::Viewer;
use crate::arguments::Show;
use crate::failure::Failure;
use crate::input::{self, Input};

/// Shows a stream. Returns `true` if all of it could be read and its responses have ended.
pub(crate) fn run(show: &Show, output: &mut impl Write) -> Result<bool, Failure> {
    let source = input::open(&show.input).map_err(|error| input::failure(&show.input, &error))?;
    let folder = show.save.as_deref();
    let album =
        Album::new(folder).map_err(|error| input::failure(folder.map(Path::as_os_str).unwrap_or_default(), &error))?;
    let viewer = RefCell::new(Viewer::new(Screen::new(output), Responses::new(album)));
    let mut line = 1;
    let read = Input::new(Watched { source, viewer: &viewer }).for_each(|piece| {
        if piece.line > 0 {
            line = piece.line;
        }
        viewer.borrow_mut().take(line, piece.content).map_err(Failure::Output)
    });
    let is_clean = match &read {
        Err(Failure::Output(_)) => false,
        Err(Failure::Input(_)) if !viewer.borrow().has_events() => false,
        // What was read so far stands.
        Ok(()) | Err(Failure::Input(_)) => viewer.into_inner().finish().map_err(Failure::Output)?,
    };
    match read {
        Err(Failure::Input(error)) => Err(input::failure(&show.input, &error)),
        read => read.map(|()| is_clean),
    }
}

/// A source that has what was read so far shown before it waits for more.
struct Watched<'a, 'o, R, W> {
    source: R,
    viewer: &'a RefCell<Viewer<'o, W>>,
}

impl<R: Read, W: Write> Read for Watched<'_, '_, R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.viewer.borrow_mut().wait();
        self.source.read(buffer)
    }
}
