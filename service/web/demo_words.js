// The words of the demo page in three languages, and how an element says them again when the
// language is switched by hand.

const WORDS = {
  en: {
    title: "Ask about sister cities",
    intro: "Ask in Korean, Chinese or English. Each answer rests on a sentence of a public page, shown with the answer; where the pages say nothing, you are told so.",
    try: "Try one of these",
    language: "Language of this page",
    conversation: "Conversation",
    label: "Your question",
    send: "Ask",
    following: "A follow-up builds on this answer.",
    fresh: "New topic",
    asked: "You asked:",
    waiting: "Looking through the pages…",
    facts: "What the page states",
    exchanges: "Exchanges",
    passages: "Where it says so",
    others: "Other passages ({n})",
    related: "What the pages do say ({n})",
    more: "{n} more",
    suggestions: "You could ask next",
    whole: "Show the whole passage",
    fold: "Show less",
    page: "Page: ",
    source: "the page",
    newTab: " (opens in a new tab)",
    asOf: "as of {date}",
    approximate: "approximate, as on the page",
    uncertain: "shown as written; the page's own figure is unclear",
    empty: "Please type a question first.",
    offline: "The service could not be reached. Check your connection and ask again; your question is still here.",
    slow: "The answer took too long. Your question is still here; please ask again.",
    refused: "This question could not be accepted.",
    busy: "Too many questions at once. Please wait a moment and ask again.",
    starting: "The service is not ready yet. Please ask again in a moment.",
    broken: "Something went wrong in the service. Your question is still here; please ask again.",
    status: {
      answered: "Stated on the page",
      partial: "Partly stated on the pages",
      not_stated: "The pages do not say",
      no_such_tie: "No such relationship on the pages",
      not_found: "Nothing found on the pages",
      out_of_scope: "Outside what these pages cover",
      clarify: "One more detail, please",
      small_talk: "Hello",
    },
    stage: { intent: "letter of intent", memorandum: "memorandum", friendship: "friendship agreement", sister: "sister-city agreement", agreement: "agreement", renewal: "renewal" },
  },
  ko: {
    title: "자매·우호도시에 대해 물어보세요",
    intro: "한국어, 중국어, 영어로 물어보실 수 있습니다. 모든 답은 공개된 페이지의 문장에 근거하며 그 문장을 함께 보여 드립니다. 페이지에 없는 내용은 없다고 말씀드립니다.",
    try: "이렇게 물어보세요",
    language: "이 페이지의 언어",
    conversation: "대화",
    label: "질문",
    send: "질문하기",
    following: "이 답변에 이어서 물어보실 수 있습니다.",
    fresh: "새 주제",
    asked: "질문:",
    waiting: "페이지를 찾아보고 있습니다…",
    facts: "페이지에 적힌 사실",
    exchanges: "교류 내용",
    passages: "근거가 되는 문장",
    others: "다른 관련 내용 ({n})",
    related: "페이지에 있는 관련 내용 ({n})",
    more: "{n}건 더 보기",
    suggestions: "이어서 물어보세요",
    whole: "전체 내용 보기",
    fold: "접기",
    page: "출처: ",
    source: "원문 페이지",
    newTab: " (새 탭에서 열림)",
    asOf: "{date} 기준",
    approximate: "페이지에 ‘약’으로 표기됨",
    uncertain: "수치가 불분명하여 적힌 그대로 보여 드립니다",
    empty: "먼저 질문을 입력해 주세요.",
    offline: "서비스에 연결할 수 없습니다. 연결을 확인하고 다시 질문해 주세요. 입력하신 질문은 그대로 있습니다.",
    slow: "답변이 너무 오래 걸립니다. 입력하신 질문은 그대로 있으니 다시 시도해 주세요.",
    refused: "이 질문은 처리할 수 없습니다.",
    busy: "질문이 한꺼번에 많이 들어왔습니다. 잠시 후 다시 질문해 주세요.",
    starting: "서비스가 아직 준비 중입니다. 잠시 후 다시 질문해 주세요.",
    broken: "서비스에 문제가 생겼습니다. 입력하신 질문은 그대로 있으니 다시 시도해 주세요.",
    status: {
      answered: "페이지에 명시됨",
      partial: "페이지에 일부만 있음",
      not_stated: "페이지에 없는 내용",
      no_such_tie: "페이지에 없는 교류 관계",
      not_found: "찾지 못함",
      out_of_scope: "다루지 않는 주제",
      clarify: "조금 더 알려 주세요",
      small_talk: "안녕하세요",
    },
    stage: { intent: "의향서", memorandum: "양해각서·비망록", friendship: "우호 협정", sister: "자매결연", agreement: "협정", renewal: "협정 갱신" },
  },
  zh: {
    title: "查询友好城市与友好交流",
    intro: "可以用韩语、中文或英语提问。每个回答都以公开网页上的原句为依据，并与回答一同显示；网页上没有的内容，我们会如实告知。",
    try: "试试这些问题",
    language: "本页语言",
    conversation: "对话",
    label: "您的问题",
    send: "提问",
    following: "您可以接着这个回答继续提问。",
    fresh: "新话题",
    asked: "您问：",
    waiting: "正在查阅网页…",
    facts: "网页上的事实",
    exchanges: "交流活动",
    passages: "原文出处",
    others: "其他相关段落（{n}）",
    related: "网页上的相关内容（{n}）",
    more: "其余 {n} 项",
    suggestions: "还可以这样问",
    whole: "显示全文",
    fold: "收起",
    page: "来源：",
    source: "原网页",
    newTab: "（在新标签页中打开）",
    asOf: "截至{date}",
    approximate: "原文为约数",
    uncertain: "原文数字不明确，按原样显示",
    empty: "请先输入问题。",
    offline: "无法连接服务。请检查网络后重新提问，您的问题仍保留在输入框中。",
    slow: "回答超时。您的问题仍保留在输入框中，请再试一次。",
    refused: "无法受理这个问题。",
    busy: "提问过于频繁，请稍候再问。",
    starting: "服务尚未就绪，请稍候再问。",
    broken: "服务出现故障。您的问题仍保留在输入框中，请再试一次。",
    status: {
      answered: "网页有明确记载",
      partial: "网页有部分记载",
      not_stated: "网页未提及",
      no_such_tie: "网页上没有这项交流关系",
      not_found: "未找到相关内容",
      out_of_scope: "不在这些网页的范围内",
      clarify: "请再具体一些",
      small_talk: "您好",
    },
    stage: { intent: "意向书", memorandum: "备忘录", friendship: "友好协议", sister: "姐妹城市协议", agreement: "协议", renewal: "续签" },
  },
};

