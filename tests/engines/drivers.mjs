// Three engines behind one small interface, so that a test is written once and runs in each.
import { setTimeout as pause } from "node:timers/promises";
import * as playwright from "playwright-core";
import { Origin } from "selenium-webdriver";
import { start } from "./webkit.mjs";

const phone = { width: 390, height: 844 };
const PATIENCE = 10_000;

/** What can be done in any engine. Functions run in the page and see only their arguments. */
class Driver {
  constructor(name, needs) {
    this.name = name;
    this.needs = needs;
  }

  /** Clicks with the mouse on what a selector names in the quiz: the first of them that says so. */
  async click(selector, saying) {
    const { x, y } = await this.until(`“${saying ?? selector}” that could be clicked`, spot, selector, saying);
    await this.press(x, y);
  }

  /** What the quiz shows, or one part of it. */
  text(selector = "*") {
    return this.evaluate((selector) => document.querySelector("career-quiz").shadowRoot.querySelector(selector).innerText, selector);
  }

  /** Waits until a function in the page gives something; gives it back. */
  async until(what, condition, ...args) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const met = await this.evaluate(condition, ...args);
      if (met) return met;
      if (Date.now() > deadline) {
        const screen = await this.evaluate(() => document.querySelector("career-quiz")?.shadowRoot?.textContent);
        const said = (await this.said()).join("\n");
        throw new Error(`${this.name}: no ${what} within ${PATIENCE} ms\nThe quiz shows: ${screen}\nThe page said: ${said}`);
      }
      await pause(20);
    }
  }

  /** All the page and, where it tells, the browser said in the console. */
  said() {
    return this.evaluate(() => window.said);
  }
}

class PlaywrightDriver extends Driver {
  #browser;
  #page;
  #heard = [];

  constructor(name, program, launch) {
    super(name, [program]);
    this.launch = (found) => launch(found[program]);
  }

  async open(url, found) {
    this.#browser ??= await this.launch(found);
    this.#page = await this.#browser.newPage({ viewport: phone });
    this.#page.on("console", (message) => this.#heard.push(`${message.type()}: ${message.text()}`));
    this.#page.on("pageerror", (error) => this.#heard.push(`error: ${error.message}`));
    await this.#page.goto(url);
  }

  evaluate(inPage, ...args) {
    return this.#page.evaluate(call(inPage, args));
  }

  /** Playwright's own click takes Firefox up to half a second, of which a visitor's hand takes none. */
  press(x, y) {
    return this.#page.mouse.click(x, y);
  }

  async said() {
    return [...(await super.said()), ...this.#heard];
  }

  async close() {
    await this.#browser?.close();
    this.#browser = undefined;
  }
}

class WebKitDriver extends Driver {
  #running;

  async open(url, found) {
    this.#running ??= await start(found, phone);
    await this.#running.session.get(url);
  }

  evaluate(inPage, ...args) {
    return this.#running.session.executeScript(`return ${call(inPage, args)}`);
  }

  press(x, y) {
    return this.#running.session.actions().move({ x, y, origin: Origin.VIEWPORT, duration: 0 }).click().perform();
  }

  async close() {
    await this.#running?.stop();
    this.#running = undefined;
  }
}

export const chromium = new PlaywrightDriver("Chromium", "chromium", (executablePath) =>
  playwright.chromium.launch({ executablePath, args: ["--no-sandbox"] }));
export const firefox = new PlaywrightDriver("Firefox", "firefox", (executablePath) =>
  playwright.firefox.launch({ channel: "moz-firefox", executablePath }));
export const webkit = new WebKitDriver("WebKit", ["WebKitWebDriver", "MiniBrowser", "Xvfb"]);

/** A call written out, because two protocols pass arguments in two ways. */
const call = (inPage, args) => `(${inPage})(...${JSON.stringify(args)})`;

/**
 * The middle of what is to be clicked, once it rests in view with nothing over it. It is looked up
 * anew each frame, since the screen may be replaced meanwhile by one that looks the same.
 */
const spot = async (selector, saying) => {
  const root = document.querySelector("career-quiz")?.shadowRoot;
  const wanted = (element) => element.getClientRects().length > 0 && (saying == null || element.innerText.trim() === saying);
  const find = () => [...(root?.querySelectorAll(selector) ?? [])].find(wanted);
  find()?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = () => find()?.getBoundingClientRect();
  const before = box();
  await new Promise((frame) => requestAnimationFrame(frame));
  const now = box();
  if (!before || !now || before.x !== now.x || before.y !== now.y) return null;
  const [x, y] = [Math.round(now.x + now.width / 2), Math.round(now.y + now.height / 2)];
  return find().contains(root.elementFromPoint(x, y)) ? { x, y } : null;
};
