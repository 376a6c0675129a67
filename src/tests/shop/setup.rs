use std::{fs, os::unix::fs::symlink, path::Path, process::Command};

/// In a clone whose tools are there, what comes before the checks installs nothing and asks no network.
#[test]
fn a_clone_whose_tools_are_there_needs_no_network() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let clone = tempfile::tempdir().expect("a directory");
    for folder in [".ci", "end2end"] {
        fs::create_dir(clone.path().join(folder)).expect("made");
    }
    let files = [".ci/setup", ".ci/env", ".ci/versions", "Cargo.lock"];
    for file in files
        .into_iter()
        .chain(["end2end/package.json", "end2end/package-lock.json"])
    {
        fs::copy(here.join(file), clone.path().join(file)).expect(file);
    }
    let modules = "end2end/node_modules";
    symlink(here.join(modules), clone.path().join(modules)).expect("linked");
    let nowhere = "http://127.0.0.1:9";
    let output = Command::new(clone.path().join(".ci/setup"))
        .arg("test")
        .envs(
            ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"].map(|name| (name, nowhere)),
        )
        .env("npm_config_offline", "true")
        .env("CARGO_NET_OFFLINE", "true")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}
