// A WordPress of its own: database on a private socket, files in a temporary folder, both gone afterwards.
import { execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { dist, program, project } from "../site.mjs";

/** Where WordPress lies on this machine; Debian's place unless told otherwise. */
const source = process.env.CAREER_QUIZ_WORDPRESS ?? "/usr/share/wordpress";
/** Debian keeps the database's server where only root looks. */
const PATH = process.env.PATH + delimiter + "/usr/sbin";
const packages = "apt-get install wordpress wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server";
export const without = ["php", "mariadbd", "mariadb-install-db"].map((name) => program(name, packages, PATH)).find(Boolean)
  ?? program("wp-load.php", packages, source);

const run = promisify(execFile);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export class WordPress {
  #root = mkdtempSync(join(tmpdir(), "career-quiz-wp-"));
  #children = [];

  /** Starts both servers, installs WordPress, and has an author write `posts`, by name. */
  static async start(posts) {
    const wordpress = new WordPress();
    process.once("exit", wordpress.#end);
    try {
      await wordpress.#database();
      wordpress.#files();
      wordpress.posts = await wordpress.#install(posts);
      await wordpress.#server();
      return wordpress;
    } catch (error) {
      await wordpress.stop();
      throw error;
    }
  }

  /** The address of a post. */
  post(name) {
    return `${this.address}/?p=${this.posts[name]}`;
  }
  /** A file of the site, to write or remove while it runs. */
  path(name) {
    return join(this.#root, "site", name);
  }

  async #database() {
    const [data, socket, init] = ["data", "db.sock", "init.sql"].map((name) => join(this.#root, name));
    const common = ["--no-defaults", `--datadir=${data}`, `--user=${userInfo().username}`];
    await run("mariadb-install-db", [...common, "--auth-root-authentication-method=normal", "--skip-test-db"], { env: this.#env });
    writeFileSync(init, "CREATE DATABASE wordpress;\n");
    await this.#spawn("mariadbd", [...common, `--socket=${socket}`, "--skip-networking", `--init-file=${init}`], /ready for connections/);
  }

  #files() {
    const site = this.path("");
    cpSync(source, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith("wp-config.php") });
    cpSync(here("wp-config.php"), this.path("wp-config.php"));
    const plugin = this.path("wp-content/plugins/career-quiz");
    cpSync(join(project, "embed/wordpress/career-quiz"), plugin, { recursive: true });
    cpSync(dist, join(plugin, "quiz"), { recursive: true });
    cpSync(here("classic"), this.path("wp-content/themes/classic"), { recursive: true });
    mkdirSync(this.path("wp-content/mu-plugins"), { recursive: true });
    // Browsers ask for one; PHP's own server does not send them on to WordPress, as others do.
    writeFileSync(this.path("favicon.ico"), "");
  }

  async #install(posts) {
    const setup = run("php", ["-d", "display_errors=stderr", here("setup.php")], { env: this.#env });
    setup.child.stdin.end(JSON.stringify(posts));
    return JSON.parse((await setup).stdout);
  }

  async #server() {
    const [, address] = await this.#spawn("php", ["-S", "127.0.0.1:0", "-t", this.path("")], /\((http:\/\/[^)]+)\) started/);
    this.address = address;
  }

  get #env() {
    return { ...process.env, PATH, CAREER_QUIZ_SITE: this.path(""), CAREER_QUIZ_SOCKET: join(this.#root, "db.sock") };
  }

  /** Starts a server; resolves once it says on stderr what is waited for. */
  #spawn(command, args, sign) {
    const child = spawn(command, args, { env: this.#env, stdio: ["ignore", "ignore", "pipe"] });
    const gone = new Promise((done) => child.once("exit", done).once("error", done));
    this.#children.push({ child, gone });
    let said = "";
    return new Promise((ready, failed) => {
      child.stderr.setEncoding("utf8").on("data", (text) => {
        said += text;
        const found = said.match(sign);
        if (found) ready(found);
      });
      child.once("error", failed);
      child.once("exit", () => failed(new Error(`${command} ended early:\n${said}`)));
    });
  }

  /** Ends both servers the hard way: nothing of theirs is kept, so nothing has to be put away. */
  #end = () => {
    for (const { child } of this.#children) child.kill("SIGKILL");
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 5 });
  };

  async stop() {
    process.off("exit", this.#end);
    for (const { child, gone } of this.#children) {
      child.kill("SIGKILL");
      await gone;
    }
    this.#end();
  }
}

// Broken off, the tests leave by the door, so that no server outlives them.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
