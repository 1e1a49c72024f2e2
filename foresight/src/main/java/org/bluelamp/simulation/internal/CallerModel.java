package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who calls when, where and about what: independent calls, as many in each hour of the day as the demand has, and now
/// and then a second and a third caller about the same thing.
///
/// Units: `callsADay` on average. An hour's calls are always the same for a seed.
final class CallerModel {
    private static final double SEEN_BY_OTHERS = 0.08;
    private static final int OTHERS_MAX = 2;
    private static final int HOUSES = 120;
    private static final int OPENING = 6;
    private static final Duration OPENING_EVERY = Duration.ofSeconds(20);

    private final long seed;
    private final Borough borough;
    private final ZoneId zone;

    /// Where and how often: the demand by hour and type, the places, what is said about what, how many call a day.
    record Borough(Demand demand, Places places, Map<String, List<String>> words, int callsADay) {
        Borough {
            words = Map.copyOf(words);
        }
    }

    CallerModel(long seed, Borough borough, ZoneId zone) {
        this.seed = seed;
        this.borough = borough;
        this.zone = zone;
    }

    /// The calls between two times, in order.
    List<Call> calls(Instant from, Instant until) {
        var calls = new ArrayList<Call>();
        Instant hour = from.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS);
        for (; hour.isBefore(until); hour = hour.plus(Duration.ofHours(1))) {
            callsOf(hour).stream()
                    .filter(call -> !call.at().isBefore(from) && call.at().isBefore(until))
                    .forEach(calls::add);
        }
        calls.sort(java.util.Comparator.comparing(Call::at).thenComparing(Call::id));
        return calls;
    }

    /// The calls that begin in an hour, others about the same thing with them.
    private List<Call> callsOf(Instant hour) {
        String name = hour.toString().substring(0, 13);
        Chance chance = Chance.of(seed, "calls " + name);
        int hourOfDay = hour.atZone(zone).getHour();
        double inAnHour = borough.demand().inAnHour(hourOfDay, borough.callsADay());
        var calls = new ArrayList<Call>();
        Instant end = hour.plus(Duration.ofHours(1));
        int number = 0;
        for (Instant at = hour.plus(chance.untilNext(inAnHour));
                at.isBefore(end);
                at = at.plus(chance.untilNext(inAnHour))) {
            Call call =
                    call("%s-%d".formatted(name, ++number), at, borough.demand().type(hourOfDay, chance), chance);
            calls.add(call);
            if (call.emergency() && chance.happens(SEEN_BY_OTHERS)) {
                int others = 1 + chance.below(OTHERS_MAX);
                for (int other = 1; other <= others; other++) {
                    calls.add(alsoSeen(call, other, chance));
                }
            }
        }
        return calls;
    }

    /// A few calls within the first minutes, so that a room that was empty is at work at once.
    List<Call> opening(Instant at) {
        String name = at.toString().substring(0, 13);
        Chance chance = Chance.of(seed, "opening " + name);
        int hourOfDay = at.atZone(zone).getHour();
        var calls = new ArrayList<Call>();
        for (int number = 1; number <= OPENING; number++) {
            Instant rings = at.plus(OPENING_EVERY.multipliedBy(number - 1));
            String type = borough.demand().type(hourOfDay, chance);
            calls.add(call("%s-o%d".formatted(name, number), rings, type, chance));
        }
        return calls;
    }

    private Call call(String id, Instant at, String type, Chance chance) {
        boolean emergency = borough.demand().emergency(type, chance);
        Places.Street street = borough.places().any(chance);
        return new Call(
                id, at, type, emergency, street, 1 + chance.below(HOUSES), said(type, chance), telephone(chance));
    }

    private Call alsoSeen(Call first, int other, Chance chance) {
        Instant at = first.at().plus(chance.between(Duration.ofSeconds(15), Duration.ofSeconds(110)));
        return new Call(
                first.id() + "-" + other,
                at,
                first.type(),
                true,
                first.street(),
                Math.max(1, first.house() + chance.below(9) - 4),
                said(first.type(), chance),
                telephone(chance));
    }

    private String said(String type, Chance chance) {
        List<String> phrases = borough.words().get(type);
        if (phrases == null) {
            throw new IllegalStateException("Nobody knows what callers say about (%s).".formatted(type));
        }
        return chance.oneOf(phrases);
    }

    /// A number of the ranges kept for drama: nobody has it.
    private static String telephone(Chance chance) {
        int last = chance.below(1_000);
        return chance.happens(0.7) ? "07700 900%03d".formatted(last) : "020 7946 0%03d".formatted(last);
    }
}
