package org.bluelamp.people.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRefusal;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.Role;

/// Decides what may happen to an officer or member of staff.
public final class DecidePerson {
    private DecidePerson() {}

    /// What a decision about a person rests on beside the person: the role named in the request, if it is in force, and
    /// the line of command above the one they shall answer to.
    public record Around(Optional<Role> role, List<PersonId> lineAbove) {
        public Around {
            lineAbove = List.copyOf(lineAbove);
        }
    }

    /// Units: whole days of the service.
    /// Errors: never throws; refuses an unknown or departed person, a role the policy has not, a borough missing or
    /// not wanted, a line of command in a circle.
    /// Source: STYLE, section 3, `people`; ARCHITECTURE, Rules (command units and areas are dated trees).
    public static Decision<PersonEvent, PersonRefusal> decide(Person person, PersonRequest request, Around around) {
        return switch (person) {
            case Person.NotJoined _ -> joining(request);
            case Person.Serving serving -> serving(serving, request, around);
            case Person.Gone gone -> refuse(new PersonRefusal.HasLeft(gone.person(), gone.lastDay()));
        };
    }

    private static Decision<PersonEvent, PersonRefusal> joining(PersonRequest request) {
        return switch (request) {
            case PersonRequest.Join join
            when isBlank(join.name()) -> refuse(new PersonRefusal.NameMissing(join.person()));
            case PersonRequest.Join join ->
                accept(new PersonEvent.Joined(join.person(), join.name(), join.service(), join.rank(), join.from()));
            case PersonRequest.TakeRank _,
                    PersonRequest.Post _,
                    PersonRequest.EndPost _,
                    PersonRequest.SetLine _,
                    PersonRequest.Leave _ -> refuse(new PersonRefusal.UnknownPerson(request.person()));
        };
    }

    private static boolean isBlank(PersonalText name) {
        return switch (name) {
            case PersonalText.Known known -> known.words().isBlank();
            case PersonalText.Withheld _ -> true;
        };
    }

    private static Decision<PersonEvent, PersonRefusal> serving(
            Person.Serving serving, PersonRequest request, Around around) {
        return switch (request) {
            case PersonRequest.Join join -> refuse(new PersonRefusal.AlreadyJoined(join.person()));
            case PersonRequest.TakeRank taken ->
                accept(new PersonEvent.RankTaken(taken.person(), taken.rank(), taken.from()));
            case PersonRequest.Post post -> post(serving, post, around.role());
            case PersonRequest.EndPost end -> end(serving, end);
            case PersonRequest.SetLine line
            when line.answersTo().equals(line.person()) || around.lineAbove().contains(line.person()) ->
                refuse(new PersonRefusal.LineInCircle(line.person(), line.answersTo()));
            case PersonRequest.SetLine line ->
                accept(new PersonEvent.LineSet(line.person(), line.answersTo(), line.from()));
            case PersonRequest.Leave leave
            when leave.lastDay().isBefore(serving.since()) ->
                refuse(new PersonRefusal.DatesWrongWay(serving.since(), leave.lastDay()));
            case PersonRequest.Leave leave -> accept(new PersonEvent.Left(leave.person(), leave.lastDay()));
        };
    }

    private static Decision<PersonEvent, PersonRefusal> post(
            Person.Serving serving, PersonRequest.Post post, Optional<Role> role) {
        if (role.isEmpty()) {
            return refuse(new PersonRefusal.UnknownRole(post.role()));
        }
        boolean bound = role.get().scope() == Role.Reach.BOROUGH;
        if (bound && post.borough().isEmpty()) {
            return refuse(new PersonRefusal.BoroughMissing(post.role()));
        } else if (!bound && post.borough().isPresent()) {
            return refuse(new PersonRefusal.BoroughNotWanted(post.role()));
        }
        return accept(new PersonEvent.Posted(
                post.person(), serving.postsGiven() + 1, post.role(), post.unit(), post.borough(), post.from()));
    }

    private static Decision<PersonEvent, PersonRefusal> end(Person.Serving serving, PersonRequest.EndPost end) {
        LocalDate from = serving.running().get(end.post());
        if (from == null) {
            return refuse(new PersonRefusal.UnknownPost(end.person(), end.post()));
        }
        return end.lastDay().isBefore(from)
                ? refuse(new PersonRefusal.DatesWrongWay(from, end.lastDay()))
                : accept(new PersonEvent.PostEnded(end.person(), end.post(), end.lastDay()));
    }
}
