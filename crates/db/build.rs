//! Embeds the steps of `migrations/`: what a step says to both databases, and what only one of them is told.

use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

const FOLDER: &str = "../../migrations";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut folders = fs::read_dir(root.join(FOLDER))?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    let mut steps = String::from("&[\n");
    for folder in &folders {
        println!("cargo::rerun-if-changed={}", folder.display());
        steps.push_str(&step(folder)?);
    }
    steps.push(']');
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("steps.rs"), steps)
}

fn step(folder: &Path) -> io::Result<String> {
    let name = folder
        .file_name()
        .and_then(|name| name.to_str())
        .ok_or_else(|| io::Error::other("a step whose name is not text"))?;
    let both = |backend: &str| -> io::Result<String> {
        // Taken back in the opposite order: what one database was told last goes first.
        let up = include(folder, &["up.sql", &format!("up.{backend}.sql")])?;
        let down = include(folder, &[&format!("down.{backend}.sql"), "down.sql"])?;
        Ok(format!("Script {{ up: {up}, down: {down} }}"))
    };
    let mut text = String::new();
    writeln!(
        text,
        "Step {{ name: {name:?}, sqlite: {}, postgres: {} }},",
        both("sqlite")?,
        both("postgres")?
    )
    .map_err(io::Error::other)?;
    Ok(text)
}

/// The expression that is the text of those of the files that are there; one at least has to be.
fn include(folder: &Path, files: &[&str]) -> io::Result<String> {
    let there: Vec<_> = files
        .iter()
        .map(|file| folder.join(file))
        .filter(|path| path.exists())
        .collect();
    if there.is_empty() {
        let missing = format!("{} has none of {files:?}", folder.display());
        return Err(io::Error::other(missing));
    }
    let texts: Vec<_> = there
        .iter()
        .map(|path| format!("include_str!({path:?}), \"\\n\""))
        .collect();
    Ok(format!("concat!({})", texts.join(", ")))
}
