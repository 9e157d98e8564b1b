/**
 * The picture of a result, drawn in her browser from what is on her screen: no server is asked, and
 * nothing leaves the page. Where things stand is worked out apart from the drawing, so that it can
 * be checked without looking.
 *
 * A card is { lang, dir, title, head: [{ text, mark? }], foot: [text], rows: [{ name, percent,
 * label, mark, d }] }: two rows or more, best first; d is a shape's outline around the origin, 16
 * units wide. The screen gives the rest: colours, font, the blocks of the rule, the order of shapes.
 */

/** Draws the picture, or gives nothing where the browser lets no page draw. */
export function draw(card, root, size) {
  try {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const look = (selector, property) => {
      const element = root.querySelector(selector);
      return element ? getComputedStyle(element)[property] : "";
    };
    const pixel = (...colours) => {
      for (const colour of colours) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    // Against tracking some browsers refuse to say what was drawn, or say something else. Where it
    // is off by a shade, the picture is as good.
    canvas.toDataURL();
    if (pixel("#48c").some((value, at) => Math.abs(value - [68, 136, 204, 255][at]) > 4)) return;

    const ink = look(".quiz", "color") || "#000";
    const colours = {
      ink,
      // A plate that lets the page shine through has nothing behind it here.
      ground: `rgb(${pixel(pixel(ink)[1] < 128 ? "#fff" : "#111", look(".quiz", "backgroundColor"))})`,
      soft: look(".soft", "color"),
      strong: look(".link", "color"),
      line: look(".tick", "stroke"),
      edge: look(".mark:not(.is)", "stroke"),
    };
    for (const { mark } of card.rows) colours[mark] = look(`.bar.${mark} .ruler`, "fill");
    const all = (selector, give) => Array.from(root.querySelectorAll(selector), give);

    [canvas.width, canvas.height] = size;
    canvas.lang = card.lang;
    context.direction = card.dir;
    const family = look(".quiz", "fontFamily") || "sans-serif";
    const measure = (text, size, weight) => {
      context.font = `${weight} ${size}px ${family}`;
      return context.measureText(text).width;
    };
    const boxes = layout({
      blocks: all(".progress ol", ({ children }) => children.length),
      marks: all(".marks .mark", (mark) => mark.firstChild.getAttribute("d")),
      ...card,
    }, measure, size);
    for (const { x, y, w, h, fill, text, size, weight, d } of boxes) {
      context.fillStyle = context.strokeStyle = colours[fill] || ink;
      if (text) {
        measure(text, size, weight);
        context.fillText(text, card.dir === "rtl" ? x + w : x, y + size * BASE);
      } else if (d) {
        context.setTransform(w / 16, 0, 0, w / 16, x + w / 2, y + h / 2);
        context[fill === "edge" ? "stroke" : "fill"](new Path2D(d));
        context.resetTransform();
      } else {
        context.fillRect(x, y, w, h);
      }
    }
    return canvas;
  } catch {
    // Without a picture there are still the link and the text.
  }
}

/** The picture as a file: at once, because sharing must follow the press that asked for it. */
export const png = (canvas) => {
  try {
    return new Blob([Uint8Array.from(atob(canvas.toDataURL().split(",")[1]), (byte) => byte.charCodeAt())], { type: "image/png" });
  } catch {
    // As for the drawing.
  }
};

/** The height of a line of text and where its letters stand in it, in their size. */
const LINE = 1.25, BASE = .95;

/** Where everything stands, as boxes in the order they are drawn. */
export function layout(card, measure, size) {
  for (let scale = 1.3; scale > .1; scale *= .95) {
    const boxes = place(card, measure, size, scale);
    if (boxes) return boxes;
  }
}

/** The boxes with text at a scale, or nothing where they are too high. */
function place({ dir, title, head, foot, rows, blocks = [1], marks = rows.map(({ d }) => d) }, measure, [width, height], scale) {
  const tall = height < width ? 0 : 1;
  const unit = (width * height / 756e3) ** .2;
  const margin = 60 * unit, inner = width - 2 * margin, edge = margin + inner;
  const small = 27 * unit * Math.min(1, scale ** .4), rule = 16 * unit, shape = 34 * unit, step = 48 * unit;

  const boxes = [];
  const box = (x, y, w, h, fill, more) => {
    [x, y, w, h] = [dir === "rtl" ? width - x - w : x, y, w, h].map(Math.round);
    boxes.push({ x, y, w, h, fill, ...more });
  };
  /** Text in so many lines or one more, smaller if need be; if that is not enough, with words broken. */
  const set = (runs, size, room, most, weight = 400, least = .8) => {
    const text = runs.map(({ text }) => text).join("");
    const wide = (from, to) => measure(text.slice(from, to).trimEnd(), size, weight);
    const full = size;
    let lines;
    for (const more of [most, most + 1, Infinity]) {
      for (let part = 1; !lines && part >= least; part -= .05) {
        size = full * part;
        lines = wrap(text, wide, room, more);
      }
    }
    return { runs, text, size, weight, wide, lines, w: Math.max(...lines.map((line) => wide(...line))), h: lines.length * size * LINE };
  };
  const put = ({ runs, text, size, weight, wide, lines }, x, y, fill) => {
    for (const [from, to] of lines) {
      let at = 0;
      for (const run of runs) {
        const start = Math.max(from, at), end = Math.min(to, at += run.text.length), w = wide(start, end);
        if (run.mark && start < end) box(x + wide(from, end) - w, y + size * 1.11, w, size * .09, run.mark);
      }
      box(x, y, wide(from, to), size * LINE, fill, { text: text.slice(from, to), size, weight });
      y += size * LINE;
    }
  };
  const largest = (list) => Math.max(0, ...list);
  const sum = (list) => list.reduce((all, one) => all + one, 0);

  const about = set([{ text: title }], small, inner - step * marks.length - small / 2, 1);
  const says = set(head, 58 * unit * scale, inner, 2 + tall);
  const notes = foot.filter(Boolean).map((text) => set([{ text }], small, inner, 1));
  let medium = 31 * unit * scale ** .75;
  const labelled = () => rows.map(({ label }, at) => set([{ text: label }], medium * (at ? 1 : 1.3), inner, 1));
  const column = tall ? inner - largest(labelled().map(({ w }) => w)) - medium * .7 : inner * .46;
  const called = (least) => rows.map(({ name }, at) => set([{ text: name }], medium, column, 1, at ? 400 : 700, least));
  // All names are of one size.
  medium = Math.min(...called().map(({ size }) => size));
  const labels = labelled();
  const bars = called(1).map((name, at) => ({
    ...rows[at], name, label: labels[at], line: Math.max(name.h, labels[at].h),
    ruler: medium * (at ? 1 : 1.4), thick: medium * (at ? .2 : .6), wide: medium * (at ? .85 : 1.3),
  }));

  const high = Math.max(shape, about.h), top = rule + 40 * unit;
  const aside = sum(notes.map(({ w }) => w)) + small < inner;
  const bottom = height - 50 * unit - (aside ? largest : sum)(notes.map(({ h }) => h));
  let x = 0, y = top + high + 20 * unit + says.h;
  const space = (bottom - y - sum(bars.map(({ line, ruler }) => line + tall * ruler))) / (rows.length + 2);
  if (space < medium * (tall ? 1.35 : .6)) return;

  box(0, 0, width, height, "ground");
  // The rule is the progress, and all is answered.
  const gap = 10 * unit;
  for (const stops of blocks) {
    const w = (width + gap) * stops / sum(blocks);
    box(x, 0, w - gap, rule, "strong");
    x += w;
  }
  x = margin;
  marks.forEach((d, at) => {
    box(x, top + (high - shape) / 2, shape, shape, at === marks.indexOf(rows[0].d) ? rows[0].mark : "edge", { d });
    x += step;
  });
  put(about, x + small / 2, top + (high - about.h) / 2, "soft");
  put(says, margin, y - says.h, "ink");

  y += space * 1.5;
  const from = margin + (tall ? 0 : largest(bars.map(({ name }) => name.w)) + medium);
  // A shape at the end of its ruler needs half its width there.
  const full = edge - from - (tall ? 0 : largest(bars.map(({ label }) => label.w)) + medium) - medium * .65;
  const second = full * rows[1].percent / 100 + 3;
  bars.forEach(({ name, label, percent, mark, d, line, ruler, thick, wide }, at) => {
    put(name, margin, y + (line - name.h) / 2, "ink");
    put(label, edge - label.w, y + (line - label.h) / 2, "ink");
    const middle = y + (tall ? line + ruler / 2 : line / 2), to = full * percent / 100;
    const across = (x, w, h, fill, more) => box(from + x, middle - h / 2, w, h, fill, more);
    across(0, full, 2, "line");
    for (const tick of [0, .25, .5, .75, 1]) across(tick * full - 1, 2, ruler / 2, "line");
    across(0, to, thick, mark);
    // The part of the first that is ahead of the second is left open.
    if (!at && second < to) across(second, to - second, thick - 6, "ground");
    across(to - wide / 2, wide, wide, mark, { d });
    y += line + tall * ruler + space;
  });

  y = bottom;
  notes.forEach((note, at) => {
    put(note, aside && at ? edge - note.w : margin, y, "soft");
    if (!aside) y += note.h;
  });
  return boxes;
}

/** Text as lines of [from, to], none much shorter than another, or nothing where it takes more. */
function wrap(text, wide, room, most) {
  const ends = (text, pattern, from = 0) => Array.from(text.matchAll(pattern), (found) => from + found.index + found[0].length);
  // A line ends after a blank or a hyphen, and between words that are written without blanks.
  let stops = [...ends(text, /[ \n-]+|[\u3040-\u9fff](?![、。，）」ー？！])/g), text.length];
  const anywhere = most === Infinity;
  if (anywhere) {
    stops = stops.flatMap((stop, at) => {
      const from = stops[at - 1] ?? 0;
      return wide(from, stop) > room ? ends(text.slice(from, stop), /.\p{M}*/gsu, from) : stop;
    });
  }
  const fill = () => {
    const lines = [];
    let from = 0, last = 0;
    for (const end of stops) {
      if (wide(from, end) > room && last > from) {
        lines.push([from, last]);
        from = last;
      }
      if (!anywhere && (wide(from, end) > room || lines.length >= most)) return;
      last = end;
    }
    return [...lines, [from, last]];
  };
  let lines = fill();
  for (let next = lines; next?.length > 1 && next.length === lines.length; next = fill()) {
    lines = next;
    room *= .97;
  }
  return lines;
}
