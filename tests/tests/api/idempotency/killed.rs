//! The program, killed while it works: whoever sends everything again has everything once.

use super::{ISSUES, keyed, order, units};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::Duration,
};
use tests::{Actor, Program, TestApp, rounds};

const SENDERS: u64 = 8;
const QUANTITY: i64 = 7;

/// Sends an order and does not care for the answer.
fn send(address: SocketAddr, by: &Actor, key: &str, product: &str) -> std::io::Result<()> {
    let body = order(product, QUANTITY).to_string();
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(
        format!(
            "POST {ISSUES} HTTP/1.1\r\nhost: q\r\nauthorization: Bearer {}\r\nidempotency-key: {key}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            by.token(),
            body.len()
        )
        .as_bytes(),
    )?;
    stream.read(&mut [0; 512]).map(|_| ())
}

#[test]
fn what_was_sent_again_after_a_crash_is_done_once() {
    let program = Program::find();
    let (app, acme, _, product) = super::world();
    let (scratch, clock) = app.stop();
    let all = rounds(12, 6);
    for round in 0..all {
        let mut running = Program::start(&program, scratch.folder(), scratch.location(), &[]);
        let address = running.address;
        thread::scope(|s| {
            for n in 0..SENDERS {
                let (acme, product) = (&acme, &product);
                s.spawn(move || {
                    thread::sleep(Duration::from_millis(n));
                    send(address, acme, &format!("{round}-{n}"), product)
                });
            }
            thread::sleep(Duration::from_millis(3 + round * 5 % 23));
            running.kill();
        });
    }
    let app = TestApp::on(scratch, clock, &[]);
    let acme = acme.at(app.address);
    for round in 0..all {
        for n in 0..SENDERS {
            keyed(&acme, &format!("{round}-{n}"))
                .post(ISSUES, &order(&product, QUANTITY))
                .expect(201);
        }
    }
    assert_eq!(
        units(&acme, &product),
        i64::try_from(all * SENDERS).unwrap() * QUANTITY
    );
}
