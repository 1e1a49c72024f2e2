package org.bluelamp.history.internal;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.Mapping.Area;
import org.bluelamp.history.Mapping.Encoding;
import org.bluelamp.history.Mapping.FileForm;
import org.bluelamp.history.Mapping.Grades;
import org.bluelamp.history.Mapping.Interval;
import org.bluelamp.history.Mapping.Place;
import org.bluelamp.history.Mapping.Source;
import org.bluelamp.history.Mapping.TextColumn;
import org.bluelamp.history.Mapping.TextName;
import org.bluelamp.history.Mapping.TimeColumn;
import org.bluelamp.history.MappingFaults;
import org.bluelamp.history.MappingFaults.Fault;
import org.bluelamp.journal.Happened.Precision;
import org.bluelamp.kernel.Grade;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a mapping file whole, or says everything that is wrong with it, with lines and fields.
class MappingReader {
    /// The times an incident may have, in the words of this house.
    static final List<String> TIMES = List.of(
            "occurred",
            "received",
            "viewed",
            "queued",
            "phone_ended",
            "dispatched",
            "acknowledged",
            "enroute",
            "arrived",
            "second_arrived",
            "first_cleared",
            "closed",
            "reopened",
            "final_closed");

    private static final Pattern SOURCE_ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final int PRECISION_METRES_MAX = 100_000;

    private final List<Fault> faults = new ArrayList<>();
    private final String text;

    private MappingReader(String text) {
        this.text = text;
    }

    /// Errors: `MappingFaults` with every fault found.
    static Mapping read(String text) {
        var reader = new MappingReader(text);
        Mapping mapping = reader.mapping();
        if (!reader.faults.isEmpty()) {
            throw new MappingFaults(reader.faults.stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .toList());
        }
        return mapping;
    }

    private Mapping mapping() {
        YamlSection file = YamlSection.of(compose(), "", faults);
        int version = file.whole("version", 1, Integer.MAX_VALUE, 1);
        Source source = file.section("source").map(this::source).orElseGet(() -> missingSource(file));
        FileForm form = file.section("file").map(this::form).orElseGet(MappingReader::plainForm);
        ZoneId zone = file.zone("zone", Optional.empty());
        Set<String> missing = missing(file);
        missing.add("");
        boolean inOrder = file.choice("rows", Map.of("any order", false, "in order of received", true), false);
        List<String> key = file.texts("key");
        List<TimeColumn> times = times(file, zone);
        Optional<TimeColumn> day = file.section("day").map(section -> time("day", section, zone));
        List<Interval> intervals = intervals(file, times);
        Optional<String> headline = headline(file, intervals);
        Optional<Grades> grades = file.section("grade").map(this::grades);
        Map<TextName, TextColumn> texts = texts(file);
        List<Area> areas = areas(file);
        Optional<Place> place = file.section("place").map(this::place);
        if (day.isEmpty() && times.stream().noneMatch(time -> time.name().equals("received"))) {
            file.fault("times.received", "is missing; without it, day must name a column");
        }
        file.nothingElse();
        return new Mapping(
                version,
                source,
                form,
                zone,
                missing,
                inOrder,
                key,
                day,
                times,
                intervals,
                headline,
                grades,
                texts,
                areas,
                place,
                text,
                hash(text));
    }

    private Node compose() {
        if (text.getBytes(StandardCharsets.UTF_8).length > Mapping.BYTES_MAX) {
            throw new MappingFaults(
                    List.of(new Fault(0, "file", "is longer than %d bytes".formatted(Mapping.BYTES_MAX))));
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(10);
        try {
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                throw new MappingFaults(List.of(new Fault(1, "file", "is empty")));
            }
            return node;
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 0
                    : notYaml.getProblemMark().getLine() + 1;
            throw new MappingFaults(List.of(new Fault(line, "file", "is not YAML: " + notYaml.getProblem())));
        } catch (YAMLException notYaml) {
            throw new MappingFaults(List.of(new Fault(0, "file", "is not YAML: " + notYaml.getMessage())));
        }
    }

