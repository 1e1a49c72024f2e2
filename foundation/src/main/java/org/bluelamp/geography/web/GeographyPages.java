package org.bluelamp.geography.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.geography.ReferenceData.Loaded;
import org.bluelamp.geography.Resolution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/// Places: which boundaries and gazetteers are loaded, and a look-up of words with its candidates on a map.
/// It shows no incident and no person, so looking at it is not an act of looking.
@Controller
@RequestMapping("/geography")
@Needs("geography.read")
class GeographyPages {
    private static final int SHOWN_MAX = 20;
    /// How much of a hash the list shows. Units: hexadecimal digits.
    private static final int HASH_SHOWN = 12;

    /// Days do not break across lines.
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0yyyy", Locale.UK);

    private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");
    private static final Duration OUTLINES_KEPT = Duration.ofMinutes(5);

    private final ReferenceData reference;
    private final Areas areas;
    private final Gazetteer gazetteer;
    private final Shells shells;
    private final DateTimeFormatter times;
    private final JsonMapper json = JsonMapper.builder().build();

    GeographyPages(
            ReferenceData reference,
            Areas areas,
            Gazetteer gazetteer,
            Shells shells,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.reference = reference;
        this.areas = areas;
        this.gazetteer = gazetteer;
        this.shells = shells;
        this.times = DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0yyyy HH:mm", Locale.UK)
                .withZone(zone);
    }

    @GetMapping
    String page(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        Shell shell = shells.page("Places", "geography");
        String asked = words.strip();
        List<Place> places = asked.isEmpty() ? List.of() : gazetteer.search(asked, SHOWN_MAX);
        var found = new ArrayList<GeographyScreen.Found>();
        for (Place place : places) {
            found.add(found(found.size() + 1, place));
        }
        List<Loaded> loaded = reference.loaded();
        model.addAttribute(
                "screen",
                new GeographyScreen(
                        shell,
                        asked,
                        asked.isEmpty() ? "" : answer(gazetteer.resolve(asked)),
                        found,
                        sets(loaded, true),
                        sets(loaded, false),
                        map(loaded, asked)));
        return "geography/places";
    }

    private static String answer(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found(Place place) -> "One place: %s.".formatted(place.label());
            case Resolution.Choose(List<Place> places) ->
                "%d places could be meant: a person chooses.".formatted(places.size());
            case Resolution.Unknown _ -> "Nothing in the gazetteer comes near. Maybe it is outside what is loaded.";
        };
    }

    private static GeographyScreen.Found found(int number, Place place) {
        String borough = place.borough().map(Area::name).orElse("no borough");
        String kind = switch (place.kind()) {
            case STREET -> place.part() == 0 ? "street" : "part %d of the street".formatted(place.part());
            case POSTCODE -> "postcode";
        };
        String near = place.postcode()
                .filter(code -> place.kind() == Place.Kind.STREET)
                .map(code -> ", near " + code)
                .orElse("");
        String ward = place.ward().map(area -> " in " + area.name() + " ward").orElse("");
        String at = " (%.5f, %.5f)".formatted(place.at().latitude(), place.at().longitude());
        String again = place.kind() == Place.Kind.POSTCODE ? place.name() : place.label();
        return new GeographyScreen.Found(
                number,
                id(number),
                place.name(),
                borough,
                kind + ward + near + at,
                again,
                "%d".formatted(place.score()));
    }

    private static String id(int number) {
        return "place-" + number;
    }

    private List<GeographyScreen.Set> sets(List<Loaded> loaded, boolean ofAreas) {
        return loaded.stream()
                .filter(set -> set.validFrom().isPresent() == ofAreas)
                .map(this::set)
                .toList();
    }

    private GeographyScreen.Set set(Loaded set) {
        String repaired = set.repaired() == 0 ? "" : ", %,d repairs".formatted(set.repaired());
        return new GeographyScreen.Set(
                set.kind(),
                set.label(),
                set.validFrom().map(DAY::format).orElse(""),
                "%,d".formatted(set.entries()),
                "%,d refused%s".formatted(set.refused(), repaired),
                set.file(),
                set.licence(),
                times.format(set.loadedAt()),
                set.position(),
                set.sha256().substring(0, HASH_SHOWN),
                set.sha256());
    }

    private static GeographyScreen.Map map(List<Loaded> loaded, String words) {
        Optional<String> version = loaded.stream()
                .filter(set -> set.kind().equals(AreaKind.BOROUGH.word()))
                .max(Comparator.comparing((Loaded set) -> set.validFrom().orElseThrow())
                        .thenComparingLong(Loaded::position))
                .map(Loaded::label);
        return new GeographyScreen.Map(
                version.map("/geography/outlines/borough/%s"::formatted).orElse(""),
                "/geography/points?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @GetMapping("/outlines/{kind}/{version}")
    ResponseEntity<String> outlines(@PathVariable String kind, @PathVariable String version) {
        String outline = AreaKind.of(kind)
                .flatMap(known -> areas.outline(known, version))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(GEOJSON)
                .cacheControl(CacheControl.maxAge(OUTLINES_KEPT).cachePrivate())
                .body(outline);
    }

    /// The candidates of the same search as points, numbered as in the list.
    @GetMapping("/points")
    ResponseEntity<String> points(@RequestParam(name = "q", defaultValue = "") String words) {
        List<Place> places = words.isBlank() ? List.of() : gazetteer.search(words, SHOWN_MAX);
        var collection = json.createObjectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            var feature = features.addObject().put("type", "Feature").put("id", id(i + 1));
            feature.putObject("properties")
                    .put("label", Integer.toString(i + 1))
                    .put("words", place.label());
            feature.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(place.at().longitude())
                    .add(place.at().latitude());
        }
        return ResponseEntity.ok().contentType(GEOJSON).body(json.writeValueAsString(collection));
    }
}
