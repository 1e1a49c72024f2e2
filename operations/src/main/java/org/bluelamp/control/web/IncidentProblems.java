package org.bluelamp.control.web;

import org.bluelamp.console.Problems;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.IncidentClosed;
import org.bluelamp.control.IncidentRefusal.LineCorrectedBefore;
import org.bluelamp.control.IncidentRefusal.NobodyNamed;
import org.bluelamp.control.IncidentRefusal.PlaceMissing;
import org.bluelamp.control.IncidentRefusal.PlaceNotChosen;
import org.bluelamp.control.IncidentRefusal.ReasonMissing;
import org.bluelamp.control.IncidentRefusal.UnknownGrade;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRefusal.UnknownLine;
import org.bluelamp.control.IncidentRefusal.UnknownResult;
import org.bluelamp.control.IncidentRefusal.UnknownType;
import org.bluelamp.control.IncidentRefusal.WordsMissing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Refusals over HTTP (RFC 9457).
class IncidentProblems {
    private IncidentProblems() {}

    static HttpStatus status(IncidentRefusal refusal) {
        return switch (refusal) {
            case UnknownIncident _ -> HttpStatus.NOT_FOUND;
            case IncidentClosed _,
                    LineCorrectedBefore _,
                    IncidentRefusal.NotClosed _,
                    IncidentRefusal.GradeUnchanged _,
                    IncidentRefusal.RegradeNotAsked _,
                    IncidentRefusal.UnitCommitted _,
                    IncidentRefusal.UnitNotHere _,
                    IncidentRefusal.UnitNotSendable _,
                    IncidentRefusal.UnitOnDuty _,
                    IncidentRefusal.NothingToUndo _,
                    IncidentRefusal.UnitsStillCommitted _,
                    IncidentRefusal.LinkedBefore _ -> HttpStatus.CONFLICT;
            case UnknownType _,
                    UnknownGrade _,
                    PlaceMissing _,
                    PlaceNotChosen _,
                    WordsMissing _,
                    UnknownLine _,
                    UnknownResult _,
                    NobodyNamed _,
                    ReasonMissing _,
                    IncidentRefusal.WhyMissing _,
                    IncidentRefusal.TimesWrongWay _,
                    IncidentRefusal.UnknownUnit _,
                    IncidentRefusal.StatusOfIncident _,
                    IncidentRefusal.StatusOfUnit _,
                    IncidentRefusal.CodeMissing _,
                    IncidentRefusal.UnknownCode _,
                    IncidentRefusal.CrimeNumberForm _,
                    IncidentRefusal.OneOrTheOther _,
                    IncidentRefusal.SameIncident _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static ProblemDetail problem(IncidentRefusal refusal) {
        return Problems.of(status(refusal), refusal);
    }
}
