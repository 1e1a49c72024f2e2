package org.bluelamp.people.signin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.CommandUnitEvent;
import org.bluelamp.people.CommandUnitRefusal;
import org.bluelamp.people.CommandUnitRequest;
import org.bluelamp.people.CommandUnits;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRefusal;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.bluelamp.people.UnitCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The invented people of the demonstration: one for every role, and one in every demonstration borough for roles that
/// are bound to a borough. They are made by the same requests as anybody else.
@Component
@ConditionalOnProperty(name = "bluelamp.demo", havingValue = "true")
class DemoPeople implements SmartLifecycle {
    /// After the policies, since posts rest on the roles in force.
    static final int PHASE = -270;

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 1);
    private static final Map<BoroughCode, String> BOROUGHS = Map.of(
            new BoroughCode("E09000007"), "CAMDEN",
            new BoroughCode("E09000033"), "WESTMINSTER");
    private static final String BOROUGH_UNIT = "BOCU-";

    /// Whom a role answers to, in its own borough or in the control room: from the borough's senior management down,
    /// and from the control room's chief inspector down.
    private static final Map<String, String> ANSWERS_TO = Map.of(
            "DUTY_OFFICER", "BOROUGH_SMT",
            "BOROUGH_OPERATIONS_SUPERVISOR", "DUTY_OFFICER",
            "PATROL_SERGEANT", "DUTY_OFFICER",
            "SAFER_NEIGHBOURHOODS_SERGEANT", "BOROUGH_SMT",
            "RESPONSE_OFFICER", "PATROL_SERGEANT",
            "SHIFT_MANAGER", "CONTROL_ROOM_CHIEF_INSPECTOR",
            "OM_SUPERVISOR", "SHIFT_MANAGER",
            "COMMUNICATIONS_OFFICER", "OM_SUPERVISOR");

    /// Names that nobody takes for real: parts and kinds of lamps.
    private static final List<String> NAMES = List.of(
            "Robin Lantern",
            "Ashley Wick",
            "Morgan Beacon",
            "Sam Taper",
            "Alex Candle",
            "Jo Sconce",
            "Kit Tinder",
            "Charlie Flint",
            "Jamie Ember",
            "Frankie Glow",
            "Lee Torch",
            "Drew Mantle",
            "Pat Spill",
            "Max Filament",
            "Nic Chandler",
            "Toni Bullseye",
            "Sidney Gasper",
            "Val Lamplight",
            "Billie Spark",
            "Ray Lumen");

    private final People people;
    private final CommandUnits units;
    private final Roles roles;
    private final ServiceClock clock;
    private volatile boolean running;

    DemoPeople(People people, CommandUnits units, Roles roles, ServiceClock clock) {
        this.people = people;
        this.units = units;
        this.roles = roles;
        this.clock = clock;
    }

    static String place(String unit) {
        String name = unit.startsWith(BOROUGH_UNIT) ? unit.substring(BOROUGH_UNIT.length()) : unit;
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public void start() {
        if (units.today().isEmpty()) {
            formUnits();
        }
        if (people.all().isEmpty()) {
            var made = new ArrayList<PersonId>();
            for (Role role : roles.all()) {
                if (role.scope() == Role.Reach.BOROUGH) {
                    BOROUGHS.entrySet().stream()
                            .sorted(Map.Entry.comparingByValue())
                            .forEach(borough -> made.add(make(
                                    role,
                                    new UnitCode(BOROUGH_UNIT + borough.getValue()),
                                    Optional.of(borough.getKey()),
                                    made.size())));
                } else {
                    made.add(make(role, unit(role), Optional.empty(), made.size()));
                }
            }
        }
        people.all().stream().filter(person -> person.answersTo().isEmpty()).forEach(this::setLine);
        running = true;
    }

    /// One line of command for each person who has a post below another's.
    private void setLine(PersonView person) {
        person.posts().stream()
                .findFirst()
                .ifPresent(post -> Optional.ofNullable(
                                ANSWERS_TO.get(post.role().code()))
                        .flatMap(above -> people.holding(new RoleCode(above)).stream()
                                .filter(one -> one.posts().getFirst().borough().equals(post.borough()))
                                .findFirst())
                        .ifPresent(
                                above -> ask(new PersonRequest.SetLine(person.person(), above.person(), FIRST_DAY))));
    }

    private void formUnits() {
        var service = new UnitCode("SERVICE");
        ask(new CommandUnitRequest.Form(service, "The service", Optional.empty(), FIRST_DAY));
        Map.of("CONTROL-ROOM", "Control room", "STANDARDS", "Professional standards", "HEADQUARTERS", "Headquarters")
                .forEach((code, label) ->
                        ask(new CommandUnitRequest.Form(new UnitCode(code), label, Optional.of(service), FIRST_DAY)));
        BOROUGHS.forEach((borough, name) -> {
            var unit = new UnitCode(BOROUGH_UNIT + name);
            ask(new CommandUnitRequest.Form(unit, place(unit.code()), Optional.of(service), FIRST_DAY));
            ask(new CommandUnitRequest.Cover(unit, "borough", borough.code(), FIRST_DAY));
        });
        ask(new CommandUnitRequest.Form(new UnitCode("AUTHORITY"), "The authority", Optional.empty(), FIRST_DAY));
    }

    private void ask(CommandUnitRequest request) {
        var happened = new Happened(clock.now(), Happened.Precision.MICROSECOND, "demo");
        switch (units.handle(request, Act.byProgram("demo-people", happened))) {
            case Decision.Accepted<CommandUnitEvent, CommandUnitRefusal> _ -> {}
            case Decision.Refused<CommandUnitEvent, CommandUnitRefusal>(CommandUnitRefusal refusal) ->
                throw new IllegalStateException("The demonstration is refused: " + refusal.sentence());
        }
    }

    private static UnitCode unit(Role role) {
        return new UnitCode(
                switch (role.code().code()) {
                    case "CONTROL_ROOM_CHIEF_INSPECTOR", "SHIFT_MANAGER", "OM_SUPERVISOR", "COMMUNICATIONS_OFFICER" ->
                        "CONTROL-ROOM";
                    case "STANDARDS_INVESTIGATOR" -> "STANDARDS";
                    case "OVERSIGHT_MEMBER" -> "AUTHORITY";
                    default -> "HEADQUARTERS";
                });
    }

    private PersonId make(Role role, UnitCode unit, Optional<BoroughCode> borough, int count) {
        PersonId person = people.nextId();
        var name = PersonalText.of(NAMES.get(count % NAMES.size()));
        String rank = rank(role.code().code());
        var service =
                rank.equals("Staff") || rank.equals("Member") ? PersonEvent.Service.STAFF : PersonEvent.Service.OFFICER;
        ask(new PersonRequest.Join(person, name, service, rank, FIRST_DAY));
        ask(new PersonRequest.Post(person, role.code(), unit, borough, FIRST_DAY));
        return person;
    }

    private static String rank(String role) {
        return switch (role) {
            case "BOROUGH_SMT" -> "Superintendent";
            case "DUTY_OFFICER" -> "Inspector";
            case "BOROUGH_OPERATIONS_SUPERVISOR", "PATROL_SERGEANT", "SAFER_NEIGHBOURHOODS_SERGEANT", "OM_SUPERVISOR" ->
                "Sergeant";
            case "CONTROL_ROOM_CHIEF_INSPECTOR" -> "Chief Inspector";
            case "STANDARDS_INVESTIGATOR" -> "Detective Sergeant";
            case "RESPONSE_OFFICER" -> "Constable";
            case "OVERSIGHT_MEMBER" -> "Member";
            default -> "Staff";
        };
    }

    private void ask(PersonRequest request) {
        var happened = new Happened(clock.now(), Happened.Precision.MICROSECOND, "demo");
        var decision = people.handle(request, Act.byProgram("demo-people", happened));
        switch (decision) {
            case Decision.Accepted<PersonEvent, PersonRefusal> _ -> {}
            case Decision.Refused<PersonEvent, PersonRefusal>(PersonRefusal refusal) ->
                throw new IllegalStateException("The demonstration is refused: " + refusal.sentence());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
