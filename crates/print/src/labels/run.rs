use super::{Error, LabelCarrier, LabelDepth, LabelFonts, LabelFormat, LabelLook, LabelPaper, LabelSubject};
use db::TenantConn;
use kernel::Lang;
use label::{Fonts, PngPrinter, Sheet, SvgPrinter, Template};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use web::upload::Vault;

/// A run of labels, fixed when it is asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LabelRun {
    /// Look of the labels.
    pub look: LabelLook,
    /// File format.
    pub format: LabelFormat,
    /// Level of the codes they carry.
    pub subject: LabelSubject,
    /// The number of the product, in fourteen digits.
    pub gtin: String,
    /// The edge of a page that stays free, in millimetres.
    pub margin: i64,
    /// Between labels, in millimetres.
    pub gap: i64,
    /// True when crop marks are drawn.
    pub crop_marks: bool,
    /// Dots per inch of a PNG.
    pub dpi: i64,
    /// Colours of a PNG.
    pub depth: LabelDepth,
    /// Note for the print shop (F239).
    pub note: String,
    /// Material, as print data has it.
    #[serde(default)]
    pub material: String,
    /// Size, design and the rest of the note in one line, as print data has it.
    #[serde(default)]
    pub specification: String,
}

/// Layout, fonts and sheet a run is printed with.
#[derive(Clone)]
pub struct LabelTool {
    pub(crate) template: Template,
    pub(crate) fonts: Arc<Fonts>,
    pub(crate) sheet: Sheet,
}

/// The long side of A4, and the short one.
const A4: (f32, f32) = (210.0, 297.0);

impl LabelRun {
    /// Gets everything ready, or says what is wrong with it.
    pub(crate) fn tool(
        &self,
        c: &mut TenantConn<'_>,
        vault: &Vault,
        fonts: &LabelFonts,
    ) -> Result<LabelTool, Error> {
        let (template, fonts) = self.look.template(c, vault, fonts)?;
        let sheet = self.sheet().map_err(|e| self.look.refuse(e))?;
        Ok(LabelTool {
            template,
            fonts,
            sheet,
        })
    }

    fn sheet(&self) -> Result<Sheet, label::Error> {
        let size = self.look.size();
        let sheet = match (self.look.paper, self.look.paper.cut()) {
            (_, Some(paper)) => paper.sheet(),
            (LabelPaper::A4, _) => Sheet::filled(A4, size, self.margin as f32, self.gap as f32)?,
            (_, None) => Sheet::roll(size),
        };
        Ok(Sheet {
            crop_marks: self.crop_marks,
            ..sheet
        })
    }

    /// Draws a first label as the run will, so that what is wrong with it is said now.
    pub(crate) fn try_on(&self, tool: &LabelTool, content: &str, code: [&str; 2]) -> Result<(), Error> {
        let (unit, mut out) = (label::Unit { content, code }, vec![]);
        let drawn = match self.format {
            LabelFormat::PngZip => self
                .png(&tool.template)
                .and_then(|mut p| p.print(&unit, &mut out)),
            LabelFormat::Pdf | LabelFormat::SvgZip => {
                SvgPrinter::new(tool.template.clone()).print(&unit, &mut out)
            }
            // Print data is text alone.
            LabelFormat::Csv | LabelFormat::Txt => Ok(()),
        };
        drawn.map_err(|e| self.look.refuse(e))
    }

    pub(crate) fn png(&self, template: &Template) -> Result<PngPrinter, label::Error> {
        let dpi = u32::try_from(self.dpi).unwrap_or_default();
        PngPrinter::new(template.clone(), dpi, self.depth.depth())
    }

    /// Content of the symbol: the address of the code, or its GS1 elements.
    pub(crate) fn content<'u>(
        &self,
        uri: &'u str,
        batch_no: &str,
        serial: &str,
        out: &'u mut String,
    ) -> &'u str {
        if self.look.carrier != LabelCarrier::Gs1DataMatrix {
            return uri;
        }
        out.clear();
        out.push_str("01");
        out.push_str(&self.gtin);
        let (element, value) = self.qualifier(batch_no, serial);
        if !value.is_empty() {
            out.push_str(element);
            out.push_str(value);
        }
        out
    }

    /// The two lines of text beside the symbol; empty when none is wanted.
    pub(crate) fn code_text(&self, batch_no: &str, serial: &str) -> [String; 2] {
        if !self.look.has_code_text {
            return [const { String::new() }; 2];
        }
        let (element, value) = self.qualifier(batch_no, serial);
        let second = if value.is_empty() {
            String::new()
        } else {
            format!("({element}){value}")
        };
        [format!("(01){}", self.gtin), second]
    }

    /// The element that tells the code from others of the product, and its value.
    pub(crate) fn qualifier<'u>(&self, batch_no: &'u str, serial: &'u str) -> (&'static str, &'u str) {
        match self.subject {
            LabelSubject::Product => ("", ""),
            LabelSubject::Batch => ("10", batch_no),
            LabelSubject::Unit => ("21", serial),
        }
    }

    const fn code_text_label(&self) -> &'static str {
        if self.look.has_code_text { "印" } else { "不印" }
    }

    /// What the columns of print data say of every label: there is no room for a note in them.
    pub(crate) fn specification(&self) -> String {
        let look = &self.look;
        let (width, height) = look.size();
        let parts = [
            look.design.label(Lang::Zh),
            look.colour.label(Lang::Zh),
            look.carrier.label(Lang::Zh),
        ];
        format!(
            "{width} × {height} mm；{}；刮刮层：{}；可读文字：{}；纸张：{}",
            parts.join("；"),
            look.scratch.label(Lang::Zh),
            self.code_text_label(),
            look.paper.label(Lang::Zh),
        )
    }

    /// Tells a print shop what it gets: material, size, output and the columns of print data (F239).
    pub(crate) fn note(&self, trace_code: &str, total: i64, material: Option<&str>) -> String {
        let look = &self.look;
        let (width, height) = look.size();
        let columns = COLUMNS.join("、");
        format!(
            "产品：{}（追溯码 {trace_code}）\r\n码：{}，共 {total} 枚\r\n标签尺寸：{width} × {height} mm，{}，{}\r\n载体：{}\r\n刮刮层：{}\r\n\
             可读文字：{}\r\n纸张：{}\r\n包装材质：{}\r\n输出方式：{}\r\n印刷数据列：{columns}\r\n",
            look.name,
            self.subject.label(Lang::Zh),
            look.design.label(Lang::Zh),
            look.colour.label(Lang::Zh),
            look.carrier.label(Lang::Zh),
            look.scratch.label(Lang::Zh),
            self.code_text_label(),
            look.paper.label(Lang::Zh),
            material.unwrap_or("未填写"),
            self.format.label(Lang::Zh),
        )
    }
}

/// The columns of print data, in this order.
pub(crate) const COLUMNS: [&str; 11] = [
    "序号",
    "码内容",
    "文字第一行",
    "文字第二行",
    "GTIN",
    "批次号",
    "序列号",
    "生产日期",
    "有效期至",
    "包装材质",
    "标签规格",
];
