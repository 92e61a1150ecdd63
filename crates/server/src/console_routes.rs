//! Which addresses are pages of the console.

/// The addresses of all pages, one a line, as the console's router has them; a test of the console compares the two.
const ROUTES: &str = include_str!("console_routes.txt");

/// Whether the console has a page at this address. A slash at the end is tolerated, as its router does.
pub(crate) fn is_one(path: &str) -> bool {
    let bare = path.strip_suffix('/').filter(|bare| !bare.is_empty());
    ROUTES.lines().any(|route| fits(route, bare.unwrap_or(path)))
}

/// Whether a path is one the route means, `:…` standing for one segment.
fn fits(route: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (route.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(w), Some(g)) if w == g || (w.starts_with(':') && !g.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn only_the_pages_of_the_console_are() {
        for page in [
            "/",
            "/login",
            "/products",
            "/products/",
            "/products/new",
            "/products/01a2",
            "/products/01a2/edit",
        ] {
            assert!(is_one(page), "{page}");
        }
        for none in [
            "",
            "/no/such/thing",
            "/products//edit",
            "/products/1/2",
            "/01",
            "/00/1",
            "/assets/x.js",
        ] {
            assert!(!is_one(none), "{none}");
        }
    }
}
