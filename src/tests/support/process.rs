//! The shop as a process of its own, and a client that keeps cookies.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// `awning serve` on the database in a directory.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub url: String,
}

impl Server {
    /// Starts it on `shop.db` in `dir`, with `more` settings.
    pub fn start(dir: &Path, more: &[(&str, &str)]) -> Self {
        Self::serve(dir, more, &[])
    }

    /// Starts it on `shop.db` in `dir`, with `more` settings and with `arguments` of the command.
    pub fn serve(dir: &Path, more: &[(&str, &str)], arguments: &[&str]) -> Self {
        let mut command = Command::new("sh");
        // A limit on the size of files is an error to the server, not its end.
        let quietly = "trap '' XFSZ; exec \"$0\" \"$@\"";
        command.args(["-c", quietly, env!("CARGO_BIN_EXE_awning"), "serve"]);
        command.args(arguments);
        for (key, value) in settings(dir) {
            command.args(["--set", &format!("{key}={value}")]);
        }
        for (key, value) in more {
            command.args(["--set", &format!("{key}={value}")]);
        }
        let mut child = command
            .current_dir(dir)
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let open = out.lines().map_while(Result::ok).find_map(|line| {
            let (_, url) = line.split_once("open: ")?;
            Some(url.to_owned())
        });
        Self {
            child,
            url: open.expect("it opens"),
        }
    }

    /// Ends it as a crash would.
    pub fn kill(self) {
        drop(self);
    }
}

impl Server {
    /// Its process id.
    pub fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// Asks it to end, and waits until it has.
    pub fn stop(mut self) {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("told");
        assert!(self.child.wait().expect("ended").success());
    }

    /// A client that has never been here.
    pub fn client(&self) -> Client {
        Client::new(&self.url)
    }
}

/// What a server that `command` starts says until it has said `mark`; then it is ended.
pub fn said_until(mut command: Command, mark: &str) -> String {
    let mut child = command.stdout(Stdio::piped()).spawn().expect("a server");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let mut said = String::new();
    while !said.contains(mark) {
        assert!(
            out.read_line(&mut said).expect("text") > 0,
            "it ended: {said}"
        );
    }
    child.kill().expect("ended");
    child.wait().expect("ended");
    // What it wrote at once with the mark.
    out.read_to_string(&mut said).expect("text");
    said
}

/// No test leaves its server behind, whatever it finds.
impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Settings of the shop in `dir`.
pub fn settings(dir: &Path) -> Vec<(String, String)> {
    let path = |name: &str| dir.join(name).display().to_string();
    vec![
        ("address".into(), "127.0.0.1:0".into()),
        ("admin_address".into(), String::new()),
        ("database".into(), super::database::of(dir)),
        ("images".into(), path("images")),
        ("files".into(), path("files")),
        ("mail".into(), format!("file:{}", path("outbox"))),
        ("orders_per_address".into(), "1000000".into()),
        ("orders_per_email".into(), "1000000".into()),
        ("carts_per_address".into(), "1000000".into()),
        ("drain_seconds".into(), "0".into()),
        ("log_filter".into(), "off".into()),
    ]
}

/// A client that keeps cookies and follows nothing.
#[derive(Clone)]
pub struct Client {
    agent: ureq::Agent,
    url: String,
    cookies: Vec<String>,
}

impl Client {
    /// A client of the shop at `url`.
    pub fn new(url: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(10)))
            .build();
        Self {
            agent: agent.into(),
            url: url.to_owned(),
            cookies: Vec::new(),
        }
    }

    /// Goes on at another instance of the shop, with the same cookies.
    pub fn go_to(&mut self, url: &str) {
        url.clone_into(&mut self.url);
    }

    /// Posts a form; status, where it leads to, and body.
    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Option<(u16, String, String)> {
        let request = self.agent.post(format!("{}{path}", self.url));
        let request = request
            .header("cookie", self.cookies.join("; "))
            .header("accept", "application/json");
        let answer = request.send_form(form.iter().copied()).ok()?;
        self.kept(answer)
    }

    /// Opens a page; status and body.
    pub fn get(&mut self, path: &str) -> Option<(u16, String)> {
        self.open(path).map(|(status, _, body)| (status, body))
    }

    /// Opens a page; its status, redirect target and body. `None` if the server does not answer.
    pub fn open(&mut self, path: &str) -> Option<(u16, String, String)> {
        let request = self.agent.get(format!("{}{path}", self.url));
        let request = request.header("cookie", self.cookies.join("; "));
        let answer = request.header("accept", "text/html").call().ok()?;
        self.kept(answer)
    }

    fn kept(
        &mut self,
        mut answer: axum::http::Response<ureq::Body>,
    ) -> Option<(u16, String, String)> {
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().ok()?.split(';').next()?.to_owned();
            let name = pair.split('=').next()?.to_owned();
            self.cookies
                .retain(|known| !known.starts_with(&format!("{name}=")));
            self.cookies.push(pair);
        }
        let to = answer.headers().get("location");
        let to = to
            .and_then(|to| to.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let body = answer.body_mut().read_to_string().ok()?;
        Some((answer.status().as_u16(), to, body))
    }
}

impl Client {
    /// Sends JSON, as scripts do; status and body.
    pub fn ask(&mut self, path: &str, json: &serde_json::Value) -> Option<(u16, String)> {
        let request = self.agent.post(format!("{}{path}", self.url));
        let request = request
            .header("cookie", self.cookies.join("; "))
            .content_type("application/json");
        let answer = request.send(json.to_string()).ok()?;
        self.kept(answer).map(|(status, _, body)| (status, body))
    }
}
