// What every map lies on, from our own service: `data-base="/geography/layers"` says where boroughs and roads are.
// Roads come as tiles, plainer and fewer further out; streets have their names when one is near enough to read them.

const NAMES_FROM_ZOOM = 15.5;
const WIDTHS = { main: [1.2, 7], middle: [0.9, 5], street: [0.5, 3.4], path: [0.3, 1.4] };
const FAR_ZOOM = 11;
const NEAR_ZOOM = 17;

/** The layers to put under everything else, none where the service says there are none; and what the roads bound. */
export async function baseLayers(ol, box, token) {
  const answer = await fetch(box.dataset.base, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("The base map did not come.");
  const where = await answer.json();
  const layers = [];
  if (where.areas) layers.push(areas(ol, where.areas, token));
  if (where.roads) layers.push(roads(ol, where, token));
  return { layers, bounds: where.bounds, credit: where.attribution };
}

function areas(ol, url, token) {
  return new ol.layer.Vector({
    source: new ol.source.Vector({ url, format: new ol.format.GeoJSON() }),
    style: (feature, resolution) => new ol.style.Style({
      fill: new ol.style.Fill({ color: token("--map-land") }),
      stroke: new ol.style.Stroke({ color: token("--map-border"), width: 1.5, lineDash: [6, 4] }),
      text: resolution > 25 ? name(ol, feature.get("name"), token) : undefined,
    }),
    properties: { base: true },
  });
}

function roads(ol, where, token) {
  return new ol.layer.VectorTile({
    declutter: true,
    source: new ol.source.VectorTile({
      format: new ol.format.GeoJSON(),
      url: where.roads,
      tileGrid: ol.tilegrid.createXYZ({ minZoom: where.zoomMin, maxZoom: where.zoomMax, tileSize: 256 }),
    }),
    style: (feature, resolution) => road(ol, feature, zoomOf(resolution), token),
    properties: { base: true },
  });
}

function zoomOf(resolution) {
  return Math.log2(156543.03392804097 / resolution);
}

function road(ol, feature, zoom, token) {
  const kind = feature.get("class");
  const near = Math.min(1, Math.max(0, (zoom - FAR_ZOOM) / (NEAR_ZOOM - FAR_ZOOM)));
  const [thin, wide] = WIDTHS[kind] ?? WIDTHS.path;
  const words = feature.get("name");
  return new ol.style.Style({
    stroke: new ol.style.Stroke({
      color: token(kind === "main" || kind === "middle" ? "--map-road-main" : "--map-road"),
      width: thin + (wide - thin) * near,
    }),
    text: words && zoom >= NAMES_FROM_ZOOM && kind !== "path"
      ? new ol.style.Text({
          text: words, placement: "line", font: "500 11px Inter, sans-serif",
          fill: new ol.style.Fill({ color: token("--map-label") }),
          stroke: new ol.style.Stroke({ color: token("--map-land"), width: 3 }),
        })
      : undefined,
    zIndex: kind === "main" ? 3 : kind === "middle" ? 2 : 1,
  });
}

function name(ol, text, token) {
  return new ol.style.Text({
    text, font: "500 11px Inter, sans-serif", overflow: false,
    fill: new ol.style.Fill({ color: token("--map-label") }),
    stroke: new ol.style.Stroke({ color: token("--map-land"), width: 3 }),
  });
}
