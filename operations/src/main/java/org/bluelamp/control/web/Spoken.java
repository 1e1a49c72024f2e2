package org.bluelamp.control.web;

import org.bluelamp.control.IncidentEvent;
import org.bluelamp.kernel.PersonalText;

/// The number of a line in its log and what was said in it.
record Spoken(int number, PersonalText words) {

    static Spoken of(IncidentEvent event) {
        return new Spoken(
                event.line(),
                switch (event) {
                    case IncidentEvent.Opened e -> e.said();
                    case IncidentEvent.CallerLinked e -> e.words();
                    case IncidentEvent.Log _,
                            IncidentEvent.Grading _,
                            IncidentEvent.Despatch _,
                            IncidentEvent.Link _,
                            IncidentEvent.Ending _ ->
                        event.spoken().stream().findFirst().orElse(PersonalText.of(""));
                });
    }
}
