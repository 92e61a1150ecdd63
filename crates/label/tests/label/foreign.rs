//! Logos are bytes of strangers: what they must not do.

use crate::{
    logo::{SVG, jpeg_file, png_file, svg},
    payload::Random,
};
use label::{Correction, Format, Logo, MAX_LOGO_BYTES, Picture, Renderer};

fn refusal(bytes: &[u8]) -> &'static str {
    Logo::new(bytes).unwrap_err().code()
}

/// Nothing a drawing refers to by address is looked at.
#[test]
fn drawings_reach_no_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("secret.png");
    std::fs::write(&path, png_file(8, 8, [0, 0, 0, 255])).unwrap();
    let drawing = std::fs::write(
        directory.path().join("secret.svg"),
        format!("{SVG}<rect width='9' height='9'/></svg>"),
    );
    drawing.unwrap();
    let path = path.display().to_string();
    for address in [
        &*path,
        &format!("file://{path}"),
        &path.replace(".png", ".svg"),
        "/etc/passwd",
        "http://localhost/x.png",
    ] {
        for attribute in ["href", "xlink:href"] {
            let image = format!(
                r#"<image xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" {attribute}="{address}"/>"#
            );
            assert_eq!(svg(&image).unwrap_err().code(), "logo_blank", "{address}");
        }
    }
    // A whole drawing in another, which might again refer to files.
    let inner = r#"<image width="10" height="10" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E"/>"#;
    assert_eq!(svg(inner).unwrap_err().code(), "logo_blank");
    // An external entity is none.
    let entity = format!(
        r#"<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{path}">]>{SVG}<rect width="1" height="1"/>&x;</svg>"#
    );
    assert!(matches!(
        Logo::new(entity.as_bytes()).map(drop),
        Ok(()) | Err(label::Error::LogoUnreadable)
    ));
}

/// No byte of the file gets into a picture.
#[test]
fn nothing_is_copied() {
    let logo = svg(
        r#"<script>alert("copied")</script><!-- copied --><rect id="copied" onclick="copied()" width="9" height="9"/>"#,
    );
    let picture = Picture {
        format: Format::Svg,
        correction: Correction::High,
        logo: logo.ok(),
        ..Picture::default()
    };
    let mut file = Vec::new();
    Renderer::new(picture).unwrap().render("text", &mut file).unwrap();
    let file = String::from_utf8(file).unwrap();
    assert!(!file.contains("copied") && !file.contains("script") && file.contains("data:image/png;base64,"));
}

#[test]
fn logos_are_measured_before_they_are_decoded() {
    let mut bomb = png_file(1, 1, [0; 4]);
    for side in [4_097_u32, 50_000, u32::MAX] {
        bomb[16..20].copy_from_slice(&side.to_be_bytes());
        bomb[20..24].copy_from_slice(&side.to_be_bytes());
        assert_eq!(refusal(&bomb), "logo_too_many_pixels");
    }
    let mut jpeg = jpeg_file();
    let frame = jpeg.windows(2).position(|marker| marker == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xC3, 0x50, 0xC3, 0x50]);
    assert_eq!(refusal(&jpeg), "logo_too_many_pixels");
    assert_eq!(refusal(&vec![0; MAX_LOGO_BYTES + 1]), "logo_too_many_bytes");
    // The same inside a drawing.
    let embedded: String = bomb.iter().map(|byte| format!("%{byte:02X}")).collect();
    let image = format!(r#"<image width="10" height="10" href="data:image/png,{embedded}"/>"#);
    assert_eq!(svg(&image).unwrap_err().code(), "logo_blank");
}

