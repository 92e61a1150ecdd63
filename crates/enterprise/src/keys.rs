use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use web::{Secret, keyed_hash};

/// Hashes SMS codes for keeping: six digits alone could be found from their hash in a blink, so there is a secret
/// in it, and what the code is bound to.
#[derive(Clone)]
pub struct SmsCodeKey(Hmac<Sha256>);

/// Recognises devices that signed in before.
#[derive(Clone)]
pub struct DeviceKey(Hmac<Sha256>);

impl SmsCodeKey {
    /// The key from its secret.
    #[must_use]
    pub fn new(secret: &Secret) -> Self {
        Self(keyed_hash(secret))
    }

    pub(crate) fn hash(&self, phone: &str, purpose: &str, code: &str) -> String {
        hex(&mac(&self.0, &[phone, purpose, code]).finalize().into_bytes())
    }

    pub(crate) fn verify(&self, phone: &str, purpose: &str, code: &str, hash: &str) -> bool {
        unhex(hash).is_some_and(|hash| mac(&self.0, &[phone, purpose, code]).verify_slice(&hash).is_ok())
    }
}

impl DeviceKey {
    /// The key from its secret.
    #[must_use]
    pub fn new(secret: &Secret) -> Self {
        Self(keyed_hash(secret))
    }

    /// Makes the mark a device keeps after signing in to an account.
    pub(crate) fn mark(&self, device: &str, login_name: &str) -> String {
        format!(
            "{device}.{}",
            hex(&mac(&self.0, &[device, login_name]).finalize().into_bytes())
        )
    }

    /// The device a mark belongs to, if it signed in to this account before.
    pub(crate) fn recognise<'m>(&self, mark: &'m str, login_name: &str) -> Option<&'m str> {
        let (device, hash) = mark.split_once('.')?;
        mac(&self.0, &[device, login_name])
            .verify_slice(&unhex(hash)?)
            .is_ok()
            .then_some(device)
    }
}

/// Each part with its length in front, so that no two lists of parts read the same.
fn mac(key: &Hmac<Sha256>, parts: &[&str]) -> Hmac<Sha256> {
    parts.iter().fold(key.clone(), |mac, part| {
        mac.chain_update((part.len() as u64).to_be_bytes())
            .chain_update(part)
    })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(text.get(i..i + 2)?, 16).ok())
        .collect()
}

impl fmt::Debug for SmsCodeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmsCodeKey(…)")
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_bound_to_phone_and_purpose() {
        let key = SmsCodeKey::new(&[1; 32]);
        let hash = key.hash("13800138000", "registration", "012345");
        assert!(key.verify("13800138000", "registration", "012345", &hash));
        for (phone, purpose, code) in [
            ("13800138001", "registration", "012345"),
            ("13800138000", "password_reset", "012345"),
            ("13800138000", "registration", "012346"),
            ("13800138000registration", "", "012345"),
        ] {
            assert!(!key.verify(phone, purpose, code, &hash));
        }
        assert!(!SmsCodeKey::new(&[2; 32]).verify("13800138000", "registration", "012345", &hash));
    }

    #[test]
    fn a_device_is_recognised_for_the_account_it_signed_in_to() {
        let key = DeviceKey::new(&[1; 32]);
        let mark = key.mark("d1", "91330109589891087U");
        assert_eq!(key.recognise(&mark, "91330109589891087U"), Some("d1"));
        assert_eq!(key.recognise(&mark, "someone else"), None);
        assert_eq!(
            key.recognise(&mark.replace("d1", "d2"), "91330109589891087U"),
            None
        );
        assert_eq!(key.recognise("garbage", "91330109589891087U"), None);
    }
}
