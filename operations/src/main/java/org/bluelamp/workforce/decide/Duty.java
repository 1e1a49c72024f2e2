package org.bluelamp.workforce.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.workforce.DutyEvent;

/// What one callsign or person is bound to around a day, folded from the days' streams.
public record Duty(String holder, List<Spell> spells) {

    /// One tour it is bound to; `begun` once booked on, and then without an end until freed.
    public record Spell(TourRef tour, Instant from, Instant until, boolean begun) {}

    public Duty {
        spells = List.copyOf(spells);
    }

    public static Duty from(String holder, List<DutyEvent> events) {
        Duty duty = new Duty(holder, List.of());
        for (DutyEvent event : events) {
            duty = duty.after(event);
        }
        return duty;
    }

    public Duty after(DutyEvent event) {
        var after = new ArrayList<Spell>();
        for (Spell spell : spells) {
            if (!spell.tour().equals(event.tour())) {
                after.add(spell);
            } else if (event instanceof DutyEvent.Began) {
                after.add(new Spell(spell.tour(), spell.from(), spell.until(), true));
            }
        }
        if (event instanceof DutyEvent.Bound(String _, TourRef tour, Instant from, Instant until)) {
            after.add(new Spell(tour, from, until, false));
        }
        return new Duty(holder, after);
    }

    /// Another tour it is bound to between these times.
    Optional<TourRef> boundBetween(TourRef but, Instant from, Instant until) {
        return spells.stream()
                .filter(spell ->
                        !spell.tour().equals(but) && spell.from().isBefore(until) && from.isBefore(spell.until()))
                .map(Spell::tour)
                .findFirst();
    }

    /// Another tour it is booked on with and not off yet.
    Optional<TourRef> onNow(TourRef but) {
        return spells.stream()
                .filter(spell -> !spell.tour().equals(but) && spell.begun())
                .map(Spell::tour)
                .findFirst();
    }
}
