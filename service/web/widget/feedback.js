// "Was this helpful?", with an optional comment. Shown where the service keeps feedback: its
// answers then carry an `id`.

import { icon, make, makeButton } from "./dom.js";
import { sendFeedback } from "./service.js";

const LONGEST_COMMENT = 1000;
// What an answer is marked with of which the service takes no feedback any more.
const GONE = "gone";

export function feedbackRow(answer, ui) {
  if (!answer.id) return null;
  const row = make("div", "feedback");
  if (answer.rated) ui.words.say(row, answer.rated === GONE ? "feedback.gone" : "feedback.thanks");
  else row.append(...rating(row, answer, ui));
  return row;
}

function rating(row, answer, ui) {
  const question = ui.word("span", "", "feedback.ask");
  const choice = (key, helpful) =>
    makeButton("chip", () => rate(row, answer, helpful, ui), icon(key), ui.word("span", "", `feedback.${key}`));
  const choices = make("div", "choices", choice("yes", true), choice("no", false));
  choices.setAttribute("role", "group");
  ui.words.label(choices, "feedback.ask");
  return [question, choices];
}

// The rating counts at once; the comment may follow, or not.
async function rate(row, answer, helpful, ui) {
  if (row.dataset.busy) return;
  row.dataset.busy = "true";
  const sent = await submit(row, answer, { helpful, comment: null }, ui);
  delete row.dataset.busy;
  if (!sent) return;
  ui.rated(answer, helpful ? "yes" : "no");
  askComment(row, answer, helpful, ui);
}

function askComment(row, answer, helpful, ui) {
  const box = make("textarea", "box");
  box.rows = 2;
  box.maxLength = LONGEST_COMMENT;
  const label = make("label", "", ui.word("span", "", "feedback.comment"), box);
  const send = async () => {
    const comment = box.value.trim();
    if (!comment || (await submit(row, answer, { helpful, comment }, ui))) close(row, "feedback.thanks", ui);
  };
  const buttons = make(
    "div", "choices",
    ui.words.say(makeButton("chip main", send), "feedback.send"),
    ui.words.say(makeButton("chip", () => close(row, "feedback.thanks", ui)), "feedback.skip"),
  );
  row.replaceChildren(label, buttons);
  box.focus();
}

// Whether it was taken; otherwise the row says so and stays as it is, for another try. What the
// service refuses, as its question is not kept any more, no other try would help.
async function submit(row, answer, said, ui) {
  row.querySelector(".notice")?.remove();
  try {
    await sendFeedback(ui.base, { question_id: answer.id, ...said });
    return true;
  } catch (failure) {
    if (failure.key === "refused") {
      ui.rated(answer, GONE);
      close(row, "feedback.gone", ui);
      return false;
    }
    const notice = ui.word("p", "notice", "feedback.failed");
    notice.setAttribute("role", "alert");
    row.append(notice);
    return false;
  }
}

// The last words of the row; the button that had the focus is gone.
function close(row, key, ui) {
  const words = ui.word("p", "", key);
  words.tabIndex = -1;
  row.replaceChildren(words);
  words.focus();
}
