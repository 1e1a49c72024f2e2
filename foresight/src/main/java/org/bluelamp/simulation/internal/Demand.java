package org.bluelamp.simulation.internal;

import java.util.List;

/// How often people call about what in each hour of the day, counted in real calls; `emergency` says how many of a
/// type's came by the emergency line.
record Demand(List<String> types, int[][] callsByHour, int[] emergency, int[] all) {
    static final int HOURS = 24;

    Demand {
        types = List.copyOf(types);
        callsByHour = callsByHour.clone();
        emergency = emergency.clone();
        all = all.clone();
    }

    int calls() {
        int sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            sum += calls(hour);
        }
        return sum;
    }

    int calls(int hour) {
        int sum = 0;
        for (int calls : callsByHour[hour]) {
            sum += calls;
        }
        return sum;
    }

    /// How many call in that hour of the day where so many call a day.
    double inAnHour(int hour, int callsADay) {
        return (double) callsADay * calls(hour) / calls();
    }

    String type(int hour, Chance chance) {
        return types.get(chance.weighted(callsByHour[hour]));
    }

    boolean emergency(String type, Chance chance) {
        int at = types.indexOf(type);
        return chance.happens((double) emergency[at] / all[at]);
    }
}
