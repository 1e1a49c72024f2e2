package org.bluelamp.control.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Shortcut;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.control.Units;
import org.bluelamp.control.web.DespatchScreens.Resources;
import org.bluelamp.control.web.DespatchScreens.UnitRow;
import org.bluelamp.people.Looks;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The resource display: every unit on duty, live (D3).
@Controller
class UnitPages {
    private static final int FILTER_CHARACTERS_MAX = 60;

    private final Units units;
    private final UnitWords words;
    private final Wording wording;
    private final Shells shells;
    private final Askers askers;
    private final Looks looks;

    UnitPages(Units units, UnitWords words, Wording wording, Seen seen) {
        this.units = units;
        this.words = words;
        this.wording = wording;
        this.shells = seen.shells();
        this.askers = seen.askers();
        this.looks = seen.looks();
    }

    /// Who looks, at what, and the note of it.
    @org.springframework.stereotype.Component
    record Seen(Shells shells, Askers askers, Looks looks) {}

    @Bean
    static NavItem unitsNavItem() {
        return new NavItem("Units", "/units", "g r", "unit.read", 12);
    }

    @Bean
    static Shortcut filterUnitsKey() {
        return new Shortcut("f", "Narrow the list by words", "units", "focus:#filter");
    }

    @GetMapping("/units")
    @Needs("unit.read")
    ModelAndView units(@RequestParam(defaultValue = "") String filter) {
        Shell shell = shells.room("Units", "units");
        UnitStatuses statuses = wording.statuses();
        List<UnitRow> rows = units.onDuty(askers.sight()).stream()
                .map(unit -> words.row(unit, statuses))
                .toList();
        looks.page("/units", List.of("units/%d".formatted(rows.size())));
        String typed = filter.length() > FILTER_CHARACTERS_MAX ? filter.substring(0, FILTER_CHARACTERS_MAX) : filter;
        return new ModelAndView(
                "control/units",
                Map.of(
                        "screen",
                        new Resources(
                                shell,
                                rows,
                                count(rows, Set.of("free")),
                                count(rows, Set.of("going", "there")),
                                count(rows, Set.of("away")),
                                List.of(),
                                typed)));
    }

    private static int count(List<UnitRow> rows, Set<String> looks) {
        return rows.stream()
                .filter(row -> looks.contains(row.look()))
                .collect(Collectors.counting())
                .intValue();
    }
}
