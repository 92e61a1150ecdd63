//! Whether a PDF opens without a password (ISO 32000-2, 7.6.4). Many are enciphered so that nobody changes them and open for
//! everyone; one that asks for a password can be read by no consumer.

use super::{
    pdf_object::{first_string, is_word, last_object, number, string},
    rc4::rc4,
};
use aes::{
    Aes128,
    cipher::{BlockCipherEncrypt, KeyInit},
};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

/// What a password is filled up with, and so the empty one (algorithm 2).
const PADDING: [u8; 32] = *b"\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A";

/// Whether a PDF is enciphered with a password that is not empty. One whose encryption cannot be understood is left to its readers.
pub(super) fn needs_password(pdf: &[u8]) -> bool {
    let Some(encryption) = last_object(pdf, b"/Encrypt") else {
        return false;
    };
    let id = last_object(pdf, b"/ID")
        .and_then(first_string)
        .unwrap_or_default();
    opens_for_everyone(encryption, &id) == Some(false)
}

fn opens_for_everyone(encryption: &[u8], id: &[u8]) -> Option<bool> {
    if !is_word(encryption, b"/Filter", b"/Standard") {
        // For the holders of certain keys.
        return Some(false);
    }
    let user = string(encryption, b"/U")?;
    match number(encryption, b"/R")? {
        revision @ 2..=4 => {
            let key = old_key(encryption, revision, id)?;
            Some(user.get(..16)? == old_check(&key, revision, id).get(..16)?)
        }
        5 => Some(user.get(..32)? == Sha256::digest(user.get(32..40)?).as_slice()),
        6 => Some(user.get(..32)? == hardened(user.get(32..40)?)?),
        _ => None,
    }
}

/// The key of the empty password (algorithm 2).
fn old_key(encryption: &[u8], revision: i64, id: &[u8]) -> Option<Vec<u8>> {
    let length = match revision {
        2 => 5,
        _ => usize::try_from(number(encryption, b"/Length").unwrap_or(40)).ok()? / 8,
    };
    // In the form with crypt filters the length stands there in bytes, and is 16.
    let length = if revision == 4 { 16 } else { length.clamp(5, 16) };
    let permissions = number(encryption, b"/P")? as i32;
    let mut digest = Md5::new();
    digest.update(PADDING);
    digest.update(string(encryption, b"/O")?.get(..32)?);
    digest.update(permissions.to_le_bytes());
    digest.update(id);
    if revision == 4 && is_word(encryption, b"/EncryptMetadata", b"false") {
        digest.update([0xff; 4]);
    }
    let mut key = digest.finalize().to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(key.get(..length)?).to_vec();
        }
    }
    key.truncate(length);
    Some(key)
}

/// What the key of a user's password makes of what is known (algorithms 4 and 5).
fn old_check(key: &[u8], revision: i64, id: &[u8]) -> Vec<u8> {
    if revision == 2 {
        return rc4(key, &PADDING);
    }
    let known = Md5::digest([&PADDING, id].concat());
    (0..20_u8).fold(known.to_vec(), |text, round| {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        rc4(&key, &text)
    })
}

/// The hash of the empty password with a salt (algorithm 2.B).
fn hardened(salt: &[u8]) -> Option<Vec<u8>> {
    let mut hash = Sha256::digest(salt).to_vec();
    for round in 1..=usize::from(u8::MAX) + 64 {
        let text = enciphered(&hash.repeat(64), hash.get(..16)?, hash.get(16..32)?)?;
        let rest = text.get(..16)?.iter().map(|byte| u32::from(*byte)).sum::<u32>() % 3;
        hash = match rest {
            0 => Sha256::digest(&text).to_vec(),
            1 => Sha384::digest(&text).to_vec(),
            _ => Sha512::digest(&text).to_vec(),
        };
        if round >= 64 && usize::from(*text.last()?) <= round - 32 {
            break;
        }
    }
    hash.truncate(32);
    Some(hash)
}

/// AES-128 in cipher block chaining, of whole blocks.
fn enciphered(text: &[u8], key: &[u8], start: &[u8]) -> Option<Vec<u8>> {
    let cipher = Aes128::new_from_slice(key).ok()?;
    let mut last: [u8; 16] = start.try_into().ok()?;
    let mut found = Vec::with_capacity(text.len());
    for block in text.as_chunks::<16>().0 {
        let mut mixed = *block;
        mixed
            .iter_mut()
            .zip(last)
            .for_each(|(byte, before)| *byte ^= before);
        let mut block = mixed.into();
        cipher.encrypt_block(&mut block);
        last = block.into();
        found.extend_from_slice(&last);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::needs_password;

    /// One empty page, enciphered by pypdf in each way there is: with a password for readers, and with one for changes alone.
    const PDFS: &[(&[u8], bool)] = &[
        (include_bytes!("testdata/rc4-40-user.pdf"), true),
        (include_bytes!("testdata/rc4-40-owner.pdf"), false),
        (include_bytes!("testdata/rc4-128-user.pdf"), true),
        (include_bytes!("testdata/rc4-128-owner.pdf"), false),
        (include_bytes!("testdata/aes-128-user.pdf"), true),
        (include_bytes!("testdata/aes-128-owner.pdf"), false),
        (include_bytes!("testdata/aes-256-r5-user.pdf"), true),
        (include_bytes!("testdata/aes-256-r5-owner.pdf"), false),
        (include_bytes!("testdata/aes-256-user.pdf"), true),
        (include_bytes!("testdata/aes-256-owner.pdf"), false),
    ];

    #[test]
    fn a_document_that_asks_for_a_password_is_told_from_one_that_may_not_be_changed() {
        for (i, (pdf, asks)) in PDFS.iter().enumerate() {
            assert_eq!(needs_password(pdf), *asks, "{i}");
        }
        assert!(!needs_password(b"%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF"));
        assert!(!needs_password(b"%PDF-1.4\ntrailer<</Encrypt 9 0 R>>\n%%EOF"));
        assert!(needs_password(
            b"%PDF-1.4\ntrailer<</Encrypt<</Filter/Adobe.PubSec>>>>\n%%EOF"
        ));
    }
}
