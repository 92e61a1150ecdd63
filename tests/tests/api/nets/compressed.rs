//! Answers of the API are compressed for whoever asks, and what is packed already is left as it is.

use serde_json::json;
use std::io::Read;
use tests::TestApp;

#[test]
fn answers_are_compressed_for_whoever_takes_it() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "001", 200);
    let list = format!("/api/v1/products/{product}");
    let plain = acme.get(&list);
    assert_eq!(plain.header("content-encoding"), "");
    let packed = acme.with("accept-encoding", "gzip").get(&list);
    assert_eq!(
        (packed.header("content-encoding"), packed.header("etag")),
        ("gzip", plain.header("etag"))
    );
    assert!(packed.header("vary").to_lowercase().contains("accept-encoding"));
    assert!(packed.bytes.len() < plain.bytes.len());
    let mut text = String::new();
    flate2::read::GzDecoder::new(&packed.bytes[..])
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text.len(), plain.text().len());
    let brotli = acme.with("accept-encoding", "br, gzip;q=0.5").get(&list);
    assert_eq!(brotli.header("content-encoding"), "br");
    assert_eq!(
        acme.with("accept-encoding", "identity")
            .get(&list)
            .header("content-encoding"),
        ""
    );
    // The record that was changed by its tag is the same, however it came.
    let tagged = acme
        .with("if-match", packed.header("etag"))
        .with("accept-encoding", "gzip");
    assert_ne!(tagged.put(&list, &json!({})).status, 412);
    for (path, encoding) in [
        (
            format!("/api/v1/unit-exports/stream?product_id={product}&format=png_zip&size=100"),
            "identity",
        ),
        (
            format!("/api/v1/unit-exports/stream?product_id={product}&format=xlsx"),
            "identity",
        ),
        (
            format!("/api/v1/unit-exports/stream?product_id={product}&format=csv"),
            "gzip",
        ),
        (format!("/api/v1/products/{product}/code?format=svg"), "gzip"),
        (format!("/api/v1/products/{product}/code?format=png"), ""),
    ] {
        let reply = acme.with("accept-encoding", "gzip").get(&path);
        assert_eq!(
            (reply.status, reply.header("content-encoding")),
            (200, encoding),
            "{path}"
        );
    }
    // A scan is answered outside of it.
    let scan = app
        .anyone()
        .with("accept", "application/json")
        .with("accept-encoding", "br")
        .get("/01/06901234567892");
    assert_eq!(scan.header("content-encoding"), "");
}
