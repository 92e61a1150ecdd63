use super::{ExportFormat, ExportOrder, Progress, Tool, What, archive_name::push_name, workbook::Workbook};
use crate::labels::{COLUMNS, LabelFormat, LabelRun, LabelTool};
use label::{
    Error, PngPrinter, Renderer, SvgPrinter, Unit,
    csv::{self, Cell, Options, Separator},
    pdf, zip,
};
use std::io::{Read, Seek, Write};

/// The name of the entry that tells a print shop what it gets.
const NOTE: &str = "print-note.txt";

/// A code to be written.
pub(super) struct Code<'c> {
    pub(super) number: i64,
    pub(super) uri: &'c str,
    /// The beginning of a file's name.
    pub(super) name: &'c str,
    pub(super) batch_no: &'c str,
    pub(super) serial: &'c str,
    pub(super) made_on: &'c str,
    pub(super) expires_on: &'c str,
}

impl<'c> Code<'c> {
    /// The cells of a table.
    fn row(&self) -> [&'c str; 5] {
        [
            self.serial,
            self.batch_no,
            self.made_on,
            self.expires_on,
            self.uri,
        ]
    }
}

/// Output of an export: table, print data, archive or pages.
pub(super) enum Sheet<W, D> {
    Table(csv::Writer<W>),
    /// For people; put together in the second file when all rows are there.
    Workbook(Box<Workbook>, W, D),
    /// For printing lines.
    Data(csv::Writer<W>, Box<LabelRun>),
    Archive {
        zip: Box<zip::Writer<W, D>>,
        painter: Painter,
        /// A name is used for one code, or for many.
        numbered: bool,
    },
    Pages(Box<pdf::Writer<W, D>>, Box<LabelRun>),
}

/// Painter of the pictures of an archive.
pub(super) enum Painter {
    Codes(Box<Renderer>),
    Png(Box<PngPrinter>, Box<LabelRun>),
    Svg(Box<SvgPrinter>, Box<LabelRun>),
}

impl<W: Write, D: Read + Write + Seek + Send> Sheet<W, D> {
    pub(super) fn new(
        order: &ExportOrder,
        tool: Tool,
        out: W,
        directory: D,
        from: Progress,
    ) -> Result<Self, Error> {
        match (&order.what, tool) {
            (What::Codes { format, .. }, Tool::Picture(picture)) => match format {
                ExportFormat::Csv => {
                    let columns = ["序列号", "批次号", "生产日期", "有效期至", "扫码地址"];
                    table(out, Options::default(), &columns, from).map(Self::Table)
                }
                ExportFormat::Xlsx => Ok(Self::Workbook(Box::new(Workbook::new()?), out, directory)),
                ExportFormat::PngZip | ExportFormat::SvgZip => Ok(Self::Archive {
                    zip: Box::new(resume(out, directory, from, 0)?),
                    painter: Painter::Codes(Box::new(Renderer::new(picture)?)),
                    numbered: false,
                }),
            },
            (What::Labels { labels }, Tool::Label(tool)) => {
                Self::labels(order, labels, *tool, (out, directory), from)
            }
            // The tool is always made from the order.
            _ => Err(Error::LabelCountDiffers { total: 0 }),
        }
    }

    fn labels(
        order: &ExportOrder,
        labels: &LabelRun,
        tool: LabelTool,
        (out, directory): (W, D),
        from: Progress,
    ) -> Result<Self, Error> {
        let run = || Box::new(labels.clone());
        let painter = match labels.format {
            // A line prints what it reads, so nothing is put before a value.
            LabelFormat::Csv => {
                let options = Options {
                    byte_order_mark: true,
                    ..Options::plain(Separator::Comma)
                };
                return Ok(Self::Data(table(out, options, &COLUMNS, from)?, run()));
            }
            LabelFormat::Txt => {
                let options = Options::plain(Separator::Tab);
                return Ok(Self::Data(table(out, options, &COLUMNS, from)?, run()));
            }
            LabelFormat::Pdf => {
                let document = pdf::Document {
                    template: tool.template,
                    fonts: (*tool.fonts).clone(),
                    sheet: tool.sheet,
                    note: labels.note.clone(),
                    labels: count(order.total()),
                };
                let at = pdf::Checkpoint {
                    labels: count(from.done),
                    body_len: from.body_len,
                    directory_len: from.directory_len,
                };
                let writer = pdf::Writer::resume(out, directory, document, at)?;
                return Ok(Self::Pages(Box::new(writer), run()));
            }
            LabelFormat::PngZip => Painter::Png(Box::new(labels.png(&tool.template)?), run()),
            LabelFormat::SvgZip => Painter::Svg(Box::new(SvgPrinter::new(tool.template)), run()),
        };
        let mut zip = resume(out, directory, from, 1)?;
        if from.body_len == 0 {
            zip.add(NOTE, zip::Method::Deflate, labels.note.as_bytes())?;
        }
        let zip = Box::new(zip);
        Ok(Self::Archive {
            zip,
            painter,
            numbered: order.runs.iter().any(|run| run.width == 0),
        })
    }

