// Every screen of the quiz, walked once: whoever looks at screens looks from here.
//
// The walk finds everything as a screen reader's user does, by role and name, and never by
// selector or place. What `hands` do with what was found is theirs: a mouse, or keys alone.
import { readFileSync } from "node:fs";
import { address, people, quizIn, visit } from "./harness.mjs";
import { host, post, wasm } from "./hosts/host.mjs";
import { pseudo } from "./pseudo.mjs";

const codes = JSON.parse(readFileSync(new URL("../fixtures/codes.json", import.meta.url)));
const shared = {
  answers: codes.find(({ code }) => code.startsWith("1.career-quiz.ready-made-parts.fake-notes")).code,
  result: codes.find(({ code }) => code.startsWith("1r.career-quiz.clear.g81")).code,
};
const damaged = shared.result.replace(/:.*/, "");

/** The screens looked at where looking at all of them would take too long. */
export const mainScreens = [
  "free-week open", "enjoy-first problem", "reward answered", "have answered", "review", "result", "result unfolded", "shared result", "compared answers",
];

/** A mouse: presses what was found. */
export const mouse = { press: (_, found) => found.click() };

/** A text of the quiz, whatever stands in its gaps. */
const filled = (text) => new RegExp(`^${text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`, "u");

/**
 * Walks through every screen and calls `look(page, name)` on each.
 *
 * `attributes` stand on the element (`lang`, `theme`), `hands` press, and whatever else is given is
 * said of the browser's context. Chance is fixed, so that two walks see the same.
 */
