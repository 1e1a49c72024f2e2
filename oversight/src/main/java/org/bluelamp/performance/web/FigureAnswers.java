package org.bluelamp.performance.web;

import java.util.Map;
import org.bluelamp.console.Needs;
import org.bluelamp.performance.QueryFields;
import org.bluelamp.performance.ResponseFormat;
import org.bluelamp.performance.ResponseReport;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Response figures for other programs: the same document as `report response --format json`.
@RestController
class FigureAnswers {
    private final ResponseReport report;

    FigureAnswers(ResponseReport report) {
        this.report = report;
    }

    @GetMapping(path = "/api/v1/figures/response", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs("figures.read")
    String response(@RequestParam Map<String, String> asked) {
        return Asked.of(() -> ResponseFormat.JSON.write(report.compute(QueryFields.read(asked))));
    }
}
