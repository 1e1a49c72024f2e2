package org.bluelamp.control.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.FixedPolicies;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;

/// What stands before a decision, for tests: one incident alone, or several with units.
final class Given {
    private Given() {}

    static Before.Rules rules(GradingScheme scheme) {
        return new Before.Rules(scheme, FixedPolicies.CLOSING, FixedPolicies.STATUSES);
    }

    static Decision<IncidentEvent, IncidentRefusal> opened(IncidentDay day, Open request, GradingScheme scheme) {
        return Decide.open(day, request, new Unit.NotOn(), rules(scheme));
    }

    static Decision<IncidentEvent, IncidentRefusal> changed(
            List<IncidentEvent> log, Change request, GradingScheme scheme) {
        return Decide.change(
                request,
                new Before(
                        Map.of(request.incident(), Incident.from(log)),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        rules(scheme)));
    }

    static Before standing(Map<IncidentRef, Incident> incidents, Map<TourRef, Unit> units) {
        return new Before(incidents, units, Optional.empty(), Optional.empty(), false, rules(FixedPolicies.SCHEME));
    }
}
