package org.bluelamp.control.internal;

import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.Units;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.PersonId;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.TourEvent.BookedOff;
import org.bluelamp.workforce.TourEvent.BookedOn;
import org.bluelamp.workforce.TourEvent.Crewed;
import org.bluelamp.workforce.TourEvent.Planned;
import org.bluelamp.workforce.TourEvent.Withdrawn;
import org.springframework.stereotype.Component;

/// Brings a unit on duty when its tour is booked on, and takes it off when the tour is over (W1).
@Component
class UnitsFromTours implements Reaction<TourEvent> {
    private static final ActorId PROGRAM = new ActorId("system/control");
    private static final RoleCode ROLE = new RoleCode("PROGRAM");

    private final Units units;

    UnitsFromTours(Units units) {
        this.units = units;
    }

    @Override
    public String name() {
        return "control/units-from-tours";
    }

    @Override
    public Class<TourEvent> follows() {
        return TourEvent.class;
    }

    @Override
    public void on(Recorded<TourEvent> recorded) {
        switch (recorded.event()) {
            case BookedOn on -> units.handle(come(on, asked(recorded)));
            case BookedOff off -> units.handle(new UnitRequest.GoOff(asked(recorded), off.tour()));
            case Planned _, Crewed _, Withdrawn _ -> {}
        }
    }

    /// A unit's skills are those of its crew and what it carries.
    private static UnitRequest come(BookedOn on, Asked asked) {
        List<String> skills = Stream.concat(on.skills().stream(), on.equipment().stream())
                .distinct()
                .sorted()
                .toList();
        return new UnitRequest.ComeOn(
                asked,
                on.tour(),
                on.kind(),
                on.borough().orElse(null),
                on.crew().stream().map(PersonId::actor).toList(),
                skills,
                on.until());
    }

    private static Asked asked(Recorded<TourEvent> recorded) {
        return new Asked(
                new Sight(PROGRAM, null),
                ROLE,
                EnteredHow.PROGRAM,
                recorded.act().happened().at(),
                new RequestKey("control-unit-" + recorded.position()));
    }
}