const REMEMBERED = "gyoryu.language";
const spoken = new Map(); // element -> the function that makes its words

export let tongue = firstTongue();

export function t(key, values = {}) {
  const words = key.split(".").reduce((table, part) => table?.[part], WORDS[tongue]);
  return words?.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function says(element, make) {
  spoken.set(element, make);
  element.textContent = make();
  return element;
}

function firstTongue() {
  const known = [remembered(), ...navigator.languages].map((name) => (name ?? "").slice(0, 2));
  return known.find((name) => name in WORDS) ?? "en";
}

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

export function speak(language) {
  tongue = language;
  document.documentElement.lang = tag(language);
  for (const [element, make] of spoken) element.textContent = make();
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
  }
  for (const button of document.querySelectorAll("[data-tongue]")) {
    button.setAttribute("aria-pressed", String(button.dataset.tongue === language));
  }
}

export function choose(language) {
  speak(language);
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language now.
  }
}

export function tag(language) {
  return language === "zh" ? "zh-Hans" : language;
}

// EDTF to words; an interval or a marked date is shown as it stands.
export function dateInWords(edtf) {
  const [year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf)?.slice(1) ?? [];
  if (!year) return edtf;
  const parts = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(tongue === "en" ? "en-GB" : tongue, parts).format(date);
}

// Elements that left the page need no words any more.
export function forget() {
  for (const element of spoken.keys()) if (!element.isConnected) spoken.delete(element);
}
