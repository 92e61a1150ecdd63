//! A real conversation with a mail server, which is small and lives in the test.

use super::{EMAIL, all_are, overdue, tell, wait_for, world};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::json;
use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// A mail server that takes what it is given, or answers each recipient with this.
struct MailServer {
    url: String,
    taken: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    fn start(refusal: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://user:secret@{}", listener.local_addr().unwrap());
        let taken = Arc::new(Mutex::new(vec![]));
        let log = Arc::clone(&taken);
        // It ends with the program.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let _hung_up = converse(stream, refusal, &log);
            }
        });
        Self { url, taken }
    }

    fn settings(&self) -> [(&'static str, &str); 2] {
        [
            ("PINMA_SMTP_URL", &self.url),
            ("PINMA_MAIL_FROM", "品码 <notice@example.com>"),
        ]
    }
}

fn converse(stream: TcpStream, refusal: Option<&str>, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut say = stream.try_clone()?;
    let mut heard = BufReader::new(stream);
    let mut said = String::new();
    say.write_all(b"220 mail.example.com ready\r\n")?;
    loop {
        let mut line = String::new();
        if heard.read_line(&mut line)? == 0 {
            return Ok(());
        }
        said.push_str(&line);
        let answer = match line.split([' ', '\r']).next().unwrap_or_default() {
            "EHLO" => "250-mail.example.com\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n".to_owned(),
            "AUTH" => "235 welcome\r\n".to_owned(),
            "RCPT" => format!("{}\r\n", refusal.unwrap_or("250 yes")),
            "DATA" => {
                say.write_all(b"354 go on\r\n")?;
                loop {
                    let mut line = String::new();
                    heard.read_line(&mut line)?;
                    if line == ".\r\n" {
                        break;
                    }
                    said.push_str(&line);
                }
                log.lock().unwrap().push(said.clone());
                "250 taken\r\n".to_owned()
            }
            "QUIT" => {
                say.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => "250 fine\r\n".to_owned(),
        };
        say.write_all(answer.as_bytes())?;
    }
}

#[test]
fn a_mail_arrives_as_it_was_written() {
    let server = MailServer::start(None);
    let (app, acme) = world(&server.settings());
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    let sent = wait_for(&operator, "via=email", all_are("sent"));
    let taken = server.taken.lock().unwrap();
    assert_eq!(taken.len(), 1);
    let mail = &taken[0];
    assert!(mail.contains("MAIL FROM:<notice@example.com>"), "{mail}");
    assert!(mail.contains(&format!("RCPT TO:<{EMAIL}>")), "{mail}");
    assert!(mail.contains("AUTH PLAIN"), "{mail}");
    let id = format!("Message-ID: <{}@example.com>", sent[0]["id"].as_str().unwrap());
    assert!(mail.contains(&id), "{mail}");
    assert!(mail.contains("Content-Type: text/plain; charset=utf-8"), "{mail}");
    let (headers, body) = mail.split_once("\r\n\r\n").unwrap();
    assert!(headers.contains("Subject: =?utf-8?b?"), "{headers}");
    assert!(headers.contains("Content-Transfer-Encoding: base64"), "{headers}");
    let body: String = body.split_whitespace().collect();
    let text = String::from_utf8(BASE64_STANDARD.decode(body).unwrap()).unwrap();
    assert!(
        text.contains("已逾期 3 天未填报") && text.contains("https://q.example.com/filings"),
        "{text}"
    );
    assert_eq!(app.anyone().get("/api/v1/development/mails").status, 404);
}

#[test]
fn what_the_server_refuses_for_good_is_given_up_and_names_nobody() {
    let server = MailServer::start(Some("550 5.1.1 <office@example.com>: no such mailbox"));
    let (app, acme) = world(&server.settings());
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    let failed = wait_for(&operator, "via=email", all_are("failed"));
    assert_eq!(failed[0]["tries"], 1);
    let error = failed[0]["last_error"].as_str().unwrap();
    assert!(
        error.contains("550") && error.contains("<o***@example.com>"),
        "{error}"
    );
    assert!(!error.contains(EMAIL));
}

#[test]
fn what_the_server_puts_off_is_tried_again() {
    let server = MailServer::start(Some("451 4.7.1 try later"));
    let (app, acme) = world(&server.settings());
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    for tries in 1..=2 {
        let seen = wait_for(&operator, "via=email", |d| {
            d[0]["tries"] == tries && d[0]["state"] == "waiting"
        });
        assert!(seen[0]["last_error"].as_str().unwrap().contains("451"));
        assert_eq!(seen[0]["ended_at"], json!(null));
        app.clock.advance_seconds(121);
    }
}
