/** Proves quizzes beside the page, in an instance of the studio's module of its own. */
import { initSync, prove } from "./career_quiz_studio.js";

onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) initSync({ module: data });
  else postMessage(prove(data));
};
