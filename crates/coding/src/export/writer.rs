use super::{ExportFormat, ExportOrder, Run};
use label::{Error, Picture, Renderer, csv, zip};
use serde::{Deserialize, Serialize};
use std::{
    fmt::Write as _,
    io::{Read, Seek, Write},
};

/// How far an export is: what both files are cut back to before it goes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Codes written.
    pub done: i64,
    /// Bytes of the file.
    pub body_len: u64,
    /// Bytes of the archive's directory.
    pub directory_len: u64,
}

/// Writes the codes of an order one after the other.
pub struct CodeWriter<'o, W, D> {
    order: &'o ExportOrder,
    sheet: Sheet<W, D>,
    done: i64,
    /// Reused for every code.
    uri: String,
    name: String,
    picture: Vec<u8>,
}

enum Sheet<W, D> {
    Table(csv::Writer<W>),
    Archive {
        zip: Box<zip::Writer<W, D>>,
        renderer: Box<Renderer>,
        method: zip::Method,
    },
}

impl<'o, W: Write, D: Read + Write + Seek> CodeWriter<'o, W, D> {
    /// Begins, or goes on from where an earlier attempt noted it was. Both files were cut back to that.
    ///
    /// # Errors
    /// When the picture cannot be made like this, or writing fails.
    pub fn new(
        order: &'o ExportOrder,
        picture: Picture,
        out: W,
        directory: D,
        from: Progress,
    ) -> Result<Self, Error> {
        let sheet = match order.format {
            ExportFormat::Csv if from.done == 0 => {
                let mut table = csv::Writer::new(out, csv::Options::default());
                table
                    .write(&["序列号", "批次号", "生产日期", "有效期至", "扫码地址"].map(csv::Cell::Text))?;
                Sheet::Table(table)
            }
            ExportFormat::Csv => {
                Sheet::Table(csv::Writer::resume(out, csv::Options::default(), from.body_len))
            }
            ExportFormat::PngZip | ExportFormat::SvgZip => {
                let entries = u64::try_from(from.done).unwrap_or_default();
                let at = zip::Checkpoint {
                    entries,
                    body_len: from.body_len,
                    directory_len: from.directory_len,
                };
                Sheet::Archive {
                    zip: Box::new(zip::Writer::resume(out, directory, zip::Modified::default(), at)?),
                    renderer: Box::new(Renderer::new(picture)?),
                    // PNG is compressed already.
                    method: if order.format == ExportFormat::PngZip {
                        zip::Method::Store
                    } else {
                        zip::Method::Deflate
                    },
                }
            }
        };
        let (uri, name) = (String::with_capacity(120), String::with_capacity(64));
        Ok(Self {
            order,
            sheet,
            done: from.done,
            uri,
            name,
            picture: vec![],
        })
    }

    /// Writes up to `count` further codes; false when none are left.
    ///
    /// # Errors
    /// When a picture cannot be made, or writing fails.
    pub fn write(&mut self, count: i64) -> Result<bool, Error> {
        let mut skip = self.done;
        let mut left = count;
        for run in &self.order.runs {
            if skip >= run.count() {
                skip -= run.count();
                continue;
            }
            let first = run.first + std::mem::take(&mut skip);
            let last = run.last.min(first + left - 1);
            let dates = [run.made_on, run.expires_on].map(|d| d.map(|d| d.to_string()).unwrap_or_default());
            for number in first..=last {
                self.write_one(run, number, &dates)?;
            }
            left -= last - first + 1;
            self.done += last - first + 1;
            if left == 0 {
                break;
            }
        }
        Ok(self.done < self.order.total())
    }

    fn write_one(&mut self, run: &Run, number: i64, [made, expires]: &[String; 2]) -> Result<(), Error> {
        let append = |text: &mut String| {
            if run.width > 0 {
                let _cannot_fail = write!(
                    text,
                    "{number:0width$}",
                    width = usize::try_from(run.width).unwrap_or_default()
                );
            }
        };
        self.uri.clear();
        self.uri.push_str(&run.uri_start);
        append(&mut self.uri);
        self.name.clear();
        match &mut self.sheet {
            Sheet::Table(table) => {
                self.name.push_str(&run.prefix);
                append(&mut self.name);
                let batch = run.batch_no.as_deref().unwrap_or_default();
                table.write(&[self.name.as_str(), batch, made, expires, &self.uri].map(csv::Cell::Text))
            }
            Sheet::Archive {
                zip,
                renderer,
                method,
            } => {
                self.name.push_str(&run.name_start);
                append(&mut self.name);
                self.name.push('.');
                self.name.push_str(renderer.picture().format.extension());
                renderer.render(&self.uri, &mut self.picture)?;
                zip.add(&self.name, *method, &self.picture)
            }
        }
    }

    /// How far it is, with everything before that handed to the files.
    ///
    /// # Errors
    /// When writing fails.
    pub fn progress(&mut self) -> Result<Progress, Error> {
        let (body_len, directory_len) = match &mut self.sheet {
            Sheet::Table(table) => (table.flush()?, 0),
            Sheet::Archive { zip, .. } => {
                let at = zip.checkpoint()?;
                (at.body_len, at.directory_len)
            }
        };
        Ok(Progress {
            done: self.done,
            body_len,
            directory_len,
        })
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When writing fails.
    pub fn finish(self) -> Result<W, Error> {
        match self.sheet {
            Sheet::Table(table) => table.finish(),
            Sheet::Archive { zip, .. } => Ok(zip.finish()?.0),
        }
    }
}
