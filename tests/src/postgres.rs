use std::{
    fs,
    net::TcpListener,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

/// A PostgreSQL server of a test's own, to be stopped and started as it likes; gone when dropped.
pub struct OwnPostgres {
    folder: TempDir,
    programs: PathBuf,
    port: u16,
}

impl OwnPostgres {
    /// Makes it and starts it.
    pub fn start() -> Self {
        let installed = fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten();
        let newest = installed.map(|version| version.path().join("bin")).max();
        let server = Self {
            // Short, because the path of a socket has to fit in a hundred characters.
            folder: TempDir::new_in("/tmp").unwrap(),
            programs: newest.expect("no PostgreSQL server is installed: scripts/setup --tests"),
            port: TcpListener::bind("127.0.0.1:0")
                .unwrap()
                .local_addr()
                .unwrap()
                .port(),
        };
        if is_root() {
            give_to_postgres(server.folder.path());
        }
        server.run(
            "initdb",
            &[
                "-U",
                "pinma",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
            ],
        );
        server.up();
        server
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("postgres://pinma@127.0.0.1:{}/postgres", self.port)
    }

    pub fn up(&self) {
        let folder = self.folder.path().display();
        let options = format!(
            "-c listen_addresses=127.0.0.1 -c port={} -k {folder} -c timezone=UTC -c max_connections=50",
            self.port
        );
        self.run(
            "pg_ctl",
            &["-w", "-l", &format!("{folder}/log"), "-o", &options, "start"],
        );
    }

    /// Stops it as a crash would: nobody is told, nothing is tidied.
    pub fn down(&self) {
        self.run("pg_ctl", &["-m", "immediate", "stop"]);
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let done = self.call(program, arguments);
        assert!(
            done.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }

    fn call(&self, program: &str, arguments: &[&str]) -> Output {
        let program = self.programs.join(program);
        // The server refuses to run as root.
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        // Nothing may be inherited by a server that outlives the call, or its caller waits for ever.
        let output = self.folder.path().join(format!("said-{}", std::process::id()));
        let file = fs::File::create(&output).unwrap();
        command
            .arg("-D")
            .arg(self.folder.path().join("data"))
            .args(arguments);
        command
            .stdin(std::process::Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file);
        let status = command.status().unwrap();
        Output {
            status,
            stdout: vec![],
            stderr: fs::read(output).unwrap(),
        }
    }
}

impl Drop for OwnPostgres {
    fn drop(&mut self) {
        self.call("pg_ctl", &["-m", "immediate", "stop"]);
    }
}

/// Makes a folder the one of the user PostgreSQL runs as.
pub fn give_to_postgres(folder: &Path) {
    let given = Command::new("chown")
        .arg("postgres")
        .arg(folder)
        .status()
        .unwrap();
    assert!(given.success());
}

pub(crate) fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}
