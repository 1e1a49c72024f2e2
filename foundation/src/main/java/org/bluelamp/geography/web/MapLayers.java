package org.bluelamp.geography.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.geography.ReferenceData.Loaded;
import org.bluelamp.geography.Roads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// What every map lies on, from our own data: boroughs' outlines and roads.
@RestController
@Needs("geography.read")
class MapLayers {
    /// A tile's address names its version, so it never changes.
    private static final Duration TILES_KEPT = Duration.ofDays(7);

    private final ReferenceData reference;
    private final Roads roads;

    MapLayers(ReferenceData reference, Roads roads) {
        this.reference = reference;
        this.roads = roads;
    }

    /// Where the layers are served; null for what is not loaded. `roads` is an address with `{z}/{x}/{y}`, `bounds` are
    /// its west, south, east and north in degrees.
    record Layers(
            @Nullable String areas,
            @Nullable String roads,
            int zoomMin,
            int zoomMax,
            @Nullable List<Double> bounds,
            @Nullable String attribution) {}

    @GetMapping("/geography/layers")
    Layers layers() {
        Optional<Roads.Loaded> loaded = roads.loaded();
        return new Layers(
                boroughs()
                        .map(set -> "/geography/outlines/borough/" + set.label())
                        .orElse(null),
                loaded.map(set -> "/geography/roads/%s/{z}/{x}/{y}".formatted(set.version()))
                        .orElse(null),
                Roads.TILE_ZOOM_MIN,
                Roads.TILE_ZOOM_MAX,
                loaded.map(MapLayers::bounds).orElse(null),
                loaded.map(Roads.Loaded::licence).orElse(null));
    }

    private static List<Double> bounds(Roads.Loaded roads) {
        return List.of(
                roads.southWest().longitude(),
                roads.southWest().latitude(),
                roads.northEast().longitude(),
                roads.northEast().latitude());
    }

    private Optional<Loaded> boroughs() {
        return reference.loaded().stream()
                .filter(set -> set.kind().equals(AreaKind.BOROUGH.word()))
                .max(Comparator.comparing((Loaded set) -> set.validFrom().orElse(LocalDate.MIN))
                        .thenComparingLong(Loaded::position));
    }

    @GetMapping("/geography/roads/{version}/{zoom}/{column}/{row}")
    ResponseEntity<String> tile(
            @PathVariable String version, @PathVariable int zoom, @PathVariable int column, @PathVariable int row) {
        String tile = roads.loaded()
                .filter(loaded -> loaded.version().equals(version))
                .flatMap(_ -> roads.tile(zoom, column, row))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json"))
                .cacheControl(CacheControl.maxAge(TILES_KEPT).cachePrivate())
                .body(tile);
    }
}
