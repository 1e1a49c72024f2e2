package org.bluelamp.simulation.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.UnitCode;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.SkillHeld;
import org.bluelamp.workforce.TourPlan;
import org.bluelamp.workforce.TourRequest;

/// The roster of a borough in three tours a day: its officers in three teams, each team's people on the units in the
/// order in which a borough would not do without them.
final class RosterModel {
    static final int TEAMS = 3;
    private static final LocalTime[] BEGIN = {LocalTime.of(7, 0), LocalTime.of(15, 0), LocalTime.of(23, 0)};
    private static final LocalTime[] END = {LocalTime.of(15, 0), LocalTime.of(23, 0), LocalTime.of(7, 0)};

    /// A unit of every team: callsign, kind, how many work it, what they can do, what they carry and drive.
    private record Unit(
            String callsign, String kind, int crew, List<String> skills, Set<String> equipment, String vehicle) {}

    private static final List<String> DRIVER = List.of("RESPONSE_DRIVER", "TASER", "FIRST_AID");
    private static final Set<String> KIT = Set.of("BODY_WORN_VIDEO", "TASER", "DEFIBRILLATOR");
    private static final Set<String> PLAIN = Set.of("BODY_WORN_VIDEO");
    private static final List<Unit> UNITS = List.of(
            new Unit("MP21", "RESPONSE", 2, DRIVER, KIT, "Response car 21"),
            new Unit("MP22", "RESPONSE", 2, DRIVER, KIT, "Response car 22"),
            new Unit("MP2", "SUPERVISOR", 1, DRIVER, KIT, "Supervisor's car"),
            new Unit("MP23", "RESPONSE", 1, DRIVER, KIT, "Response car 23"),
            new Unit("MP24", "RESPONSE", 1, DRIVER, KIT, "Response car 24"),
            new Unit("MP25", "RESPONSE", 1, DRIVER, KIT, "Response car 25"),
            new Unit("MP26", "RESPONSE", 1, DRIVER, KIT, "Response car 26"),
            new Unit("SN-WE1", "SAFER_NEIGHBOURHOOD", 1, List.of("FIRST_AID"), PLAIN, "on foot"),
            new Unit("MP27", "RESPONSE", 1, DRIVER, KIT, "Response car 27"),
            new Unit("MP28", "RESPONSE", 1, DRIVER, KIT, "Response car 28"),
            new Unit("TP11", "TRAFFIC", 1, List.of("ADVANCED_DRIVER", "PURSUIT", "COLLISION"), KIT, "Traffic car 11"),
            new Unit("SN-SJ1", "SAFER_NEIGHBOURHOOD", 1, List.of("FIRST_AID"), PLAIN, "cycle"),
            new Unit("DS7", "DOG", 1, List.of("DOG_HANDLER", "RESPONSE_DRIVER"), PLAIN, "Dog van 7"),
            new Unit("MP29", "RESPONSE", 1, DRIVER, KIT, "Response car 29"),
            new Unit("TJ4", "FIREARMS", 2, List.of("AUTHORISED_FIREARMS", "ADVANCED_DRIVER"), KIT, "Armed car 4"),
            new Unit("MP30", "RESPONSE", 1, DRIVER, KIT, "Response car 30"),
            new Unit("SN-CH1", "SAFER_NEIGHBOURHOOD", 1, List.of("FIRST_AID"), PLAIN, "on foot"),
            new Unit("MP31", "RESPONSE", 1, DRIVER, KIT, "Response car 31"),
            new Unit("MP32", "RESPONSE", 1, DRIVER, KIT, "Response car 32"),
            new Unit("MP33", "RESPONSE", 1, DRIVER, KIT, "Response car 33"));

    private final BoroughCode borough;
    private final UnitCode commandUnit;
    private final ZoneId zone;

    RosterModel(BoroughCode borough, UnitCode commandUnit, ZoneId zone) {
        this.borough = borough;
        this.commandUnit = commandUnit;
        this.zone = zone;
    }

    /// The tours of a day in order; nobody is on two of them, and each tour is the callsign's `number` of the day.
    List<TourRequest.Plan> of(LocalDate day, List<PersonId> officers) {
        var plans = new ArrayList<TourRequest.Plan>();
        for (int team = 0; team < TEAMS; team++) {
            int at = team;
            for (Unit unit : UNITS) {
                if (at + (unit.crew() - 1) * TEAMS >= officers.size()) {
                    break;
                }
                var crew = new ArrayList<CrewMember>();
                for (int seat = 0; seat < unit.crew(); seat++, at += TEAMS) {
                    crew.add(new CrewMember(officers.get(at), skills(unit, day)));
                }
                plans.add(plan(day, team, unit, crew));
            }
        }
        return plans;
    }

    private static List<SkillHeld> skills(Unit unit, LocalDate day) {
        LocalDate until = LocalDate.of(day.getYear() + 1, 3, 31);
        return unit.skills().stream().map(skill -> new SkillHeld(skill, until)).toList();
    }

    private TourRequest.Plan plan(LocalDate day, int team, Unit unit, List<CrewMember> crew) {
        LocalDate last = END[team].isAfter(BEGIN[team]) ? day : day.plusDays(1);
        var plan = new TourPlan(
                unit.kind(),
                Optional.of(borough),
                commandUnit,
                day.atTime(BEGIN[team]).atZone(zone).toInstant(),
                last.atTime(END[team]).atZone(zone).toInstant(),
                Optional.of(unit.vehicle()),
                unit.equipment());
        var tour = new TourRef(day, new Callsign(unit.callsign()), team + 1);
        return new TourRequest.Plan(tour, Optional.of(borough), plan, crew);
    }
}