export async function walk(look, { attributes = {}, hands = mouse, init, ...options } = {}) {
  // A language that nobody speaks comes as a quiz file of the page's own.
  const long = attributes.lang === "pseudo";
  const quiz = long ? pseudo() : quizIn(attributes.lang);
  if (long) attributes = { ...attributes, lang: undefined, src: "/pseudo.json" };
  const { words } = quiz;
  const element = `<career-quiz ${Object.entries(attributes).filter(([, value]) => value).map(([name, value]) => `${name}="${value}"`).join(" ")}>`;
  const before = async (page) => {
    await page.addInitScript(() => {
      Math.random = () => 0.25;
      crypto.getRandomValues = (numbers) => numbers.fill(typeof numbers[0] === "bigint" ? 1n : 1);
    });
    if (init) await page.addInitScript(init);
    if (long) await page.route("**/pseudo.json", (route) => route.fulfill({ json: quiz }));
    if (Object.keys(attributes).length === 0) return;
    await page.route((url) => url.href.split("#")[0] === address, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace("<career-quiz>", element) });
    });
  };
  let page;
  const find = (role, name, within = page) => within.getByRole(role, { name, exact: true });
  const press = (found) => hands.press(page, found);
  const button = (name) => press(find("button", name).first());
  const titled = (name) => page.getByRole("heading", { name, exact: true }).first().waitFor();
  const resulting = () => page.getByRole("heading", { name: filled(words.head_leaning) }).waitFor();
  const see = (name) => look(page, name);
  /** What is chosen, each in its group by its label. */
  const give = async (question, given) => {
    const asked = page.getByRole("group", { name: question.prompt });
    const label = (list, id) => list.find((one) => one.id === id).label;
    if (question.format === "rating") {
      for (const { id, label } of question.rows) await press(find("radio", question.steps[given[id]], find("group", label)));
    } else if (question.format === "rank") {
      for (const [place, id] of given.entries()) await press(find("radio", words[`place_${place + 1}`], find("group", label(question.choices, id))));
    } else {
      const role = question.format === "multiple" ? "checkbox" : "radio";
      for (const id of [given].flat()) await press(find(role, label(question.choices, id), asked));
    }
  };
  /** What unfolds has no role of its own everywhere, so it goes by its text. */
  const unfold = (name) => press(page.getByText(name, { exact: true }).filter({ visible: true }));

  const { context, page: own, said } = await visit({ ...options, before });
  page = own;
  for (const question of quiz.questions) {
    await titled(question.prompt);
    // The first question is there before the rest; its way to a saved result comes with it.
    await find("button", words.continue).waitFor();
    if (question === quiz.questions[0]) await page.getByLabel(words.open_saved).waitFor();
    await see(`${question.id} open`);
    if (question.min_picks !== 0) {
      await button(words.continue);
      await find("group", words.problem).waitFor();
      await see(`${question.id} problem`);
    }
    await give(question, people.nlp[question.id]);
    await see(`${question.id} answered`);
    await button(words.continue);
  }
  await titled(words.review);
  await see("review");
  await button(words.see_result);
  await resulting();
  await see("result");
  for (const name of ["table", "day", "related", "ladder", "continuing", "certificates", "history", "limits_title", "sources", "retake", "forget"]) await unfold(words[name]);
  await unfold("Mastodon");
  await find("textbox", words.server).fill("no server");
  await press(find("radio", words.share_answers, page.getByRole("group", { name: words.share_grade })));
  await button(words.qr);
  await find("img", words.qr_alt).waitFor();
  await button(words.share_copy);
  await page.getByText(words.heard_copied, { exact: true }).first().waitFor();
  await see("result unfolded");
  await button(words.try);
  await find("button", words.undo).first().waitFor();
  await see("result tried");
  await button(words.undo);
  await find("button", words.try).first().waitFor();
  await unfold(words.retake);
  await button(words.retake_keep);
  const [first, ...others] = quiz.questions;
  await titled(first.prompt);
  await give(first, "plant-photo");
  for (const next of others) {
    await button(words.continue);
    await titled(next.prompt);
  }
  await button(words.continue);
  await titled(words.review);
  await button(words.see_result);
  await titled(words.changed);
  await see("result changed");
  await page.reload();
  await titled(words.resume);
  await see("resume");
  for (const [grade, code] of Object.entries({ ...shared, damaged })) {
    await page.evaluate((code) => { location.hash = code; }, code);
    await titled(grade === "damaged" ? words.link_none : words.shared_matches);
    if (grade === "answers") await page.getByRole("table").waitFor();
    await see(grade === "damaged" ? "link that does not open" : `shared ${grade}`);
    if (grade === "damaged") continue;
    await button(words.compare);
    await titled(words.compare_bars);
    await see(`compared ${grade}`);
  }
  await context.close();

  // Where too little was answered, the review says what is missing.
  ({ page } = await visit({ ...options, before }));
  for (const question of quiz.questions) {
    await titled(question.prompt);
    const skip = find("button", words.skip);
    await find("button", words.continue).waitFor();
    if (await skip.count()) await button(words.skip);
    else {
      await give(question, people.nlp[question.id]);
      await button(words.continue);
    }
  }
  await titled(words.review);
  await button(words.see_result);
  await find("group", words.problem).waitFor();
  await see("review problem");
  await page.context().close();

  if (long) return said;
  // The rest of the quiz cannot be fetched.
  const { lang } = attributes;
  const head = `<script type="module" src="/career-quiz${lang ? `.${lang}` : ""}.js"></script>`;
  const failing = post(`${element}<a href="/">Take the quiz</a></career-quiz>`, { head });
  const files = { [wasm]: (route) => route.abort() };
  ({ page } = await visit({ ...options, path: "host.html", before: async (page) => { await before(page); await host(failing, { files })(page); } }));
  await titled(first.prompt);
  await press(find("radio", first.choices[0].label));
  await find("button", words.retry).waitFor();
  await see("error");
  await page.context().close();

  ({ page } = await visit({ ...options, path: `r/${lang ? `${lang}/` : ""}nlp.html`, before }));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await titled(first.prompt);
  // The quiz loads when it comes near.
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await page.getByLabel(words.open_saved).waitFor();
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await see("page of a path");
  await page.context().close();
  return said;
}
