// The blog posts the variants are measured in: the same ordinary page each time, which differs in
// the lines of the embed alone.

const embeds = {
  ours: ["career-quiz.js", "career-quiz"],
  vanilla: ["vanilla.js", "vanilla-quiz"],
  preact: ["preact.js", "preact-quiz"],
  survey: ["survey.js", "survey-quiz", "survey.css"],
};
export const VARIANTS = Object.keys(embeds);
export const tagOf = (variant) => embeds[variant]?.[1];
const embed = (variant, times = 1) => {
  if (!(variant in embeds)) return "";
  const [file, tag, sheet] = embeds[variant];
  return `${sheet ? `<link rel="stylesheet" href="${sheet}">\n` : ""}<script type="module" src="${file}"></script>\n${`<${tag}></${tag}>\n`.repeat(times)}`;
};

/** Room for a quiz that is not there yet, as a careful blog keeps it. Without it, whatever stands
 * below moves once when a quiz of any kind appears after the page's first paint. */
const room = "career-quiz, vanilla-quiz, preact-quiz, survey-quiz { display: block; min-height: 44rem }";

/** The standfirst is larger than any text of the quiz, so that it is the page's largest paint. */
const standfirst = `Every week a reader writes to ask which corner of machine learning is worth a year of evenings. The honest answer depends less on the market than on what you already like to do on a rainy Sunday.`;
const paragraphs = [
  `The field has split into trades. Some people teach systems to recognise what is in a picture or a sound, some work with language, some look into the networks themselves, and many do a little of everything in a small team.`,
  `None of these trades asks for a particular degree. All of them ask for patience with data, some statistics, and a program that runs. What differs is the question you wake up with.`,
  `When you have your result, start small. Take one project from the list, give it two weekends, and write down what bored you. That note is worth more than any job advert.`,
  `Next week: three people who changed path after their first project, and what they would do again.`,
];
const text = (...at) => at.map((one) => `<p>${paragraphs[one]}</p>`).join("\n");

const page = (before, widget, after, style = "") => `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your corner of machine learning</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: #1d2329; background: #fff }
header, main { max-width: 42rem; margin: 0 auto; padding: 0 1rem }
header { display: flex; align-items: center; gap: .5rem; height: 2.5rem; font-weight: 700 }
h1 { margin: .25rem 0 .5rem; font-size: 1.5rem; line-height: 1.2 }
p { margin: 0 0 1rem }
.standfirst { margin-block-end: .75rem; font-size: 1.05rem; line-height: 1.35 }
${style}
</style>
<header><svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="10" fill="#0b6e4f"/><path d="M5 13l4-5 3 3 5-6" fill="none" stroke="#fff" stroke-width="2"/></svg> Evening engineer</header>
<main>
<h1>Your corner of machine learning</h1>
<p class="standfirst">${standfirst}</p>
${before}
${widget}
${after}
</main>
</html>
`;

/** File names and contents of all host pages. */
export function hosts() {
  const pages = {};
  for (const variant of [...VARIANTS, "none"]) {
    pages[`host-${variant}.html`] = page("", embed(variant), text(0, 1, 2, 3), room);
    if (variant === "ours" || variant === "none") {
      const long = `${text(0, 1)}\n<div style="height: 5000px"></div>\n${text(2)}`;
      pages[`host-below-${variant}.html`] = page(long, embed(variant), text(3), room);
    }
    // The two lines and nothing else, to show what keeping no room costs.
    if (variant !== "none") pages[`host-ten-${variant}.html`] = page("", embed(variant, 10), text(0), room);
    if (variant !== "none") pages[`host-bare-${variant}.html`] = page("", embed(variant), text(0, 1, 2, 3));
  }
  return pages;
}
