/// A picture of one grey, as a PNG.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&vec![120; (width * height) as usize])
        .unwrap();
    writer.finish().unwrap();
    bytes
}

/// The smallest thing that is a PDF.
pub fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".to_vec()
}

/// A JPEG of 8 by 8 grey pixels with these segments after its start.
pub fn jpeg(segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    let mut push = |marker: u8, data: &[u8]| {
        bytes.extend_from_slice(&[0xff, marker]);
        bytes.extend_from_slice(&u16::try_from(data.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(data);
    };
    for (marker, data) in segments {
        push(*marker, data);
    }
    push(0xdb, &[&[0][..], &[1; 64]].concat());
    push(0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    push(0xc4, &[&[0x00, 0, 1][..], &[0; 14], &[0]].concat());
    push(0xc4, &[&[0x10, 0, 1][..], &[0; 14], &[0]].concat());
    push(0xda, &[1, 1, 0x00, 0, 63, 0]);
    bytes.extend_from_slice(&[0b0011_1111, 0xff, 0xd9]);
    bytes
}

/// One box of an MP4.
fn mp4_box(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let size = u32::try_from(content.len() + 8).unwrap().to_be_bytes();
    [&size[..], kind, content].concat()
}

/// The smallest thing that is an MP4, with these user data in its `moov`.
pub fn mp4(user_data: &[u8]) -> Vec<u8> {
    let handler = mp4_box(b"hdlr", &[&[0; 8][..], b"vide", &[0; 13]].concat());
    let track = mp4_box(b"trak", &mp4_box(b"mdia", &handler));
    let movie = mp4_box(b"moov", &[track, mp4_box(b"udta", user_data)].concat());
    let brand = mp4_box(b"ftyp", b"isom\0\0\x02\0isommp42");
    [brand, movie, mp4_box(b"mdat", &[7; 4096])].concat()
}

/// The smallest thing that is an AVI, with these notes.
pub fn avi(notes: &[u8]) -> Vec<u8> {
    let list = |kind: &[u8; 4], content: &[u8]| {
        let size = u32::try_from(content.len() + 4).unwrap().to_le_bytes();
        [b"LIST", &size[..], kind, content].concat()
    };
    let lists = [
        list(b"hdrl", &[0; 8]),
        list(b"INFO", notes),
        list(b"movi", &[7; 64]),
    ]
    .concat();
    let size = u32::try_from(lists.len() + 4).unwrap().to_le_bytes();
    [b"RIFF", &size[..], b"AVI ", &lists].concat()
}

/// The smallest thing that is a WMV.
pub fn wmv() -> Vec<u8> {
    let header = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c";
    let stream = b"\x91\x07\xdc\xb7\xb7\xa9\xcf\x11\x8e\xe6\x00\xc0\x0c\x20\x53\x65";
    let video = b"\xc0\xef\x19\xbc\x4d\x5b\xcf\x11\xa8\xfd\x00\x80\x5f\x5c\x44\x2b";
    let object = [&stream[..], &40_u64.to_le_bytes(), video].concat();
    let size = (30 + object.len() as u64).to_le_bytes();
    [
        &header[..],
        &size,
        &1_u32.to_le_bytes(),
        &[1, 2],
        &object,
        &[7; 64],
    ]
    .concat()
}

/// A form with one file.
pub fn multipart(name: &str, content: &[u8]) -> (String, Vec<u8>) {
    const BOUNDARY: &str = "----pinma-test";
    let head = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    );
    let body = [
        head.as_bytes(),
        content,
        format!("\r\n--{BOUNDARY}--\r\n").as_bytes(),
    ]
    .concat();
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}

/// A PNG of these chunks, whatever they say.
pub fn png_of(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in chunks {
        let checked = [&kind[..], data].concat();
        bytes.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
        bytes.extend_from_slice(&checked);
        bytes.extend_from_slice(&crc32(&checked).to_be_bytes());
    }
    bytes
}

/// The header of a PNG of true colour.
pub fn png_header(width: u32, height: u32) -> Vec<u8> {
    [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat()
}

/// A PDF of exactly this size.
pub fn pdf_of(size: usize) -> Vec<u8> {
    let (head, tail) = ("%PDF-1.4\n%", "\n%%EOF\n");
    format!("{head}{}{tail}", ".".repeat(size - head.len() - tail.len())).into_bytes()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, b| {
        (0..8).fold(crc ^ u32::from(*b), |c, _| (c >> 1) ^ (0xedb8_8320 * (c & 1)))
    })
}

/// What an independent reader sees in the picture of a code.
pub fn read_code(picture: &[u8]) -> String {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let via = frame.color_type.samples();
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[(y * width + x) * via]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

/// A photograph: a JPEG with as much in it as cameras see, held as the orientation says (1 is upright).
pub fn photo(width: u16, height: u16, quality: u8, orientation: u8) -> Vec<u8> {
    let mut seed = 1_u32;
    let pixels: Vec<u8> = (0..u32::from(width) * u32::from(height))
        .flat_map(|i| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (x, y, grain) = (i % u32::from(width), i / u32::from(width), seed >> 28);
            [
                (x / 16 + grain) as u8,
                (y / 16 + grain) as u8,
                (x / 64 * 16 + y / 64 + grain) as u8,
            ]
        })
        .collect();
    let mut bytes = vec![];
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    encoder
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    if orientation != 1 {
        let tiff = [
            &b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..],
            &[orientation, 0, 0, 0, 0, 0, 0],
        ]
        .concat();
        let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
        bytes.splice(2..2, [&[0xff, 0xe1][..], &length, b"Exif\0\0", &tiff].concat());
    }
    bytes
}
