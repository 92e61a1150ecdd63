use super::{
    ExportOrder, Progress, Run, Tool,
    sheet::{Buffer, Code, Sheet},
};
use label::Error;
use std::{
    fmt::Write as _,
    io::{Read, Seek, Write},
};

/// Writes the codes of an order one after the other.
pub struct CodeWriter<'o, W, D> {
    order: &'o ExportOrder,
    sheet: Sheet<W, D>,
    done: i64,
    /// Where the next code is: its run, and how many of the run come before it.
    at: (usize, i64),
    /// Reused for every code.
    uri: String,
    name: String,
    serial: String,
    buffer: Buffer,
}

impl<'o, W: Write, D: Read + Write + Seek + Send> CodeWriter<'o, W, D> {
    /// Begins, or goes on from where an earlier attempt noted it was. Both files were cut back to that.
    ///
    /// # Errors
    /// When the picture cannot be made like this, or writing fails.
    pub fn new(
        order: &'o ExportOrder,
        tool: Tool,
        out: W,
        directory: D,
        from: Progress,
    ) -> Result<Self, Error> {
        Ok(Self {
            order,
            sheet: Sheet::new(order, tool, out, directory, from)?,
            done: from.done,
            at: order.place_of(from.done),
            uri: String::with_capacity(120),
            name: String::with_capacity(64),
            serial: String::with_capacity(20),
            buffer: Buffer::default(),
        })
    }

    /// Writes up to `count` further codes; false when none are left.
    ///
    /// # Errors
    /// When a picture cannot be made, or writing fails.
    pub fn write(&mut self, count: i64) -> Result<bool, Error> {
        let mut left = count;
        while left > 0
            && let Some(run) = self.order.runs.get(self.at.0)
        {
            let first = run.first + self.at.1;
            let last = run.last.min(first.saturating_add(left - 1));
            let dates = [run.made_on, run.expires_on].map(|d| d.map(|d| d.to_string()).unwrap_or_default());
            for number in first..=last {
                self.write_one(run, number, &dates)?;
                self.done += 1;
            }
            left -= last - first + 1;
            self.at = match last == run.last {
                true => (self.at.0 + 1, 0),
                false => (self.at.0, last - run.first + 1),
            };
        }
        Ok(self.at.0 < self.order.runs.len())
    }

    fn write_one(
        &mut self,
        run: &Run,
        number: i64,
        [made_on, expires_on]: &[String; 2],
    ) -> Result<(), Error> {
        let texts = [&mut self.uri, &mut self.name, &mut self.serial];
        for (text, start) in texts
            .into_iter()
            .zip([&run.uri_start, &run.name_start, &run.prefix])
        {
            text.clear();
            text.push_str(start);
            if run.width > 0 {
                let width = usize::try_from(run.width).unwrap_or_default();
                let _cannot_fail = write!(text, "{number:0width$}");
            }
        }
        self.name.push_str(&run.name_end);
        let code = Code {
            number: self.order.before + self.done + 1,
            uri: &self.uri,
            name: &self.name,
            batch_no: run.batch_no.as_deref().unwrap_or_default(),
            serial: &self.serial,
            made_on,
            expires_on,
        };
        self.sheet.write(&code, &mut self.buffer)
    }

    /// Counts the codes written.
    #[must_use]
    pub const fn done(&self) -> i64 {
        self.done
    }

    /// Flushes to the files and tells where to go on from.
    ///
    /// # Errors
    /// When writing fails.
    pub fn progress(&mut self) -> Result<Progress, Error> {
        self.sheet.progress(self.done)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When writing fails.
    pub fn finish(self) -> Result<W, Error> {
        self.sheet.finish()
    }
}
