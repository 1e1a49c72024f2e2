package org.bluelamp.performance.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.QueryFields;
import org.bluelamp.performance.ResponseQuery;

/// Where a question stands: the whole state of a page of figures is in its address.
final class FigureAddress {
    static final String PAGE = "/figures";
    static final String INCIDENTS = "/figures/incidents";

    private FigureAddress() {}

    static String page(ResponseQuery query) {
        return PAGE + "?" + text(QueryFields.write(query));
    }

    /// The incidents behind a figure of this key; `query` names one source and one interval.
    static String incidents(ResponseQuery query, Map<Breakdown, String> key) {
        var fields = new LinkedHashMap<>(QueryFields.write(query));
        fields.remove("by");
        fields.remove("within");
        key.forEach((breakdown, value) -> fields.put(breakdown.word(), value));
        return INCIDENTS + "?" + text(fields);
    }

    static String incidents(ResponseQuery query, int after) {
        return incidents(query, Map.of()) + "&after=" + after;
    }

    static String history(String source, String key) {
        return "/history/sources/" + encoded(source) + "/incidents/" + encoded(key);
    }

    private static String text(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