    /// Writes a code, reusing what the buffer holds.
    pub(super) fn write(&mut self, code: &Code<'_>, buffer: &mut Buffer) -> Result<(), Error> {
        let Buffer { picture, name, label } = buffer;
        match self {
            Self::Table(table) => table.write(&code.row().map(Cell::Text)),
            Self::Workbook(workbook, ..) => workbook.write(code.row()),
            Self::Data(table, run) => {
                let unit = label.of(run, code);
                let [first, second] = unit.code;
                let texts = [
                    unit.content,
                    first,
                    second,
                    &run.gtin,
                    code.batch_no,
                    code.serial,
                    code.made_on,
                    code.expires_on,
                    &run.material,
                    &run.specification,
                ];
                let [a, b, c, d, e, f, g, h, i, j] = texts.map(Cell::Text);
                table.write(&[Cell::Number(code.number), a, b, c, d, e, f, g, h, i, j])
            }
            Self::Archive {
                zip,
                painter,
                numbered,
            } => {
                let (method, ending) = match painter {
                    Painter::Codes(renderer) => {
                        renderer.render(code.uri, picture)?;
                        let ending = renderer.picture().format.extension();
                        // PNG is compressed already.
                        let method = if ending == "png" {
                            zip::Method::Store
                        } else {
                            zip::Method::Deflate
                        };
                        (method, ending)
                    }
                    Painter::Png(printer, run) => {
                        printer.print(&label.of(run, code), picture)?;
                        (zip::Method::Store, "png")
                    }
                    Painter::Svg(printer, run) => {
                        printer.print(&label.of(run, code), picture)?;
                        (zip::Method::Deflate, "svg")
                    }
                };
                name.clear();
                push_name(code.name, name);
                if *numbered {
                    name.push_str(&format!("-{:07}", code.number));
                }
                name.push('.');
                name.push_str(ending);
                zip.add(name, method, picture)
            }
            Self::Pages(writer, run) => writer.add(&label.of(run, code)),
        }
    }

    /// Flushes to the files and tells the progress.
    pub(super) fn progress(&mut self, done: i64) -> Result<Progress, Error> {
        let at = |done, body_len, directory_len| Progress {
            done,
            body_len,
            directory_len,
        };
        Ok(match self {
            Self::Table(table) | Self::Data(table, _) => at(done, table.flush()?, 0),
            // Nothing of it can be gone on with: it is begun again.
            Self::Workbook(..) => Progress::default(),
            Self::Archive { zip, .. } => {
                let checkpoint = zip.checkpoint()?;
                at(done, checkpoint.body_len, checkpoint.directory_len)
            }
            Self::Pages(writer, _) => {
                let checkpoint = writer.checkpoint()?;
                // Labels on a page that is not full are drawn again.
                let done = i64::try_from(checkpoint.labels).unwrap_or(i64::MAX);
                at(done, checkpoint.body_len, checkpoint.directory_len)
            }
        })
    }

    pub(super) fn finish(self) -> Result<W, Error> {
        match self {
            Self::Table(table) | Self::Data(table, _) => table.finish(),
            Self::Workbook(workbook, out, beside) => workbook.finish(out, beside),
            Self::Archive { zip, .. } => Ok(zip.finish()?.0),
            Self::Pages(writer, _) => Ok(writer.finish()?.0),
        }
    }
}

/// Buffers reused for every code.
#[derive(Default)]
pub(super) struct Buffer {
    picture: Vec<u8>,
    name: String,
    label: LabelTexts,
}

/// What a label says of its code.
#[derive(Default)]
struct LabelTexts {
    elements: String,
    first: String,
    second: String,
}

impl LabelTexts {
    fn of<'u>(&'u mut self, run: &LabelRun, code: &Code<'u>) -> Unit<'u> {
        self.first.clear();
        self.second.clear();
        let content = run.content(code.uri, code.batch_no, code.serial, &mut self.elements);
        if !run.look.has_code_text {
            return Unit {
                content,
                code: ["", ""],
            };
        }
        self.first.push_str("(01)");
        self.first.push_str(&run.gtin);
        let (element, value) = run.qualifier(code.batch_no, code.serial);
        if !value.is_empty() {
            self.second.push('(');
            self.second.push_str(element);
            self.second.push(')');
            self.second.push_str(value);
        }
        Unit {
            content,
            code: [&self.first, &self.second],
        }
    }
}

fn table<W: Write>(
    out: W,
    options: Options,
    columns: &[&str],
    from: Progress,
) -> Result<csv::Writer<W>, Error> {
    if from.body_len > 0 {
        return Ok(csv::Writer::resume(out, options, from.body_len));
    }
    let mut table = csv::Writer::new(out, options);
    let cells: Vec<_> = columns.iter().copied().map(Cell::Text).collect();
    table.write(&cells)?;
    Ok(table)
}

/// Goes on with an archive that has so many entries beside those of the codes.
fn resume<W: Write, D: Read + Write + Seek>(
    out: W,
    directory: D,
    from: Progress,
    others: u64,
) -> Result<zip::Writer<W, D>, Error> {
    let entries = if from.body_len == 0 {
        0
    } else {
        count(from.done) + others
    };
    let at = zip::Checkpoint {
        entries,
        body_len: from.body_len,
        directory_len: from.directory_len,
    };
    zip::Writer::resume(out, directory, zip::Modified::default(), at)
}

fn count(codes: i64) -> u64 {
    u64::try_from(codes).unwrap_or_default()
}
