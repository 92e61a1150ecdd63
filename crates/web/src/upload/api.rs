//! Uploading a file and reading it back.

use super::{
    FileId, FileView, Files, Media, SIZES, Slot, SlotCode, StoredFile, UploadError, Vault, link::Signature,
    receive, service, store,
};
use crate::{
    Answer, Problem, PublicScope, Query, Scope, check::not_in_list, disposition::disposition,
    permission::FileUpload,
};
use actix_files::NamedFile;
use actix_multipart::Multipart;
use actix_web::{
    HttpRequest, HttpResponse, get,
    http::header::ETAG,
    post,
    web::{Json, Path},
};
use serde::{Deserialize, Serialize};
use std::{io::Read, path::PathBuf};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What an upload is for.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct UploadQuery {
    /// 用途
    ///
    /// 决定允许的类型、大小以及是否公开。
    #[param(inline)]
    pub slot: SlotCode,
}

/// A file as a form sends it: what the document says of it, and nothing else.
#[derive(Debug, ToSchema)]
#[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
pub struct FileContent(());

/// A form with one file.
#[derive(Debug, ToSchema)]
pub struct FileForm {
    /// 文件
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    pub file: FileContent,
}

/// What may be uploaded for one purpose.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlotView {
    /// 用途
    pub slot: SlotCode,
    /// 允许的类型
    pub media_types: Vec<&'static str>,
    /// 最大字节数
    ///
    /// 保存的上限；超过的图片由系统自动缩小。
    #[schema(example = 2_097_152)]
    pub max_bytes: u64,
    /// 可上传的最大字节数
    ///
    /// 图片可以大于保存的上限。
    #[schema(example = 20_971_520)]
    pub most_bytes: u64,
    /// 是否公开
    ///
    /// 公开的文件任何人可访问。
    pub is_public: bool,
}

/// 上传限制
///
/// Lists what may be uploaded where.
#[utoipa::path(
    tag = "reference", security(()),
    responses((status = 200, description = "上传限制", body = Vec<SlotView>))
)]
#[get("/reference/upload-slots")]
pub async fn list_upload_slots(_scope: PublicScope, files: Files) -> Result<HttpResponse, Problem> {
    let view = |r: &Slot| SlotView {
        slot: r.code.into(),
        media_types: r.media.iter().map(|m| m.mime()).collect(),
        max_bytes: r.max_bytes,
        most_bytes: r.most_bytes(),
        is_public: r.is_public,
    };
    let slots: Vec<_> = files.slots.all().iter().map(view).collect();
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=3600"))
        .json(slots))
}

/// 上传文件
///
/// Uploads a file for a purpose. It belongs to a record once a record names it; until then it is kept a day.
#[utoipa::path(
    tag = "files", params(UploadQuery), security(("bearer" = ["file.upload"])),
    request_body(content = FileForm, content_type = "multipart/form-data"),
    responses((status = 201, description = "已上传", body = FileView))
)]
#[post("/files")]
pub async fn upload_file(
    scope: Scope<FileUpload>,
    files: Files,
    query: Query<UploadQuery>,
    form: Multipart,
) -> Result<HttpResponse, Problem> {
    let slot = named(&files, &query.0.slot)?;
    let slots = files.slots.clone();
    scope.read(move |c| service::check_quota(c, &slots)).await?;
    let kept = receive(form, slot, &files.vault)
        .await?
        .keep(&files.vault, slot)
        .await?;
    let scope = scope.with_content(&format!("{} {}", kept.sha256, kept.name));
    let accepted = scope.once(move |c| service::accept(c, kept, slot, &files.links).map(Answer::created));
    accepted.await
}

/// The slot of this code.
fn named(files: &Files, code: &SlotCode) -> Result<Slot, Problem> {
    files.slots.find(code.as_str()).ok_or_else(|| {
        let known: Vec<_> = files
            .slots
            .all()
            .iter()
            .map(|slot| slot.code.to_owned())
            .collect();
        Problem::invalid(vec![not_in_list("/slot", "用途", &known)])
    })
}

