/** What can go wrong, in a sentence for whoever runs the page, and whether trying again may help. */
const PROBLEMS = {
  "wasm-unsupported": ["This browser lacks WebAssembly.", false],
  csp: ["Allow 'wasm-unsafe-eval' and the quiz's address in script-src and connect-src.", false],
  integrity: ["A file was changed. Upload all files of one build.", true],
  network: ["A file could not be fetched.", true],
  quiz: ["The quiz file has faults.", false],
  panic: ["The quiz stopped. Please report it.", true],
};

/** An error of one of these kinds. What is known besides stands after the sentence. */
export function problem(code, detail = "") {
  const [sentence, retryable] = PROBLEMS[code];
  return Object.assign(new Error(detail ? `${sentence}\n${detail}` : sentence), { code, retryable });
}

/** Why WebAssembly cannot run here at all, found out without fetching anything. */
export function obstacle() {
  if (typeof WebAssembly !== "object") return "wasm-unsupported";
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return "csp";
  }
}
