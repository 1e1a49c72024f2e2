package org.bluelamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.RoleCode;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class EscapingTest {
    private static final String SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private static String rendered(String template, Map<String, Object> parameters) {
        var text = new StringOutput();
        TEMPLATES.render("console/" + template + ".jte", parameters, text);
        return text.toString();
    }

    private static void assertHarmless(String html) {
        assertThat(html).contains("alert(1)").doesNotContain("<script>alert", "<img", "\"'>");
    }

    private static Shell shell() {
        var viewer = new Viewer(new ActorId("p-1"), SCRIPT, new RoleCode("DESK"), SCRIPT, Optional.empty(), Set.of());
        return new Shell(
                SCRIPT,
                SCRIPT,
                "/",
                Shell.Layout.DESK,
                Shell.Theme.DAY,
                Optional.of(SCRIPT),
                Optional.of(SCRIPT),
                Optional.of(viewer),
                new Seats.Line(Optional.of(new Seats.Seat(SCRIPT, false)), Optional.of(SCRIPT)),
                List.of(new NavItem(SCRIPT, "/" + SCRIPT, "g x", Needs.SIGNED_IN, 1)),
                List.of(new Shortcut("x", SCRIPT, "*", "click:#" + SCRIPT), new Shortcut("y", SCRIPT, SCRIPT, SCRIPT)),
                List.of(new CommandVerb("do", SCRIPT, SCRIPT, "*", Needs.SIGNED_IN, "click:#" + SCRIPT)),
                new Shell.Csrf(SCRIPT, SCRIPT, SCRIPT),
                new Shell.Clock(Instant.EPOCH, ZoneId.of("Europe/London"), 10),
                7,
                new Shell.Libraries("/a.js", "/b.js", "/c.css"));
    }

    @Test
    void a_script_in_every_field_of_the_shell_stays_words() {
        gg.jte.Content content = output -> output.writeUserContent(SCRIPT);
        assertHarmless(rendered("shell", Map.of("shell", shell(), "content", content)));
    }

    @Test
    void a_script_in_a_problem_stays_words() {
        var problem = new Problem(
                HttpStatus.BAD_REQUEST, "console/not-understood", SCRIPT, SCRIPT, Optional.of(SCRIPT), SCRIPT);
        assertHarmless(rendered("problem", Map.of("shell", shell(), "problem", problem)));
    }

    @Test
    void a_script_in_a_chart_stays_words() {
        Optional<String> href = Optional.of("/" + SCRIPT);
        var bars = new ChartBars(
                SCRIPT,
                ChartScale.Unit.NUMBER,
                List.of(new ChartBars.Bar(SCRIPT, 1, 1, false, false, href)),
                Optional.of(new ChartBars.Mark(SCRIPT, 1)));
        assertHarmless(rendered("chartBars", Map.of("chart", bars)));
        var distribution = new ChartDistribution(
                SCRIPT,
                SCRIPT,
                ChartScale.Unit.NUMBER,
                List.of(new ChartDistribution.Bin(0, 1, 1, href)),
                List.of(new ChartDistribution.Mark(SCRIPT, 1)));
        assertHarmless(rendered("chartDistribution", Map.of("chart", distribution)));
        var point = new ChartTrend.Point(
                SCRIPT, OptionalDouble.of(1), OptionalDouble.of(0), OptionalDouble.of(2), 1, false, href);
        var trend = new ChartTrend(
                SCRIPT, ChartScale.Unit.NUMBER, List.of(point), Optional.of(new ChartTrend.Mark(SCRIPT, 1)));
        assertHarmless(rendered("chartTrend", Map.of("chart", trend)));
        var corners = List.of(new Coordinate(0, 0), new Coordinate(0, 9), new Coordinate(9, 0));
        var area = new ChartAreas.Area(SCRIPT, List.of(corners), OptionalDouble.of(1), 1, false, href);
        assertHarmless(
                rendered("chartAreas", Map.of("chart", new ChartAreas(SCRIPT, ChartScale.Unit.NUMBER, List.of(area)))));
    }
}
