use crate::{CommandError, Config, State, app};
use actix_web::HttpServer;
use kernel::Clock;
use std::{
    io::{self, Write},
    time::Duration,
};
use tracing::Level;
use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

/// Serves until SIGINT or SIGTERM, then lets requests and jobs come to a good end.
pub(super) fn run(config: &Config, migrate: bool) -> Result<(), CommandError> {
    // What the libraries say of their every step is for whoever looks into them.
    let levels = Targets::new()
        .with_default(config.log)
        .with_target("actix_server", config.log.min(Level::WARN))
        // A request that cannot be read is its sender's fault, and would be an error of ours here, as often as somebody likes.
        .with_target("actix_http::h1::dispatcher", requests_of_others(config.log));
    tracing_subscriber::registry()
        .with(tracing_subscriber::fmt::layer().with_writer(io::stderr))
        .with(levels)
        .init();
    if migrate {
        for step in db::migrate(&config.database)? {
            tracing::info!(step, "migrated");
        }
    }
    let state = State::open(config, Clock::default())?;
    warn_about(config, &state);
    actix_web::rt::System::new().block_on(serve(config, state))
}

fn requests_of_others(level: Level) -> LevelFilter {
    match level >= Level::DEBUG {
        true => level.into(),
        false => LevelFilter::OFF,
    }
}

/// Threads of a worker for work that blocks, most of which waits for one of a few connections; more would only hold memory.
const BLOCKING: usize = 16;

async fn serve(config: &Config, state: State) -> Result<(), CommandError> {
    let runner = state.runner().start()?;
    let for_workers = state.clone();
    let mut server = HttpServer::new(move || app(for_workers.clone()))
        .on_connect(web::count_connection)
        .worker_max_blocking_threads(BLOCKING)
        .shutdown_timeout(10)
        .client_request_timeout(Duration::from_secs(15))
        .keep_alive(Duration::from_secs(60));
    if let Some(workers) = config.workers {
        server = server.workers(workers);
    }
    let server = server.bind(config.listen)?;
    writeln!(
        io::stdout(),
        "Pinma 品码 is at {}  (Ctrl-C ends it)",
        config.public_url
    )?;
    tracing::info!(listen = %config.listen, public = %config.public_url, database = ?config.database, "serving");
    server.run().await?;
    runner.stop();
    tracing::info!("stopped");
    Ok(())
}

fn warn_about(config: &Config, state: &State) {
    if state.assets.is_empty() {
        tracing::warn!(folder = %config.web.display(), "the console is not built; only the API is served");
    }
    if config.sms == notify::SmsSender::Development {
        tracing::warn!("PINMA_SMS=development: SMS codes are shown to anyone at /dev/sms");
    }
    if config.mail.is_development() {
        tracing::warn!("PINMA_SMTP_URL=development: mails are shown to anyone at /dev/mail");
    }
    if !config.is_secure() && !config.listen.ip().is_loopback() {
        tracing::warn!("the public address is not https: passwords and cookies travel in the clear");
    }
}
