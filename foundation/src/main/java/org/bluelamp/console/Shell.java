package org.bluelamp.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything around the content of a page, ready to be shown: who looks, where they may go, which keys work here,
/// the service's time and the position of the record the page was made at. Made by `Shells`.
public record Shell(
        String title,
        String pageId,
        String path,
        Layout layout,
        Theme theme,
        Optional<String> banner,
        Optional<String> attribution,
        Optional<Viewer> viewer,
        Seats.Line seats,
        List<NavItem> nav,
        List<Shortcut> shortcuts,
        List<CommandVerb> verbs,
        Csrf csrf,
        Clock clock,
        long position,
        Libraries libraries) {

    /// How htmx is set: nothing is evaluated, no styles are put in, only our own service is asked, and no page that
    /// was seen is kept.
    public static final String HTMX =
            "{\"allowEval\":false,\"includeIndicatorStyles\":false,\"selfRequestsOnly\":true,\"historyCacheSize\":0}";

    public Shell {
        nav = List.copyOf(nav);
        shortcuts = List.copyOf(shortcuts);
        verbs = List.copyOf(verbs);
    }

    /// How a page fills the screen: a desk is read down the page, a room fills the window and scrolls inside.
    public enum Layout {
        DESK,
        ROOM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which colours: those of the day, of the night, or as the machine is set.
    public enum Theme {
        DAY,
        NIGHT,
        AUTO;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Theme> of(String word) {
            for (Theme theme : values()) {
                if (theme.word().equals(word)) {
                    return Optional.of(theme);
                }
            }
            return Optional.empty();
        }
    }

    /// The proof, carried by every form, that a request comes from one of our own pages.
    public record Csrf(String header, String parameter, String token) {}

    /// The service's time when the page was made, its zone, and how many of its seconds pass in one of ours.
    public record Clock(Instant at, ZoneId zone, int rate) {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

        public String time() {
            return TIME.format(at.atZone(zone));
        }

        public String day() {
            return DAY.format(at.atZone(zone));
        }
    }

    /// Where the libraries of the page are served from.
    public record Libraries(String htmx, String map, String mapStyle) {}

    /// The pseudonym of who looks, so that one browser does not mix two people's streams.
    public String viewerId() {
        return viewer.map(known -> known.actor().text()).orElse("");
    }

    /// Whether this entry of the navigation is the one the page belongs to.
    public boolean isCurrent(NavItem item) {
        return path.equals(item.href()) || (item.href().length() > 1 && path.startsWith(item.href() + "/"));
    }

    /// The shortcuts that work everywhere, then those of this page.
    public List<Shortcut> shortcutsEverywhere() {
        return shortcuts.stream()
                .filter(shortcut -> shortcut.where().equals("*"))
                .toList();
    }

    public List<Shortcut> shortcutsHere() {
        return shortcuts.stream()
                .filter(shortcut -> !shortcut.where().equals("*"))
                .toList();
    }
}
