package org.bluelamp.policy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.policy.PolicyFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// A JSON value and where it stands in its file. Units: line and column count from 1.
sealed interface JsonAt {
    int DEPTH_MAX = 16;

    Place place();

    record Place(int line, int column) {
        static Place of(TokenStreamLocation location) {
            return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        }
    }

    record Fields(Place place, Map<String, JsonAt> values) implements JsonAt {}

    record Items(Place place, List<JsonAt> values) implements JsonAt {}

    record Text(Place place, String value) implements JsonAt {}

    record Whole(Place place, long value) implements JsonAt {}

    record YesNo(Place place, boolean value) implements JsonAt {}

    /// A null, a fraction, or a whole number beyond 64 bits: nothing a policy may hold.
    record Other(Place place, String written) implements JsonAt {}

    /// Reads one JSON document; a fault of form ends the reading and is the only one listed besides repeated fields.
    static JsonAt read(String json, List<PolicyFault> faults) {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            JsonAt value = new Reading(parser, faults).value("");
            if (parser.nextToken() != null) {
                Place at = Place.of(parser.currentTokenLocation());
                faults.add(new PolicyFault(at.line(), at.column(), "file", "Nothing may follow the closing bracket."));
            }
            return value;
        } catch (JacksonException wrong) {
            TokenStreamLocation found = wrong.getLocation();
            Place at = found == null ? new Place(1, 1) : Place.of(found);
            faults.add(new PolicyFault(at.line(), at.column(), "file", "Not JSON: " + wrong.getOriginalMessage()));
            return new Other(at, "");
        }
    }

    /// One pass over a parser.
    record Reading(JsonParser parser, List<PolicyFault> faults) {
        JsonAt value(String path) {
            Place at = Place.of(parser.currentTokenLocation());
            JsonToken token = parser.currentToken();
            if (token == null) {
                faults.add(new PolicyFault(1, 1, "file", "The file is empty."));
                return new Other(at, "");
            }
            return switch (token) {
                case START_OBJECT -> fields(at, path);
                case START_ARRAY -> items(at, path);
                case VALUE_STRING -> new Text(at, parser.getString());
                case VALUE_TRUE -> new YesNo(at, true);
                case VALUE_FALSE -> new YesNo(at, false);
                case VALUE_NUMBER_INT -> whole(at);
                case VALUE_NULL, VALUE_NUMBER_FLOAT -> new Other(at, parser.getString());
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("The reader met %s as a value.".formatted(token));
            };
        }

        private JsonAt whole(Place at) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? new Other(at, parser.getString())
                    : new Whole(at, parser.getLongValue());
        }

        private JsonAt fields(Place at, String path) {
            var values = new LinkedHashMap<String, JsonAt>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                Place named = Place.of(parser.currentTokenLocation());
                parser.nextToken();
                String field = path.isEmpty() ? name : path + "." + name;
                JsonAt value = value(field);
                if (values.putIfAbsent(name, value) != null) {
                    faults.add(new PolicyFault(named.line(), named.column(), field, "The field is given twice."));
                }
            }
            return new Fields(at, values);
        }

        private JsonAt items(Place at, String path) {
            var values = new ArrayList<JsonAt>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value("%s[%d]".formatted(path, values.size())));
            }
            return new Items(at, values);
        }
    }
}
