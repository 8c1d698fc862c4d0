//! Writes images to files in one folder.

use std::env;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use response_event::Number;
use response_event::events::ImageGenCallPartialImage;

pub(crate) struct Images {
    /// The folder that the user asked for, if any.
    out: Option<PathBuf>,
    /// The folder of the images, created with the first one.
    folder: Option<PathBuf>,
}

impl Images {
    pub(crate) fn new(out: Option<PathBuf>) -> Self {
        Self { out, folder: None }
    }

    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Writes the image of an event to a new file and returns the name of the file.
    pub(crate) fn save(&mut self, partial: &ImageGenCallPartialImage, image: &[u8]) -> io::Result<String> {
        let folder = match &mut self.folder {
            Some(folder) => folder,
            none => none.insert(create_folder(self.out.as_deref())?),
        };
        // `item_id` could be the path of any file, numbers cannot.
        let name = format!("{}-{}", short(partial.output_index), short(partial.partial_image_index));
        create_new(folder, &name, extension(image), |path| File::create_new(path)?.write_all(image))
    }
}

fn create_folder(out: Option<&Path>) -> io::Result<PathBuf> {
    if let Some(folder) = out {
        fs::create_dir_all(folder).map_err(|error| in_folder(folder, &error))?;
        return Ok(folder.to_owned());
    }
    let parent = env::temp_dir();
    let name = format!("response-event-images-{}", process::id());
    let name = create_new(&parent, &name, "", |path| fs::create_dir(path))?;
    Ok(parent.join(name))
}

/// Calls `create` with the names `NAME`, `NAME_2`, `NAME_3` … until it finds one that does not exist. Returns that name.
fn create_new(
    folder: &Path,
    name: &str,
    extension: &str,
    create: impl Fn(&Path) -> io::Result<()>,
) -> io::Result<String> {
    let mut candidate = format!("{name}{extension}");
    let mut count = 1_u32;
    loop {
        match create(&folder.join(&candidate)) {
            Ok(()) => return Ok(candidate),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                count += 1;
                candidate = format!("{name}_{count}{extension}");
            }
            Err(error) => return Err(in_folder(folder, &error)),
        }
    }
}

fn in_folder(folder: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
}

/// Returns a number as part of a file name. A JSON number can have hundreds of digits.
fn short(number: Number) -> String {
    number.to_string().chars().take(20).collect()
}

/// Returns the extension for a file of this content. The field `output_format` is optional.
fn extension(image: &[u8]) -> &'static str {
    match image {
        [0x89, b'P', b'N', b'G', ..] => ".png",
        [0xff, 0xd8, 0xff, ..] => ".jpg",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => ".webp",
        _ => ".bin",
    }
}
