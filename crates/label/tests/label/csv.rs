//! CSV tables.

use label::csv::{Cell, Options, Separator, Writer};

const PLAIN: Options = Options::plain(Separator::Comma);

fn table(options: Options, rows: &[&[Cell<'_>]]) -> String {
    let mut writer = Writer::new(Vec::new(), options);
    rows.iter().for_each(|row| writer.write(row).unwrap());
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

#[test]
fn cells_are_quoted_where_needed() {
    let row = [
        "plain",
        "with, comma",
        "with \"quotes\"",
        "two\nlines",
        "",
        "品码",
    ]
    .map(Cell::Text);
    assert_eq!(
        table(PLAIN, &[&row]),
        "plain,\"with, comma\",\"with \"\"quotes\"\"\",\"two\nlines\",,品码\r\n"
    );
    let tabs = Options::plain(Separator::Tab);
    assert_eq!(
        table(tabs, &[&["a,b", "c\td"].map(Cell::Text)]),
        "a,b\t\"c\td\"\r\n"
    );
    let row = [
        Cell::Empty,
        Cell::Number(-5),
        Cell::Number(i64::MIN),
        Cell::from(0),
        Cell::from("x"),
    ];
    assert_eq!(table(PLAIN, &[&row, &[]]), ",-5,-9223372036854775808,0,x\r\n\r\n");
}

#[test]
fn formulas_are_guarded_on_request() {
    let texts = [
        "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "a=1", "=\"a\"",
    ];
    let guarded = Options::default();
    assert_eq!(
        table(guarded, &[&texts.map(Cell::Text), &[Cell::Number(-1)]]),
        "\u{FEFF}'=1+1,'+1,'-1,'@A1,'\t=1,\"'\r=1\",\"'\n=1\",'＝1,a=1,\"'=\"\"a\"\"\"\r\n-1\r\n"
    );
    assert_eq!(table(PLAIN, &[&[Cell::Text("=1+1")]]), "=1+1\r\n");
}

/// A table cut back and continued is the same.
#[test]
fn a_table_is_resumed() {
    let rows: Vec<String> = (0..20_000)
        .map(|row| format!("row {row}, {}", "x".repeat(row % 50)))
        .collect();
    let write = |writer: &mut Writer<Vec<u8>>, rows: &[String]| {
        rows.iter().for_each(|row| {
            writer
                .write(&[Cell::Text(row), Cell::Number(row.len() as i64)])
                .unwrap()
        });
    };
    let mut whole = Writer::new(Vec::new(), Options::default());
    write(&mut whole, &rows);
    let whole = whole.finish().unwrap();

    let mut first = Writer::new(Vec::new(), Options::default());
    write(&mut first, &rows[..12_345]);
    let length = first.flush().unwrap();
    write(&mut first, &rows[12_345..15_000]);
    let mut file = first.finish().unwrap();
    file.truncate(length as usize);
    let mut second = Writer::resume(file, Options::default(), length);
    write(&mut second, &rows[12_345..]);
    assert_eq!(second.flush().unwrap(), whole.len() as u64);
    assert!(second.finish().unwrap() == whole);
}

proptest::proptest! {
    /// A reader of a few lines gets back what was written.
    #[test]
    fn rows_come_back(rows in proptest::collection::vec(proptest::collection::vec("\\PC{0,9}|[,\"\r\na]{0,9}", 1..5), 0..9)) {
        let rows: Vec<Vec<String>> = rows;
        let cells: Vec<Vec<Cell<'_>>> = rows.iter().map(|row| row.iter().map(|text| Cell::Text(text)).collect()).collect();
        let cells: Vec<&[Cell<'_>]> = cells.iter().map(|row| &**row).collect();
        proptest::prop_assert_eq!(read(&table(PLAIN, &cells)), rows);
    }
}

fn read(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    rows
}
