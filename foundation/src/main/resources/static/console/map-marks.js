// Marks that move: `data-stream="/…"` is a lossy stream of them (server-sent events `all` and `marks`), at most one
// message a second. Every mark is also a row of a list: `<ol data-marks="units">` within the map's list. What a mark
// is, is written on it; its colour only says it again.
import { minutes, serviceNow } from "./clock.js";

const TAG = { width: 62, height: 22 };
const STACK_MAX = 4;
const GLIDE_MILLIS = 900;
const GLIDE_MAX = 300;
const AGE_MILLIS = 2000;
const WAIT_MILLIS = 2000;
const WAIT_MAX_MILLIS = 30000;
const SECOND = 1000;
const MINUTE_SECONDS = 60;
const TONES = {
  good: ["--good", "--good-soft"], warn: ["--warn", "--warn-soft"], bad: ["--immediate", "--immediate-soft"],
  info: ["--accent", "--accent-soft"], plain: ["--resolved", "--resolved-soft"],
};

/** Starts the stream and answers the layer its marks are on. */
export function liveMarks(ol, box, token, say) {
  const source = new ol.source.Vector();
  const stale = Number(box.dataset.staleSeconds ?? 120);
  const isOld = (mark) => mark.at && (serviceNow() - Date.parse(mark.at)) / SECOND > stale;
  const layer = new ol.layer.Vector({
    source, zIndex: 10, updateWhileAnimating: true,
    style: (feature, resolution) => {
      arrange(source, resolution);
      return style(ol, feature, isOld(feature.get("mark")), isChosen(box, feature), token);
    },
  });
  const list = document.querySelector(`[data-map-list="${CSS.escape(box.id)}"]`);
  const marks = new Map();
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function take(message, whole) {
    const gone = whole ? [...marks.keys()].filter((id) => !message.marks.some((mark) => mark.id === id)) : message.gone;
    gone.forEach(remove);
    const glide = !whole && !still.matches && message.marks.length <= GLIDE_MAX && !document.hidden;
    message.marks.forEach((mark) => put(mark, glide));
    source.unset("arranged", true);
    counts();
    ages();
  }

  function put(mark, glide) {
    const place = ol.proj.fromLonLat([mark.lon, mark.lat]);
    const known = source.getFeatureById(mark.id);
    marks.set(mark.id, mark);
    if (known) {
      known.setProperties({ mark, href: mark.href, words: `${mark.title}, ${mark.words}` });
      if (glide) glideTo(known, place); else known.getGeometry().setCoordinates(place);
    } else {
      const feature = new ol.Feature({ geometry: new ol.geom.Point(place), mark, href: mark.href, words: `${mark.title}, ${mark.words}` });
      feature.setId(mark.id);
      source.addFeature(feature);
    }
    if (list) putRow(list, mark);
  }

  function remove(id) {
    marks.delete(id);
    const known = source.getFeatureById(id);
    if (known) source.removeFeature(known);
    const row = document.getElementById(id);
    if (row && !row.contains(document.activeElement)) row.remove();
  }

  function counts() {
    for (const words of document.querySelectorAll("[data-marks-count]")) {
      words.textContent = String([...marks.values()].filter((mark) => mark.list === words.dataset.marksCount).length);
    }
  }

  function ages() {
    if (!list) return;
    for (const age of list.querySelectorAll("time[data-age]")) {
      const seconds = Math.max(0, Math.floor((serviceNow() - Date.parse(age.dateTime)) / SECOND));
      const text = seconds < MINUTE_SECONDS ? `${seconds} s` : minutes(seconds);
      age.textContent = seconds > stale ? `${text} old` : text;
      age.classList.toggle("late", seconds > stale);
    }
  }

  setInterval(() => { ages(); layer.changed(); }, AGE_MILLIS);
  listen(box, take, say);
  ages();
  return layer;
}

function isChosen(box, feature) {
  return box.dataset.chosen === feature.getId();
}

/** The browser tries again by itself unless the server said no; then we do, less and less often. */
function listen(box, take, say) {
  let wait = WAIT_MILLIS;
  let source;
  const open = () => {
    source = new EventSource(box.dataset.stream);
    source.addEventListener("open", () => { wait = WAIT_MILLIS; tell(box, true); });
    source.addEventListener("all", (event) => take(JSON.parse(event.data), true));
    source.addEventListener("marks", (event) => take(JSON.parse(event.data), false));
    source.addEventListener("error", () => {
      tell(box, false);
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(open, wait);
      wait = Math.min(wait * 2, WAIT_MAX_MILLIS);
    });
  };
  open();
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  if (!("EventSource" in self)) say("This browser cannot follow what moves; load the page again for what is new.");
}

function tell(box, live) {
  const chip = document.querySelector(`[data-map-live="${CSS.escape(box.id)}"]`);
  if (!chip || chip.dataset.live === String(live)) return;
  chip.dataset.live = String(live);
  chip.classList.toggle("good", live);
  chip.classList.toggle("warn", !live);
  const clock = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  chip.textContent = live ? "● live" : `map not live since ${clock}`;
}

