// From Event Timing to what a visitor felt, as web-vitals counts it.

/** The browser tells nothing of interactions that were painted sooner, in ms; it rounds by 8. */
export const LEAST = 16;

/** The longest of a visit's interactions, in ms. Of 50 and more one in 50 is left out; there are fewer. */
export function inp({ events }) {
  const longest = new Map();
  for (const { id, duration } of events) longest.set(id, Math.max(longest.get(id) ?? 0, duration));
  return Math.max(LEAST, ...longest.values());
}

/** The same up to the review: without the last press, which works out and draws the result. */
export function inpBefore({ events, ...visit }) {
  const last = events.reduce((last, one) => (one.at > last.at ? one : last), events[0]);
  return inp({ ...visit, events: events.filter(({ id }) => id !== last?.id) });
}

/** The longest task before the first click was handled; 0 where all were shorter than 50 ms. */
export const longestTask = ({ tasks, checked }) => Math.max(0, ...tasks.filter(({ at }) => at < checked).map(({ duration }) => duration));

/** Until Continue is pressed nothing she does may move anything: what moves within half a second of
 * her choice, which browsers excuse, counts too. */
export const moved = ({ shifts, ready = Infinity }) => shifts.reduce((sum, { at, value }) => (at < ready ? sum + value : sum), 0);