/// 查看文件
///
/// Shows a file of one's own, with a fresh link.
#[utoipa::path(
    tag = "files", security(("bearer" = ["file.upload"])),
    params(("id" = String, Path, description = "文件编号", format = "uuid")),
    responses((status = 200, description = "文件", body = FileView))
)]
#[get("/files/{id}")]
pub async fn find_file(
    scope: Scope<FileUpload>,
    files: Files,
    id: Path<FileId>,
) -> Result<Json<FileView>, Problem> {
    let found = scope
        .read(move |c| service::view_files(c, &[id.into_inner()], &files.links))
        .await?;
    Ok(Json(found.into_iter().next().ok_or(UploadError::NotFound)?))
}

/// How a file is asked for.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct FileQuery {
    /// 到期时间
    ///
    /// Unix 秒。
    pub expires: Option<i64>,
    /// 签名
    #[param(max_length = 64)]
    pub signature: Option<String>,
    /// 宽度
    ///
    /// 图片至少需要的宽度（像素）；返回不小于它的最小一种。
    #[param(minimum = 1, maximum = 12_000)]
    pub w: Option<u32>,
}

/// Serves the content of a file: public ones to anyone, private ones to whoever holds a live link.
#[get("/files/{id}")]
pub async fn download_file(
    scope: PublicScope,
    files: Files,
    req: HttpRequest,
    id: Path<FileId>,
    query: Query<FileQuery>,
) -> Result<HttpResponse, Problem> {
    let id = id.into_inner();
    let path = format!("/files/{id}");
    let FileQuery {
        expires,
        signature,
        w,
    } = query.0;
    let signed = files.links_to(&path, &Signature { expires, signature }, scope.now());
    let found = scope.look(move |c| store::find_anyones(c, &id)).await?;
    let file = found
        .filter(|f| signed || f.is_public)
        .ok_or(UploadError::NotFound)?;
    let cache = if file.is_public {
        "public, max-age=60"
    } else {
        "private, no-store"
    };
    let smaller = smaller(&files.vault, &file, w);
    let (content, tag, media_type) = match &smaller {
        Some((path, tag, media)) => (path.clone(), tag.as_str(), media.mime()),
        None => (
            files.vault.path(&file.sha256),
            file.id.as_str(),
            file.media_type.as_str(),
        ),
    };
    serve(&req, (&content, tag), &file.name, media_type, cache)
}

/// The size of a picture that is at least as wide as wanted, if there is a smaller one than the picture itself.
fn smaller(vault: &Vault, file: &StoredFile, wanted: Option<u32>) -> Option<(PathBuf, String, Media)> {
    let width = SIZES
        .into_iter()
        .find(|width| wanted.is_some_and(|w| w <= *width))?;
    let path = vault.size_path(&file.sha256, width);
    let mut start = [0; 8];
    std::fs::File::open(&path).ok()?.read_exact(&mut start).ok()?;
    Some((path, format!("{}-{width}", file.id), Media::of(&start)?))
}

/// Streams a file from the disk, with ranges, in a way that no browser runs anything in it.
pub(crate) fn serve(
    req: &HttpRequest,
    (path, id): (&std::path::Path, &str),
    name: &str,
    media_type: &str,
    cache: &'static str,
) -> Result<HttpResponse, Problem> {
    let inline = Media::is_shown(media_type);
    // Browsers show no PDF in a sandbox; nothing of ours is in its reach, and `nosniff` keeps it from being anything else.
    let policy = match media_type == Media::Pdf.mime() {
        true => "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
        false => "default-src 'none'; sandbox",
    };
    let file = NamedFile::open(path).map_err(|_gone| UploadError::NotFound)?;
    let mime = media_type.parse().map_err(Problem::internal)?;
    // A tag of the disk would tell that somebody else has the same file, and since when.
    let tag = format!("\"{id}\"");
    let asked = req.headers().get("if-none-match").and_then(|v| v.to_str().ok());
    if asked.is_some_and(|tags| tags.split(',').any(|t| t.trim() == tag)) {
        return Ok(HttpResponse::NotModified()
            .insert_header(("etag", tag))
            .insert_header(("cache-control", cache))
            .finish());
    }
    let mut response = file
        .use_etag(false)
        .use_last_modified(false)
        .set_content_type(mime)
        .set_content_disposition(disposition(name, inline))
        .into_response(req);
    let headers = response.headers_mut();
    headers.insert(ETAG, tag.parse().map_err(Problem::internal)?);
    for (name, value) in [
        ("cache-control", cache),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", policy),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        headers.insert(
            actix_web::http::header::HeaderName::from_static(name),
            actix_web::http::header::HeaderValue::from_static(value),
        );
    }
    Ok(response.map_into_boxed_body())
}
