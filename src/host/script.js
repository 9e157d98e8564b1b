/** A browser may keep a module that failed: each further try has an address of its own. */
let asked = 0;

/** A module whose bytes were checked: preloading puts it, once checked, where import finds it. */
export async function script(path, integrity, signal) {
  const href = path + (asked++ ? `?try=${asked}` : "");
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href, integrity, crossOrigin: "" });
  await new Promise((done, fail) => {
    link.onload = done;
    link.onerror = signal.onabort = () => fail(new Error(href));
    document.head.append(link);
  }).finally(() => link.remove());
  return import(href);
}
