//! Identification patterns: families of fine lines that meet, cross and bend.

use crate::geometry::{Path, Point, Rect};
use std::f32::consts::{PI, TAU};

/// Strands braided along a line, so that the last one meets the first.
pub(super) fn braid(from: Point, to: Point, reach: f32, strands: usize) -> Vec<Path> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    let periods = (length / (reach * 3.2)).round().max(1.0);
    let across = (-dy / length, dx / length);
    let strand = |number: usize| {
        let phase = TAU * number as f32 / strands as f32;
        Path::curve((periods * 6.0) as usize, move |t| {
            let away = reach * (TAU * periods * t + phase).sin();
            (
                from.0 + dx * t + across.0 * away,
                from.1 + dy * t + across.1 * away,
            )
        })
    };
    (0..strands).map(strand).collect()
}

/// Rings of petals around a point, each turned a little against the one before.
pub(super) fn rosette((x, y): Point, inner: f32, outer: f32, petals: usize, rings: usize) -> Vec<Path> {
    let (middle, reach) = ((outer + inner) / 2.0, (outer - inner) / 2.0);
    let ring = |number: usize| {
        let phase = TAU * number as f32 / rings as f32;
        Path::curve(petals * 6, move |t| {
            let radius = middle + reach * (TAU * petals as f32 * t + phase).sin();
            let (sin, cos) = (TAU * t).sin_cos();
            (x + radius * cos, y + radius * sin)
        })
    };
    (0..rings).map(ring).collect()
}

/// A bundle of waves that swells and narrows.
pub(super) fn ribbon(room: Rect, strands: usize) -> Vec<Path> {
    let (_, middle) = room.centre();
    let swings = (room.width / 13.0).clamp(1.0, 4.0);
    let strand = |number: usize| {
        let place = number as f32 / (strands - 1) as f32 * 2.0 - 1.0;
        Path::curve((room.width / 1.6) as usize + 4, move |t| {
            let wave = (TAU * swings * t).sin() * 0.35;
            let swell = (TAU * swings * t + PI / 3.0 + place).cos() * 0.62 * place;
            (
                room.x + room.width * t,
                middle + (wave * (1.0 - place.abs()) + swell) * room.height / 2.0,
            )
        })
    };
    (0..strands).map(strand).collect()
}

/// Lines across a rectangle that rise around a point, as if something lay under them.
pub(super) fn relief(room: Rect, centre: Point, reach: f32, distance: f32) -> Vec<Path> {
    let count = (room.height / distance) as usize;
    let line = |number: usize| {
        let y = room.y + (number as f32 + 0.5) * distance;
        Path::curve((room.width / 2.2) as usize + 4, move |t| {
            let x = room.x + room.width * t;
            let away = ((x - centre.0).powi(2) + (y - centre.1).powi(2)) / (reach * reach);
            let wave = (TAU * x / (reach * 1.3) + y / reach).sin() * distance * 0.35;
            (x, y - 2.6 * distance * (-away).exp() + wave)
        })
    };
    (0..count).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Segment;

    // F237: the lines are many, fine and closed in themselves.
    #[test]
    fn rings_meet_themselves() {
        for ring in rosette((10.0, 10.0), 2.0, 4.0, 12, 5) {
            let (Some(Segment::Move(first)), Some(Segment::Cubic(_, _, last))) =
                (ring.0.first(), ring.0.last())
            else {
                unreachable!()
            };
            assert!((first.0 - last.0).hypot(first.1 - last.1) < 0.01);
        }
    }
}
