// Runs in the page before anything of its own does, and reports to the driver by `report`.

/** Follows the quiz through its first two questions and its result; collects what the page suffers. */
export function watch({ tag, light, title, choice, input, submit, result, style }) {
  const roots = [];
  let root;
  const one = (selector) => root?.querySelector(selector);
  const seen = globalThis.seen = {
    root: () => root, roots: () => roots,
    result: () => one(result) ?? root?.querySelector("div")?.shadowRoot?.querySelector(result),
    /** Where the first choice is to be pressed, as long as it must be. */
    unchecked: () => (one(input)?.checked ? undefined : seen.middle(one(choice))),
    shifts: [], tasks: [], events: [], fcp: undefined, lcp: undefined, began: undefined,
  };
  const observe = (type, each, more) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe("layout-shift", ({ startTime, value, hadRecentInput }) => seen.shifts.push({ at: startTime, value, hadRecentInput }));
  observe("longtask", ({ startTime, duration }) => seen.tasks.push({ at: startTime, duration }));
  observe("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") seen.fcp = startTime; });
  observe("largest-contentful-paint", ({ startTime }) => { seen.lcp = startTime; });
  const event = ({ name, startTime, duration, processingStart, processingEnd, interactionId: id }) => {
    if (id) seen.events.push({ id, name, at: startTime, duration, delay: processingStart - startTime, work: processingEnd - processingStart });
  };
  observe("event", event, { durationThreshold: 16 });

  /** From within an animation frame: calls back once that frame is painted, in the first task after it. */
  const painted = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  };
  seen.painted = () => new Promise((done) => requestAnimationFrame(() => painted(done)));
  seen.middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const tell = (what, more) => globalThis.report(JSON.stringify({ what, ...more }));
  // Laid out and dressed: a question without its styles is not there yet.
  const dressed = (one) => one?.checkVisibility() && getComputedStyle(one)[style[0]] === style[1];

  let opening, step = 0, waiting = false;
  /** What must be true, and then painted, before the next step; and what the driver is told then. */
  const steps = [
    {
      holds: () => dressed(one(choice)),
      then: (time) => {
        seen.first = time;
        opening = one(title).textContent;
        seen.question = [opening, ...[...root.querySelectorAll(choice)].map((choice) => choice.textContent).sort()];
        tell("first", seen.middle(one(choice)));
      },
    },
    {
      holds: () => one(input)?.checked,
      then: (time) => {
        seen.checked = time;
        one(submit).scrollIntoView({ block: "center", behavior: "instant" });
        seen.painted().then((time) => { seen.ready = time; tell("checked", seen.middle(one(submit))); });
      },
    },
    {
      holds: () => one(title) && one(title).textContent !== opening && one(choice)?.checkVisibility(),
      then: (time) => { seen.second = time; tell("second"); },
    },
    { holds: () => seen.result()?.checkVisibility(), then: (time) => { seen.done = time; tell("done"); } },
  ];
  function look() {
    if (roots.length && seen.all === undefined && roots.every((root) => dressed(root.querySelector(choice)))) {
      const count = document.querySelectorAll(tag).length;
      if (count === roots.length && document.readyState !== "loading") requestAnimationFrame(() => painted((time) => { seen.all ??= time; }));
    }
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

  function follow(made) {
    roots.push(made);
    root ??= made;
    seen.began ??= performance.now();
    new MutationObserver(look).observe(made, { childList: true, subtree: true, characterData: true, attributes: true });
    for (const type of ["change", "click"]) made.addEventListener(type, look);
    look();
  }
  document.addEventListener("DOMContentLoaded", look);
  document.addEventListener("load", look, { capture: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const made = attach.call(this, init);
    // The root is closed; whoever attaches it is followed here.
    if (!light && this.localName === tag) follow(made);
    return made;
  };
  if (light) {
    const define = CustomElementRegistry.prototype.define;
    CustomElementRegistry.prototype.define = function (name, ...more) {
      if (name === tag) document.querySelectorAll(tag).forEach(follow);
      return define.call(this, name, ...more);
    };
  }
}

/** Keeps hold of every WebAssembly memory, so that its size can be read at the end. */
export function watchMemory() {
  const memories = new Set();
  const keep = ({ exports }) => Object.values(exports).forEach((one) => { if (one instanceof WebAssembly.Memory) memories.add(one); });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      keep(made.instance ?? made);
      return made;
    };
  }
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = new Proxy(Instance, { construct(target, given) {
    const made = new target(...given);
    keep(made);
    return made;
  } });
  globalThis.wasmMemory = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
