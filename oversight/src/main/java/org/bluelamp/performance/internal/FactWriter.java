package org.bluelamp.performance.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.history.HistoryEvent.AreasNamed;
import org.bluelamp.history.HistoryEvent.Declared;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.journal.Projection;
import org.bluelamp.kernel.Grade;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes the table of facts; the only one that does.
@Repository
class FactWriter {
    static final String DECLARE = """
            insert into performance.response_source (source, name, agency, zone, interval_slots, area_slots, intervals,
                   definitions, headline, grades, area_kinds, licence, attribution, version)
            values (:source, :name, :agency, :zone, cast(:intervalSlots as text[]), cast(:areaSlots as text[]),
                   cast(:intervals as text[]), cast(:definitions as text[]), cast(:headline as text),
                   cast(:grades as text[]), cast(:areaKinds as text[]), :licence, :attribution, :version)
            on conflict (source) do update set
                   name = excluded.name, agency = excluded.agency, zone = excluded.zone,
                   interval_slots = excluded.interval_slots, area_slots = excluded.area_slots,
                   intervals = excluded.intervals, definitions = excluded.definitions, headline = excluded.headline,
                   grades = excluded.grades, area_kinds = excluded.area_kinds, licence = excluded.licence,
                   attribution = excluded.attribution, version = excluded.version
            """;
    static final String TOUCH_SOURCE = """
            update performance.response_source
               set interval_slots = cast(:intervalSlots as text[]), area_slots = cast(:areaSlots as text[]),
                   version = :version
             where source = :source
            """;
    static final String SLOTS = """
            select source, interval_slots, area_slots, version
              from performance.response_source
            """;
    static final String NAME = """
            insert into performance.response_area (source, kind, code, name)
            select cast(:source as text), cast(:kind as text), code, name
              from unnest(cast(:codes as text[]), cast(:names as text[])) as named (code, name)
            on conflict (source, kind, code) do update set name = excluded.name
            """;
    static final String MONTHS_LEFT = """
            select distinct fact.source, fact.month
              from performance.response_fact fact
              join unnest(cast(:sources as text[]), cast(:keys as text[])) as revised (source, key)
                on fact.source = revised.source and fact.key = revised.key
            """;
    static final String WRITE = """
            insert into performance.response_fact (source, key, service_day, month, hour, agency, grade, top_grade,
                   type, areas, seconds)
            select source, key, cast(day as date), cast(date_trunc('month', cast(day as date)) as date),
                   cast(hour as smallint), agency, grade, top, type,
                   string_to_array(areas, chr(31), ''), cast(string_to_array(seconds, ',', '') as integer[])
              from unnest(cast(:sources as text[]), cast(:keys as text[]), cast(:days as text[]),
                          cast(:hours as integer[]), cast(:agencies as text[]), cast(:grades as text[]),
                          cast(:tops as boolean[]), cast(:types as text[]), cast(:areas as text[]),
                          cast(:seconds as text[]))
                   as fact (source, key, day, hour, agency, grade, top, type, areas, seconds)
            on conflict (source, key) do update set
                   service_day = excluded.service_day, month = excluded.month, hour = excluded.hour,
                   agency = excluded.agency, grade = excluded.grade, top_grade = excluded.top_grade,
                   type = excluded.type, areas = excluded.areas, seconds = excluded.seconds
            """;
    private static final String ADD = """
            performance.response_fact (source, key, service_day, month, hour, agency, grade, top_grade, type, areas,
                                       seconds)""";
    static final String TOUCH_MONTHS = """
            insert into performance.response_chunk (source, month, version)
            select source, cast(month as date), version
              from unnest(cast(:sources as text[]), cast(:months as text[]), cast(:versions as bigint[]))
                   as touched (source, month, version)
            on conflict (source, month) do update
               set version = greatest(response_chunk.version, excluded.version)
            """;
    static final String CLEAR_FACTS = "delete from performance.response_fact";
    static final String CLEAR_MONTHS = "delete from performance.response_chunk";
    static final String CLEAR_AREAS = "delete from performance.response_area";
    static final String CLEAR_SOURCES = "delete from performance.response_source";

    private static final String AREA_SEPARATOR = "\u001f";

    private record MonthOf(String source, LocalDate month) {}

