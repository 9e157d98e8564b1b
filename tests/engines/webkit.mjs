// WebKit as GTK ships it, on a display of its own: the nearest to Safari that a Linux machine has.
import { Builder, Capabilities } from "selenium-webdriver";
import { answers, Child, freePort } from "./children.mjs";

/** Starts a display, the driver and a session; `stop` ends all three, whatever happened to them. */
export async function start({ Xvfb, WebKitWebDriver, MiniBrowser }, { width, height }) {
  const children = [];
  let session;
  const stop = async () => {
    // Asked first, since a MiniBrowser whose session nobody ended stays behind.
    await session?.quit().catch(() => {});
    for (const child of children.reverse()) await child.stop();
  };
  try {
    // It chooses a free display by itself, and says which once it can be drawn on.
    const display = new Child(Xvfb, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    children.push(display);
    const env = { DISPLAY: `:${await display.firstWord(3)}`, LANG: "en_US.UTF-8" };
    const port = await freePort();
    const driver = new Child(WebKitWebDriver, ["-p", String(port)], { env });
    children.push(driver);
    const address = `http://127.0.0.1:${port}`;
    await driver.until(() => answers(`${address}/status`));
    session = await new Builder().usingServer(address).withCapabilities(new Capabilities({
      browserName: "MiniBrowser",
      // Full screen, because a window with its bars will not be narrower than 447 px.
      "webkitgtk:browserOptions": { binary: MiniBrowser, args: ["--automation", "--full-screen"] },
    })).build();
    // Its own patience is five minutes, longer than any test's.
    await session.manage().setTimeouts({ pageLoad: 20_000, script: 10_000 });
    await session.manage().window().setRect({ x: 0, y: 0, width, height });
    return { session, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
