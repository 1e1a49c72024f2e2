package org.bluelamp.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluelamp.kernel.Coordinate;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// Every part a page can be built of, on one page, in made-up content: for choosing, and for holding them to WCAG.
@Controller
class PartsPages {
    private static final String GEOJSON = "application/geo+json";
    private static final String FEATURE = """
            {"type":"Feature","id":"%d","properties":{"name":"%s","step":%d,"few":%b},\
            "geometry":{"type":"Polygon","coordinates":[[%s]]}}""";
    private static final int SIDE = 4;
    private static final int CELL_MICRODEGREES = 20_000;
    private static final int SOUTH = 51_470_000;
    private static final int WEST = -180_000;

    private final Shells shells;

    PartsPages(Shells shells) {
        this.shells = shells;
    }

    @GetMapping("/console/parts")
    @Needs(Needs.SIGNED_IN)
    ModelAndView parts(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Shell shell = shells.page("Parts of a page", "parts");
        return new ModelAndView(
                "console/parts",
                Map.of(
                        "shell",
                        shell,
                        "charts",
                        new PartsScreen(distribution(), bars(), trend(), new ChartAreas("By area", unit(), areas())),
                        "cells",
                        areas()));
    }

    private static ChartScale.Unit unit() {
        return ChartScale.Unit.SECONDS;
    }

    private static ChartDistribution distribution() {
        var bins = IntStream.range(0, 24)
                .mapToObj(bin -> new ChartDistribution.Bin(
                        bin * 60, bin * 60 + 60, Math.round(900 * bin * bin * Math.exp(-bin / 2.6)), Optional.empty()))
                .toList();
        return new ChartDistribution(
                "Time to arrive",
                "answers in each minute",
                unit(),
                bins,
                List.of(new ChartDistribution.Mark("median 6:12", 372)));
    }

    private static ChartBars bars() {
        return new ChartBars(
                "Median by area",
                unit(),
                List.of(
                        new ChartBars.Bar("Ashford", 372, 1_204, false, false, Optional.of("#ashford")),
                        new ChartBars.Bar("Barnet and Enfield", 431, 2_871, false, true, Optional.of("#barnet")),
                        new ChartBars.Bar("Old Town", 298, 640, false, false, Optional.of("#old-town")),
                        new ChartBars.Bar("Quay", 512, 7, true, false, Optional.of("#quay"))),
                Optional.of(new ChartBars.Mark("whole service 6:30", 390)));
    }

    private static ChartTrend trend() {
        var points = new ArrayList<ChartTrend.Point>();
        for (int month = 1; month <= 12; month++) {
            double value = 400 + 60 * Math.sin(month);
            points.add(
                    month == 7
                            ? ChartTrend.Point.unknown("2026-07")
                            : new ChartTrend.Point(
                                    "2026-%02d".formatted(month),
                                    OptionalDouble.of(value),
                                    OptionalDouble.of(value - 40),
                                    OptionalDouble.of(value + 40),
                                    month == 8 ? 9 : 800 + month,
                                    month == 8,
                                    Optional.of("#month-" + month)));
        }
        return new ChartTrend("Median by month", unit(), points, Optional.of(new ChartTrend.Mark("target 8:00", 480)));
    }

    private static List<ChartAreas.Area> areas() {
        return IntStream.range(0, SIDE * SIDE).mapToObj(PartsPages::cell).toList();
    }

    private static ChartAreas.Area cell(int number) {
        int south = SOUTH + number / SIDE * CELL_MICRODEGREES;
        int west = WEST + number % SIDE * CELL_MICRODEGREES;
        var corners = List.of(
                new Coordinate(south, west),
                new Coordinate(south, west + CELL_MICRODEGREES),
                new Coordinate(south + CELL_MICRODEGREES, west + CELL_MICRODEGREES),
                new Coordinate(south + CELL_MICRODEGREES, west),
                new Coordinate(south, west));
        boolean few = number == 5;
        var value = number == 10 ? OptionalDouble.empty() : OptionalDouble.of(240 + number * 37 % 200);
        return new ChartAreas.Area(
                "Cell " + (number + 1),
                List.of(corners),
                value,
                few ? 4 : 320,
                few,
                Optional.of("#cell-" + (number + 1)));
    }

    @GetMapping(path = "/console/parts/areas.geojson", produces = GEOJSON)
    @Needs(Needs.SIGNED_IN)
    @ResponseBody
    String areasOnMap() {
        List<ChartAreas.Area> areas = areas();
        return IntStream.range(0, areas.size())
                .mapToObj(number -> feature(number, areas.get(number)))
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private static String feature(int number, ChartAreas.Area area) {
        String corners = area.outlines().getFirst().stream()
                .map(corner -> "[%s,%s]".formatted(corner.longitude(), corner.latitude()))
                .collect(Collectors.joining(","));
        return FEATURE.formatted(number + 1, area.name(), number % 5 + 1, area.few(), corners);
    }

    @GetMapping(path = "/console/parts/points.geojson", produces = GEOJSON)
    @Needs(Needs.SIGNED_IN)
    @ResponseBody
    String pointsOnMap() {
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","id":"p1",\
                "properties":{"label":"Lamp 1","href":"/console/parts"},\
                "geometry":{"type":"Point","coordinates":[-0.14,51.51]}}]}""";
    }
}
