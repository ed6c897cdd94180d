// Making elements. Text is always written as text: nothing here, or anywhere else in the widget,
// reads HTML, so that a tag in a page or in a question stays the letters that it is.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  rings: ["M15 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0", "M21 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0"],
  close: ["M6 6l12 12M18 6L6 18"],
  clear: ["M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3"],
  send: ["M12 20V5M5 12l7-7 7 7"],
  yes: ["M7 11v9H4v-9h3zm0 0l4-8c2 0 3 1 3 3l-1 4h5.500c1.500 0 2 1 1.800 2.300l-1 6c-.2 1-1 1.700-2 1.700H7"],
  no: ["M17 13V4h3v9h-3zm0 0l-4 8c-2 0-3-1-3-3l1-4H5.500c-1.500 0-2-1-1.800-2.300l1-6c.2-1 1-1.700 2-1.700H17"],
};

// An element with its children; null and false among them are left out.
export function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.filter((child) => child || child === 0));
  return element;
}

export function makeButton(className, onClick, ...children) {
  const button = make("button", className, ...children);
  button.type = "button";
  button.addEventListener("click", onClick);
  return button;
}

export function makeList(className, rows, name = "ul") {
  return make(name, className, ...rows.map((row) => make("li", "", row)));
}

// A line drawing that screen readers pass over.
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const line of ICONS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}

export function inLanguage(element, language) {
  if (language) element.lang = language === "zh" ? "zh-Hans" : language;
  return element;
}

// The address, if it is one of the web; a javascript: or data: address is none.
export function webAddress(text) {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
