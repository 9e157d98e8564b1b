/**
 * The picture of a result, drawn in her browser from what is on her screen: no server is asked, and
 * nothing leaves the page. Where things stand is worked out apart from the drawing, so that it can
 * be checked without looking.
 *
 * A card is { lang, dir, title, head: [{ text, mark? }], foot: [text], rows: [{ name, percent,
 * label, mark, d }] }: the rows best first, d a shape's outline around the origin, 16 units wide.
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
      marks: all(".marks .mark", (mark) => ({ d: mark.firstChild.getAttribute("d"), open: !mark.matches(".is") })),
      ...card,
    }, measure, size);
    for (const { x, y, w, h, fill, text, size, weight, d, open } of boxes) {
      context.fillStyle = context.strokeStyle = colours[fill] || ink;
      if (text) {
        measure(text, size, weight);
        context.fillText(text, card.dir === "rtl" ? x + w : x, y + size * BASE);
      } else if (d) {
        context.setTransform(w / 16, 0, 0, w / 16, x + w / 2, y + h / 2);
        context[open ? "stroke" : "fill"](new Path2D(d));
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
const LINE = 1.22, BASE = .95;

/** Where everything stands, as boxes in the order they are drawn. */
export function layout(card, measure, size) {
  // Names stay on a line, then words in one piece, as long as that leaves them large.
  for (const [most, least] of [[1, .8], [2, .6], [99, .1]]) {
    for (let scale = 1.3; scale > least; scale *= .96) {
      const boxes = place(card, measure, size, scale, most);
      if (boxes) return boxes;
    }
  }
}

