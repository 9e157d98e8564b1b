/** Keeps the studio's files for when there is no network, and tells of a newer build. */
export function watchForNewer(tell) {
  let waiting;
  const found = (worker) => {
    // The first one has nothing to take the place of.
    if (!worker || !navigator.serviceWorker.controller) return;
    waiting = worker;
    tell();
  };
  async function begin() {
    const registration = await navigator.serviceWorker.register("studio-offline.js", { scope: "studio", updateViaCache: "none" });
    found(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => { if (worker.state === "installed") found(worker); });
    });
  }
  // On a plain http address there is none; then it works with the network only.
  navigator.serviceWorker && begin().catch(() => {});
  return {
    load() {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      waiting?.postMessage("go");
    },
  };
}
