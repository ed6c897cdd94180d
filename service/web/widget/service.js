// Talking to the service. Whatever goes wrong is a Failure whose `key` names words for it.

const PATIENCE_MS = 30_000;
const BUSY_SECONDS = 10; // where a 429 does not say how long to wait

export class Failure extends Error {
  // `values` fill the words; `detail` is what the service said, for those who run the site.
  constructor(key, values, detail) {
    super(key);
    Object.assign(this, { key, values, detail });
  }
}

// The answer to {question, district?, context?}.
export async function fetchAnswer(base, request) {
  const response = await post(new URL("v1/ask", base), request);
  const answer = await response.json().catch(() => null);
  if (typeof answer?.answer !== "string") throw new Failure("broken");
  return answer;
}

// Tell whether an answer helped: {question_id, helpful, comment}.
export async function sendFeedback(base, feedback) {
  await post(new URL("v1/feedback", base), feedback);
}

async function post(url, body) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
      signal: patience.signal,
    });
    if (!response.ok) throw await failureOf(response);
    return response;
  } catch (failure) {
    if (failure instanceof Failure) throw failure;
    throw new Failure(patience.signal.aborted ? "slow" : "offline");
  } finally {
    clearTimeout(timer);
  }
}

async function failureOf(response) {
  const { status, headers } = response;
  const { detail } = await response.json().catch(() => ({}));
  const n = Number(headers.get("Retry-After")) || BUSY_SECONDS;
  if (status === 429) return new Failure("busy", { n }, detail);
  if (status === 503) return new Failure("starting", {}, detail);
  return new Failure(status >= 500 ? "broken" : "refused", {}, detail);
}
