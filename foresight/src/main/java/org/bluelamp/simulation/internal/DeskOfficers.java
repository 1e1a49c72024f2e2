package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentRequest.Counts;
import org.bluelamp.control.IncidentView;
import org.bluelamp.journal.EnteredHow;

/// Whoever deals at a desk with what needs nobody on the spot, and closes the logs of what was dealt with.
final class DeskOfficers implements Actor {
    private static final String ROLE = "COMMUNICATIONS_OFFICER";
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(20);
    /// From the last line of a log with a result until somebody closes it.
    private static final Duration CLOSES_AFTER = Duration.ofSeconds(100);

    private static final int CRIME_NUMBERS = 10_000_000;

    private final Room room;
    private final Cast cast;
    private final Outcomes outcomes;
    private final CallTakerModel model;
    private final OfficerModel officers;
    private Instant looksAt = Instant.MIN;
    private int turn;

    DeskOfficers(Room room, Cast cast, Outcomes outcomes, CallTakerModel model, OfficerModel officers) {
        this.room = room;
        this.cast = cast;
        this.outcomes = outcomes;
        this.model = model;
        this.officers = officers;
    }

    @Override
    public void act(Instant now) {
        if (now.isBefore(looksAt)) {
            return;
        }
        looksAt = now.plus(LOOKS_EVERY);
        GradingScheme scheme = room.policies().inForce(GradingScheme.KIND, now).only();
        cast.one(ROLE, Optional.empty(), turn++)
                .ifPresent(seat -> room.open(seat).stream()
                        .filter(incident -> incident.units().isEmpty())
                        .forEach(incident -> see(incident, scheme, seat, now)));
    }

    private void see(IncidentView incident, GradingScheme scheme, Seat seat, Instant now) {
        String result = incident.result();
        if (incident.stage() == IncidentView.Stage.RESULTED && result != null) {
            if (!incident.lastLineAt().plus(CLOSES_AFTER).isAfter(now)) {
                close(incident, result, "", seat, now);
            }
            return;
        }
        boolean atTheDesk =
                scheme.grade(incident.grade()).filter(row -> !row.deploys()).isPresent();
        Instant due =
                incident.openedAt().plus(model.closesAfter(incident.incident().toString()));
        if (atTheDesk && !due.isAfter(now)) {
            String said = officers.result(incident.incident(), incident.type());
            close(incident, said, "Dealt with by telephone.", seat, now);
        }
    }

    private void close(IncidentView incident, String result, String words, Seat seat, Instant now) {
        ClosingRules rules = room.policies().inForce(ClosingRules.KIND, now).only();
        boolean must = rules.counts(incident.type(), result) && !incident.coded();
        Counts counts = must ? counts(incident, result) : Counts.NOT_SAID;
        var asked =
                seat.asked(EnteredHow.SCREEN, now, "close-%s-%d".formatted(incident.incident(), now.getEpochSecond()));
        var request = new IncidentRequest.Close(asked, incident.incident(), result, words, counts);
        outcomes.ask("logs closed", () -> room.incidents().handle(request));
    }

    private static Counts counts(IncidentView incident, String result) {
        String category = Suited.category(incident.type(), result);
        if (!category.equals("CR")) {
            return new Counts(null, "NO_OFFENCE_DISCLOSED", category);
        }
        int number = Math.floorMod(incident.incident().hashCode(), CRIME_NUMBERS);
        int year = incident.incident().day().getYear() % 100;
        return new Counts("%07d/%02d".formatted(number, year), null, category);
    }
}
