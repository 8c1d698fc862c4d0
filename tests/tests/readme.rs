//! The README's first example, in a package that has nothing but the README's `[dependencies]`.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_first_example_prints_what_the_readme_says() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of the workspace");
    let readme = repository.join("README.md");
    let readme = fs::read_to_string(&readme).unwrap_or_else(|error| panic!("{}: {error}", readme.display()));
    let (manifest, readme) = first_block(&readme, "toml");
    let (source, readme) = first_block(readme, "rust");
    let (printed, _) = first_block(readme, "text");

    // The crates are not on crates.io.
    let crates = [("response-event", "core"), ("response-event-macros", "macros")];
    let patches = crates.map(|(name, folder)| format!("{name}.path = {:?}\n", repository.join(folder)));
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let builds = temporary.parent().expect("the folder is inside the one for builds");
    let package = temporary.join("readme");
    let write = |file: &str, text: &str| {
        let path = package.join(file);
        fs::create_dir_all(path.parent().expect("the path is inside the package"))
            .and_then(|()| fs::write(&path, text))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"readme\"\nedition = \"2024\"\n\n{manifest}\n[patch.crates-io]\n{}\n\
             [lints.rust]\nwarnings = \"deny\"\n\n[workspace]\n",
            patches.concat()
        ),
    );
    write("src/main.rs", source);

    let mut cargo = Command::new(env!("CARGO"));
    // Builds go where the workspace's dependencies are built, and downloaded: so it needs no network.
    cargo.args(["run", "--quiet", "--offline", "--manifest-path"]).arg(package.join("Cargo.toml"));
    cargo.arg("--target-dir").arg(builds);
    let output = cargo.output().unwrap_or_else(|error| panic!("{}: {error}", env!("CARGO")));
    let errors = String::from_utf8_lossy(&output.stderr);
    let package = package.display();
    assert!(output.status.success(), "the example fails with the README's `[dependencies]`, in {package}:\n{errors}");
    let output = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output, printed, "the example's output is on the left, the README's on the right");
}

/// Returns the first fenced block of a language, and the text after it.
#[track_caller]
fn first_block<'a>(markdown: &'a str, language: &str) -> (&'a str, &'a str) {
    let (_, rest) = markdown
        .split_once(&format!("```{language}\n"))
        .unwrap_or_else(|| panic!("the README has no such block: ```{language}"));
    rest.split_once("```\n").unwrap_or_else(|| panic!("no ``` ends the block ```{language}"))
}
