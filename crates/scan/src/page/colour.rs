//! The colour a maker chose, made fit to read on and to be read.

/// Red, green and blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(u8, u8, u8);

/// What texts need against their ground (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

const WHITE: Colour = Colour(255, 255, 255);
const INK: Colour = Colour(0x1d, 0x21, 0x29);

/// The blue of the platform, where no colour was chosen.
const OURS: Colour = Colour(0x0f, 0x5b, 0xc4);

impl Colour {
    /// `#1668dc`; ours for anything else.
    pub(super) fn parse(hex: Option<&str>) -> Self {
        let digits = hex.and_then(|h| h.strip_prefix('#')).unwrap_or_default();
        match u32::from_str_radix(digits, 16) {
            Ok(n) if digits.len() == 6 && !digits.starts_with('+') => {
                let [_, red, green, blue] = n.to_be_bytes();
                Self(red, green, blue)
            }
            _ => OURS,
        }
    }

    /// The declarations of the page's style: the colour, what is written on it, and the same colour dark enough to be
    /// written in on white.
    pub(super) fn style(self) -> String {
        format!(
            ":root{{--theme:{};--deep:{};--on:{};--accent:{};--tint:{}}}",
            self.hex(),
            self.mixed(Self(0, 0, 0), 0.22).hex(),
            self.foreground().hex(),
            self.readable_on_white().hex(),
            self.mixed(WHITE, 0.92).hex(),
        )
    }

    /// White or ink, whichever is easier to read on this and on its deeper shade.
    fn foreground(self) -> Self {
        let deep = self.mixed(Self(0, 0, 0), 0.22);
        let worst = |on: Self| self.contrast(on).min(deep.contrast(on));
        if worst(WHITE) >= worst(INK) { WHITE } else { INK }
    }

    fn readable_on_white(self) -> Self {
        (0..=20)
            .map(|step| self.mixed(Self(0, 0, 0), f64::from(step) / 20.0))
            .find(|c| c.contrast(WHITE) >= READABLE && c.contrast(self.mixed(WHITE, 0.92)) >= READABLE)
            .unwrap_or(INK)
    }

    fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) * (1.0 - share) + f64::from(b) * share).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_chosen_can_be_read() {
        // F080: every 17th shade of each channel.
        for red in (0..=255).step_by(17) {
            for green in (0..=255).step_by(17) {
                for blue in (0..=255).step_by(17) {
                    let c = Colour(red, green, blue);
                    let accent = c.readable_on_white();
                    assert!(accent.contrast(WHITE) >= READABLE, "{c:?}");
                    // Large and bold on the theme itself: 3 is asked (1.4.3), of the worse of both shades.
                    assert!(c.contrast(c.foreground()) >= 3.0, "{c:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_colour_is_ours() {
        assert_eq!(Colour::parse(Some("#1668dc")), Colour(0x16, 0x68, 0xdc));
        for other in [None, Some("red"), Some("#fff"), Some("#12345g"), Some("#+12345")] {
            assert_eq!(Colour::parse(other), OURS, "{other:?}");
        }
    }
}
