// Forms of the control room: Enter sends, nothing is sent twice, and a place is looked up while it is typed.
// Without this module the forms still work: places are then offered after sending.

const WAIT_MILLIS = 120;
const CHARACTERS_MIN = 3;

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    else form.dataset.sent = "yes";
  });
}

// The page may come back from the browser's memory; then its forms may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

for (const field of document.querySelectorAll("textarea[data-enter]")) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
}

// Enter on a choice that was made sends its form; the browser would only open the list again.
for (const choice of document.querySelectorAll("select[data-enter]")) {
  choice.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || choice.value === "") return;
    event.preventDefault();
    choice.form.requestSubmit();
  });
}

const place = document.getElementById("place");
const candidates = document.getElementById("candidates");
if (place && candidates) {
  let asked = 0;
  let waiting;

  const look = async () => {
    const words = place.value.trim();
    const turn = ++asked;
    if (words.length < CHARACTERS_MIN) {
      candidates.replaceChildren();
      return;
    }
    const answer = await fetch(`${candidates.dataset.from}?${new URLSearchParams({ place: words })}`);
    if (answer.ok && turn === asked) candidates.innerHTML = await answer.text();
  };

  place.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, WAIT_MILLIS);
  });

  // Down and up choose among the candidates without leaving the field; Enter moves on to what is said.
  place.addEventListener("keydown", (event) => {
    const offered = [...candidates.querySelectorAll("input[type=radio]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length > 0) {
      event.preventDefault();
      const at = offered.findIndex((each) => each.checked);
      const start = step > 0 ? -1 : offered.length;
      offered[((at < 0 ? start : at) + step + offered.length) % offered.length].checked = true;
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      document.getElementById("said").focus();
    }
  });
}

// A log that is open somewhere else too: when the board hears of this incident, the log is read again (and the
// reading is noted as any other). It waits while somebody writes within the log.
const news = document.getElementById("news");
if (news) {
  const log = document.getElementById("log");
  let due = false;

  const read = async () => {
    if (!due || log.contains(document.activeElement)) return;
    due = false;
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const lines = fresh.getElementById("log");
    const head = fresh.getElementById("incident-head");
    if (lines) log.replaceChildren(...lines.children);
    if (head) document.getElementById("incident-head").replaceChildren(...head.children);
  };

  new MutationObserver((changes) => {
    const touched = changes.flatMap((change) => [...change.addedNodes, ...change.removedNodes]);
    if (!touched.some((node) => node.id === news.dataset.watch)) return;
    due = true;
    read();
  }).observe(news, { childList: true });
  log.addEventListener("focusout", () => setTimeout(read));
}
