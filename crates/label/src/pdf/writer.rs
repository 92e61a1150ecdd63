//! Writing a document.

use super::{
    content,
    document::{Document, POINTS_PER_MILLIMETRE},
    objects::Objects,
    resources::Resources,
    tree::Tree,
};
use crate::{
    Error,
    template::{Symbols, Unit},
};
use std::io::{BufReader, Read, Seek, SeekFrom, Write};

/// Bytes of a place in the file of places.
const PLACE: u64 = 8;

/// How far a document is: what to cut both files back to before it is continued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    /// Labels on finished pages: the next one to be added.
    pub labels: u64,
    /// Bytes of the document.
    pub body_len: u64,
    /// Bytes of the file of places.
    pub directory_len: u64,
}

/// Writes a document to `W`, and where its objects begin to `D` until the end.
///
/// After an error it can only be continued from a checkpoint.
#[derive(Debug)]
pub struct Writer<W, D> {
    document: Document,
    resources: Resources,
    tree: Tree,
    objects: Objects<W, D>,
    symbols: Symbols,
    /// Labels on finished pages.
    finished: u64,
    /// Labels on the page that is being drawn.
    on_page: u64,
    content: Vec<u8>,
}

impl<W: Write, D: Read + Write + Seek> Writer<W, D> {
    /// Begins a document. The places are written from the beginning of their file, a temporary one.
    pub fn new(out: W, directory: D, document: Document) -> Result<Self, Error> {
        Self::resume(out, directory, document, Checkpoint::default())
    }

    /// Continues a document from a checkpoint.
    ///
    /// It has been cut back to `body_len` bytes and `out` is at its end; the file of places has been cut back to
    /// `directory_len` bytes. With the same labels it becomes the same as without the interruption.
    pub fn resume(out: W, mut directory: D, document: Document, from: Checkpoint) -> Result<Self, Error> {
        document.sheet.check(document.template.size())?;
        let pages = document.labels.div_ceil(document.sheet.places());
        if pages == 0 {
            return Err(Error::LabelCountDiffers { total: 0 });
        }
        directory.seek(SeekFrom::Start(from.directory_len))?;
        let mut objects = Objects::new(out, directory, 0, 0);
        let fresh = from.body_len == 0;
        let (resources, tree) = if fresh {
            let resources = Resources::write(&document, &mut objects)?;
            let tree = Tree::new(pages, objects.count);
            tree.write(&mut objects)?;
            (resources, tree)
        } else {
            // What pages refer to has the same numbers as the first time.
            let mut again = Objects::new(std::io::sink(), std::io::sink(), 0, 0);
            let resources = Resources::write(&document, &mut again)?;
            objects.count = from.directory_len / PLACE;
            objects.length = from.body_len;
            (resources, Tree::new(pages, again.count))
        };
        let mut writer = Self {
            symbols: Symbols::new(document.template.carrier),
            resources,
            tree,
            objects,
            finished: from.labels,
            on_page: 0,
            content: vec![],
            document,
        };
        writer.begin_page();
        Ok(writer)
    }

    /// Adds a label.
    pub fn add(&mut self, unit: &Unit<'_>) -> Result<(), Error> {
        let Document {
            template,
            sheet,
            labels,
            ..
        } = &self.document;
        if self.finished + self.on_page >= *labels {
            return Err(Error::LabelCountDiffers { total: *labels });
        }
        let at = sheet.place(self.on_page, template.size());
        content::draw(
            template,
            &mut self.symbols,
            &self.resources,
            at,
            unit,
            &mut self.content,
        )?;
        self.on_page += 1;
        if self.on_page == sheet.places() {
            self.end_page()?;
        }
        Ok(())
    }

    fn begin_page(&mut self) {
        content::begin(
            self.document.sheet.height,
            self.resources.marks,
            &mut self.content,
        );
    }

    fn end_page(&mut self) -> Result<(), Error> {
        let sheet = &self.document.sheet;
        let page = self.finished / sheet.places();
        let number = self.tree.page(page);
        let body = format!(
            "<</Type/Page/Parent {} 0 R/MediaBox[0 0 {} {}]/Resources {} 0 R/Contents {} 0 R>>",
            self.tree.parent(page),
            sheet.width * POINTS_PER_MILLIMETRE,
            sheet.height * POINTS_PER_MILLIMETRE,
            self.resources.page,
            number + 1,
        );
        self.objects.object(body.as_bytes())?;
        self.objects.stream("", &self.content)?;
        self.finished += self.on_page;
        self.on_page = 0;
        self.begin_page();
        Ok(())
    }

    /// Writes what is still in memory and says how far the document is; an unfinished page is not part of that.
    ///
    /// The caller sees to it that both files are on disk before it relies on the checkpoint.
    pub fn checkpoint(&mut self) -> Result<Checkpoint, Error> {
        self.objects.flush()?;
        Ok(Checkpoint {
            labels: self.finished,
            body_len: self.objects.length,
            directory_len: self.objects.count * PLACE,
        })
    }

    /// Ends the document with the table of places.
    pub fn finish(mut self) -> Result<(W, D), Error> {
        let total = self.document.labels;
        if self.finished + self.on_page != total {
            return Err(Error::LabelCountDiffers { total });
        }
        if self.on_page > 0 {
            self.end_page()?;
        }
        let layers = self.resources.layer.map_or_else(String::new, |layer| {
            format!(
                "/OCProperties<</OCGs[{layer} 0 R]/D<</Name(Layers)/Order[{layer} 0 R]/ON[{layer} 0 R]>>>>"
            )
        });
        let catalog = format!("<</Type/Catalog/Pages {} 0 R{layers}>>", self.tree.root());
        let catalog = self.objects.object(catalog.as_bytes())?;
        let (count, begin, info) = (self.objects.count, self.objects.length, self.resources.info);
        self.objects.flush()?;
        let (mut out, mut directory) = self.objects.into_parts();
        write_places(&mut out, &mut directory, count)?;
        write!(
            out,
            "trailer\n<</Size {}/Root {catalog} 0 R/Info {info} 0 R>>\nstartxref\n{begin}\n%%EOF\n",
            count + 1
        )?;
        out.flush()?;
        Ok((out, directory))
    }
}

/// Copies the places from their file, twenty bytes each.
fn write_places<W: Write, D: Read + Seek>(out: &mut W, directory: &mut D, count: u64) -> Result<(), Error> {
    directory.rewind()?;
    let mut places = BufReader::with_capacity(64 << 10, directory);
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", count + 1).into_bytes();
    for _ in 0..count {
        let mut place = [0; PLACE as usize];
        places.read_exact(&mut place)?;
        table.extend_from_slice(format!("{:010} 00000 n \n", u64::from_le_bytes(place)).as_bytes());
        if table.len() >= 64 << 10 {
            out.write_all(&table)?;
            table.clear();
        }
    }
    out.write_all(&table)?;
    Ok(())
}
