package org.bluelamp.workforce.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.people.PersonId;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.SkillHeld;

/// A crew in one text, as in a roster file: `p-104:RESPONSE_DRIVER/2027-03-31+FIRST_AID p-105`.
final class CrewText {
    private CrewText() {}

    static String of(List<CrewMember> crew) {
        return crew.stream().map(CrewText::member).collect(Collectors.joining(" "));
    }

    private static String member(CrewMember member) {
        String skills = member.skills().stream()
                .map(held -> held.until() == null ? held.skill() : held.skill() + "/" + held.until())
                .collect(Collectors.joining("+"));
        return skills.isEmpty() ? member.person().text() : member.person().text() + ":" + skills;
    }

    /// Errors: `IllegalArgumentException` with a sentence for a person, a skill or a day that cannot be read.
    static List<CrewMember> read(String text) {
        return Stream.of(text.strip().split("[ ;]+"))
                .filter(word -> !word.isEmpty())
                .map(CrewText::readMember)
                .toList();
    }

    private static CrewMember readMember(String word) {
        int colon = word.indexOf(':');
        var person = new PersonId(colon < 0 ? word : word.substring(0, colon));
        var skills = new ArrayList<SkillHeld>();
        if (colon >= 0) {
            for (String skill : word.substring(colon + 1).split("\\+")) {
                skills.add(readSkill(skill));
            }
        }
        return new CrewMember(person, skills);
    }

    private static SkillHeld readSkill(String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return new SkillHeld(word, null);
        }
        try {
            return new SkillHeld(word.substring(0, slash), LocalDate.parse(word.substring(slash + 1)));
        } catch (DateTimeParseException notDay) {
            throw new IllegalArgumentException(
                    "The skill (%s) is in date until a day such as 2027-03-31.".formatted(word), notDay);
        }
    }
}
