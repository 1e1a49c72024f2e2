package org.bluelamp.simulation.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.RequestFault;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Shortcut;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.ServiceClocks;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.simulation.DemoWorld;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of the demonstration: how the demo world goes, and the speed of its clock. Where this is not the
/// demonstration, the page does not exist.
@Controller
@RequestMapping("/demo")
@ConditionalOnProperty(name = "bluelamp.demo", havingValue = "true")
class DemoPages {
    private static final List<Integer> RATES = List.of(1, 10, 60);

    private final DemoWorld world;
    private final Shells shells;
    private final Viewers viewers;
    private final People people;
    private final Clocks clocks;

    /// The clocks, and what sets the service's.
    @org.springframework.stereotype.Component
    record Clocks(ServiceClock service, ServiceClocks setting, MachineClock machine) {}

    DemoPages(DemoWorld world, Shells shells, Viewers viewers, People people, Clocks clocks) {
        this.world = world;
        this.shells = shells;
        this.viewers = viewers;
        this.people = people;
        this.clocks = clocks;
    }

    @Bean
    static NavItem demoNavItem() {
        return new NavItem("Demo", "/demo", "g w", Needs.SIGNED_IN, 95);
    }

    @Bean
    static Shortcut asFastAsLife() {
        return new Shortcut("1", "As fast as life", "demo", "click:#rate-1");
    }

    @Bean
    static Shortcut tenTimes() {
        return new Shortcut("2", "Ten times as fast", "demo", "click:#rate-10");
    }

    @Bean
    static Shortcut sixtyTimes() {
        return new Shortcut("3", "Sixty times as fast", "demo", "click:#rate-60");
    }

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    String page(Model model) {
        return show(model, Optional.empty());
    }

    @PostMapping("/speed")
    @Needs(Needs.SIGNED_IN)
    String speed(@RequestParam int rate, Model model) {
        if (!RATES.contains(rate)) {
            throw new RequestFault("rate", "The speed (%d) must be one of %s.".formatted(rate, RATES));
        }
        Viewer viewer = viewers.require();
        var happened = new Happened(clocks.service().now(), Happened.Precision.MICROSECOND, "screen");
        clocks.setting().run(rate, Act.byScreen(viewer.actor(), viewer.role(), happened));
        return show(model, Optional.of("The service clock runs at ×%d.".formatted(rate)));
    }

    private String show(Model model, Optional<String> done) {
        Shell shell = shells.page("The demonstration", "demo");
        DemoWorld.State state = world.state();
        int rate = clocks.service().rate();
        List<DemoScreen.Speed> speeds = Stream.of(0, 1, 2)
                .map(i -> new DemoScreen.Speed(RATES.get(i), String.valueOf(i + 1), RATES.get(i) == rate))
                .toList();
        model.addAttribute(
                "screen",
                new DemoScreen(
                        shell,
                        state.running(),
                        done,
                        speeds,
                        facts(state),
                        counts(state.done()),
                        counts(state.refused()),
                        state.chairsTaken().stream()
                                .map(person -> people.find(person)
                                        .map(PersonView::name)
                                        .orElse(person.text()))
                                .toList()));
        return "simulation/demo";
    }

    private List<DemoScreen.Fact> facts(DemoWorld.State state) {
        Duration since = Duration.between(state.startedAt(), clocks.machine().now());
        var runtime = Runtime.getRuntime();
        long usedMegabytes = (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
        return List.of(
                new DemoScreen.Fact(
                        "This program has run for", "%d h %02d min".formatted(since.toHours(), since.toMinutesPart())),
                new DemoScreen.Fact("Steps of the world", "%,d".formatted(state.steps())),
                new DemoScreen.Fact("The longest step took", "%,d ms".formatted(state.slowestStepMillis())),
                new DemoScreen.Fact("Requests others were faster than", "%,d".formatted(state.overtaken())),
                new DemoScreen.Fact("Memory in use", "%,d MB".formatted(usedMegabytes)),
                new DemoScreen.Fact("Last defect", state.defect().orElse("none")));
    }

    private static List<DemoScreen.Fact> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new DemoScreen.Fact(count.getKey(), "%,d".formatted(count.getValue())))
                .toList();
    }
}
