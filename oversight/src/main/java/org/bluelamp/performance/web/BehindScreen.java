package org.bluelamp.performance.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Shell;

/// The incidents behind a figure, as they are shown. `back` is the page of figures they belong to,
/// for whoever may read figures.
public record BehindScreen(
        Shell shell,
        String figure,
        String account,
        String interval,
        String areaHeading,
        List<Line> lines,
        Optional<String> earlier,
        Optional<String> later,
        String shownWords,
        Optional<String> back) {

    /// One incident; `state` says why it is not counted, where it is not.
    public record Line(
            String key,
            String href,
            String day,
            String hour,
            String agency,
            String grade,
            String type,
            String area,
            String duration,
            String seconds,
            String state) {}
}
