import { Site, completes, heard, lit, packaged, snippet, told } from "./site.mjs";

const without = packaged("vite") ?? packaged("@vitejs/plugin-vue");

function build(t) {
  const site = new Site(t);
  // Only there does Vue say on the console what it misses.
  site.env.NODE_ENV = "development";
  site.usePackages();
  site.write("index.html", `<!DOCTYPE html><html lang="en"><head><title>A post</title><link rel="icon" href="data:,">
${snippet("index.html")}</head>
<body><h1>A post</h1><main id="post"></main><script type="module" src="/src/main.js"></script></body></html>`);
  site.write("src/main.js", `import { createApp } from "vue";
import Post from "./Post.vue";
createApp(Post).mount("#post");`);
  site.take("vite.config.js", "src/Post.vue");
  site.putQuiz("public/quiz");
  site.run(process.execPath, "node_modules/vite/bin/vite.js", "build", "--logLevel=warn");
  return site;
}

told("a Vue page with the element completes the quiz", { without }, async (t) => {
  await completes(await build(t).serve("dist"), lit);
});

told("a Vue component hears that the quiz is complete", { without }, async (t) => {
  await completes(await build(t).serve("dist"), heard);
});
