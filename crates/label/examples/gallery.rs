//! Labels of all designs, to look at: `cargo run --release --example gallery -- <font> <bold font> <folder>`.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use label::{
    Colour, Depth, Design, Font, Fonts, LabelOrder, Logo, Paper, PngPrinter, ScratchLayer, Sheet, SvgPrinter,
    Template, Unit, pdf,
};
use std::fs;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="#316464"/><path d="M30 62q20 24 40 0q-6-34-20-44q-14 10-20 44z" fill="#ffcc00"/></svg>"##;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(regular), Some(bold), Some(folder)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("gallery <font> <bold font> <folder>".into());
    };
    let fonts = Fonts {
        regular: Font::new(fs::read(regular)?)?,
        bold: Font::new(fs::read(bold)?)?,
    };
    fs::create_dir_all(&folder)?;
    let mut file = vec![];
    for (design, colour) in Design::ALL.into_iter().zip(Colour::ALL.into_iter().cycle()) {
        for (layout, (width, height)) in [("portrait", (20.0, 30.0)), ("landscape", (30.0, 20.0))] {
            for logo in [None, Some(Logo::new(LOGO.as_bytes())?)] {
                let order = LabelOrder {
                    design,
                    colour,
                    width,
                    height,
                    name: "西湖龙井明前特级绿茶".to_owned(),
                    lines: if logo.is_some() {
                        vec!["浙江品码茶业有限公司".to_owned(), "扫码查真伪 · 溯源".to_owned()]
                    } else {
                        vec!["正品保证".to_owned()]
                    },
                    scratch: if design == Design::Ribbon && logo.is_some() {
                        ScratchLayer::Outline
                    } else {
                        ScratchLayer::None
                    },
                    logo: logo.clone(),
                    ..LabelOrder::default()
                };
                let template = Template::new(&order, &fonts)?;
                let unit = Unit {
                    content: "https://id.example.cn/01/06912345678904/21/000000001",
                    code: ["(01)06912345678904", "(21)000000001"],
                };
                let name = format!(
                    "{folder}/{design:?}-{layout}{}",
                    if logo.is_some() { "-logo" } else { "" }
                );
                SvgPrinter::new(template.clone()).print(&unit, &mut file)?;
                println!("{name}: SVG of {} bytes", file.len());
                fs::write(format!("{name}.svg"), &file)?;
                for (depth, ending) in [
                    (Depth::Colour, ""),
                    (Depth::Grey, "-grey"),
                    (Depth::BlackAndWhite, "-black"),
                ] {
                    PngPrinter::new(template.clone(), 600, depth)?.print(&unit, &mut file)?;
                    fs::write(format!("{name}{ending}.png"), &file)?;
                }
                let mut sheet = Sheet::filled((210.0, 297.0), (width, height), 10.0, 2.0)?;
                sheet.crop_marks = true;
                let document = pdf::Document {
                    template,
                    fonts: fonts.clone(),
                    sheet,
                    note: "铜版纸不干胶".to_owned(),
                    labels: 30,
                };
                let mut writer = pdf::Writer::new(
                    fs::File::create(format!("{name}.pdf"))?,
                    std::io::Cursor::new(vec![]),
                    document,
                )?;
                for _ in 0..30 {
                    writer.add(&unit)?;
                }
                writer.finish()?;
            }
        }
    }
    println!("{} kinds of paper", Paper::ALL.len());
    Ok(())
}
