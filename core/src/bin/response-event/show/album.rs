//! The pictures of the stream: decoded, measured and, if wanted, saved.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use response_event::Number;
use response_event::events::ImageError;
use response_event::payload::ImageGenerationCall;

use super::content::Piece;
use crate::picture::Format;

/// Characters of a lane in the name of a file.
const MAX_LANE: usize = 40;

/// The folder for pictures, if they are saved.
pub(crate) struct Album(Option<PathBuf>);

/// The pictures of one response, by the index of their item.
#[derive(Default)]
pub(crate) struct Pictures(BTreeMap<Number, Progress>);

/// The pictures of one item so far.
#[derive(Default)]
struct Progress {
    partials: u64,
    is_complete: bool,
    latest: Option<Picture>,
}

/// The facts about a picture.
struct Picture {
    format: Format,
    size: Option<(u32, u32)>,
    bytes: usize,
}

/// The item that a picture belongs to.
pub(crate) struct Owner<'a> {
    pub(crate) stream_id: Option<&'a str>,
    /// The number of the response on its lane, from 1.
    pub(crate) response: u64,
    pub(crate) index: Number,
}

impl Album {
    /// Creates the folder if it does not exist.
    pub(crate) fn new(folder: Option<&Path>) -> io::Result<Self> {
        folder.map_or(Ok(()), fs::create_dir_all)?;
        Ok(Self(folder.map(Path::to_path_buf)))
    }

    /// Saves a picture if pictures are saved. The name has letters, digits, `-`, `_` and `.` alone.
    fn save(&self, owner: &Owner<'_>, partial: Option<u64>, format: Format, bytes: &[u8]) -> Result<(), String> {
        let Some(folder) = &self.0 else { return Ok(()) };
        let mut name = owner.stream_id.map_or(String::new(), |lane| file_name(lane) + "-");
        if owner.response > 1 {
            name.extend(["response-", &owner.response.to_string(), "-"]);
        }
        name += &owner.index.to_string();
        if let Some(partial) = partial {
            name.extend(["-partial-", &partial.to_string()]);
        }
        let path = folder.join(name + "." + format.extension());
        let written =
            OpenOptions::new().write(true).create_new(true).open(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => format!("{} exists and is not overwritten", path.display()),
            _ => format!("{}: {error}", path.display()),
        })
    }
}

impl Pictures {
    /// Takes a partial picture.
    pub(crate) fn add_partial(
        &mut self,
        album: &Album,
        owner: &Owner<'_>,
        decoded: Result<Vec<u8>, ImageError>,
    ) -> Result<(), String> {
        let progress = self.0.entry(owner.index).or_default();
        progress.partials += 1;
        progress.take(album, owner, Some(progress.partials - 1), decoded)
    }

    /// Takes the result of a call, once.
    pub(crate) fn complete(
        &mut self,
        album: &Album,
        owner: &Owner<'_>,
        call: &ImageGenerationCall,
    ) -> Result<(), String> {
        let progress = self.0.entry(owner.index).or_default();
        if call.result.is_none() || progress.is_complete {
            return Ok(());
        }
        progress.is_complete = true;
        progress.take(album, owner, None, call.decode_image())
    }

    /// Returns the words about the pictures of an item.
    pub(crate) fn piece(&self, index: Option<Number>) -> Option<Piece<'static>> {
        let progress = self.0.get(&index?)?;
        let mut words = Vec::new();
        if let Some(Picture { format, size, bytes }) = &progress.latest {
            words.push(match size {
                Some((width, height)) => format!("{} {width}×{height}", format.name()),
                None => format.name().to_owned(),
            });
            words.push(format!("{bytes} bytes"));
        }
        match progress.partials {
            0 => {}
            1 => words.push("1 partial".to_owned()),
            partials => words.push(format!("{partials} partials")),
        }
        Some(Piece::new("", words.join(", ")))
    }
}

impl Progress {
    fn take(
        &mut self,
        album: &Album,
        owner: &Owner<'_>,
        partial: Option<u64>,
        decoded: Result<Vec<u8>, ImageError>,
    ) -> Result<(), String> {
        let bytes = decoded.map_err(|error| format!("item {}: {error}", owner.index))?;
        let format = Format::of(&bytes);
        self.latest = Some(Picture { format, size: format.size(&bytes), bytes: bytes.len() });
        album.save(owner, partial, format, &bytes)
    }
}

/// Returns a lane as part of the name of a file.
fn file_name(lane: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    lane.chars().take(MAX_LANE).map(|character| if is_plain(character) { character } else { '_' }).collect()
}
