use super::Error;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use label::{Font, Fonts};
use std::{
    fs,
    future::{Ready, ready},
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak},
};
use web::Problem;

/// What has to be in a font for labels.
const NEEDED: &str = "产品品码追溯防伪（）0123456789ABCxyz…";

/// Where systems keep Noto Sans CJK: the regular and the bold file.
const USUAL: &[[&str; 2]] = &[
    [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    ],
    [
        "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Bold.ttc",
    ],
    [
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc",
    ],
];

/// The fonts of labels: where they are, and the fonts themselves while somebody uses them, for they are large.
#[derive(Debug, Clone)]
pub struct LabelFonts(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    files: Option<[PathBuf; 2]>,
    loaded: Mutex<Weak<Fonts>>,
}

/// Reasons a named font cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// The file.
    #[error("{0}: {1}")]
    Io(PathBuf, io::Error),
    /// What is in it.
    #[error("{0}: {1}")]
    Unreadable(PathBuf, label::Error),
    /// No Chinese characters.
    #[error("{0} has no Chinese characters; name another font, such as that of fonts-noto-cjk")]
    NotChinese(PathBuf),
}

impl LabelFonts {
    /// Looks for fonts: those named (a regular and perhaps a bold one) or those of the system. Without any the server
    /// runs all the same, and labels say what is missing.
    ///
    /// # Errors
    /// When fonts were named that cannot be used.
    pub fn find(named: &[PathBuf]) -> Result<Self, FontError> {
        let files = match named {
            [regular, others @ ..] => {
                let files = [regular.clone(), others.first().unwrap_or(regular).clone()];
                read(&files)?;
                Some(files)
            }
            [] => USUAL
                .iter()
                .map(|files| files.map(PathBuf::from))
                .find(|files| read(files).is_ok()),
        };
        if files.is_none() {
            tracing::warn!("labels cannot be drawn: install fonts-noto-cjk or set PINMA_LABEL_FONTS");
        }
        Ok(Self(Arc::new(Inner {
            files,
            loaded: Mutex::new(Weak::new()),
        })))
    }

    /// Reads the fonts, or shares those somebody else is using.
    pub(super) fn load(&self) -> Result<Arc<Fonts>, Error> {
        let mut loaded = self.0.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fonts) = loaded.upgrade() {
            return Ok(fonts);
        }
        let files = self.0.files.as_ref().ok_or(Error::NoFont)?;
        let fonts = Arc::new(read(files).map_err(|error| {
            tracing::error!(%error, "the fonts of labels are gone");
            Error::NoFont
        })?);
        *loaded = Arc::downgrade(&fonts);
        Ok(fonts)
    }
}

fn read(files: &[PathBuf; 2]) -> Result<Fonts, FontError> {
    let [regular, bold] = files;
    Ok(Fonts {
        regular: font(regular)?,
        bold: font(bold)?,
    })
}

fn font(file: &Path) -> Result<Font, FontError> {
    let data = fs::read(file).map_err(|e| FontError::Io(file.into(), e))?;
    let font = Font::new(data).map_err(|e| FontError::Unreadable(file.into(), e))?;
    if font.has(NEEDED) {
        Ok(font)
    } else {
        Err(FontError::NotChinese(file.into()))
    }
}

impl FromRequest for LabelFonts {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("the fonts of labels are not part of this app")),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_has_to_be_a_chinese_font() {
        let gone = LabelFonts::find(&["/nowhere/font.otf".into()]);
        assert!(matches!(gone, Err(FontError::Io(..))));
        let none = LabelFonts::find(&[concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").into()]);
        assert!(matches!(none, Err(FontError::Unreadable(..))));
    }

    #[test]
    fn fonts_are_read_once_for_all_who_use_them() {
        let fonts = LabelFonts::find(&[]).unwrap();
        let (first, second) = (fonts.load().unwrap(), fonts.load().unwrap());
        assert!(Arc::ptr_eq(&first, &second));
    }
}
