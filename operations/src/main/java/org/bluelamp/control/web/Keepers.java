package org.bluelamp.control.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Viewer;
import org.bluelamp.control.IncidentEvent.Keeper;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.web.IncidentScreens.Choice;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.Holder;
import org.bluelamp.kernel.ActorId;
import org.springframework.stereotype.Component;

/// Who has the next action of an incident, in words: computed from the desks when it is read.
@Component
class Keepers {
    private final Desks desks;
    private final Names names;

    Keepers(Desks desks, Names names) {
        this.desks = desks;
        this.names = names;
    }

    /// Who holds what now, asked once for a whole list.
    Desks.Holding now() {
        return desks.now();
    }

    /// `Pod 3`, or `On call for Pod 3`: for lists, without names.
    String inList(IncidentView view, Desks.Holding holding) {
        Holder holder = holder(view, holding);
        String asked = label(holder.asked());
        return holder.covering() ? "%s for %s".formatted(label(holder.desk()), asked) : asked;
    }

    /// `You, at Pod 3`, or `Jo Sconce, on call for Pod 3`.
    String onPage(IncidentView view, Viewer viewer) {
        Holder holder = holder(view, desks.now());
        String who = holder.person()
                .map(person -> person.equals(viewer.actor())
                        ? "You"
                        : names.forOnePage().of(person))
                .orElse("Nobody is in the service");
        DeskPlan plan = desks.plan();
        String where = holder.desk().equals(plan.onCall().code()) ? "on call" : "at " + label(holder.desk());
        return holder.covering()
                ? "%s, %s for %s".formatted(who, where, label(holder.asked()))
                : "%s, %s".formatted(who, where);
    }

    /// The person at a desk as a log names them, e.g. `Pod 3 (Jo Sconce)`.
    String named(Keeper keeper, Names.Looked looked) {
        ActorId person = keeper.person();
        String label = label(new DeskCode(keeper.desk()));
        return person == null ? label : "%s (%s)".formatted(label, looked.of(person));
    }

    /// Who has it, and who would if it were given to a desk of the plan.
    Keeper keeper(IncidentView view) {
        return keeper(holder(view, desks.now()));
    }

    Optional<Keeper> at(String desk) {
        return code(desk)
                .filter(code -> desks.plan().desk(code).isPresent())
                .map(code ->
                        new Keeper(code.text(), desks.now().at(code).person().orElse(null)));
    }

    /// The desks it may be given to: all but the one it lies with.
    List<Choice> others(IncidentView view) {
        DeskCode lies = holder(view, desks.now()).asked();
        return desks.plan().desks().stream()
                .filter(desk -> !desk.code().equals(lies))
                .map(desk -> new Choice(desk.code().text(), desk.label(), false))
                .toList();
    }

    private static Holder holder(IncidentView view, Desks.Holding holding) {
        return holding.of(
                Optional.ofNullable(view.borough()),
                Optional.ofNullable(view.desk()).flatMap(Keepers::code));
    }

    private static Keeper keeper(Holder holder) {
        return new Keeper(holder.desk().text(), holder.person().orElse(null));
    }

    private static Optional<DeskCode> code(String text) {
        return text.matches("[a-z][a-z0-9-]{1,31}") ? Optional.of(new DeskCode(text)) : Optional.empty();
    }

    private String label(DeskCode desk) {
        return desks.plan().desk(desk).map(DeskPlan.Desk::label).orElse(desk.text());
    }
}
