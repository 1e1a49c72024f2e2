package org.bluelamp.geography.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.geography.GazetteerKind;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.geography.ReferenceEvent;
import org.bluelamp.geography.ReferenceEvent.AreasLoaded;
import org.bluelamp.geography.ReferenceEvent.GazetteerLoaded;
import org.bluelamp.geography.ReferenceFile;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.springframework.stereotype.Component;

/// Loads boundaries and gazetteers: read, kept under the hash of the text, then entered in the record.
@Component
final class ReferenceLibrary implements ReferenceData {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    /// Boundaries of a version of no known year hold from the day the statistical codes' predecessors did.
    private static final LocalDate SINCE_EVER = LocalDate.EPOCH;

    private final Journal journal;
    private final ReferenceStore store;
    private final Catalogue catalogue;
    private final Areas areas;
    private final BoroughCodes boroughCodes = BoroughCodes.shipped();

    ReferenceLibrary(Journal journal, ReferenceStore store, Catalogue catalogue, Areas areas) {
        this.journal = journal;
        this.store = store;
        this.catalogue = catalogue;
        this.areas = areas;
    }

    @Override
    public Outcome loadAreas(ReferenceFile file, ReferenceFile.AreaTerms terms, Act act) {
        var faults = new Faults();
        Optional<byte[]> bytes = FileText.unpacked(file.bytes(), faults);
        Optional<String> text = bytes.flatMap(all -> FileText.utf8(all, faults));
        if (text.isEmpty()) {
            return refused("The file (%s) cannot be read.".formatted(file.name()), faults);
        }
        GeoJson read = GeoJsonReader.read(text.get(), faults);
        if (!read.whole()) {
            return refused(
                    "The file (%s) cannot be read to its end, so some of its areas would be missing unseen."
                            .formatted(file.name()),
                    faults);
        }
        Optional<AreaKind> kind = terms.kind().or(() -> AreaProperties.kind(read.features(), file.name()));
        if (kind.isEmpty()) {
            return refused(
                    "The file (%s) does not say what kind its areas are. Maybe --kind borough, ward or police-area."
                            .formatted(file.name()),
                    faults);
        }
        List<AreaShape> good = AreaFile.areas(read, kind.get(), boroughCodes.byName(), faults);
        if (good.isEmpty()) {
            return refused("The file (%s) holds no area that can be taken.".formatted(file.name()), faults);
        }
        String contentSha256 = Sha256.of(bytes.orElseThrow());
        String version = terms.version()
                .or(() -> AreaProperties.version(read.features(), file.name()))
                .orElse(contentSha256.substring(0, 8));
        if (!LABEL.matcher(version).matches()) {
            return refused(badLabel("version", version), faults);
        }
        var event = new AreasLoaded(
                kind.get(),
                version,
                terms.validFrom().orElseGet(() -> validFrom(version)),
                file.name(),
                Sha256.of(file.bytes()),
                contentSha256,
                good.size(),
                faults.refused(),
                faults.repaired(),
                file.licence());
        return enter(new Entry(kind.get().word(), version, event, bytes.orElseThrow()), faults, act);
    }

    private static LocalDate validFrom(String version) {
        return version.matches("(19|20)\\d{2}") ? LocalDate.of(Integer.parseInt(version), 1, 1) : SINCE_EVER;
    }

    @Override
    public Outcome loadGazetteer(ReferenceFile file, Optional<String> label, Act act) {
        var faults = new Faults();
        String under = label.orElseGet(() -> stem(file.name()));
        if (!LABEL.matcher(under).matches()) {
            return refused(badLabel("label", under), faults);
        }
        Optional<byte[]> content = isExtract(file.name())
                ? streets(List.of(file), faults).map(csv -> csv.getBytes(StandardCharsets.UTF_8))
                : FileText.unpacked(file.bytes(), faults);
        Optional<String> text = content.flatMap(bytes -> FileText.utf8(bytes, faults));
        if (text.isEmpty()) {
            return refused("The file (%s) cannot be read.".formatted(file.name()), faults);
        }
        Optional<GazetteerKind> kind = kind(text.get(), faults);
        if (kind.isEmpty()) {
            return refused("The file (%s) has not the columns of a gazetteer.".formatted(file.name()), faults);
        }
        int entries = switch (kind.get()) {
            case POSTCODES -> Postcodes.read(text.get(), faults).size();
            case STREETS -> Streets.read(text.get(), faults).size();
        };
        if (entries == 0) {
            return refused("The file (%s) holds no row that can be taken.".formatted(file.name()), faults);
        }
        byte[] bytes = content.orElseThrow();
        var event = new GazetteerLoaded(
                kind.get(),
                under,
                file.name(),
                Sha256.of(file.bytes()),
                Sha256.of(bytes),
                entries,
                faults.refused(),
                file.licence());
        return enter(new Entry(kind.get().word(), under, event, bytes), faults, act);
    }

