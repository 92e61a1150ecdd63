use actix_web::http::header::{
    Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};

/// A file to be saved under this name, which may be Chinese (RFC 6266).
#[must_use]
pub fn attachment(name: &str) -> ContentDisposition {
    disposition(name, false)
}

pub(crate) fn disposition(name: &str, inline: bool) -> ContentDisposition {
    ContentDisposition {
        disposition: if inline {
            DispositionType::Inline
        } else {
            DispositionType::Attachment
        },
        parameters: vec![DispositionParam::FilenameExt(ExtendedValue {
            charset: Charset::Ext("UTF-8".to_owned()),
            language_tag: None,
            value: name.as_bytes().to_vec(),
        })],
    }
}
