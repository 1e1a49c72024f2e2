package org.bluelamp.console;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Parts of pages as text, for rows that are sent live: the same template as the page uses.
@Component
public class Fragments {
    private final TemplateEngine templates;

    Fragments(TemplateEngine templates) {
        this.templates = templates;
    }

    /// The template (`control/incidentRow`) with these parameters.
    public String html(String template, Map<String, Object> parameters) {
        var text = new StringOutput();
        templates.render(template + ".jte", parameters, text);
        return text.toString().strip();
    }
}
