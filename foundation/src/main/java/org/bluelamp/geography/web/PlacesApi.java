package org.bluelamp.geography.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.RequestFault;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Places for other programs.
@RestController
@Needs("geography.read")
class PlacesApi {
    private static final String LIMIT_UNLESS_SAID = "10";
    private final Gazetteer gazetteer;

    PlacesApi(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// What was asked, whether one place is `found`, several are to `choose` from, or it is `unknown`; the candidates.
    record Answer(String query, String answer, List<Candidate> places) {}

    /// Units: degrees of WGS 84; `score` in thousandths.
    record Candidate(
            String kind,
            String name,
            @Nullable String postcode,
            double latitude,
            double longitude,
            @Nullable AreaName borough,
            @Nullable AreaName ward,
            int part,
            int score) {}

    record AreaName(String code, String name, String version) {}

    @GetMapping("/api/v1/places")
    Answer places(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "limit", defaultValue = LIMIT_UNLESS_SAID) String limit) {
        if (query.isBlank()) {
            throw new RequestFault("q", "The words to look up (q) are missing.");
        }
        List<Candidate> found = gazetteer.search(query, limit(limit)).stream()
                .map(PlacesApi::candidate)
                .toList();
        return new Answer(query, word(gazetteer.resolve(query)), found);
    }

    private static int limit(String text) {
        int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Gazetteer.CANDIDATES_MAX) {
            throw new RequestFault(
                    "limit", "The limit (%s) must be from 1 to %d.".formatted(text, Gazetteer.CANDIDATES_MAX));
        }
        return limit;
    }

    private static String word(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found _ -> "found";
            case Resolution.Choose _ -> "choose";
            case Resolution.Unknown _ -> "unknown";
        };
    }

    private static Candidate candidate(Place place) {
        return new Candidate(
                place.kind().name().toLowerCase(java.util.Locale.ROOT),
                place.name(),
                place.postcode().orElse(null),
                place.at().latitude(),
                place.at().longitude(),
                area(place.borough()),
                area(place.ward()),
                place.part(),
                place.score());
    }

    private static @Nullable AreaName area(Optional<Area> area) {
        return area.map(known -> new AreaName(known.code().text(), known.name(), known.version()))
                .orElse(null);
    }
}
