package org.bluelamp.contact.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Ending;
import org.bluelamp.contact.Thrive;
import org.bluelamp.contact.web.ContactScreens.Choice;
import org.bluelamp.contact.web.ContactScreens.Row;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.GradingScheme.GradeRow;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Contacts in the words of the control room: times of its zone, labels of its policy.
@Component
class ContactWording {
    static final String NO_TYPE = "Not said yet";
    static final String NO_INCIDENT = "No incident";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.UK);

    private final Policies policies;
    private final People people;
    private final ServiceClock clock;
    private final ZoneId zone;

    ContactWording(
            Policies policies,
            People people,
            ServiceClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.policies = policies;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    GradingScheme scheme() {
        return policies.inForce(GradingScheme.KIND, clock.now()).only();
    }

    /// `21:04`, or `21:04 on 21 Nov` for another day than today.
    String time(Instant at) {
        String time = TIME.format(at.atZone(zone));
        return day(at).equals(day(clock.now())) ? time : time + " on " + DAY.format(at.atZone(zone));
    }

    String minute(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    String second(Instant at) {
        return SECOND.format(at.atZone(zone));
    }

    String exact(Instant at) {
        return EXACT.format(at.atZone(zone));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    String number(IncidentRef ref) {
        String number = "#" + ref.number();
        return ref.day().equals(day(clock.now())) ? number : number + " of " + DAY.format(ref.day());
    }

    String name(@Nullable ActorId actor) {
        if (actor == null) {
            return "nobody yet";
        }
        return actor.text().matches("p-[1-9]\\d{0,8}")
                ? people.find(new PersonId(actor.text())).map(PersonView::name).orElse(actor.text())
                : actor.text();
    }

    Row row(ContactView view, GradingScheme scheme) {
        Grade grade = view.grade();
        String type = view.type();
        String locality = view.locality();
        var why = new ArrayList<String>();
        why.add("by %s".formatted(of(view.channel())));
        Instant answered = view.answeredAt();
        if (answered != null) {
            why.add("taken %s by %s".formatted(time(answered), name(view.owner())));
        }
        Instant saved = view.savedAt();
        if (saved != null) {
            why.add("saved " + second(saved));
        }
        if (view.thrive() > 0) {
            why.add("THRIVE %d of %d".formatted(view.thrive(), Thrive.OF));
        }
        return new Row(
                "contact-" + view.contact(),
                "%d-%012d-%s"
                        .formatted(view.channel().ordinal(), view.receivedAt().getEpochSecond(), view.contact()),
                "/contacts/" + view.contact(),
                type == null ? view.unfinished() ? NO_TYPE : NO_INCIDENT : scheme.typeLabel(type),
                grade == null ? "" : grade.code(),
                locality == null ? "" : locality,
                view.receivedAt().toString(),
                state(view),
                String.join(" · ", why));
    }

    String state(ContactView view) {
        IncidentRef incident = view.incident();
        Ending ending = view.ending();
        String number = incident == null ? "" : number(incident);
        return switch (view.stage()) {
            case WAITING -> "waiting since " + time(view.receivedAt());
            case TAKEN -> "not finished, received " + time(view.receivedAt());
            case ASKED -> "cut off while the incident was opened: send it again";
            case INCIDENT -> "%s, became incident %s".formatted(time(view.receivedAt()), number);
            case LINKED -> "%s, another caller of incident %s".formatted(time(view.receivedAt()), number);
            case ENDED -> "%s, %s".formatted(time(view.receivedAt()), ending == null ? "ended" : of(ending));
            case LEFT -> "%s, gave up waiting".formatted(time(view.receivedAt()));
        };
    }

    List<Choice> types(GradingScheme scheme, String chosen) {
        return scheme.types().stream()
                .map(row -> new Choice(row.code(), row.label(), row.code().equals(chosen)))
                .toList();
    }

    List<Choice> grades(GradingScheme scheme, String chosen) {
        return scheme.grades().stream()
                .map(row -> new Choice(
                        row.grade().code(),
                        "%s · %s%s"
                                .formatted(
                                        row.grade().code(),
                                        row.label(),
                                        row.deploys()
                                                ? row.needsAppointment() ? ", by appointment" : ""
                                                : ", nobody is sent"),
                        row.grade().code().equals(chosen)))
                .toList();
    }

    static String gradeLabel(Grade grade, GradingScheme scheme) {
        return scheme.grade(grade).map(GradeRow::label).orElse(grade.code());
    }

    static List<Choice> channels(String chosen) {
        return List.of(ContactChannel.values()).stream()
                .filter(channel -> channel != ContactChannel.OFFICER)
                .map(channel ->
                        new Choice(channel.name(), of(channel), channel.name().equals(chosen)))
                .toList();
    }

    static String of(ContactChannel channel) {
        return switch (channel) {
            case EMERGENCY_CALL -> "999";
            case NON_EMERGENCY_CALL -> "101";
            case DIRECT_DIAL -> "direct dial";
            case VOICEMAIL -> "voicemail";
            case FRONT_COUNTER -> "front counter";
            case ONLINE -> "online";
            case OTHER_AGENCY -> "another agency";
            case OFFICER -> "an officer's own discovery";
        };
    }

    static String of(Ending ending) {
        return switch (ending) {
            case QUESTION_ANSWERED -> "question answered";
            case MESSAGE_TAKEN -> "message taken";
            case SIGNPOSTED -> "signposted";
            case MISUSE -> "misuse";
        };
    }
}
