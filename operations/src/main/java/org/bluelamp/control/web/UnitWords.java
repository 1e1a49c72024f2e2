package org.bluelamp.control.web;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.web.DespatchScreens.UnitRow;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.springframework.stereotype.Component;

/// Units in the words of the control room. No names of people: a crew is so many, with these skills.
@Component
class UnitWords {
    private final Wording wording;
    private final Names names;

    UnitWords(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
    }

    UnitRow row(UnitView view, UnitStatuses statuses) {
        IncidentRef incident = view.incident();
        BoroughCode borough = view.borough();
        return new UnitRow(
                rowId(view.unit()),
                view.callsign().text(),
                view.callsign().text(),
                plain(view.kind()),
                borough == null ? "whole service" : names.of(AreaKind.BOROUGH, borough.code()),
                statuses.of(view.status()).label(),
                look(view.status()),
                iso(view.since()),
                wording.time(view.since()),
                incident == null ? "" : wording.number(incident),
                incident == null ? "" : "/incidents/" + incident,
                view.crew().size() == 1
                        ? "1, single crewed"
                        : Integer.toString(view.crew().size()),
                view.skills().stream().map(UnitWords::plain).collect(Collectors.joining(", ")),
                wording.time(view.until()));
    }

    /// `SAFER_NEIGHBOURHOOD` as `safer neighbourhood`.
    static String plain(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.UK);
    }

    static String rowId(TourRef unit) {
        return "unit-" + unit;
    }

    private static String iso(Instant at) {
        return at.toString();
    }

    /// How a state is marked, beside its word.
    static String look(UnitStatus status) {
        return switch (status) {
            case AVAILABLE, PATROLLING, AT_STATION -> "free";
            case SENT, ON_THE_WAY -> "going";
            case AT_SCENE, DEPLOYABLE -> "there";
            case CUSTODY, MEAL_BREAK, NOT_AVAILABLE -> "away";
        };
    }
}
