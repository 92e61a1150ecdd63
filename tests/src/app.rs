use crate::{Actor, Reply, actor::agent, pdf, png};
use actix_web::{HttpServer, dev::ServerHandle};
use db::{EnterpriseId, Scratch};
use enterprise::{
    EnterpriseType, Rights, create_operator,
    registration::{NewEnterprise, register_without_code},
    session::open_for,
};
use kernel::Clock;
use product::{AdmittedRecord, ProductId, life::SelfCheck};
use serde_json::json;
use server::{Composition, Config, State, app};
use std::{net::SocketAddr, sync::mpsc, thread::JoinHandle};
use ureq::Agent;
use web::{Client, jobs::RunnerHandle, upload::keep_own};

/// A running server with everything it needs, gone when dropped.
pub struct TestApp {
    pub state: State,
    pub clock: Clock,
    pub address: SocketAddr,
    agent: Agent,
    server: ServerHandle,
    thread: Option<JoinHandle<()>>,
    runner: Option<RunnerHandle>,
    /// None of a server beside another one, whose database it uses.
    scratch: Option<Scratch>,
}

/// The settings of a test server, on this database and folder.
pub fn settings(scratch: &Scratch, more: &[(&'static str, &str)]) -> Config {
    let data = scratch.folder().to_string_lossy().into_owned();
    let mut config = Config::read(|name| {
        let given = more
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| (*v).to_owned());
        given.or_else(|| match name {
            "PINMA_DATA" => Some(data.clone()),
            "PINMA_PUBLIC_URL" => Some("https://q.example.com".to_owned()),
            "PINMA_SMS" | "PINMA_SMTP_URL" => Some("development".to_owned()),
            "PINMA_WEB" => Some(format!("{data}/web")),
            _ => None,
        })
    })
    .unwrap();
    config.database = scratch.location().clone();
    config.database_connections = 4;
    config
}

impl TestApp {
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// A server with settings of its own.
    pub fn with(more: &[(&'static str, &str)]) -> Self {
        Self::on(Scratch::new(), Clock::default(), more)
    }

    /// A server where the roles have other rights.
    pub fn with_rights(rights: Rights) -> Self {
        Self::composed(|own| Composition { rights, ..own })
    }

    /// A server of which something is composed differently.
    pub fn composed(differently: impl FnOnce(Composition) -> Composition) -> Self {
        let (scratch, clock) = (Scratch::new(), Clock::default());
        let composition = differently(Composition::of_program().unwrap());
        let state = State::composed(&settings(&scratch, &[]), clock.clone(), composition).unwrap();
        Self::run(Some(scratch), clock, state)
    }

    /// A server on a database that is there already.
    pub fn on(scratch: Scratch, clock: Clock, more: &[(&'static str, &str)]) -> Self {
        let state = State::open(&settings(&scratch, more), clock.clone()).unwrap();
        Self::run(Some(scratch), clock, state)
    }

    /// The same without background work, for tests that have a runner of their own.
    pub fn without_runner(scratch: Scratch, clock: Clock, more: &[(&'static str, &str)]) -> Self {
        let state = State::open(&settings(&scratch, more), clock.clone()).unwrap();
        Self::serve(Some(scratch), clock, state, None)
    }

    /// Another server process, as it were, on the same database and files.
    pub fn beside(&self) -> Self {
        let state = State::open(&settings(self.scratch(), &[]), self.clock.clone()).unwrap();
        Self::run(None, self.clock.clone(), state)
    }

    /// A server with exactly this configuration.
    pub fn configured(config: &Config, clock: Clock) -> Self {
        let state = State::open(config, clock.clone()).unwrap();
        Self::run(None, clock, state)
    }

    fn run(scratch: Option<Scratch>, clock: Clock, state: State) -> Self {
        let runner = Some(state.runner().start().unwrap());
        Self::serve(scratch, clock, state, runner)
    }

    fn serve(scratch: Option<Scratch>, clock: Clock, state: State, runner: Option<RunnerHandle>) -> Self {
        let (tell, told) = mpsc::channel();
        let for_workers = state.clone();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || app(for_workers.clone()))
                    .on_connect(web::count_connection)
                    .workers(2)
                    .disable_signals()
                    .shutdown_timeout(1)
                    .bind("127.0.0.1:0")
                    .unwrap();
                let address = server.addrs()[0];
                let server = server.run();
                tell.send((address, server.handle())).unwrap();
                server.await.unwrap();
            });
        });
        let (address, server) = told.recv().unwrap();
        Self {
            state,
            clock,
            address,
            agent: agent(),
            server,
            thread: Some(thread),
            runner,
            scratch,
        }
    }

    /// A server with a manufacturer and its rival, so that a leak is one assertion away.
    pub fn with_two_enterprises() -> (Self, Actor, Actor) {
        let app = Self::new();
        let acme = app.enterprise(
            "91330109589891087U",
            "杭州超尔切削工具有限公司",
            EnterpriseType::PRODUCERS,
        );
        let rival = app.enterprise(
            "91330482746305409W",
            "平湖市三鑫金属制品厂",
            EnterpriseType::PRODUCERS,
        );
        (app, acme, rival)
    }

    /// A registered enterprise, signed in. It has no password anyone knows.
    pub fn enterprise(&self, uscc: &str, name: &str, types: &[EnterpriseType]) -> Actor {
        let new = NewEnterprise {
            uscc: uscc.to_owned(),
            name: name.to_owned(),
            region_code: "330109".to_owned(),
            enterprise_types: types.to_vec(),
            registered_address: "浙江省杭州市萧山区市心北路 100 号".to_owned(),
            contact_name: "联系人".to_owned(),
            contact_phone: "13800138000".to_owned(),
            is_verified: true,
        };
        let id = self
            .state
            .db
            .write_platform(|c| register_without_code(c, new, String::new(), None))
            .unwrap();
        self.sign_in(uscc, Some(id))
    }

    /// One of the platform's own people, signed in.
    pub fn operator(&self) -> Actor {
        let policy = self.state.accounts.policy;
        let made = self
            .state
            .db
            .write_platform(|c| create_operator(c, &policy, "operator", "Kq7!mTz2vB"));
        made.unwrap();
        self.sign_in("operator", None)
    }

    /// Opens a session without a password.
    pub fn sign_in(&self, login_name: &str, enterprise: Option<EnterpriseId>) -> Actor {
        let client = Client {
            address: None,
            user_agent: "tests".to_owned(),
        };
        let accounts = self.state.accounts.clone();
        let session = self
            .state
            .db
            .write_platform(|c| open_for(c, &accounts, login_name, &client))
            .unwrap();
        self.actor(Some(session.access_token), enterprise)
    }

    /// Someone who is not signed in.
    pub fn anyone(&self) -> Actor {
        self.actor(None, None)
    }

    fn actor(&self, token: Option<String>, enterprise: Option<EnterpriseId>) -> Actor {
        Actor::new(
            self.agent.clone(),
            format!("http://{}", self.address),
            token,
            enterprise,
        )
    }

    /// A product of an enterprise whose codes are valid, straight from the store.
    pub fn product(&self, of: &Actor, trace_code: &str) -> ProductId {
        self.product_at(of, trace_code, "unit")
    }

    /// The same for a product that is coded at another level than by unit.
    pub fn product_at(&self, of: &Actor, trace_code: &str, level: &str) -> ProductId {
        let id = self.draft_at(of, trace_code, level);
        let confirmed = SelfCheck { confirmed: true };
        self.state
            .db
            .write(of.enterprise(), |c| {
                product::life::submit(c, &id, &confirmed)?;
                product::life::activate(c, &id)
            })
            .unwrap();
        id
    }

    /// A complete product that was not submitted.
    pub fn draft(&self, of: &Actor, trace_code: &str) -> ProductId {
        self.draft_at(of, trace_code, "unit")
    }

    fn draft_at(&self, of: &Actor, trace_code: &str, level: &str) -> ProductId {
        let vault = &self.state.files.vault;
        self.state
            .db
            .write(of.enterprise(), |c| {
                let picture = keep_own(c, vault, product::slots::PRODUCT_PICTURE, "板材.png", png(464, 290))?;
                let report = keep_own(c, vault, product::slots::INSPECTION_REPORT, "报告.pdf", pdf())?;
                let record = json!({
                    "category": "industrial", "trace_code": trace_code, "name": "细工木板", "product_type": "细木工板",
                    "gpc_code": "83000000", "brand_name": "森森", "model": "18 mm", "standards": ["GB 18580-2017"],
                    "picture_file_ids": [picture], "report_file_ids": [report], "is_report_public": false,
                    "coding_level": level,
                });
                product::create(c, AdmittedRecord::of(serde_json::from_value(record).unwrap()))
            })
            .unwrap()
    }

    /// What a scan of a printed code is answered, as data.
    pub fn scan(&self, path: &str) -> Reply {
        self.anyone().with("accept", "application/json").get(path)
    }

    pub fn scratch(&self) -> &Scratch {
        self.scratch
            .as_ref()
            .expect("this server has no database of its own")
    }

    /// Stops the server and its jobs, leaving database and files for another one.
    pub fn stop(mut self) -> (Scratch, Clock) {
        self.halt();
        let scratch = self
            .scratch
            .take()
            .expect("this server has no database of its own");
        (scratch, self.clock.clone())
    }

    fn halt(&mut self) {
        self.runner.take();
        if let Some(thread) = self.thread.take() {
            drop(self.server.stop(false));
            thread.join().unwrap();
        }
    }
}

impl Default for TestApp {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.halt();
    }
}
