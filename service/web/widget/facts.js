// The facts of an answer as cards: the value, as of when, and for a tie the dates of its stages.

import { inLanguage, make, makeList, webAddress } from "./dom.js";
import { link } from "./passages.js";
import { chooseLanguage, tell, tellDate } from "./words.js";

const LONG = 40; // letters from which a value is set as running text

// One card for each place or tie that facts are about; its first fact leads.
export function factCards(answer, ui) {
  const cards = new Map();
  for (const fact of answer.facts) {
    const { id } = fact.subject;
    cards.set(id, [...(cards.get(id) ?? []), fact]);
  }
  return [...cards.values()].map((facts) => factCard(facts, answer.language, ui));
}

function factCard(facts, tag, ui) {
  const [lead] = facts;
  const language = chooseLanguage(tag);
  const isStep = (fact) => lead.stage && fact.stage && fact.property === lead.property;
  const steps = facts.filter(isStep);
  const others = facts.slice(1).filter((fact) => !isStep(fact));
  const card = make(
    "article", "card",
    make("p", "quiet", lead.subject.name),
    make("p", "quiet", labelOf(lead, language)),
    inLanguage(make("p", lead.display.length > LONG ? "value long" : "value", shown(lead, ui)), spoken(lead)),
    ...remarks(lead, language).map((words) => make("p", "quiet", words)),
    steps.length > 1 && stages(steps, language),
    others.length > 0 && make("dl", "", ...rows(others, language, ui)),
  );
  return inLanguage(card, tag);
}

// A value that is text stands in the words of its page; dates and numbers in those of the answer.
function spoken(fact) {
  return fact.display === fact.value ? fact.language : null;
}

function shown(fact, ui) {
  return link(webAddress(fact.display), fact.display, ui);
}

// What has one label stands below it once, with all its values.
function rows(facts, language, ui) {
  let label;
  return facts.flatMap((fact) => {
    const value = inLanguage(make("span", "", shown(fact, ui)), spoken(fact));
    const notes = remarks(fact, language).map((words) => make("span", "quiet", ` ${words}`));
    const known = label;
    label = labelOf(fact, language);
    return [label !== known && make("dt", "quiet", label), make("dd", "", value, ...notes)].filter(Boolean);
  });
}

function labelOf(fact, language) {
  return [fact.label, stageName(fact, language)].filter(Boolean).join(" · ");
}

function remarks(fact, language) {
  return [
    fact.as_of && tell(language, "as_of", { date: tellDate(language, fact.as_of) }),
    fact.approximate && tell(language, "approximate"),
    fact.uncertain && tell(language, "uncertain"),
  ].filter(Boolean);
}

function stageName(fact, language) {
  return (fact.stage && tell(language, `stage.${fact.stage}`)) ?? "";
}

// All stages by date, the one that leads the card among them.
function stages(facts, language) {
  const byDate = [...facts].sort((a, b) => (String(a.value) < String(b.value) ? -1 : 1));
  const rows = byDate.map((fact) =>
    make(
      "div", fact === facts[0] ? "lead" : "",
      make("span", "", fact.display), " ", make("span", "quiet", stageName(fact, language)),
    ),
  );
  return makeList("steps", rows, "ol");
}
