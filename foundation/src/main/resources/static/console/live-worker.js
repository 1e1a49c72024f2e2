// One stream for all pages of a browser. Pages join with their lists and the position they were made at; each is
// given every later message of its lists once, and none twice.

const RETRY_MILLIS = 2000;
const WAIT_MAX_MILLIS = 30000;

const pages = new Map();
let source = null;
let position = -1;
let topics = "";
let state = "connecting";
let since = Date.now();
let wait = RETRY_MILLIS;
let retry = null;

export function join(port, wanted, from) {
  pages.set(port, { topics: new Set(wanted), position: from });
  tellState(port);
  const all = [...new Set([...pages.values()].flatMap((page) => [...page.topics]))].sort().join(",");
  if (source === null || all !== topics || from < position) {
    topics = all;
    position = Math.min(...[...pages.values()].map((page) => page.position));
    open();
  }
}

export function leave(port) {
  pages.delete(port);
  if (pages.size === 0) {
    clearTimeout(retry);
    source?.close();
    source = null;
  }
}

function open() {
  clearTimeout(retry);
  source?.close();
  source = new EventSource(`/api/v1/live?topics=${encodeURIComponent(topics)}&from=${position}`);
  source.addEventListener("open", () => { wait = RETRY_MILLIS; change("live"); });
  source.addEventListener("error", lost);
  for (const kind of ["rows", "at", "again"]) source.addEventListener(kind, (event) => heard(kind, event));
}

function heard(kind, event) {
  const message = JSON.parse(event.data);
  position = Math.max(position, message.position);
  for (const [port, page] of pages) {
    if (kind === "rows" && message.position <= page.position) continue;
    page.position = Math.max(page.position, message.position);
    const changes = message.changes?.filter((each) => page.topics.has(each.topic));
    if (kind !== "rows" || changes.length > 0) port.postMessage({ kind, position: message.position, changes });
  }
}

/** The browser tries again by itself unless the server said no; then we do, less and less often. */
function lost() {
  change("reconnecting");
  if (source?.readyState === EventSource.CLOSED) {
    clearTimeout(retry);
    retry = setTimeout(open, wait);
    wait = Math.min(wait * 2, WAIT_MAX_MILLIS);
  }
}

function change(next) {
  if (state === next) return;
  state = next;
  since = Date.now();
  for (const port of pages.keys()) tellState(port);
}

function tellState(port) {
  port.postMessage({ kind: "state", state, since });
}

if (typeof SharedWorkerGlobalScope !== "undefined" && self instanceof SharedWorkerGlobalScope) {
  self.addEventListener("connect", (event) => {
    const port = event.ports[0];
    port.onmessage = ({ data }) => (data.kind === "join" ? join(port, data.topics, data.position) : leave(port));
  });
}
