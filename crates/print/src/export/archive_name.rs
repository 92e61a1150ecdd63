//! Names in an archive that are different files wherever it is unpacked.

use super::Run;
use std::collections::HashMap;

/// What stands in names that would not be names of their own: no serial and no batch number has it.
const MARK: char = '~';

/// The names of devices in Windows, whatever stands behind a dot; COM and LPT have a digit after them.
const DEVICES: &[&str] = &["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
const PORTS: &[&str] = &["COM", "LPT"];

/// Marks the runs whose names differ from those of others in nothing but capitals: where case does not count, one would take the
/// place of the other.
pub(super) fn tell_apart(runs: &mut [Run]) {
    let mut spellings: HashMap<(String, i64), Vec<String>> = HashMap::new();
    for run in runs {
        let known = spellings
            .entry((run.name_start.to_ascii_lowercase(), run.width))
            .or_default();
        let place = known.iter().position(|spelling| *spelling == run.name_start);
        let place = place.unwrap_or_else(|| {
            known.push(run.name_start.clone());
            known.len() - 1
        });
        if place > 0 {
            run.name_end = format!("{MARK}{}", place + 1);
        }
    }
}

/// Appends a name, with a mark before it if a device has it.
pub(super) fn push_name(name: &str, to: &mut String) {
    if is_device(name) {
        to.push(MARK);
    }
    to.push_str(name);
}

fn is_device(name: &str) -> bool {
    let base = name.split('.').next().unwrap_or_default();
    let is = |device: &&str| base.eq_ignore_ascii_case(device);
    let port = base.strip_suffix(|c: char| c.is_ascii_digit());
    DEVICES.iter().any(is) || port.is_some_and(|port| PORTS.iter().any(|p| port.eq_ignore_ascii_case(p)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(start: &str, width: i64) -> Run {
        Run {
            uri_start: String::new(),
            name_start: start.to_owned(),
            name_end: String::new(),
            prefix: start.to_owned(),
            width,
            first: 1,
            last: 9,
            batch_no: None,
            made_on: None,
            expires_on: None,
        }
    }

    #[test]
    fn names_that_differ_in_capitals_are_told_apart() {
        let mut runs = [
            run("A", 3),
            run("a", 3),
            run("A", 3),
            run("a", 4),
            run("AB", 0),
            run("aB", 0),
            run("ab", 0),
        ];
        tell_apart(&mut runs);
        assert_eq!(runs.map(|run| run.name_end), ["", "~2", "", "", "", "~2", "~3"]);
    }

    #[test]
    fn devices_are_no_files() {
        let named = |name: &str| {
            let mut to = String::new();
            push_name(name, &mut to);
            to
        };
        for device in [
            "CON", "nul", "Aux", "PRN", "COM1", "lpt9", "com0", "NUL.A", "LPT1.x.y", "conin$",
        ] {
            assert_eq!(named(device), format!("~{device}"));
        }
        for name in ["CONS", "COM", "COM10", "A.NUL", "LPT1A", "", "A001", "%2FCON"] {
            assert_eq!(named(name), name);
        }
    }
}
