//! A server for this machine only, and builds on every change.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use notify_debouncer_mini::new_debouncer;
use notify_debouncer_mini::notify::RecursiveMode;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::bundle::{Profile, build};
use crate::tools::root;

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
    let (send, changes) = mpsc::channel();
    let mut watcher = new_debouncer(Duration::from_millis(200), send)?;
    for watched in ["src", "styles", "quizzes", "index.html", "Cargo.toml"] {
        watcher
            .watcher()
            .watch(&root().join(watched), RecursiveMode::Recursive)?;
    }
    for change in changes {
        if change.is_ok()
            && let Err(error) = build_timed(&folder)
        {
            // The compiler has said what is wrong; the last good build stays on the page.
            eprintln!("{error:#}");
        }
    }
    Ok(ExitCode::SUCCESS)
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
