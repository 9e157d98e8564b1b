// Elements in one line: h("p", { class: "note" }, "text").
const make = (element, attributes, children) => {
  for (const name in attributes) {
    const value = attributes[name];
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
};

export const h = (tag, attributes, ...children) => make(document.createElement(tag), attributes, children.flat());
export const svg = (tag, attributes, ...children) => make(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children.flat());