function glideTo(feature, to) {
  const geometry = feature.getGeometry();
  const from = geometry.getCoordinates();
  const start = performance.now();
  feature.set("glide", start, true);
  const step = (now) => {
    if (feature.get("glide") !== start) return;
    const share = Math.min(1, (now - start) / GLIDE_MILLIS);
    geometry.setCoordinates([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    if (share < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Labels that would lie on each other stand in a stack; of many at one place the last says how many more there are. */
function arrange(source, resolution) {
  if (source.get("arranged") === resolution) return;
  source.set("arranged", resolution, true);
  const tags = source.getFeatures().filter((feature) => feature.get("mark").shape === "tag");
  tags.sort((one, other) => (seenFirst(one) < seenFirst(other) ? -1 : 1));
  const stacks = [];
  for (const feature of tags) {
    const [x, y] = feature.getGeometry().getCoordinates().map((metres) => metres / resolution);
    const under = stacks.find((stack) => Math.abs(stack.x - x) < TAG.width
      && y < stack.y + TAG.height && y > stack.y - TAG.height * STACK_MAX);
    if (under) under.marks.push(feature); else stacks.push({ x, y, marks: [feature] });
  }
  for (const { marks } of stacks) {
    const more = marks.length - STACK_MAX;
    marks.forEach((feature, slot) => feature.setProperties({ slot, anchor: marks[0], more: slot === STACK_MAX - 1 ? more : 0 }, true));
  }
}

/** Who is on the way or busy is not hidden under who is free. */
function seenFirst(feature) {
  const mark = feature.get("mark");
  return `${mark.tone === "info" || mark.tone === "warn" ? 0 : 1} ${mark.rank}`;
}

function style(ol, feature, old, chosen, token) {
  const mark = feature.get("mark");
  const [strong, soft] = TONES[old ? "plain" : mark.tone] ?? TONES.plain;
  if (mark.shape === "disc") return disc(ol, mark, [strong, soft], chosen, token);
  return (feature.get("slot") ?? 0) >= STACK_MAX && !chosen ? null : tag(ol, feature, [strong, soft], old, chosen, token);
}

/** A unit: its callsign on a label, its state as a sign before it; an old position has a broken edge. */
function tag(ol, feature, [strong, soft], old, chosen, token) {
  const mark = feature.get("mark");
  const slot = chosen ? 0 : feature.get("slot") ?? 0;
  const more = feature.get("more") > 0 && !chosen ? ` +${feature.get("more")}` : "";
  return new ol.style.Style({
    zIndex: chosen ? 30 : 20,
    geometry: slot > 0 ? feature.get("anchor").getGeometry() : undefined,
    text: new ol.style.Text({
      text: `${old ? "?" : mark.sign} ${mark.label}${more}`, offsetY: slot * TAG.height, font: "600 11px \"JetBrains Mono\", monospace", padding: [4, 6, 3, 6],
      fill: new ol.style.Fill({ color: token("--ink") }),
      backgroundFill: new ol.style.Fill({ color: token(soft) }),
      backgroundStroke: new ol.style.Stroke({ color: token(chosen ? "--focus" : strong), width: chosen ? 2.5 : 1.25, lineDash: old ? [3, 3] : undefined }),
    }),
  });
}

/** An incident: its grade as a letter on a disc; the most urgent has a ring around it. */
function disc(ol, mark, [strong, soft], chosen, token) {
  const urgent = mark.tone === "bad";
  const face = new ol.style.Style({
    zIndex: chosen ? 29 : urgent ? 12 : 11,
    image: new ol.style.Circle({
      radius: chosen ? 12 : 10,
      fill: new ol.style.Fill({ color: token(urgent ? strong : soft) }),
      stroke: new ol.style.Stroke({ color: token(chosen ? "--focus" : strong), width: chosen ? 3 : 1.5 }),
    }),
    text: new ol.style.Text({
      text: mark.label, font: "700 12px Inter, sans-serif",
      fill: new ol.style.Fill({ color: token(urgent ? "--immediate-ink" : strong) }),
    }),
  });
  if (!urgent) return face;
  const ring = new ol.style.Style({
    zIndex: 10,
    image: new ol.style.Circle({ radius: 16, stroke: new ol.style.Stroke({ color: token(strong), width: 1.5 }) }),
  });
  return [ring, face];
}

/** The row of a mark stays the same element, so that the focus is never taken. */
function putRow(list, mark) {
  const rows = list.querySelector(`[data-marks="${CSS.escape(mark.list)}"]`);
  if (!rows) return;
  let row = document.getElementById(mark.id);
  if (!row) {
    row = newRow(mark);
    const after = [...rows.children].find((other) => (other.dataset.rank ?? "") > mark.rank);
    rows.insertBefore(row, after ?? null);
  } else if (row.dataset.rank !== mark.rank && !row.contains(document.activeElement)) {
    row.dataset.rank = mark.rank;
    rows.insertBefore(row, [...rows.children].find((other) => other !== row && (other.dataset.rank ?? "") > mark.rank) ?? null);
  }
  const sign = row.querySelector("[data-sign]");
  sign.dataset.tone = mark.tone;
  write(sign, mark.sign || mark.label);
  write(row.querySelector("[data-title]"), mark.title);
  write(row.querySelector("[data-words]"), mark.words);
  const age = row.querySelector("time");
  if (age && mark.at) age.dateTime = mark.at;
}

function newRow(mark) {
  const row = document.createElement("li");
  row.id = mark.id;
  row.dataset.rank = mark.rank;
  const act = document.createElement(mark.href ? "a" : "button");
  act.dataset.feature = mark.id;
  if (mark.href) act.href = mark.href; else { act.type = "button"; act.dataset.lookAt = mark.id; }
  act.innerHTML = "<span class=\"mark-sign\" data-sign></span><span class=\"mark-words\"><span class=\"strong\" data-title></span> <span class=\"note\" data-words></span></span>";
  if (mark.at) {
    const age = document.createElement("time");
    age.className = "mark-age";
    age.dataset.age = "";
    age.dateTime = mark.at;
    act.append(age);
  }
  row.append(act);
  return row;
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
