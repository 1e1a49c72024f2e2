package org.bluelamp.contact;

import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.Refusal;

/// Why something asked of a contact is not done.
public sealed interface ContactRefusal extends Refusal {

    record UnknownContact(ContactId contact) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/unknown-contact";
        }

        @Override
        public String sentence() {
            return "No contact (%s) is known to you.".formatted(contact);
        }
    }

    record AnsweredBefore(ContactId contact) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/answered-before";
        }

        @Override
        public String sentence() {
            return "Somebody else has contact (%s). Maybe take it over first.".formatted(contact);
        }
    }

    record AlreadyOver(ContactId contact) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/already-over";
        }

        @Override
        public String sentence() {
            return "Contact (%s) is over already.".formatted(contact);
        }
    }

    record NotWaiting(ContactId contact) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/not-waiting";
        }

        @Override
        public String sentence() {
            return "Contact (%s) does not wait for an answer.".formatted(contact);
        }
    }

    record UnknownType(String type) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/unknown-type";
        }

        @Override
        public String sentence() {
            return "The incident type (%s) is not in the policy in force. Choose one of the list.".formatted(type);
        }
    }

    record UnknownGrade(Grade grade) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/unknown-grade";
        }

        @Override
        public String sentence() {
            return "The grade (%s) is not in the grading scheme in force.".formatted(grade);
        }
    }

    record UnknownAnswer(String question, String answer) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/unknown-answer";
        }

        @Override
        public String sentence() {
            return "The answer (%s) to question (%s) is not in the question set in force.".formatted(answer, question);
        }
    }

    record PlaceMissing() implements ContactRefusal {
        @Override
        public String code() {
            return "contact/place-missing";
        }

        @Override
        public String sentence() {
            return "An incident needs a place. Words are enough where the street is not known.";
        }
    }

    record PlaceNotChosen(int candidates) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/place-not-chosen";
        }

        @Override
        public String sentence() {
            return "This place is in more than one borough (%d candidates). Choose which one.".formatted(candidates);
        }
    }

    record WordsMissing() implements ContactRefusal {
        @Override
        public String code() {
            return "contact/words-missing";
        }

        @Override
        public String sentence() {
            return "A contact needs at least one word of what was said.";
        }
    }

    record BecauseMissing(Grade recommended, Grade given) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/because-missing";
        }

        @Override
        public String sentence() {
            return "The answers lead to grade (%s), and (%s) is given. Say why in a few words."
                    .formatted(recommended, given);
        }
    }

    record UnknownIncident(IncidentRef incident) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/unknown-incident";
        }

        @Override
        public String sentence() {
            return "No incident (%s) is known to you.".formatted(incident);
        }
    }

    record NotTakenByControl(Refusal refusal) implements ContactRefusal {
        @Override
        public String code() {
            return "contact/not-taken-by-control";
        }

        @Override
        public String sentence() {
            return "The control room did not take it: " + refusal.sentence();
        }
    }
}
