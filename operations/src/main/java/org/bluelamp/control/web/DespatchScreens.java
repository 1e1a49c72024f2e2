package org.bluelamp.control.web;

import java.util.List;
import org.bluelamp.console.Shell;
import org.bluelamp.control.web.IncidentScreens.Choice;
import org.bluelamp.control.web.IncidentScreens.Row;

/// Exactly what the pages of units and of sending them show, already worded. Public because templates are
/// compiled elsewhere.
public final class DespatchScreens {
    private DespatchScreens() {}

    /// One unit in a list. `look` is how its state is marked: `free`, `busy`, `there`, `away`; `since` is an
    /// ISO time.
    public record UnitRow(
            String id,
            String rank,
            String callsign,
            String kind,
            String borough,
            String status,
            String look,
            String since,
            String sinceTime,
            String incident,
            String incidentHref,
            String crew,
            String skills,
            String until) {}

    /// A unit that could be sent; `key` sends it. `divert` says whether it is taken from another incident.
    public record Offer(
            String key,
            String unit,
            String callsign,
            String state,
            String look,
            String takes,
            String why,
            boolean divert) {}

    /// A step a committed unit may take next, with the key that enters it.
    public record Step(String key, String status, String label) {}

    /// A unit committed to the incident.
    public record Committed(String unit, String callsign, String status, String look, List<Step> steps) {}

    /// What can be done about units at one incident, and about its grade and links.
    public record Panel(
            List<Offer> offers,
            List<Committed> committed,
            boolean mayDespatch,
            boolean mayRegrade,
            boolean mayAsk,
            boolean maySayStatus,
            boolean mayUndo,
            boolean regradeAsked,
            boolean reopens,
            boolean appoints,
            List<Choice> grades,
            List<Choice> risks,
            List<Choice> statuses,
            List<Choice> noCrime,
            List<Choice> categories,
            String crimeNumberForm,
            List<Row> queue) {}

    /// The resource display.
    public record Resources(
            Shell shell, List<UnitRow> units, int free, int committed, int away, List<Choice> kinds, String filter) {}
}
