//! Tells the tests that the repository is around them. The published package has neither this file nor `../tests`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-cfg=repository");
}
