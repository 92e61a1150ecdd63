use serde::Serialize;
use utoipa::ToSchema;
use web::upload::{FileId, FileUrl, StoredFile};

kernel::codes! {
    /// Kind of a public document.
    pub enum DocumentKind {
        Report = "report", "检验报告", "inspection report";
        Manual = "manual", "说明书或警示说明", "manual or safety notice";
        Certificate = "certificate", "产品合格证", "certificate of conformity";
        Evidence = "evidence", "证明材料", "evidence";
        Indicator = "indicator", "检测报告", "test report";
    }
}

/// A picture anyone may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PictureFacts {
    /// 地址
    #[schema(value_type = String)]
    pub url: FileUrl,
    /// 宽
    pub width: i64,
    /// 高
    pub height: i64,
}

/// A document anyone may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DocumentFacts {
    /// 种类
    pub kind: DocumentKind,
    /// 文件名
    pub name: String,
    /// 类型
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// 地址
    #[schema(value_type = String)]
    pub url: FileUrl,
    /// 宽
    ///
    /// 像素，仅图片。
    pub width: Option<i64>,
    /// 高
    ///
    /// 像素，仅图片。
    pub height: Option<i64>,
}

/// The public ones among the files a record names: what is not among them is not shown, whatever the record says.
pub(crate) struct Open<'a>(pub(crate) &'a [StoredFile]);

impl Open<'_> {
    fn find(&self, id: &FileId) -> Option<&StoredFile> {
        self.0.iter().find(|f| f.is_public && f.id == *id)
    }

    pub(crate) fn picture(&self, id: &FileId) -> Option<PictureFacts> {
        let file = self.find(id)?;
        Some(PictureFacts {
            url: FileUrl(file.id.clone()),
            width: file.width?,
            height: file.height?,
        })
    }

    pub(super) fn pictures(&self, ids: &[FileId]) -> Vec<PictureFacts> {
        ids.iter().filter_map(|id| self.picture(id)).collect()
    }

    pub(super) fn document(&self, kind: DocumentKind, id: &FileId) -> Option<DocumentFacts> {
        let file = self.find(id)?;
        Some(DocumentFacts {
            kind,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            url: FileUrl(file.id.clone()),
            width: file.width,
            height: file.height,
        })
    }

    pub(super) fn documents(&self, kind: DocumentKind, ids: &[FileId]) -> Vec<DocumentFacts> {
        ids.iter().filter_map(|id| self.document(kind, id)).collect()
    }
}
