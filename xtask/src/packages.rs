//! Programs the tests run besides a browser: other engines, servers and blogs. Installed where this
//! may, as root on Debian and its kin; elsewhere the tests say what they lack.

use std::path::Path;

use anyhow::Result;

use crate::tools::{command, output, run};

/// A file that shows a program is there, and the packages that bring it.
const PROGRAMS: [(&str, &[&str]); 10] = [
    ("/usr/bin/firefox-esr", &["firefox-esr"]),
    ("/usr/bin/WebKitWebDriver", &["webkit2gtk-driver"]),
    ("/usr/bin/Xvfb", &["xvfb", "xauth", "dbus"]),
    ("/usr/sbin/nginx", &["nginx", "libnginx-mod-http-brotli-static"]),
    ("/usr/bin/caddy", &["caddy"]),
    ("/usr/bin/hugo", &["hugo"]),
    ("/usr/bin/jekyll", &["jekyll"]),
    ("/usr/bin/php", &["php-cli", "php-mysql", "php-xml", "php-mbstring", "php-curl", "php-gd"]),
    ("/usr/sbin/mariadbd", &["mariadb-server"]),
    ("/usr/share/wordpress", &["wordpress", "wordpress-theme-twentytwentythree"]),
];

/// Whether packages can be installed here without asking anyone.
pub(crate) fn may_install() -> bool {
    Path::new("/usr/bin/apt-get").exists()
        && output(command("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// Installs packages of the system.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    eprintln!("Installing {}", packages.join(", "));
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}

/// Installs what is missing of the programs the tests run, where that may be.
pub(crate) fn install_missing() -> Result<()> {
    let missing = PROGRAMS.iter().filter(|(program, _)| !Path::new(program).exists());
    let packages: Vec<_> = missing.flat_map(|(_, packages)| *packages).copied().collect();
    if packages.is_empty() || !may_install() {
        return Ok(());
    }
    install(&packages)
}
