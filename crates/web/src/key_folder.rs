use hmac::{Hmac, KeyInit};
use kernel::Id;
use sha2::Sha256;
use std::{
    fs,
    io::{self, Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

/// The folder of the secrets this server made for itself at its first start. Nothing in it is ever sent anywhere.
#[derive(Debug, Clone)]
pub struct KeyFolder {
    root: PathBuf,
}

/// A secret: 256 random bits.
pub type Secret = [u8; 32];

/// HMAC-SHA-256 under a secret.
#[must_use]
pub fn keyed_hash(secret: &Secret) -> Hmac<Sha256> {
    // A key shorter than the block of the hash is padded with zeros (RFC 2104).
    let mut block = [0; 64];
    block.iter_mut().zip(secret).for_each(|(to, from)| *to = *from);
    Hmac::new(&block.into())
}

impl KeyFolder {
    /// Opens the folder, making it, closed to everyone else, when it is not there.
    ///
    /// # Errors
    /// When it cannot be made or is open to others.
    pub fn open(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        fs::set_permissions(root, fs::Permissions::from_mode(0o700))?;
        Ok(Self {
            root: root.to_owned(),
        })
    }

    /// The secret of this name, made now when there is none.
    ///
    /// # Errors
    /// When it cannot be read or written, or is not a secret.
    pub fn secret(&self, name: &str) -> io::Result<Secret> {
        match self.read(name) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => match self.write(name) {
                // Another process was first; its secret counts.
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => self.read(name),
                made => made,
            },
            found => found,
        }
    }

    /// All secrets whose names start with `family`, oldest first, each with its full name.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn family(&self, family: &str) -> io::Result<Vec<(String, Secret)>> {
        let mut names = vec![];
        for entry in fs::read_dir(&self.root)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if let Some(name) = name.strip_suffix(".key").filter(|n| n.starts_with(family)) {
                names.push(name.to_owned());
            }
        }
        names.sort();
        names
            .into_iter()
            .map(|name| self.read(&name).map(|secret| (name, secret)))
            .collect()
    }

    /// Adds a newest member to a family.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn extend(&self, family: &str) -> io::Result<String> {
        let name = format!("{family}{}", Id::<()>::new());
        self.write(&name)?;
        Ok(name)
    }

    /// Removes a secret; what it signed is worth nothing from now on.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.path(name))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(format!("{name}.key"))
    }

    fn read(&self, name: &str) -> io::Result<Secret> {
        let mut secret = [0; 32];
        fs::File::open(self.path(name))?.read_exact(&mut secret)?;
        Ok(secret)
    }

    /// Written under another name first, so that nobody ever reads half a secret.
    fn write(&self, name: &str) -> io::Result<Secret> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(io::Error::other)?;
        let draft = self.root.join(format!("{name}.{}.new", Id::<()>::new()));
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&draft)?;
        file.write_all(&secret)?;
        file.sync_all()?;
        let linked = fs::hard_link(&draft, self.path(name));
        fs::remove_file(&draft)?;
        linked.map(|()| secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_made_once_and_is_the_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("keys");
        let keys = KeyFolder::open(&root).unwrap();
        let secret = keys.secret("link").unwrap();
        assert_eq!(keys.secret("link").unwrap(), secret);
        assert_ne!(keys.secret("other").unwrap(), secret);
        assert_eq!(
            fs::metadata(root.join("link.key")).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(fs::metadata(&root).unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(fs::read_dir(&root).unwrap().count(), 2, "no drafts are left");
    }

    #[test]
    fn a_family_is_listed_oldest_first() {
        let folder = tempfile::tempdir().unwrap();
        let keys = KeyFolder::open(folder.path()).unwrap();
        let made: Vec<_> = (0..3).map(|_| keys.extend("access-").unwrap()).collect();
        keys.secret("link").unwrap();
        let listed: Vec<_> = keys
            .family("access-")
            .unwrap()
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(listed, made);
    }
}
