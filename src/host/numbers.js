/**
 * How a language writes numbers: a percentage with {n} for its number, a line end, and what divides
 * tenths. The build asks for the quiz's own languages, since a browser's first formatter takes a
 * phone some 60 ms; for those of the page's own quizzes it is asked for there.
 */
export function numbers(lang) {
  try {
    // Texts have Western digits in every language, so that what is quoted is what is written.
    const parts = (options, number) => new Intl.NumberFormat(lang, { ...options, numberingSystem: "latn" }).formatToParts(number);
    const percent = parts({ style: "percent" }, 0.07).map(({ type, value }) => (type === "integer" ? "{n}" : value)).join("");
    return `${percent}\n${parts({}, 1.5).find(({ type }) => type === "decimal").value}`;
  } catch {
    return "{n}%\n.";
  }
}
