import { Site, completes, heard, lit, packaged, told } from "./site.mjs";

const without = packaged("vite") ?? packaged("react-dom");

/** A React page; `root` is what the server has drawn of it already, `start` how React takes over. */
function build(t, root, start) {
  const site = new Site(t);
  site.usePackages();
  site.write("index.html", `<!DOCTYPE html><html lang="en"><head><title>A post</title><link rel="icon" href="data:,"></head>
<body><h1>A post</h1><main id="post">${root}</main><script type="module" src="/src/main.jsx"></script></body></html>`);
  site.write("src/main.jsx", `import { createRoot, hydrateRoot } from "react-dom/client";
import { Post } from "./Post.jsx";
const root = document.getElementById("post");
${start};`);
  site.take("src/CareerQuiz.jsx", "src/Post.jsx");
  site.putQuiz("public/quiz");
  site.run(process.execPath, "node_modules/vite/bin/vite.js", "build", "--logLevel=warn");
  return site;
}
const drawn = (t) => build(t, "", "createRoot(root).render(<Post />)");

/** What React's server renderer makes of the same post. */
async function rendered(t) {
  const site = drawn(t);
  site.write("src/server.jsx", `import { renderToString } from "react-dom/server";
import { Post } from "./Post.jsx";
export const html = renderToString(<Post />);`);
  site.run(process.execPath, "node_modules/vite/bin/vite.js", "build", "--ssr=src/server.jsx", "--outDir=server", "--logLevel=warn");
  return (await import(site.path("server/server.js"))).html;
}

told("a React page with the component completes the quiz", { without }, async (t) => {
  await completes(await drawn(t).serve("dist"), lit);
});

told("a React page that the server has drawn completes the quiz", { without }, async (t) => {
  const site = build(t, await rendered(t), "hydrateRoot(root, <Post />)");
  await completes(await site.serve("dist"), lit);
});

told("a React component hears that the quiz is complete", { without }, async (t) => {
  await completes(await drawn(t).serve("dist"), heard);
});