#[test]
fn what_is_no_logo_is_refused() {
    for bytes in [
        &b""[..],
        b"text",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"\xFF\xD8\xFF",
        b"<html/>",
        b"\x1f\x8b",
    ] {
        assert_eq!(refusal(bytes), "logo_unreadable", "{bytes:?}");
    }
    assert_eq!(
        refusal(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        "logo_blank"
    );
    assert_eq!(svg("").unwrap_err().code(), "logo_blank");
    assert_eq!(
        svg(r##"<rect width="9" height="9" fill="#fff"/>"##)
            .unwrap_err()
            .code(),
        "logo_blank"
    );
    assert_eq!(svg("<text>Pinma</text>").unwrap_err().code(), "logo_has_text");
    let damaged = png_file(30, 30, [0, 0, 0, 255]);
    assert!(Logo::new(&damaged[..damaged.len() / 2]).is_err());
}

/// Short files that mean a lot of work.
#[test]
fn drawings_are_weighed() {
    let many = |element: &str, from: &str, to: &str| {
        format!("<g id=\"{to}\">{}</g>", element.replace("$", from).repeat(12))
    };
    let mut uses = "<rect id=\"a0\" width=\"1\" height=\"1\"/>".to_owned();
    let mut masks = "<mask id=\"m0\"><rect width=\"9\" height=\"9\" fill=\"white\"/></mask>".to_owned();
    let mut patterns =
        "<pattern id=\"p0\" width=\"1\" height=\"1\"><rect width=\"9\" height=\"9\"/></pattern>".to_owned();
    for level in 1..9 {
        uses += &many(
            "<use href=\"#$\"/>",
            &format!("a{}", level - 1),
            &format!("a{level}"),
        );
        let rect = format!(
            r#"<rect width="9" height="9" fill="white" mask="url(#m{})"/>"#,
            level - 1
        );
        masks += &format!("<mask id=\"m{level}\">{}</mask>", rect.repeat(12));
        let rect = format!(r#"<rect width="9" height="9" fill="url(#p{})"/>"#, level - 1);
        patterns += &format!(
            r#"<pattern id="p{level}" width="1" height="1">{}</pattern>"#,
            rect.repeat(12)
        );
    }
    let drawings = [
        format!("<defs>{uses}</defs><use href=\"#a8\"/>"),
        format!("<defs>{masks}</defs><rect width=\"9\" height=\"9\" mask=\"url(#m8)\"/>"),
        format!("<defs>{patterns}</defs><rect width=\"9\" height=\"9\" fill=\"url(#p8)\"/>"),
        "<rect width=\"9\" height=\"9\"/>".repeat(30_000),
        format!("{}<rect width=\"9\" height=\"9\"/>{}", "<g opacity=\"0.9\">".repeat(500), "</g>".repeat(500)),
        format!("{}<rect width=\"9\" height=\"9\"/>{}", "<g>".repeat(100_000), "</g>".repeat(100_000)),
        r#"<filter id="f"><feMorphology operator="dilate" radius="999"/></filter><rect width="9" height="9" filter="url(#f)"/>"#.to_owned(),
        "<style>g g g g g g g g rect { fill: red }</style><rect width='9' height='9'/>".to_owned(),
        "<rect id=\"r\" width=\"9\" height=\"9\" fill=\"url(#q)\"/><pattern id=\"q\" width=\"1\" height=\"1\"><use href=\"#r\"/></pattern>".to_owned(),
    ];
    for (index, drawing) in drawings.iter().enumerate() {
        let before = std::time::Instant::now();
        let result = svg(drawing);
        assert!(before.elapsed().as_secs() < 20, "drawing {index} takes too long");
        if index < 9 {
            let code = result.unwrap_err().code();
            assert!(
                matches!(code, "logo_too_complex" | "logo_unreadable"),
                "drawing {index}: {code}"
            );
        }
    }
}

proptest::proptest! {
    /// Nothing a file may contain makes a panic.
    #[test]
    fn damaged_logos_do_no_harm(seed: u64, jpeg: bool) {
        let mut random = Random(seed);
        let mut file = if jpeg { jpeg_file() } else { png_file(20, 20, [1, 2, 3, 255]) };
        for _ in 0..=random.below(4) {
            let at = random.below(file.len());
            file[at] = random.below(256) as u8;
        }
        file.truncate(file.len() - random.below(3));
        drop(Logo::new(&file));
    }
}
