package org.bluelamp.geography.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.GazetteerKind;
import org.bluelamp.geography.ReferenceData.Loaded;
import org.bluelamp.journal.MachineClock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/// What is loaded, in memory: built when first asked for, and anew when something else was loaded on any node.
@Component
final class Catalogue {
    /// How long this node may not know what another one loaded.
    private static final Duration LOOKED_UP_EVERY = Duration.ofSeconds(1);

    private final ReferenceStore store;
    private final MachineClock clock;
    private final BoroughCodes boroughCodes = BoroughCodes.shipped();
    private final Map<Loaded, AreaLayer> layers = new HashMap<>();
    private @Nullable GazetteerIndex gazetteer;
    private List<Loaded> sets = List.of();
    private Instant lookedUp = Instant.MIN;

    Catalogue(ReferenceStore store, MachineClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Looks up now what is loaded.
    synchronized void refresh() {
        List<Loaded> found = store.loaded();
        lookedUp = clock.now();
        if (!found.equals(sets)) {
            boolean sameBoroughs = of(found, AreaKind.BOROUGH).equals(of(sets, AreaKind.BOROUGH));
            layers.keySet()
                    .removeIf(set ->
                            !found.contains(set) || !sameBoroughs && set.kind().equals(AreaKind.WARD.word()));
            if (!gazetteers(found).equals(gazetteers(sets))) {
                gazetteer = null;
            }
            sets = found;
        }
    }

    private static List<Loaded> gazetteers(List<Loaded> of) {
        return of.stream().filter(set -> set.validFrom().isEmpty()).toList();
    }

    synchronized List<Loaded> loaded() {
        if (lookedUp.equals(Instant.MIN) || !clock.now().isBefore(lookedUp.plus(LOOKED_UP_EVERY))) {
            refresh();
        }
        return sets;
    }

    /// The layer of a kind that holds on a day; the first one before its day.
    synchronized Optional<AreaLayer> layer(AreaKind kind, LocalDate day) {
        List<Loaded> versions = of(loaded(), kind);
        return versions.stream()
                .filter(set -> !set.validFrom().orElseThrow().isAfter(day))
                .max(Catalogue::laterVersion)
                .or(() -> versions.stream().min(Catalogue::laterVersion))
                .map(this::layer);
    }

    synchronized Optional<AreaLayer> layer(AreaKind kind, String version) {
        return of(loaded(), kind).stream()
                .filter(set -> set.label().equals(version))
                .findFirst()
                .map(this::layer);
    }

    /// All versions of a kind, the latest first.
    synchronized List<AreaLayer> layers(AreaKind kind) {
        return of(loaded(), kind).stream()
                .sorted((one, other) -> laterVersion(other, one))
                .map(this::layer)
                .toList();
    }

    private static List<Loaded> of(List<Loaded> sets, AreaKind kind) {
        return sets.stream().filter(set -> set.kind().equals(kind.word())).toList();
    }

    private static int laterVersion(Loaded one, Loaded other) {
        return Comparator.comparing((Loaded set) -> set.validFrom().orElseThrow())
                .thenComparingLong(Loaded::position)
                .compare(one, other);
    }

    private AreaLayer layer(Loaded set) {
        AreaLayer known = layers.get(set);
        if (known == null) {
            known = build(set);
            layers.put(set, known);
        }
        return known;
    }

    private AreaLayer build(Loaded set) {
        AreaKind kind = AreaKind.of(set.kind()).orElseThrow();
        var faults = new Faults();
        GeoJson file = GeoJsonReader.read(text(set), faults);
        List<AreaShape> shapes = AreaFile.areas(file, kind, boroughCodes.byName(), faults);
        var areas = new ArrayList<Area>();
        var boundaries = new ArrayList<Geometry>();
        for (AreaShape shape : shapes) {
            Optional<AreaCode> within = shape.within().or(() -> boroughOf(shape, kind, set));
            areas.add(new Area(
                    kind,
                    shape.code(),
                    shape.name(),
                    within,
                    set.label(),
                    set.validFrom().orElseThrow()));
            boundaries.add(shape.shape());
        }
        return new AreaLayer(areas, boundaries);
    }

    private Optional<AreaCode> boroughOf(AreaShape shape, AreaKind kind, Loaded set) {
        return switch (kind) {
            case WARD -> {
                Coordinate inside = AreaLayer.inside(shape.shape());
                yield layer(AreaKind.BOROUGH, set.validFrom().orElseThrow())
                        .flatMap(boroughs -> boroughs.at(inside.y, inside.x))
                        .map(Area::code);
            }
            case BOROUGH, POLICE_AREA -> Optional.empty();
        };
    }

    private String text(Loaded set) {
        return new String(store.content(set.contentSha256()), StandardCharsets.UTF_8);
    }

    /// All postcodes and streets; of several files of a kind the one loaded last is asked first.
    synchronized GazetteerIndex gazetteer() {
        List<Loaded> all = loaded();
        GazetteerIndex known = gazetteer;
        if (known == null) {
            List<Postcodes> postcodes = latestFirst(all, GazetteerKind.POSTCODES)
                    .map(set -> Postcodes.read(text(set), new Faults()))
                    .toList();
            List<Streets> streets = latestFirst(all, GazetteerKind.STREETS)
                    .map(set -> Streets.read(text(set), new Faults()))
                    .toList();
            known = new GazetteerIndex(
                    postcodes.isEmpty() ? Postcodes.NONE : Postcodes.together(postcodes),
                    streets.isEmpty() ? Streets.NONE : Streets.together(streets));
            gazetteer = known;
        }
        return known;
    }

    private static java.util.stream.Stream<Loaded> latestFirst(List<Loaded> all, GazetteerKind kind) {
        return all.stream()
                .filter(set -> set.kind().equals(kind.word()))
                .sorted(Comparator.comparingLong(Loaded::position).reversed());
    }
}
