// The four that are measured, and how to find in each what a visitor sees and presses.

const ours = {
  title: ".title",
  choice: ".choice",
  input: ".choice input",
  submit: "button[type=submit]",
  row: ".row",
  rowName: "legend",
  stop: ".stop, .place",
  result: ".result",
  // By which a choice is known to be dressed, and not only there.
  style: ["display", "grid"],
};

/** By name; the first is the widget itself. A `ranked` question is ordered by keys. */
export const VARIANTS = {
  ours: { tag: "career-quiz", label: "career-quiz", ...ours },
  vanilla: { tag: "vanilla-quiz", label: "vanilla JavaScript", ...ours },
  preact: { tag: "preact-quiz", label: "Preact", ...ours },
  survey: {
    tag: "survey-quiz",
    label: "SurveyJS",
    title: ".sd-question__title",
    choice: ".sd-selectbase__item",
    input: ".sd-selectbase__item input",
    submit: ".sd-navigation__next-btn, .sd-navigation__preview-btn, .sd-navigation__complete-btn",
    row: ".sd-table__row",
    rowName: ".sd-table__cell--row-text",
    stop: ".sd-matrix__label",
    ranked: ".sv-ranking-item",
    result: ".result",
    light: true,
    style: ["display", "flex"],
  },
};
export const NAMES = Object.keys(VARIANTS);

/** What the network and the processor are like. */
const SLOW_4G = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const CONDITIONS = {
  free: { label: "no throttling", cpu: 1 },
  net: { label: "Slow 4G", cpu: 1, network: SLOW_4G },
  cpu: { label: "4× CPU", cpu: 4 },
  slow: { label: "Slow 4G, 4× CPU", cpu: 4, network: SLOW_4G },
  slower: { label: "6× CPU", cpu: 6 },
  slowest: { label: "Slow 4G, 6× CPU", cpu: 6, network: SLOW_4G },
};

/** Those under which a post is read that has the quiz far below. */
export const FAR = ["net", "slow"];
