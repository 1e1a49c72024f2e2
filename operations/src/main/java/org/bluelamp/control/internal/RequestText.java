package org.bluelamp.control.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentRequest.AddNote;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.CorrectNote;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentRequest.Restrict;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.PersonalText;

/// A request in one canonical text, without the time it was sent, so that sending it again is seen to be the same.
/// The journal keeps only its hash.
final class RequestText {
    private RequestText() {}

    static String of(IncidentRequest request) {
        return switch (request) {
            case Open open ->
                parts(
                        "open",
                        open.type(),
                        String.valueOf(open.grade()),
                        open.place().words(),
                        open.said(),
                        open.caller(),
                        open.channel().name());
            case AddNote note -> parts("note", note.incident().toString(), note.words());
            case CorrectNote correction ->
                parts(
                        "correct",
                        correction.incident().toString(),
                        Integer.toString(correction.line()),
                        correction.words());
            case Close close -> parts("close", close.incident().toString(), close.result(), close.words());
            case Restrict restrict ->
                parts(
                        "restrict",
                        restrict.incident().toString(),
                        restrict.persons().stream().map(ActorId::text).sorted().collect(Collectors.joining(",")),
                        restrict.reason());
        };
    }

    /// Each part with its length before it, so that no two requests have one text.
    private static String parts(String... parts) {
        return List.of(parts).stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
    }

    /// Whether an event is what this request led to.
    static boolean saysTheSame(IncidentRequest request, IncidentEvent event) {
        return switch (event) {
            case Opened _ -> false;
            case NoteAdded e -> request instanceof AddNote note && words(e.words(), note.words());
            case ReportedAfterClose e -> request instanceof AddNote note && words(e.words(), note.words());
            case NoteCorrected e ->
                request instanceof CorrectNote correction
                        && e.corrects() == correction.line()
                        && words(e.words(), correction.words());
            case Closed e ->
                request instanceof Close close && e.result().equals(close.result()) && words(e.words(), close.words());
            case Restricted e ->
                request instanceof Restrict restrict
                        && e.persons().containsAll(restrict.persons())
                        && e.persons().size() <= restrict.persons().size() + 1
                        && words(e.reason(), restrict.reason());
        };
    }

    private static boolean words(PersonalText recorded, String asked) {
        return recorded.equals(PersonalText.of(asked));
    }
}
