package org.bluelamp.control.web;

import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.kernel.PersonalText;

/// The number of a line in its log and what was said in it.
record Spoken(int number, PersonalText words) {

    static Spoken of(IncidentEvent event) {
        return switch (event) {
            case Opened e -> new Spoken(1, e.said());
            case NoteAdded e -> new Spoken(e.line(), e.words());
            case ReportedAfterClose e -> new Spoken(e.line(), e.words());
            case NoteCorrected e -> new Spoken(e.line(), e.words());
            case Closed e -> new Spoken(e.line(), e.words());
            case Restricted e -> new Spoken(e.line(), e.reason());
        };
    }
}
