package org.bluelamp.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Every shortcut of the program: the console's own, those of the navigation, those of the modules.
/// Two that could not both work on one page stop the start, all clashes named at once.
@Component
class Keys {
    static final String EVERYWHERE = "*";

    private static final List<Shortcut> OWN = List.of(
            new Shortcut("?", "Show every key of this page", EVERYWHERE, "click:#keys-open"),
            new Shortcut("/", "Command line", EVERYWHERE, "focus:#command"),
            new Shortcut("t", "Day, night or the machine's colours", EVERYWHERE, "click:#theme"),
            new Shortcut("j", "Next row", EVERYWHERE, "row:next"),
            new Shortcut("k", "Row before", EVERYWHERE, "row:before"),
            new Shortcut("o", "Open the row", EVERYWHERE, "row:open"),
            new Shortcut("u", "Show what has changed in the row you are on", EVERYWHERE, "row:renew"));

    private final List<NavItem> nav;
    private final List<Shortcut> shortcuts;

    Keys(ObjectProvider<NavItem> nav, ObjectProvider<Shortcut> shortcuts) {
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::rank)).toList();
        this.shortcuts = shortcuts.stream()
                .sorted(Comparator.comparing(Shortcut::where).thenComparing(Shortcut::keys))
                .toList();
        List<String> clashes = clashes(all(item -> true));
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("Shortcuts clash: %s.".formatted(String.join("; ", clashes)));
        }
    }

    List<NavItem> nav() {
        return nav;
    }

    /// The shortcuts that work on a page for somebody who may open these entries of the navigation.
    List<Shortcut> on(String pageId, Predicate<NavItem> may) {
        return all(may).stream()
                .filter(shortcut -> worksOn(shortcut.where(), pageId))
                .toList();
    }

    /// Every shortcut, the console's own first.
    List<Shortcut> all(Predicate<NavItem> may) {
        var all = new ArrayList<>(OWN);
        nav.stream()
                .filter(item -> !item.keys().isBlank() && may.test(item))
                .map(item -> new Shortcut(item.keys(), "Go to " + item.label(), EVERYWHERE, "href:" + item.href()))
                .forEach(all::add);
        all.addAll(shortcuts);
        return List.copyOf(all);
    }

    static boolean worksOn(String where, String pageId) {
        return where.equals(EVERYWHERE) || where.equals(pageId);
    }

    /// Pairs that work on one page and start with the same keys, so that one of them could never be typed.
    static List<String> clashes(List<Shortcut> shortcuts) {
        var found = new ArrayList<String>();
        for (int first = 0; first < shortcuts.size(); first++) {
            for (int second = first + 1; second < shortcuts.size(); second++) {
                if (clash(shortcuts.get(first), shortcuts.get(second))) {
                    found.add("%s and %s".formatted(words(shortcuts.get(first)), words(shortcuts.get(second))));
                }
            }
        }
        return found;
    }

    private static boolean clash(Shortcut one, Shortcut other) {
        boolean together = one.where().equals(EVERYWHERE)
                || other.where().equals(EVERYWHERE)
                || one.where().equals(other.where());
        return together && (startsWith(one.keys(), other.keys()) || startsWith(other.keys(), one.keys()));
    }

    private static boolean startsWith(String keys, String start) {
        return keys.equals(start) || keys.startsWith(start + " ");
    }

    private static String words(Shortcut shortcut) {
        return "(%s) %s on (%s)".formatted(shortcut.keys(), shortcut.action(), shortcut.where());
    }
}
