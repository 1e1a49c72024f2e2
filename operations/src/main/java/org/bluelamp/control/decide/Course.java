package org.bluelamp.control.decide;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Release;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.control.IncidentView.Stage;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// How far an incident has come: its grade and risks, the units committed to it in the order they were sent,
/// whether it still needs one, what came of it.
///
/// `left` keeps what a unit that is no longer committed did last, so that a slip can be taken back.
record Course(
        String type,
        Grade grade,
        @Nullable Instant attendBy,
        Set<Risk> risks,
        Map<TourRef, UnitStatus> units,
        Map<TourRef, UnitStatus> left,
        boolean needsUnit,
        boolean regradeAsked,
        Ends ends,
        Set<IncidentRef> linked) {

    /// What is known of its end: the result, whether it is said how it counts, whether it is closed.
    record Ends(@Nullable String result, boolean counted, boolean closed) {}

    Course {
        risks = Set.copyOf(risks);
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        left = Map.copyOf(left);
        linked = Set.copyOf(linked);
    }

    static Course opened(IncidentEvent.Opened opened) {
        return new Course(
                opened.type(),
                opened.grade(),
                opened.attendBy(),
                Set.of(),
                Map.of(),
                Map.of(),
                true,
                false,
                new Ends(null, false, false),
                Set.of());
    }

    Stage stage() {
        if (ends.closed()) {
            return Stage.CLOSED;
        }
        if (ends.result() != null) {
            return Stage.RESULTED;
        }
        if (needsUnit) {
            return Stage.WAITING;
        }
        boolean attended = units.isEmpty() || units.values().stream().anyMatch(UnitStatus::arrived);
        return attended ? Stage.ATTENDED : Stage.ASSIGNED;
    }

    Course after(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.Log _ -> this;
            case IncidentEvent.Grading grading -> graded(grading);
            case IncidentEvent.Despatch despatch -> despatched(despatch);
            case IncidentEvent.SameAs same -> with(same.other());
            case IncidentEvent.DuplicateLinked duplicate -> with(duplicate.duplicate());
            case IncidentEvent.RelatedTo related -> with(related.other());
            case IncidentEvent.CallerLinked _ -> this;
            case IncidentEvent.Ending ending -> ended(ending);
        };
    }

    private Course graded(IncidentEvent.Grading event) {
        return switch (event) {
            case IncidentEvent.Assessed assessed -> rated(grade, attendBy, assessed.risks(), regradeAsked);
            case IncidentEvent.Regraded regraded -> rated(regraded.grade(), regraded.attendBy(), risks, false);
            case IncidentEvent.RegradeAsked _ -> rated(grade, attendBy, risks, true);
            case IncidentEvent.RegradeDeclined _ -> rated(grade, attendBy, risks, false);
            case IncidentEvent.AppointmentMade appointment -> rated(grade, appointment.until(), risks, regradeAsked);
        };
    }

    private Course despatched(IncidentEvent.Despatch event) {
        var committed = new LinkedHashMap<>(units);
        var before = new LinkedHashMap<>(left);
        boolean needs = needsUnit;
        switch (event) {
            case IncidentEvent.UnitAssigned assigned -> {
                committed.put(assigned.unit(), UnitStatus.SENT);
                needs = false;
            }
            case IncidentEvent.UnitStatusSaid said -> committed.computeIfPresent(said.unit(), (_, _) -> said.status());
            case IncidentEvent.UnitReleased released -> {
                UnitStatus last = committed.remove(released.unit());
                before.put(released.unit(), last == null ? UnitStatus.SENT : last);
                needs = committed.isEmpty() && (needs || released.how() != Release.FINISHED);
            }
            case IncidentEvent.UnitRestored restored -> {
                committed.put(restored.unit(), restored.status());
                needs = false;
            }
        }
        return new Course(type, grade, attendBy, risks, committed, before, needs, regradeAsked, ends, linked);
    }

    private Course ended(IncidentEvent.Ending event) {
        return switch (event) {
            case IncidentEvent.Resulted resulted -> ending(new Ends(resulted.result(), ends.counted(), false));
            case IncidentEvent.Coded _ -> ending(new Ends(ends.result(), true, ends.closed()));
            case IncidentEvent.Closed closed -> ending(new Ends(closed.result(), ends.counted(), true));
            case IncidentEvent.Reopened _ ->
                new Course(
                        type,
                        grade,
                        attendBy,
                        risks,
                        units,
                        left,
                        units.isEmpty(),
                        regradeAsked,
                        new Ends(null, ends.counted(), false),
                        linked);
        };
    }

    private Course rated(Grade nowGraded, @Nullable Instant attendBefore, Set<Risk> atRisk, boolean asked) {
        return new Course(type, nowGraded, attendBefore, atRisk, units, left, needsUnit, asked, ends, linked);
    }

    private Course ending(Ends nowEnds) {
        return new Course(type, grade, attendBy, risks, units, left, needsUnit, regradeAsked, nowEnds, linked);
    }

    private Course with(IncidentRef other) {
        var all = new HashSet<>(linked);
        all.add(other);
        return new Course(type, grade, attendBy, risks, units, left, needsUnit, regradeAsked, ends, all);
    }
}