    private Source missingSource(YamlSection file) {
        file.fault("source", "is missing");
        return new Source("", "", "", "", "");
    }

    private Source source(YamlSection section) {
        String id = section.text("id");
        if (section.has("id") && !SOURCE_ID.matcher(id).matches()) {
            section.fault("id", "(%s) must match %s".formatted(id, SOURCE_ID));
        }
        var source = new Source(
                id, section.text("name"), section.text("agency"), section.text("licence"), section.text("attribution"));
        section.nothingElse();
        return source;
    }

    private static FileForm plainForm() {
        return new FileForm(Optional.empty(), '"', Optional.empty());
    }

    private FileForm form(YamlSection section) {
        Optional<String> delimiter = section.optionalText("delimiter")
                .filter(word -> !word.equals("auto"))
                .map(word -> word.equals("tab") ? "\t" : word);
        Optional<String> quote = section.optionalText("quote");
        for (Map.Entry<String, Optional<String>> one :
                Map.of("delimiter", delimiter, "quote", quote).entrySet()) {
            if (one.getValue().filter(word -> !isSign(word)).isPresent()) {
                section.fault(
                        one.getKey(),
                        "(%s) must be one sign of ASCII, tab or auto"
                                .formatted(one.getValue().get()));
            }
        }
        Optional<Encoding> encoding = section.choice(
                "encoding",
                Map.of(
                        "auto", Optional.empty(),
                        "UTF-8", Optional.of(Encoding.UTF_8),
                        "Windows-1252", Optional.of(Encoding.WINDOWS_1252)),
                Optional.empty());
        section.nothingElse();
        return new FileForm(
                delimiter.filter(MappingReader::isSign).map(word -> word.charAt(0)),
                quote.filter(MappingReader::isSign).orElse("\"").charAt(0),
                encoding);
    }

    private static boolean isSign(String word) {
        return word.length() == 1 && word.charAt(0) < 128 && "\r\n\0".indexOf(word.charAt(0)) < 0;
    }

    private List<TimeColumn> times(YamlSection file, ZoneId zone) {
        var times = new ArrayList<TimeColumn>();
        Optional<YamlSection> section = file.section("times");
        if (section.isEmpty()) {
            return times;
        }
        for (String name : section.get().names()) {
            if (!TIMES.contains(name)) {
                section.get().fault(name, "is not a time known here; known are " + String.join(", ", TIMES));
            }
            section.get().section(name).ifPresent(one -> times.add(time(name, one, zone)));
        }
        return times;
    }

    private TimeColumn time(String name, YamlSection section, ZoneId zone) {
        List<String> columns = section.texts("column");
        if (columns.isEmpty()) {
            section.fault("column", "is missing");
        }
        String format = section.text("format");
        boolean hasHour = true;
        if (!format.isEmpty()) {
            try {
                hasHour = TimeFormat.of(format).hasHour();
            } catch (IllegalArgumentException unknown) {
                section.fault("format", "(%s): %s".formatted(format, unknown.getMessage()));
            }
        }
        Precision precision = section.choice(
                "precision",
                Map.of("second", Precision.SECOND, "minute", Precision.MINUTE, "day", Precision.DAY),
                hasHour ? Precision.SECOND : Precision.DAY);
        if (!format.isEmpty() && !hasHour && precision != Precision.DAY) {
            section.fault("precision", "must be day where the format has no hour");
        }
        var time = new TimeColumn(
                name, columns, format, section.zone("zone", Optional.of(zone)), precision, missing(section));
        section.nothingElse();
        return time;
    }

    private List<Interval> intervals(YamlSection file, List<TimeColumn> times) {
        var intervals = new ArrayList<Interval>();
        for (YamlSection section : file.sections("intervals")) {
            String name = section.text("name");
            if (section.has("name") && !NAME.matcher(name).matches()) {
                section.fault("name", "(%s) must match %s".formatted(name, NAME));
            } else if (intervals.stream().anyMatch(other -> other.name().equals(name))) {
                section.fault("name", "(%s) is given twice".formatted(name));
            }
            if (section.has("seconds")) {
                intervals.add(new Interval.Counted(name, section.text("seconds")));
            } else {
                intervals.add(new Interval.Between(name, end(section, "from", times), end(section, "to", times)));
            }
            section.nothingElse();
        }
        return intervals;
    }

