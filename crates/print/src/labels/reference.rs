//! What can be chosen for a label.

use super::{LabelColour, LabelDesign, LabelPaper};
use actix_web::{HttpResponse, get};
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Problem, PublicScope};

/// The designs, colours and papers of labels.
#[derive(Debug, Serialize, ToSchema)]
pub struct LabelDesigns {
    /// 版式
    pub designs: Vec<DesignEntry>,
    /// 颜色
    pub colours: Vec<ColourEntry>,
    /// 纸张
    pub papers: Vec<PaperEntry>,
}

/// One design.
#[derive(Debug, Serialize, ToSchema)]
pub struct DesignEntry {
    /// 代码
    pub code: LabelDesign,
    /// 名称
    #[schema(example = "锦纹边框")]
    pub title: &'static str,
    /// 标识图案
    ///
    /// 复印后会模糊的细线图案。
    #[schema(example = "四周编织细线")]
    pub pattern: &'static str,
    /// 适用
    #[schema(example = "彩色印刷")]
    pub suits: &'static str,
    /// 布局
    ///
    /// 建议尺寸，宽×高，毫米；高大于宽时上下排列，否则左右排列。
    #[schema(example = json!(["20×30", "30×20"]))]
    pub layouts: [&'static str; 2],
}

/// One colour.
#[derive(Debug, Serialize, ToSchema)]
pub struct ColourEntry {
    /// 代码
    pub code: LabelColour,
    /// 名称
    #[schema(example = "红色 D41819")]
    pub title: &'static str,
    /// 色值
    #[schema(example = "#D41819")]
    pub hex: String,
}

/// One kind of paper.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperEntry {
    /// 代码
    pub code: LabelPaper,
    /// 名称
    #[schema(example = "A4 不干胶 24 枚（63.5×33.9）")]
    pub title: &'static str,
    /// 每页枚数
    ///
    /// 由标签尺寸决定时为空。
    #[schema(example = 24)]
    pub places: Option<u64>,
    /// 标签宽度
    ///
    /// 毫米；可自定时为空。
    #[schema(example = "63.5")]
    pub width: Option<String>,
    /// 标签高度
    ///
    /// 毫米；可自定时为空。
    #[schema(example = "33.9")]
    pub height: Option<String>,
}

/// 标签版式
///
/// Lists the designs, colours and papers of labels (F233–F237).
#[utoipa::path(
    tag = "reference", security(()),
    responses((status = 200, description = "版式、颜色、纸张", body = LabelDesigns))
)]
#[get("/reference/label-designs")]
pub async fn list_label_designs(_scope: PublicScope) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=3600"))
        .json(designs()))
}

fn designs() -> LabelDesigns {
    let designs = LabelDesign::ALL.iter().map(|&code| {
        let (pattern, suits) = pattern(code);
        DesignEntry {
            code,
            title: code.label(Lang::Zh),
            pattern,
            suits,
            layouts: ["20×30", "30×20"],
        }
    });
    let colours = LabelColour::ALL.iter().map(|&code| {
        let [red, green, blue] = code.colour().rgb();
        ColourEntry {
            code,
            title: code.label(Lang::Zh),
            hex: format!("#{red:02X}{green:02X}{blue:02X}"),
        }
    });
    let papers = LabelPaper::ALL.iter().map(|&code| {
        let cut = code.cut();
        PaperEntry {
            code,
            title: code.label(Lang::Zh),
            places: cut.map(|paper| paper.sheet().places()),
            width: cut.map(|paper| paper.label().0.to_string()),
            height: cut.map(|paper| paper.label().1.to_string()),
        }
    });
    LabelDesigns {
        designs: designs.collect(),
        colours: colours.collect(),
        papers: papers.collect(),
    }
}

const fn pattern(design: LabelDesign) -> (&'static str, &'static str) {
    match design {
        LabelDesign::Braid => ("四周编织细线", "彩色印刷"),
        LabelDesign::Rosette => ("实地版头中的团花细线", "彩色印刷"),
        LabelDesign::Ribbon => ("一束起伏的细线", "彩色印刷、黑白热转印"),
        LabelDesign::Medallion => ("环绕徽标的团花细线", "彩色印刷、黑白热转印"),
        LabelDesign::Relief => ("隆起如浮雕的满版细线", "彩色印刷"),
        LabelDesign::Microtext => ("色条中的微缩文字与编织细线", "激光打码、热转印"),
    }
}
