// What the widget says, in the languages of service/data/widget/, and saying it anew when the
// reader chooses another one.

import { WORDS } from "generated:words";

export const LANGUAGES = Object.keys(WORDS);

// The language of ours that the first usable tag asks for: "zh-TW" is zh-Hant, "ko-KR" is ko.
export function chooseLanguage(...tags) {
  return tags.map(match).find(Boolean) ?? "en";
}

function match(tag) {
  const [language, ...rest] = String(tag ?? "").toLowerCase().split(/[-_]/);
  if (language !== "zh") return LANGUAGES.find((known) => known === language);
  return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
}

// The words of a key such as "status.answered"; undefined where there are none.
export function tell(language, key, values = {}) {
  const words = key.split(".").reduce((table, part) => table?.[part], WORDS[language]);
  return words?.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// A date in EDTF in words; an interval or a marked date stays as it stands.
export function tellDate(language, edtf) {
  const [year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf)?.slice(1) ?? [];
  if (!year) return edtf;
  const parts = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  const date = new Date(Date.UTC(+year, (month ?? 1) - 1, day ?? 1));
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, parts).format(date);
}

// The words on screen: each element remembers what it says.
export class Words {
  constructor(language) {
    this.language = language;
    this.spoken = new Map(); // element -> how to say it again
  }

  // Let an element say the words of a key, now and in whatever language is chosen later.
  say(element, key, values) {
    return this.#speakBy(element, () => (element.textContent = tell(this.language, key, values)));
  }

  // The same for the accessible name of an element that shows no words, and its placeholder.
  label(element, key, placeholder) {
    return this.#speakBy(element, () => {
      const words = tell(this.language, key);
      element.setAttribute("aria-label", words);
      if (element.matches("button")) element.title = words;
      if (placeholder) element.placeholder = tell(this.language, placeholder);
    });
  }

  // Say everything anew; what left the screen is forgotten.
  speak(language) {
    this.language = language;
    for (const [element, speak] of this.spoken) {
      if (element.isConnected) speak();
      else this.spoken.delete(element);
    }
  }

  #speakBy(element, speak) {
    this.spoken.set(element, speak);
    speak();
    return element;
  }
}
