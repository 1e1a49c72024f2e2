package org.bluelamp.control;

import java.time.Instant;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.Refusal;
import org.bluelamp.kernel.TourRef;

/// Why something asked of an incident is not done.
public sealed interface IncidentRefusal extends Refusal {

    /// There is no such incident, or the person asking may not see it; the answer does not tell which.
    record UnknownIncident(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unknown-incident";
        }

        @Override
        public String sentence() {
            return "No incident (%s) is known to you.".formatted(incident);
        }
    }

    record UnknownType(String type) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unknown-type";
        }

        @Override
        public String sentence() {
            return "The incident type (%s) is not in the policy in force. Choose one of the list.".formatted(type);
        }
    }

    record UnknownGrade(Grade grade) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unknown-grade";
        }

        @Override
        public String sentence() {
            return "The grade (%s) is not in the grading scheme in force.".formatted(grade);
        }
    }

    record PlaceMissing() implements IncidentRefusal {
        @Override
        public String code() {
            return "control/place-missing";
        }

        @Override
        public String sentence() {
            return "An incident needs a place. Words are enough where the street is not known.";
        }
    }

    record PlaceNotChosen(int candidates) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/place-not-chosen";
        }

        @Override
        public String sentence() {
            return "This place is in more than one borough (%d candidates). Choose which one.".formatted(candidates);
        }
    }

    record WordsMissing() implements IncidentRefusal {
        @Override
        public String code() {
            return "control/words-missing";
        }

        @Override
        public String sentence() {
            return "A line of the log needs at least one word.";
        }
    }

    record UnknownLine(IncidentRef incident, int line) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unknown-line";
        }

        @Override
        public String sentence() {
            return "The log of incident (%s) has no line (%d) that can be corrected.".formatted(incident, line);
        }
    }

    record LineCorrectedBefore(IncidentRef incident, int line) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/line-corrected-before";
        }

        @Override
        public String sentence() {
            return "Line (%d) of incident (%s) was corrected before. Correct the newer line instead."
                    .formatted(line, incident);
        }
    }

    record IncidentClosed(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/incident-closed";
        }

        @Override
        public String sentence() {
            return "Incident (%s) is closed already. Notes are still taken, as reports.".formatted(incident);
        }
    }

    record UnknownResult(String result) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unknown-result";
        }

        @Override
        public String sentence() {
            return "The result (%s) is not in the policy in force. Choose one of the list.".formatted(result);
        }
    }

    record NobodyNamed(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/nobody-named";
        }

        @Override
        public String sentence() {
            return "A restriction of incident (%s) names at least one person.".formatted(incident);
        }
    }

    record ReasonMissing(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/reason-missing";
        }

        @Override
        public String sentence() {
            return "A restriction of incident (%s) needs a reason.".formatted(incident);
        }
    }

    record GradeUnchanged(Grade grade) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/grade-unchanged";
        }

        @Override
        public String sentence() {
            return "The grade is (%s) already.".formatted(grade);
        }
    }

    record RegradeNotAsked(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/regrade-not-asked";
        }

        @Override
        public String sentence() {
            return "Nobody asks for another grade of (%s).".formatted(incident);
        }
    }

    record WhyMissing(String what) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/why-missing";
        }

        @Override
        public String sentence() {
            return "%s needs a reason.".formatted(what);
        }
    }

    record TimesWrongWay(Instant from, Instant until) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/times-wrong-way";
        }

        @Override
        public String sentence() {
            return "The end (%s) is not after the beginning (%s), or lies in the past.".formatted(until, from);
        }
    }

    record UnknownUnit(TourRef unit) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unknown-unit";
        }

        @Override
        public String sentence() {
            return "No unit (%s) is on duty.".formatted(unit.callsign());
        }
    }

    record UnitCommitted(Callsign unit, IncidentRef to) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unit-committed";
        }

        @Override
        public String sentence() {
            return "%s is committed to incident (%s). Maybe divert it.".formatted(unit, to);
        }
    }

    record UnitNotHere(Callsign unit, IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unit-not-here";
        }

        @Override
        public String sentence() {
            return "%s is not committed to incident (%s).".formatted(unit, incident);
        }
    }

    record UnitNotSendable(Callsign unit, String status) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unit-not-sendable";
        }

        @Override
        public String sentence() {
            return "%s is not to be sent: %s.".formatted(unit, status);
        }
    }

    record UnitOnDuty(Callsign unit) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unit-on-duty";
        }

        @Override
        public String sentence() {
            return "%s is on duty already.".formatted(unit);
        }
    }

    record StatusOfIncident(Callsign unit, UnitStatus status) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/status-of-incident";
        }

        @Override
        public String sentence() {
            return "(%s) is a status towards an incident, and %s is on none.".formatted(status, unit);
        }
    }

    record StatusOfUnit(UnitStatus status) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/status-of-unit";
        }

        @Override
        public String sentence() {
            return "(%s) is no status towards an incident. Maybe stand the unit down.".formatted(status);
        }
    }

    record NothingToUndo(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/nothing-to-undo";
        }

        @Override
        public String sentence() {
            return "You have sent or stood down nobody at (%s) that can still be taken back.".formatted(incident);
        }
    }

    record UnitsStillCommitted(IncidentRef incident, int units) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/units-still-committed";
        }

        @Override
        public String sentence() {
            return "Incident (%s) still has units (%d). Let them finish or stand them down first."
                    .formatted(incident, units);
        }
    }

    record CodeMissing(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/code-missing";
        }

        @Override
        public String sentence() {
            return "Incident (%s) needs a crime number, or why it is no crime, and a category before it is closed."
                    .formatted(incident);
        }
    }

    record UnknownCode(String field, String code) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/unknown-code";
        }

        @Override
        public String sentence() {
            return "The code (%s) is not in the policy in force for (%s).".formatted(code, field);
        }
    }

    record CrimeNumberForm(String form) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/crime-number-form";
        }

        @Override
        public String sentence() {
            return "A crime number looks like %s.".formatted(form);
        }
    }

    record OneOrTheOther(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/one-or-the-other";
        }

        @Override
        public String sentence() {
            return "Incident (%s) has a crime number or a reason it is no crime, not both.".formatted(incident);
        }
    }

    record SameIncident(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/same-incident";
        }

        @Override
        public String sentence() {
            return "Incident (%s) cannot be linked to itself.".formatted(incident);
        }
    }

    record LinkedBefore(IncidentRef incident, IncidentRef other) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/linked-before";
        }

        @Override
        public String sentence() {
            return "Incident (%s) is linked to (%s) already.".formatted(incident, other);
        }
    }

    record NotClosed(IncidentRef incident) implements IncidentRefusal {
        @Override
        public String code() {
            return "control/not-closed";
        }

        @Override
        public String sentence() {
            return "Incident (%s) is open.".formatted(incident);
        }
    }
}
