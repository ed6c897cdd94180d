// Draws an answer: the sentence, then what it rests on, then where to go from here.

import { inLanguage, make, makeButton, makeList } from "./dom.js";
import { factCards } from "./facts.js";
import { feedbackRow } from "./feedback.js";
import { passageFigure } from "./passages.js";

const CARDS_SHOWN = 3;
const EVENTS_SHOWN = 5;
const PASSAGES_SHOWN = 2;
const CLAIMS = ["answered", "partial"];

// The elements of a reply. What stands in `.rest` is not read aloud by itself: the sentence is.
export function drawAnswer(answer, question, ui) {
  const claims = CLAIMS.includes(answer.status);
  const status = ui.word("p", `status ${claims ? "" : "silent"}`, `status.${answer.status}`);
  return [
    status.textContent && status,
    // Exchanges that the answer lists stand in the timeline below.
    inLanguage(make("p", "answer", answer.lead ?? answer.answer), answer.language),
    // A choice completes the question that was too open.
    chips(answer.choices, answer.language, (choice) => ui.ask(`${question} ${choice}`)),
    rest(answer, claims, ui),
    suggestions(answer, ui),
    feedbackRow(answer, ui),
  ].filter(Boolean);
}

function rest(answer, claims, ui) {
  const talks = ["small_talk", "clarify"].includes(answer.status);
  const parts = [
    ...shownAndRest(factCards(answer, ui), CARDS_SHOWN, "cards", ui),
    ...timeline(answer, ui),
    contactCard(answer, ui),
    ...(talks ? [] : passages(answer, claims, ui)),
  ].filter(Boolean);
  if (!parts.length) return null;
  const element = make("div", "rest", ...parts);
  element.setAttribute("aria-live", "off");
  return element;
}

function group(key, ui, ...children) {
  return make("section", "", ui.word("h4", "", key), ...children);
}

function shownAndRest(rows, shown, className, ui, name) {
  const folded = rows.slice(shown);
  return [
    rows.length > 0 && makeList(className, rows.slice(0, shown), name),
    folded.length > 0 && fold("more", folded.length, makeList(className, folded, name), ui),
  ].filter(Boolean);
}

function fold(key, n, content, ui) {
  return make("details", "", ui.word("summary", "", key, { n }), content);
}

function timeline(answer, ui) {
  if (!answer.exchanges.length) return [];
  const rows = answer.exchanges.map((exchange) => exchangeRow(exchange, answer.language));
  return [group("exchanges", ui, ...shownAndRest(rows, EVENTS_SHOWN, "events", ui, "ol"))];
}

function exchangeRow(exchange, language) {
  const own = (quote) => quote.language === language.split("-")[0];
  const quote = exchange.quotes.find(own) ?? exchange.quotes[0];
  const names = sides(exchange);
  const when = make("p", "", make("b", "", exchange.display_date), " ", make("span", "quiet", names));
  return make("div", "", inLanguage(when, language), quote && inLanguage(make("p", "", quote.text), quote.language));
}

// Both places; where one went to the other, in that order and with an arrow.
function sides({ places, direction }) {
  const ways = (direction ?? []).map((id) => places.find((place) => place.id === id)?.name);
  if (ways.length && ways.every(Boolean)) return ways.join(" → ");
  return places.map((place) => place.name).join(" – ");
}

// An answer shows what it rests on; where there is none, what the pages do say is one click away.
function passages(answer, claims, ui) {
  const lit = answer.passages.filter((passage) => passage.highlights.length);
  const figures = lit.map((passage) => passageFigure(passage, ui));
  const parts = shownAndRest(figures, PASSAGES_SHOWN, "passages", ui);
  const others = claims ? [] : answer.passages.filter((passage) => !passage.highlights.length);
  const related = makeList("passages", others.map((passage) => passageFigure(passage, ui)));
  return [
    parts.length > 0 && group("passages", ui, ...parts),
    others.length > 0 && fold("related", others.length, related, ui),
  ];
}

// Whom to ask, where the service does not know.
function contactCard({ contact }, ui) {
  if (!contact) return null;
  const name = [contact.page.publisher, contact.department].filter(Boolean).join(" ");
  const card = make(
    "section", "card contact",
    ui.word("h4", "", "contact"),
    name && inLanguage(make("p", "", name), contact.page.language),
  );
  if (contact.phone) {
    const phone = make("a", "phone", contact.phone);
    phone.href = `tel:${contact.phone.replace(/[^\d+]/g, "")}`;
    card.append(make("p", "", phone));
  }
  return card;
}

function suggestions(answer, ui) {
  const list = chips(answer.suggestions, answer.language, ui.ask);
  return list && group("suggestions", ui, list);
}

export function chips(texts, language, onChoice) {
  const rows = (texts ?? []).map((text) => inLanguage(makeButton("chip", () => onChoice(text), text), language));
  return rows.length ? makeList("chips", rows) : null;
}
