use db::Location;
use std::{
    fs,
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant, SystemTime},
};

/// The program `pinma` in a process of its own, on a port of its own; killed when dropped, as `kill -9` does it.
pub struct Program {
    child: Child,
    pub address: SocketAddr,
}

impl Program {
    /// Finds the program beside the folder this test was built into. Cargo does not build it for the tests of another
    /// package.
    pub fn find() -> PathBuf {
        let own = std::env::current_exe().unwrap();
        let program = own.ancestors().nth(2).unwrap().join("pinma");
        let built = fs::metadata(&program).and_then(|m| m.modified());
        let built =
            built.unwrap_or_else(|_| panic!("{} is not there: cargo build -p server", program.display()));
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
        assert!(
            built >= newest(&sources),
            "{} is older than its sources: cargo build -p server",
            program.display()
        );
        program
    }

    /// Starts the program on a database and a folder of data, and waits until it listens.
    pub fn start(program: &Path, data: &Path, database: &Location, more: &[(&str, &str)]) -> Self {
        let database = match database {
            Location::Sqlite(path) => format!("sqlite:{}", path.display()),
            Location::Postgres(url) => url.clone(),
        };
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child = Command::new(program)
            .arg("serve")
            .env("PINMA_DATA", data)
            .env("DATABASE_URL", database)
            .env("PINMA_LISTEN", address.to_string())
            .env("PINMA_WORKERS", "2")
            .env("PINMA_LOG", "error")
            .envs(more.iter().copied())
            .stdout(Stdio::null())
            .stderr(log(data))
            .spawn()
            .unwrap();
        let running = Self { child, address };
        let start = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "the program does not start"
            );
            thread::sleep(Duration::from_millis(2));
        }
        running
    }

    /// Kills the program in the middle of its work.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    /// Reads the resident memory: now, and the most there ever was, in MB.
    pub fn memory(&self) -> (u64, u64) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
        };
        (of("VmRSS:"), of("VmHWM:"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _already_dead = self.child.kill();
        self.child.wait().unwrap();
    }
}

/// Where the program writes its log: beside its data.
pub fn log_of(data: &Path) -> PathBuf {
    data.join("program.log")
}

fn log(data: &Path) -> Stdio {
    fs::create_dir_all(data).unwrap();
    let file = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(log_of(data));
    file.unwrap().into()
}

/// When the newest source was changed.
fn newest(folder: &Path) -> SystemTime {
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let times = entries.filter_map(|path| match path.is_dir() {
        true if path.ends_with("tests") || path.ends_with("benches") => None,
        true => Some(newest(&path)),
        false if path.extension().is_some_and(|e| e == "rs") => {
            Some(fs::metadata(&path).unwrap().modified().unwrap())
        }
        false => None,
    });
    times.max().unwrap_or(SystemTime::UNIX_EPOCH)
}
