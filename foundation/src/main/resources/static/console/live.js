// Live lists. `<ol data-live="topic">` has rows with an id and a data-rank; messages put, move and remove them.
// The focus is never taken: a row that holds it is marked, and shows what is new when the focus leaves or on `u`.
import { markOwnKeys } from "./keys.js";

const waiting = new Map();
let indicator;
let send;

export function startLive() {
  indicator = document.getElementById("live");
  indicator.hidden = false;
  document.addEventListener("focusout", () => setTimeout(settle));
  document.addEventListener("console:renew", (event) => renew(event.target));
  connect();
  addEventListener("pagehide", () => send({ kind: "leave" }));
  addEventListener("pageshow", (event) => { if (event.persisted) joinPage(); });
}

function connect() {
  if ("SharedWorker" in self) {
    const worker = new SharedWorker("/console/live-worker.js", { type: "module", name: `live ${document.body.dataset.viewer}` });
    worker.port.onmessage = ({ data }) => heard(data);
    send = (message) => worker.port.postMessage(message);
    joinPage();
    return;
  }
  send = () => {};
  import("./live-worker.js").then((alone) => {
    const port = { postMessage: heard };
    send = (message) => (message.kind === "join" ? alone.join(port, message.topics, message.position) : alone.leave(port));
    joinPage();
  });
}

function joinPage() {
  const topics = [...new Set([...document.querySelectorAll("[data-live]")].map((list) => list.dataset.live))];
  send({ kind: "join", topics, position: Number(document.body.dataset.position) });
}

function heard(message) {
  switch (message.kind) {
    case "state":
      return showState(message.state, message.since);
    case "again":
      return tellAgain();
    case "rows":
      message.changes.forEach(take);
      break;
    default:
  }
  document.body.dataset.position = message.position;
  indicator.title = `At position ${message.position} of the record`;
}

function showState(state, since) {
  const clock = new Date(since).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  indicator.dataset.state = state;
  indicator.classList.toggle("good", state === "live");
  indicator.classList.toggle("warn", state !== "live");
  indicator.textContent = state === "reconnecting" ? `not live since ${clock}` : state;
}

function tellAgain() {
  indicator.dataset.state = "behind";
  indicator.className = "chip live warn";
  indicator.textContent = "too much has happened: load again";
}

function listOf(change) {
  return document.querySelector(`[data-live="${CSS.escape(change.topic)}"]`);
}

function take(change) {
  const row = document.getElementById(change.id);
  if (row && row.contains(document.activeElement)) return offer(row, change);
  waiting.delete(change.id);
  apply(change, row);
}

/** A row that is being worked on stays as it is; it says that there is something newer. */
function offer(row, change) {
  const before = waiting.get(change.id);
  const html = change.html ?? before?.html;
  waiting.set(change.id, change.kind === "move" && html ? { ...change, kind: "put", html } : change);
  if ("stale" in row.dataset) return;
  row.dataset.stale = "";
  const note = document.createElement("span");
  note.className = "stale-offer";
  note.setAttribute("role", "status");
  note.innerHTML = "newer <kbd>U</kbd>";
  (row.querySelector("[data-stale-here]") ?? (row.tagName === "TR" ? row.cells[row.cells.length - 1] : row)).append(note);
}

function renew(row) {
  const change = waiting.get(row.id);
  if (!change) return;
  waiting.delete(row.id);
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const now = apply(change, row) ?? next;
  if (now) { now.tabIndex = -1; now.focus({ preventScroll: true }); }
}

function settle() {
  for (const [id, change] of waiting) {
    const row = document.getElementById(id);
    if (row?.contains(document.activeElement)) continue;
    waiting.delete(id);
    apply(change, row);
  }
}

/** Does what the change says and returns the row that now stands there, if one does. */
function apply(change, row) {
  const list = listOf(change);
  if (!list) return null;
  switch (change.kind) {
    case "remove":
      row?.remove();
      break;
    case "move":
      if (row) place(list, row, change.rank);
      break;
    default:
      put(list, change, row);
  }
  count(list, change.topic);
  return document.getElementById(change.id);
}

function put(list, change, row) {
  const template = document.createElement("template");
  template.innerHTML = change.html;
  const fresh = template.content.firstElementChild;
  if (!fresh || fresh.id !== change.id) throw new Error(`The row (${change.id}) came without its id.`);
  fresh.classList.add("arrived");
  if (row) row.replaceWith(fresh);
  place(list, fresh, change.rank);
  markOwnKeys(list);
  globalThis.htmx?.process(fresh);
}

/** Rows stand in the order of their rank, compared as text. */
function place(list, row, rank) {
  row.dataset.rank = rank;
  const after = [...list.children].find((other) => other !== row && (other.dataset.rank ?? "") > rank);
  if (after ? row.nextElementSibling !== after : list.lastElementChild !== row) list.insertBefore(row, after ?? null);
}

function count(list, topic) {
  for (const words of document.querySelectorAll(`[data-live-count="${CSS.escape(topic)}"]`)) {
    words.textContent = String(list.children.length);
  }
}
