/**
 * The standalone pages, which are also the documents for iframes: in a frame they tell the page
 * around them how tall they are, in the protocol of career-quiz-frame.js, and WordPress's, which
 * names its frames by a secret in the address. A height is all that ever leaves.
 */
const secret = new URLSearchParams(location.hash.replace(/^#\?/, "")).get("secret");
let told;

function tell() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  parent.postMessage({ "career-quiz": { height } }, "*");
  if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
}

if (parent !== window) {
  document.documentElement.classList.add("framed");
  new ResizeObserver(tell).observe(document.documentElement);
  // The page around it may have begun to listen after the first telling.
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.["career-quiz"] === "height?") {
      told = undefined;
      tell();
    }
  });
}

/** How an address begins its fragment that brings somebody's answers along. */
const SHARED = /^#\d+r?\.[\w-]+\./;
const quiz = document.querySelector("career-quiz");
const about = document.querySelector("career-quiz > article");
// A path's page followed without answers is read first; the quiz would show itself in its place.
if (about && !SHARED.test(location.hash)) quiz.before(about);