    private record Slots(List<String> intervals, List<String> areas, long version) {
        static final Slots NONE = new Slots(List.of(), List.of(), 0);

        Slots with(Collection<String> moreIntervals, Collection<String> moreAreas) {
            return new Slots(joined(intervals, moreIntervals), joined(areas, moreAreas), version);
        }

        private static List<String> joined(List<String> slots, Collection<String> more) {
            var all = new ArrayList<>(slots);
            more.stream().filter(one -> !slots.contains(one)).sorted().forEach(all::add);
            return all;
        }
    }

    private final JdbcClient jdbc;
    private final Projection.Bulk bulk;

    FactWriter(JdbcClient jdbc, Projection.Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    void declare(Declared declared, long position) {
        Slots slots =
                slots().getOrDefault(declared.source(), Slots.NONE).with(declared.intervals(), declared.areaKinds());
        jdbc.sql(DECLARE)
                .param("source", declared.source())
                .param("name", declared.name())
                .param("agency", declared.agency())
                .param("zone", declared.zone())
                .param("intervalSlots", array(slots.intervals()))
                .param("areaSlots", array(slots.areas()))
                .param("intervals", array(declared.intervals()))
                .param(
                        "definitions",
                        declared.intervals().stream()
                                .map(interval -> declared.definitions().getOrDefault(interval, interval))
                                .toArray(String[]::new))
                .param("headline", declared.headline().orElse(null))
                .param("grades", declared.grades().stream().map(Grade::code).toArray(String[]::new))
                .param("areaKinds", array(declared.areaKinds()))
                .param("licence", declared.licence())
                .param("attribution", declared.attribution())
                .param("version", position)
                .update();
    }

    void name(AreasNamed named, long position) {
        Slots slots = slots().getOrDefault(named.source(), Slots.NONE);
        jdbc.sql(NAME)
                .param("source", named.source())
                .param("kind", named.kind())
                .param("codes", named.names().keySet().toArray(String[]::new))
                .param("names", named.names().values().toArray(String[]::new))
                .update();
        touch(named.source(), slots, position);
    }

    private void touch(String source, Slots slots, long position) {
        jdbc.sql(TOUCH_SOURCE)
                .param("source", source)
                .param("intervalSlots", array(slots.intervals()))
                .param("areaSlots", array(slots.areas()))
                .param("version", Math.max(slots.version(), position))
                .update();
    }

    /// Writes what a batch of events says, each incident once.
    void write(Collection<ResponseFacts.Pending> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Map<String, Slots> slots = grown(facts);
        var touched = new LinkedHashMap<MonthOf, Long>();
        long last =
                facts.stream().mapToLong(ResponseFacts.Pending::position).max().orElseThrow();
        List<ResponseFacts.Pending> first =
                facts.stream().filter(ResponseFacts.Pending::first).toList();
        List<ResponseFacts.Pending> later =
                facts.stream().filter(fact -> !fact.first()).toList();
        if (!later.isEmpty()) {
            left(later).forEach(month -> touched.put(month, last));
        }
        facts.forEach(fact -> touched.merge(
                new MonthOf(
                        fact.incident().source(), fact.incident().serviceDay().withDayOfMonth(1)),
                fact.position(),
                Math::max));
        bulk.add(ADD, first, (cells, fact) -> cells(cells, fact.incident(), slotsOf(slots, fact.incident())));
        if (!later.isEmpty()) {
            insert(later, slots);
        }
        jdbc.sql(TOUCH_MONTHS)
                .param("sources", touched.keySet().stream().map(MonthOf::source).toArray(String[]::new))
                .param(
                        "months",
                        touched.keySet().stream()
                                .map(month -> month.month().toString())
                                .toArray(String[]::new))
                .param("versions", touched.values().toArray(Long[]::new))
                .update();
    }

    /// The slots of each source, with those added that a fact of it names and the source did not declare.
    private Map<String, Slots> grown(Collection<ResponseFacts.Pending> facts) {
        Map<String, Slots> slots = slots();
        facts.stream()
                .collect(Collectors.groupingBy(fact -> fact.incident().source()))
                .forEach((source, ofSource) -> {
                    Slots before = slots.getOrDefault(source, Slots.NONE);
                    var intervals = new HashSet<String>();
                    var areas = new HashSet<String>();
                    for (ResponseFacts.Pending fact : ofSource) {
                        intervals.addAll(fact.incident().intervalSeconds().keySet());
                        areas.addAll(fact.incident().areas().keySet());
                    }
                    Slots after = before.with(intervals, areas);
                    if (!after.equals(before)) {
                        touch(source, after, ofSource.getLast().position());
                    }
                    slots.put(source, after);
                });
        return slots;
    }

    private Map<String, Slots> slots() {
        var slots = new HashMap<String, Slots>();
        jdbc.sql(SLOTS).query((RowCallbackHandler) row -> slots.put(
                row.getString("source"),
                new Slots(
                        List.of((String[]) row.getArray("interval_slots").getArray()),
                        List.of((String[]) row.getArray("area_slots").getArray()),
                        row.getLong("version"))));
        return slots;
    }

    /// The months that incidents said otherwise of may leave.
    private List<MonthOf> left(Collection<ResponseFacts.Pending> facts) {
        return jdbc.sql(MONTHS_LEFT)
                .param("sources", texts(facts, OfIncident::source))
                .param("keys", texts(facts, OfIncident::key))
                .query(MonthOf.class)
                .list();
    }

    private void insert(Collection<ResponseFacts.Pending> facts, Map<String, Slots> slots) {
        jdbc.sql(WRITE)
                .param("sources", texts(facts, OfIncident::source))
                .param("keys", texts(facts, OfIncident::key))
                .param("days", texts(facts, one -> one.serviceDay().toString()))
                .param(
                        "hours",
                        facts.stream()
                                .map(fact -> fact.incident().hour().orElse(null))
                                .toArray(Integer[]::new))
                .param("agencies", texts(facts, one -> one.agency().orElse(null)))
                .param(
                        "grades",
                        texts(facts, one -> one.grade().map(Grade::code).orElse(null)))
                .param(
                        "tops",
                        facts.stream().map(fact -> fact.incident().topGrade()).toArray(Boolean[]::new))
                .param("types", texts(facts, one -> one.type().orElse(null)))
                .param("areas", texts(facts, one -> joined(slotsOf(slots, one).areas(), one.areas(), AREA_SEPARATOR)))
                .param(
                        "seconds",
                        texts(facts, one -> joined(slotsOf(slots, one).intervals(), one.intervalSeconds(), ",")))
                .update();
    }

    private static void cells(Projection.Cells cells, OfIncident incident, Slots slots) {
        LocalDate day = incident.serviceDay();
        cells.text(incident.source())
                .text(incident.key())
                .date(day)
                .date(day.withDayOfMonth(1))
                .small(incident.hour().orElse(null))
                .text(incident.agency().orElse(null))
                .text(incident.grade().map(Grade::code).orElse(null))
                .truth(incident.topGrade())
                .text(incident.type().orElse(null))
                .texts(inSlots(slots.areas(), incident.areas(), area -> area))
                .integers(inSlots(slots.intervals(), incident.intervalSeconds(), Math::toIntExact));
    }

    /// The values in the order of their slots; null where a value is missing.
    private static <V, C> List<@Nullable C> inSlots(List<String> slots, Map<String, V> values, Function<V, C> cell) {
        var inOrder = new ArrayList<@Nullable C>(slots.size());
        for (String slot : slots) {
            V value = values.get(slot);
            inOrder.add(value == null ? null : cell.apply(value));
        }
        return inOrder;
    }

    private static String[] texts(
            Collection<ResponseFacts.Pending> facts, Function<OfIncident, @Nullable String> text) {
        return facts.stream().map(fact -> text.apply(fact.incident())).toArray(String[]::new);
    }

    /// The values in the order of their slots; nothing where a value is missing.
    private static String joined(List<String> slots, Map<String, ?> values, String separator) {
        return slots.stream()
                .map(slot -> Objects.toString(values.get(slot), ""))
                .collect(Collectors.joining(separator));
    }

    private static Slots slotsOf(Map<String, Slots> slots, OfIncident incident) {
        return slots.getOrDefault(incident.source(), Slots.NONE);
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    void clear() {
        List.of(CLEAR_FACTS, CLEAR_MONTHS, CLEAR_AREAS, CLEAR_SOURCES)
                .forEach(sql -> jdbc.sql(sql).update());
    }
}
