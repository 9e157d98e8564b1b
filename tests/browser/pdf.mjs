// What stands on the pages of a PDF that Chromium wrote: its text, piece by piece, each with its place.
import { inflateSync } from "node:zlib";

/** Every object by its number: its dictionary as text, and its stream unpacked. */
function objects(pdf) {
  const text = pdf.toString("latin1");
  const found = new Map();
  for (const { 1: number, 2: body, index, 0: whole } of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?=\nendobj|\bstream\n)/g)) {
    const start = index + whole.length;
    const length = text.startsWith("stream\n", start) && Number(/\/Length (\d+)/.exec(body)[1]);
    const bytes = length && pdf.subarray(start + 7, start + 7 + length);
    const stream = bytes && (body.includes("FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
    found.set(number, { body, stream });
  }
  return found;
}

/** What each glyph of a font stands for. */
function glyphs(map) {
  const known = new Map();
  const say = (hex) => hex.replace(/.{4}/g, (unit) => String.fromCharCode(parseInt(unit, 16)));
  for (const [, table] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, to] of table.matchAll(/<(\w+)> <(\w+)>/g)) known.set(parseInt(glyph, 16), say(to));
  }
  for (const [, table] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, last, to] of table.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let glyph = parseInt(from, 16), at = 0; glyph <= parseInt(last, 16); glyph += 1, at += 1) {
        known.set(glyph, String.fromCharCode(parseInt(to, 16) + at));
      }
    }
  }
  return known;
}

const times = ([a, b, c, d, e, f], [A, B, C, D, E, F]) =>
  [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];

/** The pieces of text a page draws, in points from its top left corner. */
function pieces(content, fonts, height) {
  const drawn = [];
  let stack = [], outer = [], matrix = [1, 0, 0, 1, 0, 0], line, font, size;
  for (const [token] of content.matchAll(/<\w*>|\/\w+|[^\s<>/]+/g)) {
    const numbers = (count) => stack.splice(-count).map(Number);
    if (token === "q") outer.push(matrix);
    else if (token === "Q") matrix = outer.pop();
    else if (token === "cm") matrix = times(numbers(6), matrix);
    else if (token === "Tf") [font, size] = [stack.at(-2).slice(1), Number(stack.at(-1))];
    else if (token === "Tm") line = numbers(6);
    else if (token === "Td") line = times([1, 0, 0, 1, ...numbers(2)], line);
    else if (token === "Tj") {
      const text = stack.at(-1).slice(1, -1).replace(/.{4}/g, (glyph) => fonts[font].get(parseInt(glyph, 16)) ?? "");
      const [, , , scale, x, y] = times(line, matrix);
      drawn.push({ text, x, y: height - y, size: size * Math.abs(scale) });
    } else {
      stack.push(token);
      continue;
    }
    stack = [];
  }
  return drawn;
}

/** How many pages a PDF of either engine has: Firefox packs the objects that say so. */
export function count(pdf) {
  const text = pdf.toString("latin1");
  const packed = [...text.matchAll(/\bstream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length)).toString("latin1");
    } catch {
      return "";
    }
  });
  return [text, ...packed].flatMap((part) => part.match(/\/Type ?\/Page\b/g) ?? []).length;
}

/** Texts as they are compared: a PDF has no spaces between lines, and ligatures of its own. */
export const squeeze = (text) => text.normalize("NFKC").replace(/\s/g, "");

/** The pages of a PDF, each with its size, its pieces of text as they were drawn, and all of it in a row. */
export function pages(pdf) {
  const all = objects(pdf);
  const get = (reference) => all.get(/(\d+) 0 R/.exec(reference)[1]);
  return [...all.values()].filter(({ body }) => /\/Type \/Page\b/.test(body)).map(({ body }) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body).map(Number);
    const fonts = {};
    for (const [, name, number] of (/\/Font <<([^>]*)>>/.exec(body)?.[1] ?? "").matchAll(/\/(\w+) (\d+) 0 R/g)) {
      fonts[name] = glyphs(get(/\/ToUnicode \d+ 0 R/.exec(all.get(number).body)[0]).stream);
    }
    const drawn = pieces(get(/\/Contents \d+ 0 R/.exec(body)[0]).stream, fonts, height);
    return { width, height, drawn, text: squeeze(drawn.map(({ text }) => text).join("")) };
  });
}
