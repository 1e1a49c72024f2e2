package org.bluelamp.despatch.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewers;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.people.Looks;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The map of open incidents and units on real roads, with the same in lists beside it.
@Controller
class MapPages {
    private final MapFrames frames;
    private final Shells shells;
    private final Viewers viewers;
    private final Looks looks;

    MapPages(MapFrames frames, Shells shells, Viewers viewers, Looks looks) {
        this.frames = frames;
        this.shells = shells;
        this.viewers = viewers;
        this.looks = looks;
    }

    @Bean
    static NavItem mapNavItem() {
        return new NavItem("Map", "/map", "g k", "unit.read", 15);
    }

    @Bean
    static CommandVerb mapVerb() {
        return new CommandVerb("map", "map", "Open the map", "*", "unit.read", "href:/map");
    }

    @GetMapping("/map")
    @Needs("unit.read")
    String map(Model model) {
        Shell shell = shells.room("Map", "map");
        Map<String, MapMark> marks = frames.marks(MapFrames.Sees.of(viewers.require()));
        looks.page("/map", marks.values().stream().map(MapPages::reference).toList());
        model.addAttribute(
                "screen",
                new MapScreen(
                        shell,
                        rows(marks.values(), "incidents"),
                        rows(marks.values(), "units"),
                        UnitPositions.STALE_AFTER.toSeconds()));
        return "despatch/map";
    }

    private static String reference(MapMark mark) {
        return mark.id().replaceFirst("mark-(unit|incident)-", "$1/");
    }

    private static List<MapScreen.Row> rows(Collection<MapMark> marks, String list) {
        return marks.stream()
                .filter(mark -> mark.list().equals(list))
                .map(mark -> new MapScreen.Row(
                        mark.id(),
                        mark.rank(),
                        mark.sign().isEmpty() ? mark.label() : mark.sign(),
                        mark.tone(),
                        mark.title(),
                        mark.words(),
                        mark.at() == null ? "" : mark.at().toString(),
                        mark.href() == null ? "" : mark.href()))
                .toList();
    }
}
