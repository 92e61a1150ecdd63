//! What the public may know of a brand.

use super::{BrandId, Error, store};
use db::{EnterpriseId, PublicConn};
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::{FileUrl, Media, find_public_files};

/// A brand as the page behind a code shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct BrandFacts {
    /// 品牌名称
    #[schema(example = "森森")]
    pub name: String,
    /// 品牌名称（英文）
    pub name_en: Option<String>,
    /// 品牌介绍
    pub introduction: Option<String>,
    /// 品牌标志
    #[schema(value_type = Option<String>)]
    pub logo: Option<FileUrl>,
    /// 品牌宣传视频
    pub video: Option<VideoFacts>,
}

/// A video anyone may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct VideoFacts {
    /// 访问地址
    #[schema(value_type = String)]
    pub url: FileUrl,
    /// 类型
    #[schema(example = "video/mp4")]
    pub media_type: String,
    /// 大小
    ///
    /// 字节。
    pub size: i64,
    /// 可直接播放
    ///
    /// avi 和 wmv 只能下载后播放。
    pub is_playable: bool,
}

/// The brand of an enterprise as the public may see it, voided or not: what was printed goes on being explained.
///
/// # Errors
/// When the database fails.
pub fn find_public(
    c: &mut PublicConn<'_>,
    enterprise: &EnterpriseId,
    id: &BrandId,
) -> Result<Option<BrandFacts>, Error> {
    let Some(brand) = store::find_anyones(c, enterprise, id)? else {
        return Ok(None);
    };
    let files = find_public_files(c, enterprise, &brand.files())?;
    let logo = brand.logo_file_id.filter(|id| files.iter().any(|f| f.id == *id));
    let video = files
        .into_iter()
        .find(|f| Some(&f.id) == brand.video_file_id.as_ref());
    Ok(Some(BrandFacts {
        name: brand.name,
        name_en: brand.name_en,
        introduction: brand.introduction,
        logo: logo.map(FileUrl),
        video: video.map(|f| VideoFacts {
            is_playable: Media::is_playable(&f.media_type),
            url: FileUrl(f.id),
            media_type: f.media_type,
            size: f.size,
        }),
    }))
}
