package org.bluelamp.geography.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.GazetteerKind;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.geography.ReferenceFile;
import org.bluelamp.journal.Act;

/// One file of places that is shipped with the program; where each comes from is in PROVENANCE.md beside them.
record ShippedReference(String kind, String label, Optional<LocalDate> validFrom, String file, String licence) {
    private static final String OPEN_GOVERNMENT = "Open Government Licence v3. Contains OS data © Crown copyright and"
            + " database right, and National Statistics data";

    /// In the order they are loaded: wards ask for boroughs.
    static final List<ShippedReference> ALL = List.of(
            areas(AreaKind.BOROUGH, "london-32-and-city", LocalDate.of(1965, 4, 1), "london_boroughs.geojson.gz"),
            areas(AreaKind.WARD, "2013", LocalDate.of(2013, 1, 1), "london_wards_2013.geojson.gz"),
            areas(AreaKind.WARD, "2014", LocalDate.of(2014, 5, 22), "london_wards_2014.geojson.gz"),
            areas(AreaKind.POLICE_AREA, "london-forces", LocalDate.of(2000, 4, 1), "london_police_areas.geojson.gz"),
            gazetteer(
                    GazetteerKind.POSTCODES,
                    "codepoint-open-london-2014",
                    "codepoint_open_london_2014.csv.gz",
                    OPEN_GOVERNMENT + "; contains Royal Mail data © Royal Mail copyright and database right"),
            gazetteer(
                    GazetteerKind.STREETS,
                    "openstreetmap-central-london",
                    "central_london_streets.csv.gz",
                    "Open Database Licence 1.0. © OpenStreetMap contributors"));

    private static ShippedReference areas(AreaKind kind, String version, LocalDate validFrom, String file) {
        return new ShippedReference(kind.word(), version, Optional.of(validFrom), file, OPEN_GOVERNMENT);
    }

    private static ShippedReference gazetteer(GazetteerKind kind, String label, String file, String licence) {
        return new ShippedReference(kind.word(), label, Optional.empty(), file, licence);
    }

    ReferenceData.Outcome load(ReferenceData into, Act act) {
        var content = new ReferenceFile(file, bytes(), licence);
        return AreaKind.of(kind)
                .map(area -> into.loadAreas(
                        content, new ReferenceFile.AreaTerms(Optional.of(area), Optional.of(label), validFrom), act))
                .orElseGet(() -> into.loadGazetteer(content, Optional.of(label), act));
    }

    byte[] bytes() {
        try (InputStream in = ShippedReference.class.getResourceAsStream("/reference/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file (%s).".formatted(file));
            }
            return in.readAllBytes();
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
