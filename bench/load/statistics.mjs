// Medians, and samples taken in turn.

export const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
export const sum = (numbers) => numbers.reduce((sum, one) => sum + one, 0);
export const median = (numbers) => {
  const all = sorted(numbers), half = all.length / 2;
  return (all[Math.floor(half)] + all[Math.ceil(half) - 1]) / 2;
};

export const mean = (numbers) => sum(numbers) / numbers.length;

/** How much larger these are than those, taken in turn, in the mean; and that mean's standard error. */
export function difference(these, those) {
  const ways = these.map((one, at) => one - those[at]), way = mean(ways);
  const variance = sum(ways.map((one) => (one - way) ** 2)) / (ways.length - 1);
  return { way, error: Math.sqrt(variance / ways.length) };
}

/** A median with the smallest and the largest. */
export function spread(numbers, digits = 0) {
  const known = sorted(numbers.filter((one) => one !== undefined));
  if (!known.length) return "–";
  const text = (one) => one.toFixed(digits);
  return known[0] === known.at(-1) ? text(known[0]) : `${text(median(known))} (${text(known[0])}–${text(known.at(-1))})`;
}

/** One sample of every name in turn, `times` over; the first in the turn changes each time, so that
 * what slows the machine down for a while slows all alike. */
export async function interleaved(names, times, take) {
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < times; run += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(run + turn) % names.length];
      samples[name].push(await take(name));
    }
  }
  return samples;
}