/** The boxes with text at a scale and names in so many lines, or nothing where they do not fit. */
function place({ lang, dir, title, head, foot, rows, blocks = [1], marks = rows.map(({ d }, at) => ({ d, open: at })) }, measure, [width, height], scale, most) {
  const tall = height < width ? 0 : 1;
  const unit = (width * height / 756e3) ** .25;
  const margin = 60 * unit, inner = width - 2 * margin;
  const small = 27 * unit * Math.min(1, scale), medium = 31 * unit * scale ** .75, large = 58 * unit * scale;
  const boxes = [];
  const box = (x, y, w, h, fill, more) => {
    [x, y, w, h] = [dir === "rtl" ? width - x - w : x, y, w, h].map(Math.round);
    boxes.push({ x, y, w, h, fill, ...more });
  };

  let fits = true;
  const set = (runs, size, room, most, weight = 400) => {
    const text = runs.map(({ text }) => text).join("");
    const wide = (from, to) => measure(text.slice(from, to), size, weight);
    const lines = wrap(text, lang, wide, room, most);
    fits &&= lines;
    return { runs, text, size, weight, wide, lines, h: lines?.length * size * LINE, w: Math.max(0, ...lines?.map((line) => wide(...line)) ?? []) };
  };
  const put = ({ runs, text, size, weight, wide, lines }, x, y, fill) => {
    for (const [from, to] of lines) {
      let at = 0;
      for (const run of runs) {
        const start = Math.max(from, at), end = Math.min(to, at += run.text.length);
        if (run.mark && start < end) box(x + wide(from, start), y + size * 1.08, wide(from, end) - wide(from, start), size * .09, run.mark);
      }
      box(x, y, wide(from, to), size * LINE, fill, { text: text.slice(from, to), size, weight });
      y += size * LINE;
    }
  };
  const widest = (list) => Math.max(0, ...list.map(({ w }) => w));
  const sum = (list) => list.reduce((all, one) => all + one, 0);

  const shape = 34 * unit, step = 48 * unit, rule = 16 * unit, top = rule + 40 * unit;
  const about = set([{ text: title }], small, inner - step * marks.length - small / 2, 2);
  const says = set(head, large, inner, most + 1 + tall);
  const labels = rows.map(({ label }, at) => set([{ text: label }], medium * (at ? 1 : 1.3), inner, 1));
  const last = widest(labels) + medium;
  const names = rows.map(({ name }, at) => set([{ text: name }], medium, tall ? inner - last : inner * .44, most, at ? 400 : 700));
  const ends = foot.filter(Boolean).map((text) => set([{ text }], small, inner, 2));
  if (!fits) return;

  const high = Math.max(shape, about.h);
  const aside = sum(ends.map(({ w }) => w)) + small < inner;
  const below = aside ? Math.max(0, ...ends.map(({ h }) => h)) : sum(ends.map(({ h }) => h));
  const bottom = height - 50 * unit - below;
  const lines = rows.map((_, at) => Math.max(names[at].h, labels[at].h));
  const rulers = rows.map((_, at) => medium * (at ? 1 : 1.4));
  let y = top + high + 20 * unit + says.h;
  const space = (bottom - y - sum(lines) - tall * sum(rulers)) / (rows.length + 2);
  if (space < medium * (tall ? .7 : .45)) return;

  // The rule is the progress, and all is answered.
  let x = 0;
  const gap = 10 * unit;
  for (const stops of blocks) {
    const w = (width + gap) * stops / sum(blocks) - gap;
    box(x, 0, w, rule, "strong");
    x += w + gap;
  }
  x = margin;
  for (const { d, open } of marks) {
    box(x, top + (high - shape) / 2, shape, shape, open ? "edge" : rows[0].mark, { d, open });
    x += step;
  }
  put(about, x + small / 2, top + (high - about.h) / 2, "soft");
  put(says, margin, y - says.h, "ink");
  y += space * 1.5;
  const from = margin + (tall ? 0 : widest(names) + medium);
  // A shape at the end of its ruler needs half its width there.
  const full = margin + inner - from - (tall ? 0 : last) - medium * .65;
  rows.forEach(({ percent, mark, d }, at) => {
    const name = names[at], label = labels[at], line = lines[at], ruler = rulers[at];
    put(name, margin, y + (line - name.h) / 2, "ink");
    put(label, margin + inner - label.w, y + (line - label.h) / 2, "ink");
    const middle = y + (tall ? line + ruler / 2 : line / 2);
    const across = (x, w, h, fill) => box(from + x, middle - h / 2, w, h, fill);
    across(0, full, 2, "line");
    for (const tick of [0, .25, .5, .75, 1]) across(tick * full - 1, 2, ruler / 2, "line");
    const to = full * percent / 100, thick = medium * (at ? .2 : .6), wide = medium * (at ? .85 : 1.3);
    across(0, to, thick, mark);
    // The part of the first that is ahead of the second is left open.
    const second = full * Math.min(percent, rows[1].percent) / 100;
    if (!at) across(second + 3, Math.max(0, to - second - 3), thick - 6, "ground");
    box(from + to - wide / 2, middle - wide / 2, wide, wide, mark, { d });
    y += line + tall * ruler + space;
  });
  y = bottom;
  ends.forEach((end, at) => {
    put(end, aside && at ? margin + inner - end.w : margin, y, "soft");
    if (!aside) y += end.h;
  });
  return [{ x: 0, y: 0, w: width, h: height, fill: "ground" }, ...boxes];
}

/** Text as lines of [from, to], none much shorter than another, or nothing where it does not fit. */
function wrap(text, lang, wide, room, most) {
  const split = (text, granularity) => [...new Intl.Segmenter(lang, { granularity }).segment(text)];
  // A line ends after a blank or a hyphen, and between words that are written without blanks.
  let word, stops = [];
  for (const { segment, index, isWordLike } of split(text, "word")) {
    if (segment.trim() && (/[ \n、。，-]/.test(text[index - 1]) || (word && isWordLike))) stops.push(index);
    word = isWordLike;
  }
  stops.push(text.length);
  const trim = (from, to) => [from, from + text.slice(from, to).trimEnd().length];
  const over = (from, to) => wide(...trim(from, to)) > room;
  // Anywhere, where nothing else helps.
  if (most > 9) {
    stops = stops.flatMap((stop, at) => {
      const from = stops[at - 1] ?? 0;
      return over(from, stop) ? split(text.slice(from, stop)).map(({ segment, index }) => from + index + segment.length) : stop;
    });
  }
  const fill = () => {
    const lines = [];
    let from = 0, last = 0;
    for (const end of stops) {
      if (last > from && over(from, end)) {
        lines.push(trim(from, last));
        from = last;
      }
      if (over(from, end) || lines.length >= most) return;
      last = end;
    }
    return [...lines, trim(from, last)];
  };
  let lines;
  for (let next = fill(); next && next.length <= (lines ?? next).length; next = lines[1] && fill()) {
    lines = next;
    room *= .97;
  }
  return lines;
}
