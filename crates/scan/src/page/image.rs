//! Pictures on the page: each browser fetches the size it shows.

use facts::PictureFacts;
use maud::{Markup, html};
use web::upload::SIZES;

/// How wide a picture is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Room {
    /// As wide as the page.
    Page,
    /// As wide as the screen.
    Screen,
    /// A small one among others.
    Leaf,
}

impl Room {
    /// The width, as browsers are told it.
    fn sizes(self) -> &'static str {
        match self {
            Self::Page => "(max-width:640px) 100vw,640px",
            Self::Screen => "100vw",
            Self::Leaf => "120px",
        }
    }
}

/// A picture that waits until it is looked at.
pub(super) fn image(picture: &PictureFacts, alt: &str, room: Room) -> Markup {
    drawn(picture, alt, room, false)
}

/// The first picture of the page, which is fetched at once.
pub(super) fn first_image(picture: &PictureFacts, alt: &str, room: Room) -> Markup {
    drawn(picture, alt, room, true)
}

fn drawn(picture: &PictureFacts, alt: &str, room: Room, is_first: bool) -> Markup {
    let set = source_set(picture);
    html! {
        img src=(picture.url) srcset=[set.as_deref()] sizes=[set.is_some().then_some(room.sizes())]
            width=(picture.width) height=(picture.height) alt=(alt)
            fetchpriority=[is_first.then_some("high")] loading=[(!is_first).then_some("lazy")] decoding="async";
    }
}

/// The addresses of a picture by width; none of one that has no smaller size.
fn source_set(picture: &PictureFacts) -> Option<String> {
    let smaller = SIZES
        .into_iter()
        .filter(|width| i64::from(*width) < picture.width);
    let mut set: Vec<String> = smaller
        .map(|width| format!("{}?w={width} {width}w", picture.url))
        .collect();
    set.push(format!("{} {}w", picture.url, picture.width));
    (set.len() > 1).then(|| set.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Id;
    use web::upload::FileUrl;

    #[test]
    fn a_browser_may_choose_among_the_sizes_there_are() {
        let set = |width| {
            let picture = PictureFacts {
                url: FileUrl(Id::new()),
                width,
                height: 100,
            };
            source_set(&picture).map(|set| set.replace(&picture.url.to_string(), "/p"))
        };
        assert_eq!(set(360), None);
        assert_eq!(set(464).as_deref(), Some("/p?w=360 360w,/p 464w"));
        assert_eq!(set(4032).as_deref(), Some("/p?w=360 360w,/p?w=720 720w,/p 4032w"));
    }
}
