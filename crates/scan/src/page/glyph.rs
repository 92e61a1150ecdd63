//! The page's own drawings: signs of verdicts, marks of icons. 24 by 24, in the colour of the text.

use facts::PageAppKind;
use maud::{Markup, PreEscaped, html};

fn drawing(class: &str, paths: &str) -> Markup {
    html! { svg class=(class) viewBox="0 0 24 24" aria-hidden="true" focusable="false" { (PreEscaped(paths)) } }
}

/// A mark of one line.
fn line(d: &str) -> Markup {
    drawing("i", &format!("<path d=\"{d}\"/>"))
}

/// The sign of a verdict.
pub(super) fn sign(face: &str) -> Markup {
    const SHIELD: &str = "M12 2.2l8 3v6.3c0 4.9-3.3 8.6-8 10.3-4.7-1.7-8-5.4-8-10.3V5.2z";
    let d = match face {
        "valid" => "M7.8 12.2l3 3 5.6-6.2",
        "inactive" => "M12 7.5v4.8l3 1.9",
        "voided" => "M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2",
        "recalled" => "M9.5 8.5L7 11l2.5 2.5M7 11h6.5a3.2 3.2 0 0 1 0 6.4H11",
        "expired" => "M12 7v5.5l3.5 2M5 4l14 16",
        "not-issued" => "M9.4 9.3a2.7 2.7 0 1 1 3.8 2.9c-.8.4-1.2.9-1.2 1.8M12 16.8v.01",
        "unknown" => "M9.4 9.3a2.7 2.7 0 1 1 3.8 2.9c-.8.4-1.2.9-1.2 1.8M12 16.8v.01",
        "malformed" => "M8 8h3v3H8zM13 8h3v3M8 16v-3h3M14 14l2.5 2.5M16.5 14L14 16.5",
        _ => "M12 7v6M12 16.5v.01",
    };
    let ground = match face {
        "inactive" | "expired" | "unknown" | "unavailable" => {
            "<circle class=\"g\" cx=\"12\" cy=\"12\" r=\"10\"/>".to_owned()
        }
        "malformed" => {
            "<rect class=\"g\" x=\"2.5\" y=\"2.5\" width=\"19\" height=\"19\" rx=\"4\"/>".to_owned()
        }
        _ => format!("<path class=\"g\" d=\"{SHIELD}\"/>"),
    };
    drawing("sign", &format!("{ground}<path d=\"{d}\"/>"))
}

/// The mark of an icon at the foot of the page.
pub(super) fn app(kind: PageAppKind) -> Markup {
    line(match kind {
        PageAppKind::Jd => "M5 8h14l-1 12H6zM9 8V6a3 3 0 0 1 6 0v2M9 12a3 3 0 0 0 6 0",
        PageAppKind::Taobao => "M3 5h2.5l2 10h9.5l2-7H7M9 19.5v.01M16 19.5v.01",
        PageAppKind::Wechat => {
            "M9.5 4C5.9 4 3 6.4 3 9.3c0 1.7.9 3.1 2.4 4.1L5 16l2.7-1.4c.6.1 1.2.2 1.8.2M21 14.5c0-2.5-2.5-4.5-5.5-4.5S10 12 10 14.5s2.5 4.5 5.5 4.5c.6 0 1.1-.1 1.6-.2L19.5 20l-.5-2.1c1.2-.8 2-2 2-3.4"
        }
        PageAppKind::Alibaba => "M3 20V10l6 4v-4l6 4V5h6v15zM7 17h2M12 17h2M17 17h1",
        PageAppKind::Other => {
            "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9s1.3-6.4 3.8-9"
        }
    })
}

/// Of a link that leads away.
pub(super) fn away() -> Markup {
    line("M9 5H5v14h14v-4M13 5h6v6M19 5l-8 8")
}

/// Of a document.
pub(super) fn document() -> Markup {
    line("M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6")
}

/// Of a picture to be enlarged.
pub(super) fn zoom() -> Markup {
    line("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20M10.5 8v5M8 10.5h5")
}

/// Of something closed.
pub(super) fn close() -> Markup {
    line("M6 6l12 12M18 6L6 18")
}

/// Of going on.
pub(super) fn forth() -> Markup {
    line("M9 5l7 7-7 7")
}

/// Of what was compared by the platform.
pub(super) fn check() -> Markup {
    line("M5 12.5l4.5 4.5L19 7")
}

/// Of something that changed.
pub(super) fn changed() -> Markup {
    line("M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5")
}

/// Of words to the maker.
pub(super) fn speech() -> Markup {
    line("M4 5h16v11H11l-4 4v-4H4z")
}
