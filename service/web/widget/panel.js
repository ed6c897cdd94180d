// The frame: the button that opens the panel, the panel's head, and how it opens and closes.

import { icon, make, makeButton } from "./dom.js";
import { LANGUAGES, tell } from "./words.js";

// Where there is no room beside the page, the panel covers it and holds the focus.
const SMALL = "(max-width: 480px), (max-height: 480px)";

export function makeLauncher(ui, onClick) {
  const button = makeButton("launcher", onClick, icon("rings"), ui.word("span", "", "launch"));
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-expanded", "false");
  return button;
}

// The head of the panel: title, language, clear, and close where there is something to close.
export function makeHead(ui, { onLanguage, onClear, onClose }) {
  const title = ui.word("h2", "title", "title");
  title.id = "title";
  const close = onClose && ui.words.label(makeButton("tool", onClose, icon("close")), "close");
  return make(
    "header", "head",
    icon("rings"), title,
    languageChoice(ui, onLanguage),
    ui.words.label(makeButton("tool", onClear, icon("clear")), "clear"),
    close,
  );
}

function languageChoice(ui, onLanguage) {
  const select = ui.words.label(make("select", "languages"), "language");
  for (const language of LANGUAGES) {
    const option = make("option", "", tell(language, "name"));
    Object.assign(option, { value: language, lang: language, selected: language === ui.words.language });
    select.append(option);
  }
  select.addEventListener("change", () => onLanguage(select.value));
  return select;
}

// A dialog that is modal on a small screen only, and gives the focus back when it closes.
export class Panel {
  constructor(dialog, onToggle) {
    Object.assign(this, { dialog, onToggle, isOpen: false, small: matchMedia(SMALL) });
    dialog.setAttribute("aria-labelledby", "title");
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.close();
    });
    dialog.addEventListener("close", () => !dialog.open && this.close());
    this.small.addEventListener("change", () => this.isOpen && this.#show());
  }

  // `returnTo` gets the focus when the panel closes.
  open(returnTo) {
    if (this.isOpen) return;
    this.isOpen = true;
    this.returnTo = returnTo;
    this.#show();
    this.onToggle(true);
  }

  close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.dialog.close();
    this.onToggle(false);
    this.returnTo?.focus({ preventScroll: true });
  }

  #show() {
    if (this.dialog.open) this.dialog.close();
    this.dialog.classList.toggle("sheet", this.small.matches);
    if (this.small.matches) this.dialog.showModal();
    else this.dialog.show();
  }
}
