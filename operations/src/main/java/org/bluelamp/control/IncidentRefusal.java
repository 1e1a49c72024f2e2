package org.bluelamp.control;

import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.Refusal;

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
}
