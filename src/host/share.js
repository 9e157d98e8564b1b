/** What the screens ask of the browser: to copy, share, draw, save, open and print. Nothing is sent. */
import { generate } from "lean-qr/nano";
import { draw, png } from "./card.js";
import { print } from "./print.js";

/** As previews of links are cut, and as feeds of pictures show them; in px. */
const WIDE = [1200, 630], SQUARE = [1080, 1080];
/** A file of a result is a few thousand bytes long; longer ones are not read. */
const LONGEST = 64 * 1024;

/** A text as a QR code: its width in modules, a space, and their outline; 0 for one that is too long. */
export function qr(text) {
  let code;
  try {
    code = generate(text);
  } catch {
    return "0 ";
  }
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0, run = 0; x < code.size; x += run || 1) {
      for (run = 0; code.get(x + run, y); run += 1);
      if (run) path += `M${x} ${y}h${run}v1h-${run}z`;
    }
  }
  return `${code.size} ${path}`;
}

/** Does one errand; gives what came of it, or nothing where there is nothing to say. */
export async function errand(place, id, kind, one, two) {
  const { root, send } = place;
  const told = (method) => send("share", { method });
  switch (kind) {
    case "copy-link": {
      const done = await copy(one, root.querySelector("#link"));
      if (done) told("copy");
      return done ? "copied" : "refused";
    }
    case "copy-text":
      return (await copy(one)) ? "text-copied" : save([one], "text/markdown", `${id}.md`);
    case "share": {
      const [url, text] = one.split(/ (.*)/s);
      const data = { text, url };
      // Made at once, since the press that asked for it does not count for long.
      const picture = picture_of(two, root, WIDE);
      const files = picture && [new File([picture], `${id}.png`, { type: picture.type })];
      try {
        await navigator.share(files && navigator.canShare?.({ ...data, files }) ? { ...data, files } : data);
        told("native");
      } catch ({ name }) {
        // She changed her mind, or pressed twice.
        return ["AbortError", "InvalidStateError"].includes(name) ? "" : "not-shared";
      }
      return "";
    }
    case "picture": {
      const picture = picture_of(two, root, one ? SQUARE : WIDE);
      return picture ? save([picture], picture.type, `${id}.png`) : "no-picture";
    }
    case "save":
      return save([one], "application/json", `${id}.json`);
    case "open":
      return open(root);
    case "print":
      print(root.host);
      return "";
    case "act":
      send("action", { path: one, url: two });
      return "";
    case "follow":
      told(one);
  }
  return "";
}

function picture_of(card, root, size) {
  const canvas = draw(JSON.parse(card), root, size);
  return canvas && png(canvas);
}

async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Frames that may not use the clipboard may still copy what is selected.
    field?.select();
    return Boolean(field) && document.execCommand("copy");
  }
}

/** Saves under a name with today's date, as files that are kept should have. */
function save(parts, type, name) {
  const href = URL.createObjectURL(new Blob(parts, { type }));
  // Swedish writes a date as files want it: 2026-11-20.
  const download = name.replace(".", `-${new Date().toLocaleDateString("sv")}.`);
  Object.assign(document.createElement("a"), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return "saved";
}

/** The code in the file that was just chosen. */
async function open(root) {
  const input = [...root.querySelectorAll(".open input")].find(({ files }) => files.length);
  const [file] = input?.files ?? [];
  if (!file) return "";
  // The same file can be chosen again.
  const text = file.size > LONGEST ? "" : await file.text().catch(() => "");
  input.value = "";
  try {
    const { code } = JSON.parse(text);
    return typeof code === "string" ? `code ${code}` : "not-read";
  } catch {
    return "not-read";
  }
}
