package org.bluelamp.scenarios;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Which references an answer shows, read off the answer itself, for each route that shows incidents or people: what
/// its act of looking must list, no more and no fewer.
final class ReferencesShown {
    /// What is read: the address or the body; every match of `pattern`, in the words of the looking-log.
    private record Reading(boolean ofAddress, boolean ofBody, Pattern pattern, UnaryOperator<String> reference) {
        String of(String address, String body) {
            return (ofAddress ? address + "\n" : "") + (ofBody ? body : "");
        }
    }

    private static final UnaryOperator<String> LIVE = "incident/"::concat;
    private static final Pattern LINKED_LIVE = Pattern.compile("href=\"/incidents/(\\d{4}-\\d\\d-\\d\\d-\\d+)\"");
    private static final Pattern LINKED_HISTORY =
            Pattern.compile("href=\"/history/sources/([^/\"]+/incidents/[^\"]+)\"");

    private static final Pattern LINKED_OR_ASKED =
            Pattern.compile("(?:href=\"|^)/incidents/(\\d{4}-\\d\\d-\\d\\d-\\d+)(?=[\"\n])");

    private static final Reading LIVE_OF_PAGE = new Reading(false, true, LINKED_LIVE, LIVE);
    private static final Reading LIVE_OF_ADDRESS =
            new Reading(true, false, Pattern.compile("/incidents/(\\d{4}-\\d\\d-\\d\\d-\\d+)"), LIVE);
    /// An incident beside the queue it stands in.
    private static final Reading LIVE_OF_BOTH = new Reading(true, true, LINKED_OR_ASKED, LIVE);
    private static final Reading HISTORY_OF_PAGE = new Reading(false, true, LINKED_HISTORY, ReferencesShown::history);

    private static final Map<String, Reading> BY_ROUTE = Map.ofEntries(
            Map.entry("/incidents", LIVE_OF_PAGE),
            Map.entry("/incidents/found", LIVE_OF_PAGE),
            Map.entry("/map", LIVE_OF_PAGE),
            Map.entry("/incidents/{ref}", LIVE_OF_BOTH),
            Map.entry("/incidents/{ref}/proof", LIVE_OF_ADDRESS),
            Map.entry("/incidents/{ref}/proof.txt", LIVE_OF_ADDRESS),
            Map.entry("/api/v1/incidents", new Reading(false, true, Pattern.compile("\"ref\":\"([^\"]+)\""), LIVE)),
            Map.entry("/api/v1/incidents/{ref}/log", LIVE_OF_ADDRESS),
            Map.entry(
                    "/contacts",
                    new Reading(
                            false, true, Pattern.compile("href=\"/contacts/(c-[0-9a-f]{16})\""), "contact/"::concat)),
            Map.entry(
                    "/api/v1/contacts",
                    new Reading(false, true, Pattern.compile("\"contact\":\"(c-[0-9a-f]{16})\""), "contact/"::concat)),
            Map.entry("/history/sources/{source}", HISTORY_OF_PAGE),
            Map.entry("/figures/incidents", HISTORY_OF_PAGE),
            Map.entry(
                    "/history/sources/{source}/incidents/{key}",
                    new Reading(
                            true,
                            false,
                            Pattern.compile("/sources/([^/]+/incidents/[^?\\s]+)"),
                            ReferencesShown::history)),
            Map.entry(
                    "/actions",
                    new Reading(
                            false,
                            true,
                            Pattern.compile("</b>\\s*<(?:a href=\"[^\"]*\"|span class=\"muted\")>([^<]+)<"),
                            UnaryOperator.identity())),
            Map.entry(
                    "/desks",
                    new Reading(false, true, Pattern.compile("data-shown=\"(p-\\d+)\""), UnaryOperator.identity())),
            Map.entry(
                    "/people",
                    new Reading(
                            false,
                            true,
                            Pattern.compile("<td class=\"mono\">(p-\\d+)</td>"),
                            UnaryOperator.identity())),
            Map.entry(
                    "/people/units",
                    new Reading(
                            false,
                            true,
                            Pattern.compile("<th scope=\"row\"[^>]*>(?:<span[^>]*>[^<]*</span>)?([A-Z0-9-]+)</th>"),
                            UnaryOperator.identity())));

    /// Routes whose references cannot be read off the answer, and where they are held instead. That the act of looking
    /// is left, once and at this route, is held here all the same.
    static final Map<String, String> KEPT_ELSEWHERE = Map.of(
            "/api/v1/units", "control's own tests of pages: it lists units by their number",
            "/units", "control's own tests of pages: it lists units by their number",
            "/contacts/{contact}", "contact's own tests of pages",
            "/persons", "persons' own tests of pages",
            "/persons/{ref}", "persons' own tests of pages",
            "/duties", "workforce's own tests of pages",
            "/duties/{tour}", "workforce's own tests of pages");

    private ReferencesShown() {}

    private static String history(String path) {
        return "history/" + URLDecoder.decode(path.replaceFirst("/incidents/", "/"), StandardCharsets.UTF_8);
    }

    /// Empty for a route that shows neither incidents nor people.
    static Optional<Set<String>> on(String route, String address, String body) {
        return Optional.ofNullable(BY_ROUTE.get(route)).map(reading -> {
            var found = new TreeSet<String>();
            var matches = reading.pattern().matcher(reading.of(address, body));
            while (matches.find()) {
                found.add(reading.reference().apply(matches.group(1)));
            }
            return found;
        });
    }
}
