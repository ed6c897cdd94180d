// The passages of pages that an answer rests on, with the very words highlighted.

import { inLanguage, make, makeButton, webAddress } from "./dom.js";

const FRAGMENT = 60; // letters of the highlighted words that lead the browser to them

// A figure: the words of the page, where on the page they stand, and a link to it.
export function passageFigure(passage, ui) {
  const lines = passageLines(passage);
  const figure = make("figure", "passage");
  const { page } = passage;
  const trail = passage.heading.filter((heading) => heading !== page.title).join(" › ");
  const children = [
    trail && inLanguage(make("p", "quiet", trail), page.language),
    inLanguage(make("blockquote", "", ...lines), page.language),
    foldButton(figure, lines, ui),
    make("figcaption", "quiet", ui.word("span", "", "source"), " ", pageLink(page, firstWords(passage), ui)),
  ];
  figure.append(...children.filter(Boolean));
  return figure;
}

// A link that opens a new tab; without an address, only its words.
export function link(address, child, ui) {
  if (!address) return child;
  const anchor = make("a", "", child, " ", ui.word("span", "unseen", "tab"));
  Object.assign(anchor, { href: address, target: "_blank", rel: "noopener noreferrer" });
  return anchor;
}

function pageLink(page, words, ui) {
  const title = page.title ? inLanguage(make("span", "", page.title), page.language) : ui.word("span", "", "page");
  const address = webAddress(page.url);
  return link(address && leadTo(address, words), title, ui);
}

// Browsers that know text fragments scroll to the words; others open the page.
function leadTo(address, words) {
  if (!words || address.includes("#")) return address;
  return `${address}#:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
}

function firstWords({ text, highlights }) {
  if (!highlights.length) return "";
  const [start, end] = highlights[0];
  return Array.from(text).slice(start, Math.min(end, start + FRAGMENT)).join("").split("\n")[0].trim();
}

// Offsets of the API count code points, and not UTF-16 units as strings do here.
function passageLines({ text, highlights }) {
  const points = Array.from(text);
  const ranges = mergeRanges(highlights);
  let start = 0;
  const lines = text.split("\n").map((line) => {
    const end = start + Array.from(line).length;
    const inside = ranges
      .map(([from, to]) => [Math.max(from, start), Math.min(to, end)])
      .filter(([from, to]) => from < to);
    const element = make("p", "", ...pieces(points, start, end, inside));
    start = end + 1;
    return { element, lit: inside.length > 0 };
  });
  markFar(lines);
  return lines.map(({ element }) => element);
}

function mergeRanges(ranges) {
  const merged = [];
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function pieces(points, start, end, ranges) {
  const result = [];
  let at = start;
  for (const [from, to] of ranges) {
    result.push(points.slice(at, from).join(""), make("mark", "", points.slice(from, to).join("")));
    at = to;
  }
  return [...result, points.slice(at, end).join("")];
}

// Lines that are not beside a highlight are folded away at first.
function markFar(lines) {
  let afterFar = false;
  lines.forEach(({ element }, i) => {
    const near = lines.slice(Math.max(0, i - 1), i + 2).some(({ lit }) => lit);
    element.classList.toggle("far", !near && lines.some(({ lit }) => lit));
    element.classList.toggle("gap", near && afterFar);
    afterFar = !near;
  });
}

function foldButton(figure, lines, ui) {
  if (lines.filter((line) => line.classList.contains("far")).length < 2) return null;
  const toggle = () => {
    const folded = figure.classList.toggle("folded");
    button.setAttribute("aria-expanded", String(!folded));
    ui.words.say(button, folded ? "whole" : "fold");
  };
  const button = makeButton("link", toggle);
  toggle();
  return button;
}
