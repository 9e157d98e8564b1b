// Runs in the page before anything of its own does, and reports to the driver by `report`.

/** Follows the quiz in `tag` through its first two questions; collects what the page suffers. */
export function watch(tag) {
  let root;
  const seen = globalThis.seen = { isChecked: () => root.querySelector(".choice input").checked, shifts: [], tasks: [], fcp: undefined, lcp: undefined };
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe("layout-shift", ({ startTime, value, hadRecentInput }) => seen.shifts.push({ at: startTime, value, hadRecentInput }));
  observe("longtask", ({ startTime, duration }) => seen.tasks.push({ at: startTime, duration }));
  observe("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") seen.fcp = startTime; });
  observe("largest-contentful-paint", ({ startTime }) => { seen.lcp = startTime; });

  /** From within an animation frame: calls back once that frame is painted, in the first task after it. */
  const painted = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  };
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const tell = (what, more) => globalThis.report(JSON.stringify({ what, ...more }));

  let opening, step = 0, waiting = false;
  /** What must be true, and then painted, before the next step; and what the driver is told then. */
  const steps = [
    {
      // Laid out and dressed: a question without its styles is not there yet.
      holds: () => { const choice = root.querySelector(".choice"); return choice?.checkVisibility() && getComputedStyle(choice).display === "grid"; },
      then: (time) => {
        seen.first = time;
        opening = root.querySelector(".title").textContent;
        seen.question = [opening, ...[...root.querySelectorAll(".choice")].map((choice) => choice.textContent).sort()];
        tell("first", middle(root.querySelector(".choice")));
      },
    },
    {
      holds: () => root.querySelector(".choice input")?.checked,
      then: (time) => {
        seen.checked = time;
        root.querySelector("button[type=submit]").scrollIntoView({ block: "center", behavior: "instant" });
        requestAnimationFrame(() => painted((time) => {
          seen.ready = time;
          tell("checked", middle(root.querySelector("button[type=submit]")));
        }));
      },
    },
    {
      holds: () => root.querySelector(".title") && root.querySelector(".title").textContent !== opening && root.querySelector(".choice")?.checkVisibility(),
      then: (time) => { seen.second = time; tell("second"); },
    },
  ];
  function look() {
    if (waiting || step === steps.length) return;
    waiting = true;
    requestAnimationFrame(() => {
      if (!steps[step].holds()) { waiting = false; return; }
      painted((time) => {
        waiting = false;
        // What was taken away again does not count.
        if (!steps[step].holds()) return look();
        steps[step++].then(time);
        look();
      });
    });
  }

  // The root is closed; whoever attaches it is followed here.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const made = attach.call(this, init);
    if (this.localName === tag && !root) {
      root = made;
      new MutationObserver(look).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
      for (const type of ["change", "click"]) root.addEventListener(type, look);
    }
    return made;
  };
}
