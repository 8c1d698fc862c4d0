//! Where the pictures go: files in one folder, named by the place of the picture in its response.

use std::collections::HashMap;
use std::env;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use response_event::Number;
use response_event::events::ImageGenCallPartialImage;

pub(crate) struct Pictures {
    /// The folder that was asked for, or the one that has been made.
    folder: Option<PathBuf>,
    /// The size in bytes of the latest picture of each item.
    sizes: HashMap<Number, usize>,
    written: usize,
    bytes: usize,
}

impl Pictures {
    pub(crate) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, sizes: HashMap::new(), written: 0, bytes: 0 }
    }

    /// Writes one picture, `image` being what goes into its file; nothing if that is empty.
    pub(crate) fn save(&mut self, partial: &ImageGenCallPartialImage, image: &[u8]) -> io::Result<()> {
        if image.is_empty() {
            return Ok(());
        }
        // The item's id is text of the stream's choosing and could name any file; numbers cannot.
        let name = format!("{}-{}", short(partial.output_index), short(partial.partial_image_index));
        let folder = self.folder()?;
        write_new(folder, &name, extension(image), image).map_err(|error| about(folder, &error))?;
        self.sizes.insert(partial.output_index, image.len());
        self.written += 1;
        self.bytes += image.len();
        Ok(())
    }

    /// How many bytes the latest picture of an item has.
    pub(crate) fn size(&self, output_index: Number) -> Option<usize> {
        self.sizes.get(&output_index).copied()
    }

    /// How many pictures have been written, their bytes, and the folder; `None` if there were none.
    pub(crate) fn written(&self) -> Option<(usize, usize, &Path)> {
        let folder = self.folder.as_deref()?;
        (self.written > 0).then_some((self.written, self.bytes, folder))
    }

    /// The folder, which is made when the first picture comes.
    fn folder(&mut self) -> io::Result<&Path> {
        if self.written == 0 {
            let folder = match self.folder.take() {
                Some(folder) => fs::create_dir_all(&folder).map_err(|error| about(&folder, &error)).map(|()| folder)?,
                None => new_temporary_folder().map_err(|error| about(&env::temp_dir(), &error))?,
            };
            self.folder = Some(folder);
        }
        self.folder.as_deref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// The same error, naming the folder.
fn about(folder: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
}

/// Makes a folder that was not there before: everybody may write to the place it is made in.
fn new_temporary_folder() -> io::Result<PathBuf> {
    let name = format!("response-event-images-{}", process::id());
    first_free(|ending| {
        let folder = env::temp_dir().join(format!("{name}{ending}"));
        fs::create_dir(&folder).map(|()| folder)
    })
}

/// Writes a file that was not there before.
fn write_new(folder: &Path, name: &str, extension: &str, content: &[u8]) -> io::Result<()> {
    let mut file = first_free(|ending| File::create_new(folder.join(format!("{name}{ending}.{extension}"))))?;
    file.write_all(content)
}

/// Tries names with the endings "", "_2", "_3" … until one is free.
fn first_free<T>(make: impl Fn(&str) -> io::Result<T>) -> io::Result<T> {
    let mut result = make("");
    let mut count = 2_u32;
    while result.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists) {
        result = make(&format!("_{count}"));
        count += 1;
    }
    result
}

/// A number for a file name: a JSON number can have hundreds of digits.
fn short(number: Number) -> String {
    number.to_string().chars().take(20).collect()
}

/// What a file of this content is called; the stream may say something else in `output_format`, or nothing.
fn extension(image: &[u8]) -> &'static str {
    match image {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpg",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "webp",
        _ => "bin",
    }
}
