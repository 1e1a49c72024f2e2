// The call taker's form: kept on every pause, and what stands beside the call put in without taking the focus.
// Without this module the form still works: it is then kept when it is sent.

const PAUSE_MILLIS = 250;
const LONGEST_MILLIS = 1000;
const AGAIN_MILLIS = 2000;

const form = document.getElementById("call");
const saved = document.getElementById("part-saved");
let pause;
let firstChange = 0;
let asking = null;
let changedSince = false;
let sent = false;

function changed() {
  if (sent) return;
  changedSince = true;
  firstChange ||= performance.now();
  clearTimeout(pause);
  const left = Math.max(0, firstChange + LONGEST_MILLIS - performance.now());
  pause = setTimeout(keep, Math.min(PAUSE_MILLIS, left));
}

function fields() {
  const data = new FormData(form);
  data.delete("outcome");
  return new URLSearchParams(data);
}

async function keep() {
  if (asking || sent) return;
  changedSince = false;
  firstChange = 0;
  asking = new AbortController();
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST", body: fields(), headers: { Accept: "text/html" }, signal: asking.signal, keepalive: true,
    });
    if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
    show(await answer.text());
    if (answer.ok && location.pathname !== form.dataset.pageOf) {
      history.replaceState(null, "", form.dataset.pageOf);
    }
  } catch (fault) {
    if (fault.name !== "AbortError") {
      saved.innerHTML = '<span class="bad-text">not saved yet, trying again; your words are still here</span>';
      changedSince = true;
      setTimeout(changed, AGAIN_MILLIS);
    }
  } finally {
    asking = null;
    if (changedSince && !sent) changed();
  }
}

/** Puts each part in its place; one that somebody is in, or whose questions are the same, stays as it is. */
function show(html) {
  const parts = new DOMParser().parseFromString(html, "text/html");
  for (const part of parts.querySelectorAll("[data-part]")) {
    const place = document.getElementById(`part-${part.dataset.part}`);
    if (!place || place.contains(document.activeElement)) continue;
    if (part.dataset.set !== undefined) {
      if (part.dataset.set === place.dataset.set) continue;
      place.dataset.set = part.dataset.set;
    }
    if (place.innerHTML !== part.innerHTML) place.replaceChildren(...part.childNodes);
  }
}

function send(button) {
  if (button && !button.disabled) button.form.requestSubmit(button);
}

function links() {
  return [...document.querySelectorAll("#part-aside button[data-link]")];
}

form.addEventListener("input", changed);
form.addEventListener("change", changed);
// The candidates are chosen by keys of the field without an event of their own.
document.getElementById("place").addEventListener("keyup", changed);
form.addEventListener("submit", () => {
  sent = true;
  clearTimeout(pause);
});
window.addEventListener("pageshow", () => { sent = false; });
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && changedSince) keep();
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
  const link = event.altKey && /^Digit[1-5]$/.test(event.code) ? Number(event.code.at(-1)) : event.key === "F8" ? 1 : 0;
  if (link > 0) {
    event.preventDefault();
    send(links()[link - 1]);
  } else if (event.key === "F9") {
    event.preventDefault();
    send(document.getElementById("open"));
  } else if (event.key === "F7") {
    event.preventDefault();
    document.querySelector("#part-questions input")?.focus();
  }
});

// A place that was chosen before is offered again, and stays chosen.
const candidates = document.getElementById("candidates");
if (candidates.dataset.chosen) {
  const offered = new MutationObserver(() => {
    const same = [...candidates.querySelectorAll("input")].find((each) => each.value === candidates.dataset.chosen);
    if (same) same.checked = true;
    offered.disconnect();
  });
  offered.observe(candidates, { childList: true });
}
if (document.getElementById("place").value) document.getElementById("place").dispatchEvent(new Event("input"));
