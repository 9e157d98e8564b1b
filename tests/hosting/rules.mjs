// What a `_headers` file says of a path, as Netlify and Cloudflare Pages read it.
import { readFileSync } from "node:fs";

const file = new URL("../../hosting/_headers", import.meta.url);

/** The rules in order: a pattern, and the headers it gives. */
export const rules = [];
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line.startsWith("#") || line.trim() === "") continue;
  if (line.startsWith("/")) rules.push({ pattern: expression(line.trim()), headers: [] });
  else rules.at(-1).headers.push(line.trim().split(/:\s*(.*)/, 2));
}

/** `*` is anything; `:name` is one step of a path; everything else is itself. */
function expression(path) {
  const parts = path.split(/(\*|:\w+)/).map((part) => {
    if (part === "*") return ".*";
    return part.startsWith(":") ? "[^/]+" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}

/** The headers of every rule that matches; one that two rules name has both values, as on Cloudflare. */
export function headersFor(path) {
  const headers = new Headers();
  for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const [name, value] of rule.headers) headers.append(name, value);
  }
  return Object.fromEntries(headers);
}
