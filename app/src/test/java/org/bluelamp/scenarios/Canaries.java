package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Actions;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.bluelamp.policy.Policies;

/// Words that stand in one incident or action each and nowhere else, hidden in every borough, role and restricted
/// record of the running program; and who is meant to find which, from the roles and nothing else.
final class Canaries {
    static final BoroughCode CAMDEN = new BoroughCode("E09000007");
    static final BoroughCode WESTMINSTER = new BoroughCode("E09000033");

    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final RoleCode INVESTIGATOR = new RoleCode("STANDARDS_INVESTIGATOR");

    /// The incident that holds each canary.
    final Map<String, IncidentRef> incidents = new LinkedHashMap<>();
    /// The one person named on what is restricted.
    final PersonView named = PROGRAM.get(People.class).holding(INVESTIGATOR).getFirst();

    private int keys;

    private static final class Hidden {
        static final Canaries ONCE = hide();
    }

    /// One for each borough of the demonstration, one of no borough, a restricted one, and two actions; hidden once in
    /// the program that all tests share.
    static Canaries hidden() {
        return Hidden.ONCE;
    }

    private static Canaries hide() {
        var canaries = new Canaries();
        canaries.open("canaryincamdenonly", Optional.of(CAMDEN));
        canaries.open("canaryinwestminster", Optional.of(WESTMINSTER));
        canaries.open("canarywithoutborough", Optional.empty());
        canaries.restrict(canaries.open("canaryrestrictedcamden", Optional.of(CAMDEN)));
        canaries.ask("canaryforthepodalone", "control-room", Optional.empty());
        canaries.ask("canaryforcamdensergeant", "borough", Optional.of(CAMDEN));
        return canaries;
    }

    /// Everybody of the demonstration who holds a post.
    static List<PersonView> everybody() {
        return PROGRAM.get(People.class).all().stream()
                .filter(person -> !person.posts().isEmpty())
                .sorted(Comparator.comparing(person -> person.person().text()))
                .toList();
    }

    static Role roleOf(PersonView person) {
        return PROGRAM.get(Roles.class).find(person.posts().getFirst().role()).orElseThrow();
    }

    private static Instant now() {
        return PROGRAM.get(ServiceClock.class).now();
    }

    private Asked asked() {
        keys++;
        var key = new RequestKey("canary-%d-%d".formatted(System.nanoTime(), keys));
        var sight = new Sight(named.person().actor(), null);
        return new Asked(sight, INVESTIGATOR, EnteredHow.SCREEN, now(), key);
    }

    IncidentRef open(String canary, Optional<BoroughCode> borough) {
        PlaceGiven place = borough.<PlaceGiven>map(code -> new PlaceGiven.Located(
                        canary + " house", canary, Coordinate.ofDegrees(51.53, -0.14), code, null, null))
                .orElseGet(() -> new PlaceGiven.Described(canary));
        var decision = PROGRAM.get(Incidents.class)
                .handle(new IncidentRequest.Open(asked(), type(), null, place, canary, canary, Channel.EMERGENCY_CALL));
        if (decision instanceof Decision.Accepted<IncidentEvent, IncidentRefusal>(List<IncidentEvent> events)) {
            if (canary.startsWith("canary")) {
                incidents.put(canary, events.getFirst().incident());
            }
            return events.getFirst().incident();
        }
        throw new AssertionError(decision);
    }

    private static String type() {
        return PROGRAM.get(Policies.class)
                .inForce(GradingScheme.KIND, now())
                .only()
                .types()
                .getFirst()
                .code();
    }

    void restrict(IncidentRef incident) {
        var persons = Set.of(named.person().actor());
        handle(new IncidentRequest.Restrict(asked(), incident, persons, "A canary."));
    }

    void note(IncidentRef incident, String words) {
        handle(new IncidentRequest.AddNote(asked(), incident, words));
    }

    private static void handle(IncidentRequest request) {
        assertThat(PROGRAM.get(Incidents.class).handle(request)).isInstanceOf(Decision.Accepted.class);
    }

    private void ask(String canary, String ladder, Optional<BoroughCode> borough) {
        var request = new ActionRequest.Ask(
                new ActionId("test/" + canary), canary, "test/action", ladder, borough, Optional.empty(), now());
        var act = Act.byProgram("test", new Happened(now(), Happened.Precision.MICROSECOND, "test"));
        assertThat(PROGRAM.get(Actions.class).handle(request, act)).isInstanceOf(Decision.Accepted.class);
    }

    /// Whether this person reads what lies in this borough.
    static boolean reaches(PersonView person, BoroughCode borough) {
        return person.posts().getFirst().borough().map(borough::equals).orElse(true);
    }

    static boolean may(PersonView person, String permission) {
        return roleOf(person).permissions().contains(permission);
    }

    /// What a person may find.
    Set<String> meantFor(PersonView person) {
        PersonView.Post post = person.posts().getFirst();
        var meant = new TreeSet<String>();
        if (may(person, "incident.read")) {
            meant.add("canarywithoutborough");
            if (reaches(person, CAMDEN)) {
                meant.add("canaryincamdenonly");
            }
            if (reaches(person, WESTMINSTER)) {
                meant.add("canaryinwestminster");
            }
            if (person.person().equals(named.person())) {
                meant.add("canaryrestrictedcamden");
            }
        }
        if (may(person, "actions.read")) {
            if (post.role().code().equals("COMMUNICATIONS_OFFICER")) {
                meant.add("canaryforthepodalone");
            }
            if (post.role().code().equals("PATROL_SERGEANT") && post.borough().equals(Optional.of(CAMDEN))) {
                meant.add("canaryforcamdensergeant");
            }
        }
        return meant;
    }
}