    private static Optional<GazetteerKind> kind(String text, Faults faults) {
        List<String> head = CsvRows.head(text);
        if (head.containsAll(Postcodes.COLUMNS)) {
            return Optional.of(GazetteerKind.POSTCODES);
        }
        if (head.containsAll(Streets.COLUMNS)) {
            return Optional.of(GazetteerKind.STREETS);
        }
        List<String> wanted = head.contains("postcode") ? Postcodes.COLUMNS : Streets.COLUMNS;
        for (String column : wanted) {
            if (!head.contains(column)) {
                faults.refused(
                        Rule.COLUMN_MISSING,
                        1,
                        0,
                        column,
                        "The column (%s) is missing; the head has %s.".formatted(column, head));
            }
        }
        return Optional.empty();
    }

    private static boolean isExtract(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".pbf");
    }

    /// The file's name without the endings that only say how it is written.
    static String stem(String name) {
        return name.replaceFirst("(?i)(\\.osm)?\\.pbf$|(\\.csv)?(\\.gz)?$", "").replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String badLabel(String what, String label) {
        return "The %s (%s) must be 1 to 60 letters, digits, '.', '_' or '-'.".formatted(what, label);
    }

    @Override
    public String streetsOf(List<ReferenceFile> extracts) {
        var faults = new Faults();
        return streets(extracts, faults)
                .orElseThrow(() ->
                        new IllegalArgumentException(faults.listed().getFirst().asLine()));
    }

    private Optional<String> streets(List<ReferenceFile> extracts, Faults faults) {
        if (areas.boroughs().isEmpty()) {
            faults.refused(
                    Rule.OUTSIDE_AREAS,
                    0,
                    0,
                    "file",
                    "Streets are split by borough, and no boroughs are loaded. Maybe load their boundaries first.");
            return Optional.empty();
        }
        var rows = new StreetRows(
                point -> areas.at(point, AreaKind.BOROUGH, LocalDate.MAX).map(Area::code));
        for (ReferenceFile extract : extracts) {
            Optional<List<OsmExtract.Way>> ways = OsmExtract.ways(extract.bytes(), faults);
            if (ways.isEmpty()) {
                return Optional.empty();
            }
            ways.get().forEach(rows::take);
        }
        return Optional.of(StreetRows.csv(rows.rows()));
    }

    @Override
    public List<Outcome> loadShipped(Act act) {
        var outcomes = new ArrayList<Outcome>();
        for (ShippedReference shipped : ShippedReference.ALL) {
            if (store.find(shipped.kind(), shipped.label()).isEmpty()) {
                outcomes.add(shipped.load(this, act));
            }
        }
        return List.copyOf(outcomes);
    }

    @Override
    public List<Loaded> loaded() {
        return catalogue.loaded();
    }

    private static Outcome refused(String sentence, Faults faults) {
        return new Outcome.Refused(sentence, faults.listed(), faults.all());
    }

    /// What is to be entered: the set's kind and label, the event, and the text it fixes by its hash.
    private record Entry(String kind, String label, ReferenceEvent event, byte[] content) {
        StreamId stream() {
            return new StreamId("reference/%s/%s".formatted(kind, label));
        }
    }

    private Outcome enter(Entry entry, Faults faults, Act act) {
        return Journal.retrying(_ -> {
            StreamRead<ReferenceEvent> read = journal.read(entry.stream(), ReferenceEvent.class);
            if (!read.events().isEmpty() && same(read.events().getLast(), entry.event())) {
                catalogue.refresh();
                return new Outcome.AlreadyLoaded(set(entry), faults.listed(), faults.all());
            }
            // Kept before the entry, and in a transaction of its own: the journal's lock is the first of any append.
            store.keep(entry.event().contentSha256(), entry.content());
            journal.append(Append.by(act).restingOn(read).write(entry.stream(), entry.event()));
            catalogue.refresh();
            return new Outcome.Taken(set(entry), faults.listed(), faults.all());
        });
    }

    private static boolean same(ReferenceEvent before, ReferenceEvent now) {
        return switch (now) {
            case AreasLoaded areas ->
                before instanceof AreasLoaded last
                        && last.contentSha256().equals(areas.contentSha256())
                        && last.validFrom().equals(areas.validFrom());
            case GazetteerLoaded gazetteer -> before.contentSha256().equals(gazetteer.contentSha256());
        };
    }

    private Loaded set(Entry entry) {
        return store.find(entry.kind(), entry.label())
                .orElseThrow(() -> new IllegalStateException(
                        "The set (%s %s) was entered but is not there.".formatted(entry.kind(), entry.label())));
    }
}
