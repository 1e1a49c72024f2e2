// Maps. `<div data-map data-areas="/…geojson" data-points="/…geojson">`: areas and points come from our own service;
// where the map looks is in the address, so that it can be sent to somebody. Everything on it is also in the list
// beside it (`data-map-list`), which works without the map. `data-fit="points"` looks at the points, not at all.
// `data-base="/geography/layers"` puts boroughs and roads under it, `data-stream="/…"` marks that move on it.
import { baseLayers } from "./map-base.js";
import { liveMarks } from "./map-marks.js";

const HOME = [-0.1276, 51.5072];
const HOME_ZOOM = 10;
const ZOOM_MAX = 18;
const FIT_ZOOM_MAX = 13;
const LOOK_ZOOM = 16;
const WATCH_MILLIS = 400;

let library;

export async function startMaps() {
  for (const box of document.querySelectorAll("[data-map]")) await startMap(box);
}

function load() {
  library ??= new Promise((done, failed) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = document.body.dataset.mapStyle;
    const script = document.createElement("script");
    script.src = document.body.dataset.mapLibrary;
    script.onload = () => done(globalThis.ol);
    script.onerror = () => failed(new Error("The map library did not come."));
    document.head.append(style, script);
  });
  return library;
}

async function startMap(box) {
  let ol;
  try {
    ol = await load();
  } catch (fault) {
    say(box, `${fault.message} The list beside holds everything.`);
    return;
  }
  const colours = () => paints(ol, box);
  const token = remembered((name) => getComputedStyle(box).getPropertyValue(name).trim());
  const base = await underneath(ol, box, token);
  const marks = box.dataset.stream ? liveMarks(ol, box, token, (words) => say(box, words)) : null;
  const areas = layer(ol, box.dataset.areas, colours);
  const points = layer(ol, box.dataset.points, colours);
  const map = new ol.Map({
    target: box,
    layers: [...base.layers, areas, points, marks].filter((each) => each !== null),
    controls: ol.control.defaults.defaults({ attribution: false, rotate: false }),
    view: viewFromAddress(ol) ?? home(ol, box),
  });
  const fitted = Boolean(box.dataset.areas || box.dataset.points);
  if (!viewFromAddress(ol) && fitted) fitWhenLoaded(ol, map, box.dataset.fit === "points" ? [points] : [areas, points]);
  else if (!viewFromAddress(ol) && !box.dataset.home && base.bounds) {
    map.getView().fit(ol.proj.transformExtent(base.bounds, "EPSG:4326", "EPSG:3857"), { padding: [8, 8, 8, 8] });
  }
  if (base.credit) credit(box, base.credit);
  map.on("moveend", debounced(() => intoAddress(ol, map)));
  map.on("singleclick", (event) => openAt(map, event.pixel));
  map.on("pointermove", (event) => hover(box, map, event.pixel));
  const repaint = () => { token.forget(); map.getLayers().forEach((each) => each.changed()); };
  document.addEventListener("console:theme", repaint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  pair(box, map, [areas, points, marks]);
  box.dataset.mapReady = "";
}

/** Without its base a map is still of use; it says so. */
async function underneath(ol, box, token) {
  if (!box.dataset.base) return { layers: [] };
  try {
    return await baseLayers(ol, box, token);
  } catch (fault) {
    say(box, fault.message);
    return { layers: [] };
  }
}

/** Colours are asked for once, not for every road of every picture; a change of theme forgets them. */
function remembered(ask) {
  const known = new Map();
  const token = (name) => known.get(name) ?? known.set(name, ask(name)).get(name);
  token.forget = () => known.clear();
  return token;
}

function credit(box, words) {
  const note = document.createElement("p");
  note.className = "map-credit";
  note.textContent = words;
  box.append(note);
}

/** `data-home="zoom/latitude/longitude"` is where a map looks first; without it at all of London. */
function home(ol, box) {
  const [zoom, latitude, longitude] = (box.dataset.home ?? "").split("/").map(Number);
  return Number.isFinite(longitude)
    ? new ol.View({ center: ol.proj.fromLonLat([longitude, latitude]), zoom, maxZoom: ZOOM_MAX })
    : new ol.View({ center: ol.proj.fromLonLat(HOME), zoom: HOME_ZOOM, maxZoom: ZOOM_MAX });
}

function layer(ol, url, colours) {
  if (!url) return null;
  return new ol.layer.Vector({
    source: new ol.source.Vector({ url, format: new ol.format.GeoJSON() }),
    style: (feature) => colours()(feature),
  });
}

/** Styles in the colours of the theme; `step` 1 to 5 shades an area, `few` leaves it plain and dashed. */
function paints(ol, box) {
  const token = (name) => getComputedStyle(box).getPropertyValue(name).trim();
  const chosen = box.dataset.chosen;
  return (feature) => {
    const picked = String(feature.getId() ?? feature.get("id")) === chosen;
    if (feature.getGeometry().getType() === "Point") {
      return new ol.style.Style({
        image: new ol.style.Circle({
          radius: picked ? 8 : 5,
          fill: new ol.style.Fill({ color: token(picked ? "--immediate" : "--accent") }),
          stroke: new ol.style.Stroke({ color: token("--panel"), width: 1.5 }),
        }),
        text: label(ol, feature.get("label"), token, -14),
      });
    }
    const step = feature.get("step");
    return new ol.style.Style({
      fill: new ol.style.Fill({ color: token(step ? `--ramp-${step}` : "--map-land") }),
      stroke: new ol.style.Stroke({
        color: token(picked ? "--ink" : "--map-line"),
        width: picked ? 3 : 1,
        lineDash: feature.get("few") ? [4, 3] : undefined,
      }),
    });
  };
}

function label(ol, text, token, offsetY) {
  if (!text) return undefined;
  return new ol.style.Text({
    text: String(text), offsetY, font: "600 12px Inter, sans-serif",
    fill: new ol.style.Fill({ color: token("--ink") }),
    stroke: new ol.style.Stroke({ color: token("--panel"), width: 3 }),
  });
}

/** The address says `#map=zoom/latitude/longitude`. */
function viewFromAddress(ol) {
  const found = /map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(location.hash);
  if (!found) return null;
  const [zoom, latitude, longitude] = found.slice(1).map(Number);
  return new ol.View({ center: ol.proj.fromLonLat([longitude, latitude]), zoom, maxZoom: ZOOM_MAX });
}

function intoAddress(ol, map) {
  const [longitude, latitude] = ol.proj.toLonLat(map.getView().getCenter());
  const state = `map=${map.getView().getZoom().toFixed(1)}/${latitude.toFixed(5)}/${longitude.toFixed(5)}`;
  history.replaceState(history.state, "", `#${state}`);
}

function fitWhenLoaded(ol, map, layers) {
  const sources = layers.filter((each) => each !== null).map((each) => each.getSource());
  const all = ol.extent.createEmpty();
  for (const source of sources) {
    source.once("featuresloadend", () => {
      if (source.getFeatures().length === 0) return;
      ol.extent.extend(all, source.getExtent());
      map.getView().fit(all, { padding: [24, 24, 24, 24], maxZoom: FIT_ZOOM_MAX });
    });
  }
}

function featureAt(map, pixel) {
  return map.forEachFeatureAtPixel(pixel, (feature) => feature, { hitTolerance: 6, layerFilter: (each) => !each.get("base") });
}

function openAt(map, pixel) {
  const href = featureAt(map, pixel)?.get("href");
  if (href?.startsWith("/") && !href.startsWith("//")) location.assign(href);
}

function hover(box, map, pixel) {
  const feature = featureAt(map, pixel);
  map.getTargetElement().classList.toggle("pointing", Boolean(feature?.get("href")));
  say(box, feature ? feature.get("words") ?? feature.get("name") ?? feature.get("label") ?? "" : "");
}

/** What the list beside the map points at is drawn strongly, and the other way about. */
function pair(box, map, layers) {
  const list = document.querySelector(`[data-map-list="${CSS.escape(box.id)}"]`);
  if (!list) return;
  const choose = (id) => {
    box.dataset.chosen = id ?? "";
    layers.forEach((each) => each?.changed());
  };
  list.addEventListener("focusin", (event) => choose(event.target.closest("[data-feature]")?.dataset.feature));
  list.addEventListener("click", (event) => lookAt(map, layers, event.target.closest("[data-look-at]")?.dataset.lookAt));
  list.addEventListener("pointerover", (event) => choose(event.target.closest("[data-feature]")?.dataset.feature));
}

/** The map looks at what was chosen in the list, near enough to read the streets around it. */
function lookAt(map, layers, id) {
  const feature = layers.map((each) => each?.getSource().getFeatureById(id)).find(Boolean);
  if (!feature) return;
  const view = map.getView();
  view.animate({ center: feature.getGeometry().getCoordinates(), zoom: Math.max(view.getZoom(), LOOK_ZOOM), duration: 200 });
}

function say(box, words) {
  const note = box.querySelector(".map-note");
  if (note) { note.textContent = words; note.hidden = words === ""; }
}

function debounced(work) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(work, WATCH_MILLIS); };
}
