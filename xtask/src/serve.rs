//! A server for this machine only, and builds on every change.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use tower_http::services::ServeDir;

use crate::bundle::{Profile, build};
use crate::pages::{self, Pictures};
use crate::reader;
use crate::studio;
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
        Self::with(folder, port, Keeping::Nothing)
    }

    /// Serves `folder` as hosting/ tells a blog's server to.
    pub(crate) fn hosted(folder: PathBuf) -> Result<Self> {
        Self::with(folder, 0, Keeping::Parts)
    }

    fn with(folder: PathBuf, port: u16, keeping: Keeping) -> Result<Self> {
        let listener = (0..20)
            .filter_map(|more| port.checked_add(more))
            .find_map(|port| std::net::TcpListener::bind(("127.0.0.1", port)).ok())
            .with_context(|| format!("no free port from {port} on; give another with --port"))?;
        listener.set_nonblocking(true)?;
        let address = format!("http://{}/", listener.local_addr()?);
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
        let app = Router::new().fallback_service(files).layer(from_fn_with_state(keeping, headers));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        std::thread::spawn(move || {
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                axum::serve(listener, app).await
            })
        });
        Ok(Self { address })
    }
}

/// What browsers may keep without asking again.
#[derive(Clone, Copy)]
enum Keeping {
    Nothing,
    /// What carries its hash in its name for good, all else for five minutes.
    Parts,
}

async fn headers(State(keeping): State<Keeping>, request: Request, next: Next) -> Response {
    let part = request.uri().path().contains("/parts/");
    let mut response = next.run(request).await;
    let kept = match keeping {
        Keeping::Parts if !response.status().is_success() => "no-cache",
        Keeping::Parts if part => "public, max-age=31536000, immutable",
        Keeping::Parts => "public, max-age=300, stale-while-revalidate=86400",
        Keeping::Nothing => "no-cache",
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// Builds, serves, and builds again on every change until interrupted.
pub(crate) fn run(port: u16) -> Result<ExitCode> {
    let folder = root().join("target").join("serve");
    println!("Building …");
    let pictures = build_timed(&folder)?;
    let server = Server::start(folder.clone(), port)?;
    println!("{}", server.address);
    let (_watcher, changes) = watch(&root())?;
    add_rest(&folder, &pictures);
    while changes.recv().is_ok() {
        // Editors write in bursts: wait until it is quiet.
        while changes.recv_timeout(QUIET).is_ok() {}
        match build_timed(&folder) {
            Ok(pictures) => add_rest(&folder, &pictures),
            // The compiler has said what is wrong; the last good build stays on the page.
            Err(error) => eprintln!("{error:#}"),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What the bundle is made of, below the project's folder.
const SOURCES: [&str; 8] =
    ["src", "reader", "studio", "styles", "themes", "quizzes", "index.html", "Cargo.toml"];

/// Names each source that changes, as long as the watcher is kept. Folders are watched and not
/// files: editors save by putting a new file in the old one's place.
fn watch(project: &Path) -> Result<(RecommendedWatcher, mpsc::Receiver<PathBuf>)> {
    let (send, changes) = mpsc::channel();
    let sources = SOURCES.map(|source| project.join(source));
    let folders: Vec<_> = sources.iter().filter(|source| source.is_dir()).cloned().collect();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Building reads every file; reading is no change.
        let changed = event.into_iter().filter(|event| !event.kind.is_access());
        for path in changed.flat_map(|event| event.paths) {
            if sources.iter().any(|source| path.starts_with(source)) {
                // Nobody listens once serving has ended.
                let _ = send.send(path);
            }
        }
    })?;
    watcher.watch(project, RecursiveMode::NonRecursive)?;
    for folder in folders {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok((watcher, changes))
}

fn build_timed(folder: &Path) -> Result<Pictures> {
    let start = Instant::now();
    // Built beside the served folder: a build that fails takes nothing away.
    let fresh = folder.with_extension("new");
    build(Profile::Dev, &fresh, None)?;
    let pictures = pages::write(&fresh, None)?;
    let old = folder.with_extension("old");
    if folder.is_dir() {
        std::fs::rename(folder, &old)?;
    }
    std::fs::rename(&fresh, folder)?;
    if old.is_dir() {
        std::fs::remove_dir_all(&old)?;
    }
    println!("Built in {:.1} s", start.elapsed().as_secs_f32());
    Ok(pictures)
}

/// Adds what nobody who works on the quiz waits for: what reads other quizzes, the studio, and the
/// pictures of shared links.
fn add_rest(folder: &Path, pictures: &Pictures) {
    let start = Instant::now();
    let said = |what: &str, done: Result<()>| match done {
        Ok(()) => println!("The {what} in {:.1} s", start.elapsed().as_secs_f32()),
        Err(error) => eprintln!("The {what}: {error:#}"),
    };
    said("reader", reader::serve(folder));
    said("studio", studio::build(Profile::Dev, folder));
    said("pictures", pictures.draw(folder));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_a_source_is_no_change_and_writing_or_replacing_one_is() {
        let folder = std::env::temp_dir().join(format!("career-quiz-watch-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("src")).unwrap();
        let (read, written) = (folder.join("src/read"), folder.join("src/written"));
        let (page, other) = (folder.join("index.html"), folder.join("other.html"));
        for file in [&read, &written, &page] {
            std::fs::write(file, "before").unwrap();
        }
        let (_watcher, changes) = watch(&folder).unwrap();
        std::fs::read(&read).unwrap();
        std::fs::write(&written, "after").unwrap();
        std::fs::write(&other, "after").unwrap();
        std::fs::rename(&other, &page).unwrap();
        let mut named = Vec::new();
        while !named.contains(&page.file_name().map(ToOwned::to_owned)) {
            let path = changes.recv_timeout(Duration::from_secs(20)).unwrap();
            named.push(path.file_name().map(ToOwned::to_owned));
        }
        let named_one = |file: &Path| named.contains(&file.file_name().map(ToOwned::to_owned));
        assert!(named_one(&written));
        assert!(!named_one(&read) && !named_one(&other), "{named:?}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
