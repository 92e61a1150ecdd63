//! One label to look at.

use super::{
    LabelCarrier, LabelColour, LabelDepth, LabelDesign, LabelFonts, LabelFormat, LabelLook, LabelPaper,
    LabelRun, LabelSubject, LabelTool, ScratchLayer,
};
use crate::{
    Error, PublicBase,
    permission::CodeRead,
    picture::{PictureFormat, Which, locate},
    product::ProductId,
};
use actix_web::{HttpResponse, get, web::Path};
use identifiers::{BatchNo, SerialNo};
use label::{SvgPrinter, Unit};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;
use web::{Files, Problem, Query, Scope, attachment, blocking, upload::FileId};

/// Which label, and how it looks.
#[derive(Debug, Clone, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct LabelQuery {
    /// 批次号
    ///
    /// 批次码；与序列号都不填时为产品码，都填时须一致。
    #[param(value_type = Option<String>, format = "batch-no", max_length = 20, example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号
    ///
    /// 单品码，完整的序列号。
    #[param(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000001")]
    pub serial: Option<SerialNo>,
    /// 格式
    #[param(inline)]
    pub format: PictureFormat,
    /// 版式
    #[param(inline)]
    pub design: LabelDesign,
    /// 颜色
    #[param(inline)]
    pub colour: LabelColour,
    /// 码制
    ///
    /// 默认二维码。
    #[param(inline)]
    pub carrier: Option<LabelCarrier>,
    /// 刮刮层
    ///
    /// 默认不加。
    #[param(inline)]
    pub scratch: Option<ScratchLayer>,
    /// 纸张
    ///
    /// 不干胶纸的标签尺寸由纸张决定。默认卷筒。
    #[param(inline)]
    pub paper: Option<LabelPaper>,
    /// 标签宽度
    ///
    /// 毫米，默认 20。
    #[param(minimum = 10, maximum = 300, example = 20)]
    pub width: Option<i64>,
    /// 标签高度
    ///
    /// 毫米，默认 30。
    #[param(minimum = 10, maximum = 300, example = 30)]
    pub height: Option<i64>,
    /// 标签名称
    ///
    /// 默认为产品名称。
    #[param(max_length = 100, example = "西湖龙井")]
    pub name: Option<String>,
    /// 标签文字
    ///
    /// 每行一条，最多 4 行。
    #[param(format = "multiline", max_length = 250, example = "浙江品码茶业有限公司")]
    pub text: Option<String>,
    /// 徽标
    ///
    /// 上传到 code_logo 的文件编号。
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub logo_file_id: Option<FileId>,
    /// 分辨率
    ///
    /// PNG 的每英寸点数，默认 300。
    #[param(minimum = 72, maximum = 1200, example = 300)]
    pub dpi: Option<i64>,
}

/// The lines of a text.
pub(super) fn lines(text: Option<&str>) -> Vec<String> {
    let lines = text.unwrap_or_default().lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

impl LabelQuery {
    fn which(&self) -> Which {
        match (&self.serial, &self.batch_no) {
            (Some(serial), named) => Which::Unit(serial.clone(), named.clone()),
            (None, Some(no)) => Which::Batch(no.clone()),
            (None, None) => Which::Product,
        }
    }

    fn run(&self, gtin: &str, name: &str) -> LabelRun {
        LabelRun {
            look: LabelLook {
                design: self.design,
                colour: self.colour,
                carrier: self.carrier.unwrap_or(LabelCarrier::Qr),
                scratch: self.scratch.unwrap_or(ScratchLayer::None),
                paper: self.paper.unwrap_or(LabelPaper::Roll),
                width: self.width.unwrap_or(20),
                height: self.height.unwrap_or(30),
                name: self.name.clone().unwrap_or_else(|| name.to_owned()),
                lines: lines(self.text.as_deref()),
                logo_file_id: self.logo_file_id.clone(),
            },
            format: match self.format {
                PictureFormat::Png => LabelFormat::PngZip,
                PictureFormat::Svg => LabelFormat::SvgZip,
            },
            subject: match self.which() {
                Which::Product => LabelSubject::Product,
                Which::Batch(_) => LabelSubject::Batch,
                Which::Unit(..) => LabelSubject::Unit,
            },
            gtin: gtin.to_owned(),
            margin: 0,
            gap: 0,
            crop_marks: false,
            dpi: self.dpi.unwrap_or(300),
            depth: LabelDepth::Colour,
            note: String::new(),
        }
    }
}

/// 预览标签
///
/// Draws one label: of the product, of a batch, or of a unit.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), LabelQuery),
    responses((status = 200, description = "标签图片", content((Vec<u8> = "image/png"), (String = "image/svg+xml"))))
)]
#[get("/products/{id}/label")]
pub async fn find_label_picture(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    fonts: LabelFonts,
    id: Path<ProductId>,
    query: Query<LabelQuery>,
) -> Result<HttpResponse, Problem> {
    let given = query.0;
    let (format, batch_no, serial) = (
        given.format,
        text_of(given.batch_no.as_ref()),
        text_of(given.serial.as_ref()),
    );
    let (run, tool, code) = scope
        .read(move |c| {
            let code = locate(c, &id, &given.which(), &base)?;
            let run = given.run(&code.gtin, &code.product_name);
            let tool = run.tool(c, &files.vault, &fonts)?;
            Ok::<_, Error>((run, tool, code))
        })
        .await?;
    let (media_type, ending) = match format {
        PictureFormat::Png => ("image/png", "png"),
        PictureFormat::Svg => ("image/svg+xml", "svg"),
    };
    let name = format!("{}-label.{ending}", code.name);
    let picture = blocking(move || draw(&run, &tool, (&code.uri, &batch_no, &serial))).await?;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header(attachment(&name))
        .body(picture))
}

fn text_of(no: Option<&impl ToString>) -> String {
    no.map(ToString::to_string).unwrap_or_default()
}

fn draw(
    run: &LabelRun,
    tool: &LabelTool,
    (uri, batch_no, serial): (&str, &str, &str),
) -> Result<Vec<u8>, Error> {
    let (mut elements, mut out) = (String::new(), vec![]);
    let [first, second] = run.code_text(batch_no, serial);
    let unit = Unit {
        content: run.content(uri, batch_no, serial, &mut elements),
        code: [&first, &second],
    };
    let drawn = match run.format {
        LabelFormat::PngZip => run.png(&tool.template).and_then(|mut p| p.print(&unit, &mut out)),
        _ => SvgPrinter::new(tool.template.clone()).print(&unit, &mut out),
    };
    drawn.map_err(|e| run.look.refuse(e))?;
    Ok(out)
}
