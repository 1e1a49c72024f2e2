package org.bluelamp.journal;

import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// Who did something, in which role, who entered it and how, when it happened and what it rests on:
/// the part of every envelope that the caller knows.
///
/// `causedBy` are journal positions; `policies` the versions used. `enteredBy` is the actor where nobody
/// entered it for them (D19). `desk` is the position or device, a pseudonymous word.
public record Act(
        ActorId actor,
        RoleCode role,
        ActorId enteredBy,
        EnteredHow how,
        Optional<String> desk,
        Happened happened,
        List<Long> causedBy,
        Optional<RequestKey> key,
        List<PolicyUse> policies) {

    public Act {
        causedBy = List.copyOf(causedBy);
        policies = List.copyOf(policies);
    }

    /// An act by somebody at their own screen.
    public static Act byScreen(ActorId actor, RoleCode role, Happened happened) {
        return new Act(
                actor,
                role,
                actor,
                EnteredHow.SCREEN,
                Optional.empty(),
                happened,
                List.of(),
                Optional.empty(),
                List.of());
    }

    /// An act of the program itself, e.g. a deadline that passed.
    public static Act byProgram(String part, Happened happened) {
        var program = new ActorId("system/" + part);
        return new Act(
                program,
                new RoleCode("PROGRAM"),
                program,
                EnteredHow.PROGRAM,
                Optional.empty(),
                happened,
                List.of(),
                Optional.empty(),
                List.of());
    }

    public Act withKey(RequestKey requestKey) {
        return new Act(actor, role, enteredBy, how, desk, happened, causedBy, Optional.of(requestKey), policies);
    }

    public Act withPolicies(List<PolicyUse> used) {
        return new Act(actor, role, enteredBy, how, desk, happened, causedBy, key, used);
    }

    public Act causedBy(long position) {
        return new Act(actor, role, enteredBy, how, desk, happened, List.of(position), key, policies);
    }
}
