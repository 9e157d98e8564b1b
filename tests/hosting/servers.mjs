// nginx and Caddy as a blogger runs them: a site of their own, and the quiz's snippet included in it.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { answers, Child, freePort } from "../engines/children.mjs";

const snippet = (name) => fileURLToPath(new URL(`../../hosting/${name}`, import.meta.url));

/** A site in a folder of its own, with the built widget at quiz/. */
export function site(dist) {
  if (!dist) throw new Error("CAREER_QUIZ_DIST is not set: give the folder `cargo xtask dist` writes");
  const folder = mkdtempSync(join(tmpdir(), "career-quiz-hosting-"));
  const quiz = join(folder, "site", "quiz");
  cpSync(dist, quiz, { recursive: true });
  const parts = join(quiz, "parts");
  if (!existsSync(parts)) {
    mkdirSync(parts);
    for (const name of ["career_quiz.js", "career_quiz_bg.wasm"]) {
      for (const twin of ["", ".br", ".gz"]) {
        cpSync(join(quiz, name + twin), join(parts, name.replace(".", "-0123456789abcdef.") + twin));
      }
    }
  }
  writeFileSync(join(folder, "site", "about.html"), "<!DOCTYPE html><title>About</title>");
  return { folder, quiz, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// What many a site has and the quiz has to hold its own against: a frame ban for all its pages, and
// a rule for scripts and styles wherever they are.
const nginx = (port, folder, { "nginx's brotli module": brotli }) => `
load_module ${brotli};
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${kind};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    add_header X-Frame-Options "SAMEORIGIN" always;
    include ${snippet("nginx.conf")};
    location ~* \\.(js|css)$ { expires max; }
  }
}`;

const caddy = (port, folder) => `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	bind 127.0.0.1
	root * ${folder}/site
	header X-Frame-Options SAMEORIGIN
	import ${snippet("Caddyfile")}
	file_server
}
`;

/** What each server is called, needs, and is started with in a folder on a port. */
export const servers = {
  nginx: {
    needs: ["nginx", "nginx's brotli module"],
    start(found, folder, port) {
      const config = join(folder, "nginx.conf");
      writeFileSync(config, nginx(port, folder, found));
      return new Child(found.nginx, ["-p", folder, "-c", config, "-e", "stderr"]);
    },
  },
  Caddy: {
    needs: ["caddy"],
    start(found, folder, port) {
      const config = join(folder, "Caddyfile");
      writeFileSync(config, caddy(port, folder));
      const env = { XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
      return new Child(found.caddy, ["run", "--config", config, "--adapter", "caddyfile"], { env });
    },
  },
};

/** Runs a server over the built widget for as long as `use` takes, and clears up behind it. */
export async function serving({ start }, found, dist, use) {
  const { folder, quiz, remove } = site(dist);
  let server;
  try {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}/`;
    server = start(found, folder, port);
    await server.until(() => answers(address));
    await use(address, quiz);
  } finally {
    await server?.stop();
    remove();
  }
}
