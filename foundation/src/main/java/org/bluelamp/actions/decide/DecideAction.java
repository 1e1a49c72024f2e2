package org.bluelamp.actions.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.util.Optional;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionRefusal;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Ladder;
import org.bluelamp.kernel.Decision;

/// Decides who holds an action and when it is over.
public final class DecideAction {
    private DecideAction() {}

    /// `on` is the ladder the action is on or shall be; none where the action was never asked for or is over.
    ///
    /// Units: due times are the request's time plus the rung's.
    /// Errors: never throws; refuses what is asked twice, over, not due, or answered from beside or below the rung.
    /// Source: ARCHITECTURE, Rules, "No incident is ever held by nobody" and "what blocks a lower decision is
    /// placed below as an action".
    public static Decision<ActionEvent, ActionRefusal> decide(
            Action action, ActionRequest request, Optional<Ladder> on) {
        return switch (action) {
            case Action.NotAsked _ -> first(request, on);
            case Action.Open open -> open(open, request, on.orElseThrow());
            case Action.Over _ -> over(request);
        };
    }

    private static Decision<ActionEvent, ActionRefusal> first(ActionRequest request, Optional<Ladder> on) {
        return switch (request) {
            case ActionRequest.Ask ask -> accept(asked(ask, on.orElseThrow()));
            case ActionRequest.Answer _, ActionRequest.Withdraw _, ActionRequest.Climb _ ->
                refuse(new ActionRefusal.UnknownAction(request.action()));
        };
    }

    private static ActionEvent asked(ActionRequest.Ask ask, Ladder ladder) {
        Ladder.Rung lowest = ladder.rung(0);
        return new ActionEvent.Asked(
                ask.action(),
                ask.what(),
                ask.about(),
                ladder.name(),
                lowest.role(),
                ask.borough(),
                ask.at().plus(lowest.within()),
                ask.blocks());
    }

    private static Decision<ActionEvent, ActionRefusal> open(Action.Open open, ActionRequest request, Ladder ladder) {
        return switch (request) {
            case ActionRequest.Ask ask -> refuse(new ActionRefusal.AlreadyAsked(ask.action()));
            case ActionRequest.Answer answer
            when mayAnswer(open, answer, ladder) ->
                accept(new ActionEvent.Answered(answer.action(), answer.role(), answer.words()));
            case ActionRequest.Answer answer ->
                refuse(new ActionRefusal.HeldByOthers(answer.action(), open.holder(), answer.role()));
            case ActionRequest.Withdraw withdraw ->
                accept(new ActionEvent.Withdrawn(withdraw.action(), withdraw.because()));
            case ActionRequest.Climb climb
            when !climb.wasDueAt().equals(open.dueAt()) -> refuse(new ActionRefusal.NotYetDue(climb.action()));
            case ActionRequest.Climb climb -> accept(climbed(open, climb, ladder));
        };
    }

    /// The holder and everybody above may answer, in the action's borough where they are bound to one.
    private static boolean mayAnswer(Action.Open open, ActionRequest.Answer answer, Ladder ladder) {
        boolean there = answer.borough().isEmpty()
                || open.borough().isEmpty()
                || answer.borough().equals(open.borough());
        return there && (answer.role().equals(open.holder()) || ladder.reaches(answer.role(), open.rung()));
    }

    private static ActionEvent climbed(Action.Open open, ActionRequest.Climb climb, Ladder ladder) {
        int next = open.rung() + 1;
        Ladder.Rung rung = ladder.rung(next);
        return next < ladder.rungs().size()
                ? new ActionEvent.Climbed(
                        climb.action(), next, rung.role(), climb.at().plus(rung.within()))
                : new ActionEvent.Reminded(
                        climb.action(),
                        ladder.rungs().size() - 1,
                        rung.role(),
                        climb.at().plus(rung.within()));
    }

    private static Decision<ActionEvent, ActionRefusal> over(ActionRequest request) {
        return switch (request) {
            case ActionRequest.Ask ask -> refuse(new ActionRefusal.AlreadyAsked(ask.action()));
            case ActionRequest.Answer _, ActionRequest.Withdraw _, ActionRequest.Climb _ ->
                refuse(new ActionRefusal.AlreadyOver(request.action()));
        };
    }
}
