//! A server for this machine only, and builds on every change.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::bundle::{Profile, build};
use crate::tools::root;

/// How long nothing may change before a build starts.
const QUIET: Duration = Duration::from_millis(200);

/// A folder served on the loopback address until the process ends.
pub(crate) struct Server {
    /// `http://127.0.0.1:PORT/`.
    pub(crate) address: String,
}

impl Server {
    /// Serves `folder` on `port`, or on the next free one after it; 0 takes any free port.
    pub(crate) fn start(folder: PathBuf, port: u16) -> Result<Self> {
        let listener = (0..20)
            .filter_map(|more| port.checked_add(more))
            .find_map(|port| std::net::TcpListener::bind(("127.0.0.1", port)).ok())
            .with_context(|| format!("no free port from {port} on; give another with --port"))?;
        listener.set_nonblocking(true)?;
        let address = format!("http://{}/", listener.local_addr()?);
        let files = ServeDir::new(folder)
            .precompressed_br()
            .precompressed_gzip();
        let header = |name, value| {
            SetResponseHeaderLayer::overriding(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        let app = Router::new()
            .fallback_service(files)
            .layer(header("cache-control", "no-cache"))
            .layer(header("access-control-allow-origin", "*"));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?;
        std::thread::spawn(move || {
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                axum::serve(listener, app).await
            })
        });
        Ok(Self { address })
    }
}

/// Builds, serves, and builds again on every change until interrupted.
pub(crate) fn run(port: u16) -> Result<ExitCode> {
    let folder = root().join("target").join("serve");
    println!("Building …");
    build_timed(&folder)?;
    let server = Server::start(folder.clone(), port)?;
    println!("{}", server.address);
    let watched =
        ["src", "styles", "quizzes", "index.html", "Cargo.toml"].map(|path| root().join(path));
    let (_watcher, changes) = watch(&watched)?;
    while changes.recv().is_ok() {
        // Editors write in bursts: wait until it is quiet.
        while changes.recv_timeout(QUIET).is_ok() {}
        if let Err(error) = build_timed(&folder) {
            // The compiler has said what is wrong; the last good build stays on the page.
            eprintln!("{error:#}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Names each file that changes, as long as the watcher is kept.
fn watch(paths: &[PathBuf]) -> Result<(RecommendedWatcher, mpsc::Receiver<PathBuf>)> {
    let (send, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Building reads every file; reading is no change.
        for path in event
            .into_iter()
            .filter(|event| !event.kind.is_access())
            .flat_map(|event| event.paths)
        {
            // Nobody listens once serving has ended.
            let _ = send.send(path);
        }
    })?;
    for path in paths {
        watcher.watch(path, RecursiveMode::Recursive)?;
    }
    Ok((watcher, changes))
}

fn build_timed(folder: &Path) -> Result<()> {
    let start = Instant::now();
    // Built beside the served folder: a build that fails takes nothing away.
    let fresh = folder.with_extension("new");
    build(Profile::Dev, &fresh)?;
    if folder.is_dir() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::rename(&fresh, folder)?;
    println!("Built in {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_a_watched_file_is_no_change_and_writing_one_is() {
        let folder = std::env::temp_dir().join(format!("career-quiz-watch-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (read, written) = (folder.join("read"), folder.join("written"));
        std::fs::write(&read, "before").unwrap();
        let (_watcher, changes) = watch(std::slice::from_ref(&folder)).unwrap();
        for _ in 0..3 {
            std::fs::read(&read).unwrap();
        }
        std::fs::write(&written, "after").unwrap();
        let changed = changes.recv_timeout(Duration::from_secs(20)).unwrap();
        assert_eq!(
            changed.file_name(),
            written.file_name(),
            "what was only read is not named"
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
