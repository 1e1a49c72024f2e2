package org.bluelamp.people.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.people.CommandUnits;
import org.bluelamp.people.Looks;
import org.bluelamp.people.UnitCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The tree of command units as it stands today.
@Controller
class UnitPages {
    private final CommandUnits units;
    private final Looks looks;
    private final Shells shells;

    UnitPages(CommandUnits units, Looks looks, Shells shells) {
        this.units = units;
        this.looks = looks;
        this.shells = shells;
    }

    @GetMapping("/people/units")
    @Needs("people.read")
    String page(Model model) {
        var shell = shells.page("Command units", "units");
        Map<UnitCode, Integer> depths = new HashMap<>();
        List<CommandUnits.View> today = units.today();
        looks.page(
                "/people/units", today.stream().map(view -> view.unit().code()).toList());
        List<UnitScreen.Row> rows = today.stream()
                .map(view -> {
                    int depth = view.under()
                            .map(above -> depths.getOrDefault(above, 0) + 1)
                            .orElse(0);
                    depths.put(view.unit(), depth);
                    return new UnitScreen.Row(
                            "– ".repeat(depth),
                            view.unit().code(),
                            view.label(),
                            view.from().toString(),
                            view.covers().stream()
                                    .map(area -> area.areaKind() + " " + area.areaCode())
                                    .collect(Collectors.joining(", ")));
                })
                .toList();
        model.addAttribute("screen", new UnitScreen(shell, rows));
        return "people/units";
    }
}
