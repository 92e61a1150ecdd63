use crate::console_routes;
use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
};
use flate2::{Compression, write::GzEncoder};
use scan::{say_absent, wants_page};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};
use web::{Problem, not_found};

/// The console's files, held in memory, packed once.
#[derive(Debug, Default)]
pub struct Assets {
    files: HashMap<String, Asset>,
}

#[derive(Debug)]
struct Asset {
    media_type: &'static str,
    plain: Vec<u8>,
    packed: Option<Vec<u8>>,
    tag: String,
    /// Whether its name changes with its content.
    is_fixed: bool,
}

const INDEX: &str = "/index.html";

impl Assets {
    /// Reads the folder; one that is not there has no files, and the console then says how to build it.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn load(folder: &Path) -> io::Result<Self> {
        let mut assets = Self::default();
        let mut folders = vec![PathBuf::from(folder)];
        while let Some(at) = folders.pop() {
            let entries = match fs::read_dir(&at) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                entries => entries?,
            };
            for entry in entries {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(name) = path.strip_prefix(folder) {
                    let name = format!("/{}", name.to_string_lossy());
                    assets
                        .files
                        .insert(name.clone(), Asset::new(&name, fs::read(&path)?)?);
                }
            }
        }
        Ok(assets)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether the console was never built.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl Asset {
    fn new(name: &str, plain: Vec<u8>) -> io::Result<Self> {
        let media_type = media_type(name);
        let worth_packing =
            media_type.starts_with("text/") || media_type.contains("json") || media_type.contains("svg");
        let packed = (worth_packing && plain.len() > 512)
            .then(|| pack(&plain))
            .transpose()?;
        let tag = Sha256::digest(&plain)
            .iter()
            .take(8)
            .map(|b| format!("{b:02x}"))
            .collect();
        Ok(Self {
            media_type,
            packed,
            tag,
            is_fixed: name.starts_with("/assets/"),
            plain,
        })
    }

    fn respond(&self, req: &HttpRequest) -> HttpResponse {
        let header = |name| {
            req.headers()
                .get(name)
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
        };
        let tag = format!("\"{}\"", self.tag);
        let cache = if self.is_fixed {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let mut response = if header(header::IF_NONE_MATCH).split(',').any(|t| t.trim() == tag) {
            return HttpResponse::NotModified()
                .insert_header((header::ETAG, tag))
                .finish();
        } else {
            HttpResponse::Ok()
        };
        response
            .content_type(self.media_type)
            .insert_header((header::ETAG, tag))
            .insert_header((header::CACHE_CONTROL, cache))
            .insert_header((header::VARY, "accept-encoding"));
        match &self.packed {
            Some(packed) if header(header::ACCEPT_ENCODING).contains("gzip") => response
                .insert_header((header::CONTENT_ENCODING, "gzip"))
                .body(packed.clone()),
            _ => response.body(self.plain.clone()),
        }
    }
}

/// Serves a file of the console, and its index at the addresses of its pages, which the console reads itself. Anywhere else
/// there is nothing.
pub(crate) async fn serve(req: HttpRequest) -> Result<HttpResponse, Problem> {
    let assets = req.app_data::<Arc<Assets>>().cloned().unwrap_or_default();
    if !matches!(*req.method(), Method::GET | Method::HEAD) {
        return not_found().await;
    }
    let is_page = wants_page(&req) && console_routes::is_one(req.path());
    match assets.files.get(req.path()) {
        Some(file) => return Ok(file.respond(&req)),
        None if req.path() != "/" && !is_page => return say_absent(&req),
        None => {}
    }
    match assets.files.get(INDEX) {
        Some(index) => Ok(index.respond(&req)),
        None if is_page => Ok(HttpResponse::NotFound()
            .content_type("text/html; charset=utf-8")
            .body(UNBUILT)),
        None => not_found().await,
    }
}

const UNBUILT: &str = "<!doctype html><meta charset=utf-8><title>Pinma</title><p>The console is not built: run \
     <code>scripts/start</code>. The API is at <a href=/swagger-ui/>/swagger-ui/</a>.";

fn pack(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    encoder.finish()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("ico") => "image/x-icon",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
