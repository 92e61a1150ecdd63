//! One label to look at.

use super::{Error, LabelFonts, LabelFormat, LabelRun, LabelTool, request::LabelQuery};
use crate::picture::{Located, PictureFormat, locate};
use actix_web::{HttpResponse, get, web::Path};
use coding::permission::CodeRead;
use db::TenantConn;
use label::{SvgPrinter, Unit};
use product::{ProductId, PublicBase};
use web::{Files, Problem, Query, Scope, attachment, blocking, upload::Vault};

/// 预览标签
///
/// Draws one label: of the product, of a batch, or of a unit.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), LabelQuery),
    responses((status = 409, description = "已作废或在召回中"), (status = 200, description = "标签图片", content((Vec<u8> = "image/png"), (String = "image/svg+xml"))))
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
    let format = given.format;
    let preview = scope
        .read(move |c| prepare(c, &id, &given, (&base, &files.vault, &fonts)))
        .await?;
    let (media_type, ending) = match format {
        PictureFormat::Png => ("image/png", "png"),
        PictureFormat::Svg => ("image/svg+xml", "svg"),
    };
    let name = format!("{}-label.{ending}", preview.code.name);
    let picture = blocking(move || preview.draw()).await?;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header(attachment(&name))
        .body(picture))
}

/// A label and everything it is drawn with.
struct Preview {
    run: LabelRun,
    tool: LabelTool,
    code: Located,
    batch_no: String,
    serial: String,
}

/// Finds the code and lays out its label.
fn prepare(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    given: &LabelQuery,
    (base, vault, fonts): (&PublicBase, &Vault, &LabelFonts),
) -> Result<Preview, Error> {
    let code = locate(c, id, &given.which(), base)?;
    let run = given.run(&code.gtin, &code.product_name);
    Ok(Preview {
        tool: run.tool(c, vault, fonts)?,
        run,
        code,
        batch_no: text_of(given.batch_no.as_ref()),
        serial: text_of(given.serial.as_ref()),
    })
}

impl Preview {
    /// Draws the label.
    fn draw(self) -> Result<Vec<u8>, Error> {
        let (mut elements, mut out) = (String::new(), vec![]);
        let (run, tool) = (&self.run, self.tool);
        let [first, second] = run.code_text(&self.batch_no, &self.serial);
        let unit = Unit {
            content: run.content(&self.code.uri, &self.batch_no, &self.serial, &mut elements),
            code: [&first, &second],
        };
        let drawn = match run.format {
            LabelFormat::PngZip => run.png(&tool.template).and_then(|mut p| p.print(&unit, &mut out)),
            _ => SvgPrinter::new(tool.template).print(&unit, &mut out),
        };
        drawn.map_err(|e| run.look.refuse(e))?;
        Ok(out)
    }
}

fn text_of(no: Option<&impl ToString>) -> String {
    no.map(ToString::to_string).unwrap_or_default()
}