    private String end(YamlSection section, String field, List<TimeColumn> times) {
        String name = section.text(field);
        Optional<TimeColumn> time =
                times.stream().filter(one -> one.name().equals(name)).findFirst();
        if (section.has(field) && time.isEmpty()) {
            section.fault(field, "(%s) is not among the times".formatted(name));
        } else if (time.filter(one -> one.precision() == Precision.DAY).isPresent()) {
            section.fault(field, "(%s) is known to the day only; no interval can be taken".formatted(name));
        }
        return name;
    }

    private Optional<String> headline(YamlSection file, List<Interval> intervals) {
        Optional<String> named = file.optionalText("headline");
        if (named.isPresent() && intervals.stream().noneMatch(one -> one.name().equals(named.get()))) {
            file.fault("headline", "(%s) is not among the intervals".formatted(named.get()));
        }
        return named.or(() -> intervals.stream().map(Interval::name).findFirst());
    }

    private Grades grades(YamlSection section) {
        String column = section.text("column");
        List<Grade> known = grades(section, "known");
        List<Grade> top = grades(section, "top");
        if (known.isEmpty()) {
            section.fault("known", "must list the grades, most urgent first");
        }
        top.stream()
                .filter(grade -> !known.contains(grade))
                .forEach(grade -> section.fault("top", "(%s) is not among the known grades".formatted(grade)));
        boolean refuse = section.choice("unknown", Map.of("refuse", true, "keep", false), true);
        var grades = new Grades(column, known, top, refuse, missing(section));
        section.nothingElse();
        return grades;
    }

    private List<Grade> grades(YamlSection section, String field) {
        var grades = new ArrayList<Grade>();
        for (String word : section.texts(field)) {
            try {
                grades.add(new Grade(word));
            } catch (IllegalArgumentException wrong) {
                section.fault(field, "(%s) is no grade: 1 to 16 letters or digits".formatted(word));
            }
        }
        if (new HashSet<>(grades).size() < grades.size()) {
            section.fault(field, "names a grade twice");
        }
        return grades;
    }

    private Map<TextName, TextColumn> texts(YamlSection file) {
        var texts = new EnumMap<TextName, TextColumn>(TextName.class);
        for (TextName name : TextName.values()) {
            String field = name.name().toLowerCase(Locale.ROOT);
            file.section(field).ifPresent(section -> {
                if (section.has("value")) {
                    texts.put(name, new TextColumn.Always(section.text("value")));
                } else {
                    texts.put(name, new TextColumn.Read(section.text("column"), missing(section)));
                }
                section.nothingElse();
            });
        }
        return texts;
    }

    private List<Area> areas(YamlSection file) {
        var areas = new ArrayList<Area>();
        for (YamlSection section : file.sections("areas")) {
            String kind = section.text("kind");
            if (section.has("kind") && !NAME.matcher(kind).matches()) {
                section.fault("kind", "(%s) must match %s".formatted(kind, NAME));
            } else if (areas.stream().anyMatch(other -> other.kind().equals(kind))) {
                section.fault("kind", "(%s) is given twice".formatted(kind));
            }
            areas.add(new Area(kind, section.text("column"), section.optionalText("name"), missing(section)));
            section.nothingElse();
        }
        return areas;
    }

    private Place place(YamlSection section) {
        var place = new Place(
                section.text("longitude"),
                section.text("latitude"),
                section.whole("precision_metres", 1, PRECISION_METRES_MAX, 1));
        section.nothingElse();
        return place;
    }

    private static Set<String> missing(YamlSection section) {
        return new LinkedHashSet<>(section.texts("missing"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
