// What journeys about shared and kept results are written in.
import { quiz, visit } from "./harness.mjs";

export const { words } = quiz;
/** Where the link stands in the panel. */
export const field = (page) => page.locator("career-quiz #link");
export const link = (page) => field(page).inputValue();
export const result = (page) => page.locator("career-quiz .result");
/** All that the browser remembers of the site. */
export const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
/** Chooses how much the link tells. */
export const grade = (page, name) => page.locator("career-quiz .share .choice", { hasText: name }).click();
/** The ids by which a text tells what was answered. */
export const tells = (text, answers) => Object.values(answers).flatMap((one) => (typeof one === "object" ? Array.isArray(one) ? one : Object.keys(one) : one)).filter((id) => text.includes(id));
/** The page with a link's fragment: what a friend opens, on whatever page the quiz is. */
export const follow = (shared, options = {}) => visit({ path: new URL(shared).hash, ...options });
/** The matches as they stand on the screen. */
export const bars = (page) => page.locator("career-quiz .matches .bar").evaluateAll((all) => all.map((bar) => bar.querySelector(".name").textContent + bar.querySelector(".num").textContent));
/** Until the panel says this beside what was pressed. */
export const shown = (page, text) => page.locator("career-quiz .heard span", { hasText: text }).waitFor();

