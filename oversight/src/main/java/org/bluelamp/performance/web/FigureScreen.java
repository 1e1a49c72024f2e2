package org.bluelamp.performance.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.ChartAreas;
import org.bluelamp.console.ChartBars;
import org.bluelamp.console.ChartDistribution;
import org.bluelamp.console.ChartTrend;
import org.bluelamp.console.Shell;

/// The page of response figures, exactly as it is shown. `empty` says why there are none, `fault` what could not be
/// read.
public record FigureScreen(
        Shell shell, Optional<Form> form, Optional<Fault> fault, Optional<Empty> empty, Optional<Shown> shown) {

    /// The choice of source, period, interval and breakdown.
    public record Form(
            List<Choice> sources,
            String source,
            String from,
            String to,
            String firstDay,
            String lastDay,
            List<Choice> intervals,
            List<Choice> by,
            List<Choice> areaKinds,
            List<Filter> filters,
            List<Choice> weekStarts,
            String within) {}

    public record Choice(String value, String words, boolean chosen) {}

    /// A breakdown of which one value may be chosen.
    public record Filter(String field, String label, List<Choice> choices) {}

    public record Fault(String field, String sentence) {}

    public record Empty(String headline, String sentence, Optional<Link> link) {}

    public record Link(String words, String href) {}

    /// What there is to see.
    public record Shown(
            String headline,
            String definition,
            List<Tile> tiles,
            Table table,
            Optional<ChartDistribution> distribution,
            Optional<ChartTrend> trend,
            Optional<ChartBars> bars,
            Optional<MapOfAreas> map,
            String quantileType,
            Credit credit) {}

    /// A headline figure with what it rests on.
    public record Tile(String of, String value, String from, Optional<String> href) {}

    public record Table(
            String caption,
            String keyHeading,
            String keySort,
            List<String> withinHeadings,
            boolean graded,
            List<TableRow> rows,
            Optional<String> more) {}

    /// A row of figures; `sort` fields are what the column is sorted by. `compared` says how the median stands
    /// against that of the whole.
    public record TableRow(
            String label,
            String code,
            boolean few,
            Optional<String> href,
            Cell incidents,
            Cell n,
            Cell excluded,
            Cell mean,
            Cell median,
            String medianInterval,
            Cell ninetieth,
            Cell over,
            List<Cell> within,
            Cell top,
            String compared,
            String sign) {}

    public record Cell(String words, String sort) {}

    public record MapOfAreas(ChartAreas chart, List<Listed> list, Optional<String> note) {}

    /// An area beside the map.
    public record Listed(String name, String value, String n, boolean few, Optional<String> href) {}

    /// Whose data this is.
    public record Credit(String name, String agency, String days, String attribution, String licence) {}
}
