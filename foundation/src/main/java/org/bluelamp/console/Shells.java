package org.bluelamp.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Makes the shell of a page for whoever looks at it. A controller asks for the shell *before* it reads what the page
/// shows: the shell states the position of the record, and a live page is told everything after that position.
@Component
public class Shells {
    /// The cookie that keeps the colours a person chose: `day`, `night` or `auto`.
    static final String THEME_COOKIE = "theme";

    private final ObjectProvider<Viewers> viewers;
    private final ObjectProvider<Banner> banner;
    private final ObjectProvider<Seats> seats;
    private final List<NavItem> nav;
    private final Keys keys;
    private final List<CommandVerb> verbs;
    private final Journal journal;
    private final ServiceClock clock;
    private final ZoneId zone;
    private final Shell.Libraries libraries = WebJars.libraries();

    Shells(
            ObjectProvider<Viewers> viewers,
            ObjectProvider<Banner> banner,
            ObjectProvider<Seats> seats,
            Keys keys,
            ObjectProvider<CommandVerb> verbs,
            Now now) {
        this.viewers = viewers;
        this.banner = banner;
        this.seats = seats;
        this.nav = keys.nav();
        this.keys = keys;
        this.verbs =
                verbs.stream().sorted(Comparator.comparing(CommandVerb::verb)).toList();
        this.journal = now.journal();
        this.clock = now.clock();
        this.zone = now.zone();
    }

    /// The record and the service's time, as the shell states them.
    @Component
    record Now(
            Journal journal,
            ServiceClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {}

    /// The shell of a desk: read down the page; the colours are the machine's unless the person chose.
    public Shell page(String title, String pageId) {
        return shell(title, pageId, Shell.Layout.DESK, Shell.Theme.AUTO);
    }

    /// The shell of a control-room page: fills the window; dark unless the person chose.
    public Shell room(String title, String pageId) {
        return shell(title, pageId, Shell.Layout.ROOM, Shell.Theme.NIGHT);
    }

    private Shell shell(String title, String pageId, Shell.Layout layout, Shell.Theme unlessChosen) {
        HttpServletRequest request = request();
        Optional<Viewer> viewer = viewer();
        Optional<Banner> lines = Optional.ofNullable(banner.getIfAvailable());
        return new Shell(
                title,
                pageId,
                request.getRequestURI(),
                layout,
                theme(request).orElse(unlessChosen),
                lines.flatMap(Banner::text),
                lines.flatMap(Banner::attribution),
                viewer,
                seats(viewer),
                nav.stream().filter(item -> may(viewer, item.needs())).toList(),
                keys.on(pageId, item -> may(viewer, item.needs())),
                verbs.stream()
                        .filter(verb -> Keys.worksOn(verb.where(), pageId) && may(viewer, verb.needs()))
                        .toList(),
                csrf(request),
                new Shell.Clock(clock.now(), zone, clock.rate()),
                journal.position(),
                libraries);
    }

    private Optional<Viewer> viewer() {
        Viewers known = viewers.getIfAvailable();
        return known == null ? Optional.empty() : known.current();
    }

    private Seats.Line seats(Optional<Viewer> viewer) {
        Seats known = seats.getIfAvailable();
        return known == null ? Seats.Line.NOTHING : viewer.map(known::of).orElse(Seats.Line.NOTHING);
    }

    private static boolean may(Optional<Viewer> viewer, String permission) {
        return permission.equals(Needs.NOBODY)
                || viewer.map(known -> known.may(permission)).orElse(false);
    }

    private static HttpServletRequest request() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return attributes.getRequest();
        }
        throw new IllegalStateException("A page is made for a request over HTTP, and there is none.");
    }

    private static Optional<Shell.Theme> theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(THEME_COOKIE))
                        .flatMap(cookie -> Shell.Theme.of(cookie.getValue()).stream())
                        .findFirst();
    }

    private static Shell.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : new Shell.Csrf("X-CSRF-TOKEN", "_csrf", "");
    }
}
