// Draws an answer: the sentence, the facts and exchanges, and the passages they rest on.
// Everything from the server is written as text; an address becomes a link only when it is http(s).

import { dateInWords, says, t, tag } from "./demo_words.js";

const KINDS = { answered: "says", small_talk: "says", partial: "part", clarify: "asks" };
const CARDS_SHOWN = 4;
const EVENTS_SHOWN = 5;
const PASSAGES_SHOWN = 3;

// Elements

export function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.filter((child) => child));
  return element;
}

export function word(name, className, key, values) {
  return says(make(name, className), () => t(key, values));
}

export function inLanguage(element, language) {
  if (language) element.lang = tag(language);
  return element;
}

function webAddress(text) {
  try {
    const url = new URL(text);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function link(address, ...children) {
  const anchor = make("a", "", ...children, word("span", "unseen", "newTab"));
  Object.assign(anchor, { href: address, target: "_blank", rel: "noopener noreferrer" });
  return anchor;
}

function group(key, ...children) {
  return make("section", "group", word("h3", "", key), ...children);
}

function folded(key, n, content) {
  return make("details", "", word("summary", "", key, { n }), content);
}

function list(className, rows) {
  return make("ul", className, ...rows.map((row) => make("li", "", row)));
}

function chips(texts, language, onChoice) {
  const chip = (text) => {
    const button = inLanguage(make("button", "chip", text), language);
    button.type = "button";
    button.addEventListener("click", () => onChoice(text));
    return button;
  };
  return texts.length ? list("chips", texts.map(chip)) : null;
}

// An answer

// A choice completes the question that was too open; a suggestion is a question of its own.
export function reply(answer, question, ask) {
  const choices = chips(answer.choices, answer.language, (choice) => ask(`${question} ${choice}`));
  const suggestions = chips(answer.suggestions, answer.language, ask);
  const pages = new Map(answer.passages.map(({ page }) => [page.id, page]));
  const text = inLanguage(make("p", "answer", answer.answer), answer.language);
  const status = word("p", "status", `status.${answer.status}`);
  status.dataset.kind = KINDS[answer.status] ?? "silent";
  return [
    status,
    text,
    choices,
    factCards(answer, pages),
    eventList(answer, pages),
    ...passageGroups(answer),
    suggestions && group("suggestions", suggestions),
  ].filter((part) => part);
}

function shownAndRest(rows, shown, className) {
  const rest = rows.length - shown;
  if (rest <= 0) return [list(className, rows)];
  return [list(className, rows.slice(0, shown)), folded("more", rest, list(className, rows.slice(shown)))];
}

function factCards(answer, pages) {
  if (!answer.facts.length) return null;
  const cards = answer.facts.map((fact) => factCard(fact, answer.language, pages));
  return group("facts", ...shownAndRest(cards, CARDS_SHOWN, "cards"));
}

function factCard(fact, language, pages) {
  const address = webAddress(fact.display);
  const value = make("p", "value", address ? link(address, fact.display) : fact.display);
  const quote = make("blockquote", "", make("mark", "", fact.quote));
  return make(
    "article", "card",
    inLanguage(make("p", "about", fact.subject.name), language),
    labelLine(fact, language),
    inLanguage(value, language),
    ...remarks(fact),
    inLanguage(quote, fact.language),
    make("p", "details", word("span", "", "page"), pageLink(fact, pages.get(fact.page))),
  );
}

function labelLine(fact, language) {
  const line = make("p", "label", inLanguage(make("span", "", fact.label), language));
  if (fact.stage) line.append(" · ", word("span", "", `stage.${fact.stage}`));
  return line;
}

function remarks(fact) {
  const found = [];
  if (fact.as_of) found.push(() => t("asOf", { date: dateInWords(fact.as_of) }));
  if (fact.approximate) found.push(() => t("approximate"));
  if (fact.uncertain) found.push(() => t("uncertain"));
  return found.map((words) => says(make("p", "details"), words));
}

function pageLink(source, page) {
  const title = page ? inLanguage(make("span", "", page.title), page.language) : word("span", "", "source");
  const address = webAddress(source?.url ?? page?.url);
  return address ? link(address, title) : title;
}

function eventList(answer, pages) {
  if (!answer.exchanges.length) return null;
  const rows = answer.exchanges.map((event) => eventRow(event, answer.language, pages));
  return group("exchanges", ...shownAndRest(rows, EVENTS_SHOWN, "events"));
}

function eventRow(event, language, pages) {
  const quote = event.quotes.find((candidate) => candidate.language === language.slice(0, 2)) ?? event.quotes[0];
  const names = event.places.map((place) => place.name).join(" · ");
  const when = inLanguage(make("p", "when", `${event.display_date} — ${names}`), language);
  const page = pages.get(quote?.page);
  return make(
    "div", "", when,
    quote && inLanguage(make("p", "", quote.text), quote.language),
    page && make("p", "when", word("span", "", "page"), pageLink(null, page)),
  );
}

function passageGroups(answer) {
  const lit = answer.passages.filter((passage) => passage.highlights.length);
  const rest = answer.passages.filter((passage) => !passage.highlights.length);
  const figures = (passages) => make("div", "", ...passages.map(passageFigure));
  const more = lit.slice(PASSAGES_SHOWN);
  return [
    lit.length && group(
      "passages",
      figures(lit.slice(0, PASSAGES_SHOWN)),
      more.length && folded("more", more.length, figures(more)),
    ),
    rest.length && folded(lit.length ? "others" : "related", rest.length, figures(rest)),
  ];
}

function passageFigure(passage) {
  const lines = passageLines(passage);
  const figure = make("figure", "passage");
  const trail = passage.heading.filter((heading) => heading !== passage.page.title).join(" › ");
  const quote = make("blockquote", "", ...lines);
  const caption = make("figcaption", "", word("span", "", "page"), pageLink(null, passage.page));
  figure.append(...[
    trail && inLanguage(make("p", "trail", trail), passage.page.language),
    inLanguage(quote, passage.page.language),
    foldButton(figure, lines),
    caption,
  ].filter((part) => part));
  return figure;
}

// Long passages show the lines around a highlight first.
function foldButton(figure, lines) {
  if (lines.filter((line) => line.classList.contains("far")).length < 2) return null;
  const button = make("button", "link");
  button.type = "button";
  const toggle = () => {
    const isFolded = figure.classList.toggle("folded");
    button.setAttribute("aria-expanded", String(!isFolded));
    says(button, () => t(isFolded ? "whole" : "fold"));
  };
  button.addEventListener("click", toggle);
  toggle();
  return button;
}

function passageLines({ text, highlights }) {
  const points = Array.from(text); // offsets of the API count code points, not UTF-16 units
  const ranges = merged(highlights);
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

function merged(ranges) {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const result = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
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

function markFar(lines) {
  if (!lines.some(({ lit }) => lit)) return;
  let afterFar = false;
  lines.forEach(({ element }, i) => {
    const near = lines.slice(Math.max(0, i - 1), i + 2).some(({ lit }) => lit);
    element.classList.toggle("far", !near);
    element.classList.toggle("gap", near && afterFar);
    afterFar = !near;
  });
}
