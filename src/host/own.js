/**
 * A quiz of the page's own, from its address to what the widget unpacks: fetched, checked and
 * packed. Loaded where `src` asks for it, with the module that reads files; other pages never pay.
 */
import initialise, { __wbg_reset_state as reset, read as check, translate } from "./career_quiz_reader.js";

/** A file may be so long, in bytes; as in src/quiz/file.rs. */
const LONGEST = 256 * 1024;
/** A name that is longer, as data: addresses are, says nothing to anyone. */
const NAME = 200;

let there;
/** The quiz in a file, in the language that is spoken around it where it has that. */
export async function read(url, lang, signal, module) {
  there ??= initialise({ module_or_path: module() }).catch((error) => { there = undefined; throw error; });
  const [text] = await Promise.all([fetched(url, signal), there]);
  const own = checked(() => check(text, name(url)));
  const other = chosen(own, lang);
  if (!other) return own;
  // Her own language would be better; the quiz's is better than none.
  try {
    const address = new URL(other, /^(blob|data):/.test(url) ? document.baseURI : url).href;
    const texts = await fetched(address, signal);
    return { ...own, ...checked(() => translate(text, texts, name(address))), languages: own.languages };
  } catch (error) {
    return { ...own, trouble: error.code ? error : network(`${other}: ${error.message}`) };
  }
}

/** What Rust made of a file; throws what is wrong with it. */
function checked(make) {
  let reading;
  try {
    reading = make();
    const quiz = reading.packed();
    if (!quiz) throw faulty(JSON.parse(reading.faults()), reading.report());
    return { quiz, lang: reading.lang(), languages: JSON.parse(reading.languages()) };
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    // Nothing in that instance works any more.
    reading = undefined;
    reset();
    throw wrong("stopped", "this file", "it stopped the reader", "please report it with the file");
  } finally {
    reading?.free();
  }
}

/** The file with the quiz's texts in a language, or nothing where its own are nearest (RFC 4647). */
function chosen({ lang: own, languages }, wanted) {
  const tags = Object.keys(languages);
  const is = (tag, range) => tag.toLowerCase() === range;
  for (let range = wanted.toLowerCase(); range; range = range.replace(/-?[^-]*$/, "")) {
    if (is(own, range)) return;
    const tag = tags.find((tag) => is(tag, range));
    if (tag) return languages[tag];
  }
  // Any Portuguese for one who speaks Portuguese.
  const [main] = wanted.toLowerCase().split("-");
  const speaks = (tag) => is(tag.split("-")[0], main);
  return speaks(own) ? undefined : languages[tags.find(speaks)];
}

/** The text of a file that is not too long, in UTF-8. */
async function fetched(url, signal) {
  const answer = await fetch(url, { signal }).catch((error) => refused(url, signal, error));
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const stream = answer.body?.getReader();
  let text = "";
  for (let size = 0, part; stream && !(part = await stream.read()).done;) {
    size += part.value.length;
    if (size > LONGEST) {
      stream.cancel().catch(() => {});
      throw wrong("too-large", url, `it has more than ${LONGEST} bytes, which are allowed`, "shorten its texts or lists");
    }
    text += decoded(url, () => decoder.decode(part.value, { stream: true }));
  }
  text += decoded(url, () => decoder.decode());
  const type = answer.headers.get("content-type") ?? "";
  if (/html/.test(type) && !/^\s*\{/.test(text)) throw wrong("web-page", url, `the server sent a web page (${type})`, "check the address");
  return text;
}

function decoded(url, decode) {
  try {
    return decode();
  } catch {
    throw wrong("not-utf-8", url, "it is not UTF-8", "save it in UTF-8");
  }
}

/** Why nothing came. A browser does not say whether it was the network or the other site's server. */
async function refused(url, signal, error) {
  if (!signal.aborted && new URL(url).origin !== location.origin) {
    const answered = await fetch(url, { mode: "no-cors", signal }).catch(() => {});
    if (answered) throw network(`${name(url)}: its server lets other sites not read it; have it send Access-Control-Allow-Origin`);
  }
  throw error;
}

const name = (url) => (url.length > NAME ? `${url.slice(0, NAME)}…` : url);
const wrong = (kind, url, problem, remedy) => {
  const place = "the file";
  return faulty([{ kind, severity: "error", place, line: 1, column: 1, problem, remedy }], `${name(url)}: ${place}: ${problem}; ${remedy}`);
};
/** Errors as problem.js makes them. */
const faulty = (faults, report) => Object.assign(new Error(`The quiz file has faults.\n${report}`), { code: "quiz", retryable: false, faults: Object.freeze(faults.map(Object.freeze)) });
const network = (detail) => Object.assign(new Error(`A file could not be fetched.\n${detail}`), { code: "network", retryable: false });
