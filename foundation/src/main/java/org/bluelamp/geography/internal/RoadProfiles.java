package org.bluelamp.geography.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.kernel.TravelBy;
import tools.jackson.databind.json.JsonMapper;

/// The ways to travel: the shipped file `roads/profiles.json`.
final class RoadProfiles {
    private final List<RoadProfile> all;
    private final Map<TravelBy, RoadProfile> byName = new LinkedHashMap<>();
    private final String sha256;

    private record File(List<RoadProfile> profiles) {}

    private RoadProfiles(byte[] json) {
        this.all = List.copyOf(
                JsonMapper.builder().build().readValue(json, File.class).profiles());
        all.forEach(profile -> {
            if (byName.put(profile.travelBy(), profile) != null) {
                throw new IllegalArgumentException("The way to travel (%s) is there twice.".formatted(profile.name()));
            }
        });
        for (TravelBy always : List.of(TravelBy.BLUE_LIGHT_CAR, TravelBy.CAR, TravelBy.CYCLE, TravelBy.FOOT)) {
            if (!byName.containsKey(always)) {
                throw new IllegalArgumentException("The way to travel (%s) is missing.".formatted(always));
            }
        }
        this.sha256 = Sha256.of(json);
    }

    static RoadProfiles shipped() {
        try (InputStream in = RoadProfiles.class.getResourceAsStream("/roads/profiles.json")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file (roads/profiles.json).");
            }
            return new RoadProfiles(in.readAllBytes());
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    List<RoadProfile> all() {
        return all;
    }

    Set<TravelBy> names() {
        return byName.keySet().stream().collect(Collectors.toUnmodifiableSet());
    }

    String sha256() {
        return sha256;
    }

    RoadProfile of(TravelBy by) {
        RoadProfile profile = byName.get(by);
        if (profile == null) {
            throw new IllegalArgumentException("The way to travel (%s) is none of %s.".formatted(by, byName.keySet()));
        }
        return profile;
    }
}
