package org.bluelamp.simulation.internal;

import java.util.HashSet;
import java.util.Set;
import org.bluelamp.kernel.TravelBy;

/// Which kinds of unit the demo world sends to what, and how they get there.
final class Suited {
    private Suited() {}

    static Set<String> kinds(String type, int rank) {
        var kinds = new HashSet<>(Set.of("RESPONSE"));
        if (rank == 0) {
            kinds.addAll(Set.of("SUPERVISOR", "TRAFFIC"));
        }
        switch (type) {
            case "WEAPON", "ROBBERY", "EXPLOSION" -> kinds.addAll(Set.of("FIREARMS", "DOG"));
            case "BURGLARY_ON", "SUSPICIOUS", "MISSING", "ALARM" -> kinds.add("DOG");
            case "COLLISION", "PURSUIT" -> kinds.add("TRAFFIC");
            case "NUISANCE", "NEIGHBOURS", "THEFT", "SHOPLIFTER", "CONCERN", "DAMAGE", "HATE_CRIME", "VEHICLE_CRIME" ->
                kinds.add("SAFER_NEIGHBOURHOOD");
            default -> {}
        }
        return kinds;
    }

    /// What a crew says of how it ended.
    static String words(String result) {
        return switch (result) {
            case "ARREST" -> "One detained. We take them to custody.";
            case "CRIME_RECORDED" -> "Details taken, crime to be recorded. Victim has our number.";
            case "NO_TRACE" -> "Area searched, no trace.";
            case "ADVICE_GIVEN" -> "All parties spoken to, words of advice.";
            case "OTHER_AGENCY" -> "Left with the other agency.";
            default -> "Spoke to those there. All in order.";
        };
    }

    static TravelBy by(String kind, int rank) {
        return switch (kind) {
            case "SAFER_NEIGHBOURHOOD" -> TravelBy.CYCLE;
            default -> rank == 0 ? TravelBy.BLUE_LIGHT_CAR : TravelBy.CAR;
        };
    }

    /// The national category a closed incident of a type counts under.
    static String category(String type, String result) {
        if (result.equals("CRIME_RECORDED") || result.equals("ARREST")) {
            return "CR";
        }
        return switch (type) {
            case "NUISANCE" -> "ASB-N";
            case "NEIGHBOURS" -> "ASB-P";
            case "COLLISION" -> "TR";
            case "FOUND", "ADVICE", "FRAUD" -> "ADM";
            default -> "PSW";
        };
    }
}
