/**
 * For a page that shows the quiz in an iframe with data-career-quiz: keeps the frame as tall as
 * the quiz. Only a frame's own document is heard, from the origin it was given, and only a height
 * within bounds.
 */
const LEAST = 200, MOST = 20_000;
const frames = () => document.querySelectorAll("iframe[data-career-quiz]");

addEventListener("message", ({ source, origin, data }) => {
  const height = data?.["career-quiz"]?.height;
  if (!Number.isFinite(height)) return;
  for (const frame of frames()) {
    // A sandbox without allow-same-origin has no origin to name.
    const opaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    if (source !== frame.contentWindow || origin !== (opaque ? "null" : new URL(frame.src, document.baseURI).origin)) continue;
    frame.style.blockSize = `${Math.min(Math.max(height, LEAST), MOST)}px`;
  }
});
// Those that spoke before this was here.
for (const frame of frames()) frame.contentWindow?.postMessage({ "career-quiz": "height?" }, "*");
