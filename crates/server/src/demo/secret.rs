use std::io;

/// Classes a password of either policy draws from; nothing that is easily misread.
const CLASSES: [&[u8]; 4] = [
    b"ABCDEFGHJKLMNPQRSTUVWXYZ",
    b"abcdefghijkmnpqrstuvwxyz",
    b"23456789",
    b"!@#%*+-=?",
];

/// Sixteen random characters, of all classes: right for both password policies (88 bits or more).
pub(super) fn password() -> io::Result<String> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)?;
    Ok(random
        .iter()
        .enumerate()
        .filter_map(|(i, byte)| {
            let class = CLASSES.iter().cycle().nth(i)?;
            class.get(usize::from(*byte) % class.len())
        })
        .map(|&c| char::from(c))
        .collect())
}
