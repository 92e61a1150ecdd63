//! A table for people: every cell is text, so that a spreadsheet shows what is stored.

use label::Error;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook as Xlsx, XlsxError};
use std::io::{self, Read, Seek, Write};

/// The columns, and how wide they are: two units a Chinese character.
const COLUMNS: &[(&str, f64)] = &[
    ("序列号", 24.0),
    ("批次号", 24.0),
    ("生产日期", 12.0),
    ("有效期至", 12.0),
    ("扫码地址", 72.0),
];

/// The rows a sheet has room for below its head.
pub(super) const MOST_ROWS: i64 = 1_048_575;

/// What a spreadsheet would take for a formula when the cell is edited.
const TRIGGERS: &[char] = &['=', '+', '-', '@'];

/// A workbook whose rows go to a temporary file as they come.
pub(super) struct Workbook {
    xlsx: Xlsx,
    row: u32,
    text: Format,
    /// Stays text when somebody edits it.
    quoted: Format,
}

impl Workbook {
    pub(super) fn new() -> Result<Self, Error> {
        let mut xlsx = Xlsx::new();
        // An order that is made twice is the same file.
        let made_at = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        xlsx.set_properties(&DocProperties::new().set_creation_datetime(&made_at));
        let head = Format::new().set_bold();
        let text = Format::new().set_num_format("@");
        let sheet = xlsx.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        for (column, (_, width)) in (0..).zip(COLUMNS) {
            sheet.set_column_width(column, *width).map_err(failed)?;
        }
        for (column, (title, _)) in (0..).zip(COLUMNS) {
            sheet
                .write_string_with_format(0, column, *title, &head)
                .map_err(failed)?;
        }
        Ok(Self {
            xlsx,
            row: 0,
            quoted: text.clone().set_quote_prefix(),
            text,
        })
    }

    /// Writes a row below the last.
    pub(super) fn write(&mut self, cells: [&str; 5]) -> Result<(), Error> {
        self.row += 1;
        let sheet = self.xlsx.worksheet_from_index(0).map_err(failed)?;
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let format = if cell.starts_with(TRIGGERS) {
                &self.quoted
            } else {
                &self.text
            };
            sheet
                .write_string_with_format(self.row, column, cell, format)
                .map_err(failed)?;
        }
        Ok(())
    }

    /// Puts the file together beside, and copies it where it belongs.
    pub(super) fn finish<W: Write>(
        mut self,
        mut out: W,
        mut beside: impl Read + Write + Seek + Send,
    ) -> Result<W, Error> {
        beside.rewind()?;
        self.xlsx.save_to_writer(&mut beside).map_err(failed)?;
        beside.rewind()?;
        io::copy(&mut beside, &mut out)?;
        out.flush()?;
        Ok(out)
    }
}

fn failed(e: XlsxError) -> Error {
    match e {
        XlsxError::IoError(e) => e.into(),
        e => io::Error::other(e).into(),
    }
}
