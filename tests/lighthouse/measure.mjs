// One run of Lighthouse on one page as it comes: a phone, a slow network, all categories.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** What the quiz is measured on: its own page, and a post with the two lines in it. */
export const PAGES = { "the quiz's own page": "quiz/", "a post with the quiz": "post.html" };

/** What is told of each run, and in what. */
export const METRICS = {
  "first-contentful-paint": ["first paint", "ms"],
  "largest-contentful-paint": ["largest paint", "ms"],
  "speed-index": ["speed index", "ms"],
  "total-blocking-time": ["blocking time", "ms"],
  "cumulative-layout-shift": ["layout shift", ""],
};

/** The score of every category out of 100, the audits that took something from it, and the metrics. */
export async function measure(chromium, url, onlyCategories) {
  const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox"] });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories, logLevel: "error" });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const categories = Object.values(lhr.categories);
    const scores = Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)]));
    const counting = categories.flatMap(({ auditRefs }) => auditRefs).filter(({ weight }) => weight > 0);
    const audits = new Map(counting.map(({ id }) => [id, lhr.audits[id].score]));
    const those = (which) => [...audits].filter(([, score]) => score !== null && which(score)).map(([id]) => id);
    const metrics = Object.fromEntries(Object.keys(METRICS).map((id) => [id, lhr.audits[id]?.numericValue]));
    return { scores, metrics, failed: those((score) => score < 1), passed: those((score) => score === 1), version: lhr.lighthouseVersion, browser: lhr.environment.hostUserAgent };
  } finally {
    chrome.kill();
  }
}
