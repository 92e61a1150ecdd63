//! Writes pictures of many kinds and what they say, to be tried with any reader: `samples <folder> [count]`.
//!
//! Beside each picture there is a `.txt` with its text.

#[path = "../tests/label/payload.rs"]
mod payload;

use label::{Correction, Format, Logo, Picture, Renderer, Size};
use payload::Random;
use std::{error::Error, path::PathBuf};

const LOGOS: [&str; 3] = [
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#d00"/><path d="M2 5l2 2 4-4" stroke="#fff" fill="none"/></svg>"##,
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>"#,
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" rx="3" fill="#06c"/></svg>"##,
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let count = arguments.next().map_or(Ok(300), |count| count.parse())?;
    std::fs::create_dir_all(&folder)?;
    let mut random = Random(2_026);
    let mut file = Vec::new();
    for number in 0..count {
        let format = random.pick(&[Format::Png, Format::Svg]);
        let (level, logo) = match random.below(3) {
            0 => (
                random.pick(&[Correction::Quartile, Correction::High]),
                Some(Logo::new(random.pick(&LOGOS).as_bytes())?),
            ),
            _ => (random.pick(&Correction::ALL), None),
        };
        let size = match random.below(4) {
            0 => Size::Print {
                millimetres: 40.0,
                dpi: random.pick(&[200, 300, 600]),
            },
            _ => Size::Pixels(random.pick(&[250, 300, 512, 900])),
        };
        let quiet_zone = random.pick(&[4, 4, 6, 10]);
        let text = match random.below(2) {
            0 => format!(
                "https://id.example.cn/01/06912345678904/10/LOT{}/21/{:015}",
                random.below(9999),
                random.below(1 << 40)
            ),
            _ => random.payload(90),
        };
        let kind = if logo.is_some() { "logo" } else { "plain" };
        let picture = Picture {
            format,
            size,
            quiet_zone,
            correction: level,
            logo,
            title: Some("Sample".to_owned()),
            describe: true,
        };
        Renderer::new(picture)?.render(&text, &mut file)?;
        let path = folder.join(format!("{number:04}-{kind}.{}", format.extension()));
        std::fs::write(&path, &file)?;
        std::fs::write(path.with_extension("txt"), text)?;
    }
    Ok(())
}
