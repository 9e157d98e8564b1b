import { Site, completes, heard, lit, packaged, told } from "./site.mjs";

const without = packaged("vite") ?? packaged("@sveltejs/vite-plugin-svelte");

function build(t) {
  const site = new Site(t);
  site.usePackages();
  site.write("index.html", `<!DOCTYPE html><html lang="en"><head><title>A post</title><link rel="icon" href="data:,"></head>
<body><h1>A post</h1><main id="post"></main><script type="module" src="/src/main.js"></script></body></html>`);
  site.write("src/main.js", `import { mount } from "svelte";
import Post from "./Post.svelte";
mount(Post, { target: document.getElementById("post") });`);
  site.write("vite.config.js", `import { svelte } from "@sveltejs/vite-plugin-svelte";
export default { plugins: [svelte()] };`);
  site.take("src/Post.svelte");
  site.putQuiz("public/quiz");
  site.run(process.execPath, "node_modules/vite/bin/vite.js", "build", "--logLevel=warn");
  return site;
}

told("a Svelte page with the element completes the quiz", { without }, async (t) => {
  await completes(await build(t).serve("dist"), lit);
});

told("a Svelte component hears that the quiz is complete", { without }, async (t) => {
  await completes(await build(t).serve("dist"), heard);
});
