package org.bluelamp.contact.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Beside;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.PossibleDuplicate;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.contact.Thrive;
import org.bluelamp.contact.web.ContactScreens.Answer;
import org.bluelamp.contact.web.ContactScreens.Duplicate;
import org.bluelamp.contact.web.ContactScreens.Known;
import org.bluelamp.contact.web.ContactScreens.Question;
import org.bluelamp.contact.web.ContactScreens.Warning;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.persons.Persons;
import org.bluelamp.persons.WarningView;
import org.springframework.stereotype.Component;

/// What stands beside a call, in words.
@Component
class BesideWords {
    private final Incidents incidents;
    private final ContactWording wording;

    BesideWords(Incidents incidents, ContactWording wording) {
        this.incidents = incidents;
        this.wording = wording;
    }

    /// What is shown, and the references that are written into the looking-log for it.
    record Shown(ContactScreens.Beside beside, List<String> references) {}

    Shown shown(Beside beside, CallForm form, Account account, String saved, Sight sight) {
        GradingScheme scheme = wording.scheme();
        List<Duplicate> duplicates = duplicates(beside.duplicates(), scheme, sight);
        Thrive thrive = form.thrive();
        var screen = new ContactScreens.Beside(
                saved,
                beside.questions().map(QuestionSet::type).orElse(""),
                questions(beside.questions(), form.answers()),
                beside.recommendation().map(known -> known.grade().code()).orElse(""),
                beside.recommendation()
                        .map(known -> ContactWording.gradeLabel(known.grade(), scheme))
                        .orElse(""),
                beside.recommendation().map(known -> known.words()).orElse(List.of()),
                "%d of %d".formatted(thrive.complete(), Thrive.OF),
                beside.warnings().stream().map(this::warning).toList(),
                duplicates,
                beside.ofNumber().stream()
                        .map(view -> wording.row(view, scheme))
                        .toList(),
                beside.ofAddress().stream()
                        .map(view -> wording.row(view, scheme))
                        .toList(),
                beside.known().stream()
                        .map(member -> new Known("/persons/" + member.member(), member.name()))
                        .toList(),
                meet(account));
        return new Shown(screen, references(beside));
    }

    private static List<String> references(Beside beside) {
        return Stream.of(
                        Stream.concat(beside.ofNumber().stream(), beside.ofAddress().stream())
                                .map(ContactView::contact)
                                .distinct()
                                .map(contact -> Contacts.stream(contact).text()),
                        beside.known().stream()
                                .map(member -> Persons.stream(member.member()).text()),
                        beside.warnings().stream()
                                .map(warning ->
                                        Persons.stream(warning.warning()).text()),
                        beside.duplicates().stream().map(alike -> "incident/" + alike.incident()))
                .flatMap(each -> each)
                .toList();
    }

    private List<Duplicate> duplicates(List<PossibleDuplicate> alike, GradingScheme scheme, Sight sight) {
        var shown = new ArrayList<Duplicate>();
        for (PossibleDuplicate each : alike) {
            Optional<IncidentView> found = incidents.find(each.incident(), sight);
            if (found.isPresent()) {
                IncidentView view = found.get();
                String locality = view.locality();
                shown.add(new Duplicate(
                        view.incident().toString(),
                        "/incidents/" + view.incident(),
                        wording.number(view.incident()),
                        view.grade().code(),
                        scheme.typeLabel(view.type()),
                        locality == null ? "" : locality,
                        "%s · %s"
                                .formatted(
                                        String.join(" · ", each.because()),
                                        view.callers() == 1 ? "1 caller" : "%d callers".formatted(view.callers())),
                        shown.isEmpty() ? "F8" : "Alt %d".formatted(shown.size() + 1)));
            }
        }
        return shown;
    }

    private Warning warning(WarningView view) {
        String about = switch (view.about()) {
            case PERSON -> "somebody known here";
            case NUMBER -> "this number";
            case ADDRESS -> "this address";
        };
        return new Warning(
                view.label(),
                about,
                view.words(),
                "%s · set %s by %s · until %s"
                        .formatted(
                                view.why(),
                                wording.time(view.setAt()),
                                wording.name(view.setBy()),
                                wording.exact(view.until())),
                view.member().map(member -> "/persons/" + member).orElse(""));
    }

    private static List<Question> questions(Optional<QuestionSet> set, Map<String, String> answers) {
        return set.map(QuestionSet::questions).orElse(List.of()).stream()
                .map(question -> {
                    String given = answers.getOrDefault(question.code(), "");
                    return new Question(
                            CallForm.QUESTION + question.code(),
                            question.text(),
                            question.kind() == QuestionSet.Kind.NUMBER,
                            given,
                            question.answers().stream()
                                    .map(answer -> new Answer(
                                            answer.code(),
                                            answer.label(),
                                            answer.code().equals(given)))
                                    .toList());
                })
                .toList();
    }

    /// Where somebody may be kept as a person, with what was told.
    private static String meet(Account account) {
        return "/persons?name=%s&number=%s&address=%s"
                .formatted(
                        encoded(account.name()),
                        encoded(account.number()),
                        encoded(account.place().words()));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
