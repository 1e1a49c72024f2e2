package org.bluelamp.history.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.history.MappingFaults.Fault;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Fields of one section of a YAML file. What is wrong is noted with its line and the way to it, and reading goes
/// on with a stand-in, so that all faults are found at once. Words are taken as they are written: `NO` is no.
class YamlSection {
    /// The most elements a list may hold.
    static final int LIST_MAX = 1_000;

    private static final int WORD_CHARACTERS_MAX = 1_000;

    private final String path;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Fault> faults;

    YamlSection(String path, int line, List<Fault> faults) {
        this.path = path;
        this.line = line;
        this.faults = faults;
    }

    static YamlSection of(Node node, String path, List<Fault> faults) {
        var section = new YamlSection(path, lineOf(node), faults);
        if (!(node instanceof MappingNode mapping)) {
            faults.add(new Fault(lineOf(node), path.isEmpty() ? "file" : path, "must be a section of fields"));
            return section;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(new Fault(lineOf(tuple.getKeyNode()), path, "a field name must be a word"));
            } else if (section.fields.put(key.getValue(), tuple.getValueNode()) != null) {
                faults.add(new Fault(lineOf(key), section.pathOf(key.getValue()), "is given twice"));
            }
        }
        return section;
    }

    int line() {
        return line;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    List<String> names() {
        asked.addAll(fields.keySet());
        return List.copyOf(fields.keySet());
    }

    void fault(String field, String reason) {
        Node node = fields.get(field);
        faults.add(new Fault(node == null ? line : lineOf(node), pathOf(field), reason));
    }

    /// A word that must be there; a fault and an empty word where it is not.
    String text(String field) {
        Optional<String> found = optionalText(field);
        if (found.isEmpty() && !has(field)) {
            fault(field, "is missing");
        }
        return found.orElse("");
    }

    Optional<String> optionalText(String field) {
        asked.add(field);
        Node node = fields.get(field);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            fault(field, "must be one word or sentence");
            return Optional.empty();
        }
        if (scalar.getValue().length() > WORD_CHARACTERS_MAX) {
            fault(field, "has more than %d characters".formatted(WORD_CHARACTERS_MAX));
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    /// A list of words; one word alone is a list of one.
    List<String> texts(String field) {
        asked.add(field);
        Node node = fields.get(field);
        return switch (node) {
            case null -> List.of();
            case ScalarNode scalar -> List.of(scalar.getValue());
            case SequenceNode sequence -> words(field, sequence);
            default -> {
                fault(field, "must be a list of words");
                yield List.of();
            }
        };
    }

    private List<String> words(String field, SequenceNode sequence) {
        var words = new ArrayList<String>();
        for (Node element : within(field, sequence)) {
            if (element instanceof ScalarNode scalar) {
                words.add(scalar.getValue());
            } else {
                faults.add(new Fault(lineOf(element), pathOf(field), "must be a list of words"));
            }
        }
        return words;
    }

    Optional<YamlSection> section(String field) {
        asked.add(field);
        return Optional.ofNullable(fields.get(field)).map(node -> of(node, pathOf(field), faults));
    }

    List<YamlSection> sections(String field) {
        asked.add(field);
        Node node = fields.get(field);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            fault(field, "must be a list of sections");
            return List.of();
        }
        var sections = new ArrayList<YamlSection>();
        for (Node element : within(field, sequence)) {
            sections.add(of(element, "%s[%d]".formatted(pathOf(field), sections.size() + 1), faults));
        }
        return sections;
    }

    private List<Node> within(String field, SequenceNode sequence) {
        if (sequence.getValue().size() > LIST_MAX) {
            fault(field, "has more than %d elements".formatted(LIST_MAX));
            return List.of();
        }
        return sequence.getValue();
    }

    /// A time zone by its name; `otherwise` where the field is absent and need not be there.
    ZoneId zone(String field, Optional<ZoneId> otherwise) {
        ZoneId standIn = otherwise.orElse(ZoneOffset.UTC);
        Optional<String> word = otherwise.isPresent() ? optionalText(field) : Optional.of(text(field));
        try {
            return word.filter(name -> !name.isEmpty()).map(ZoneId::of).orElse(standIn);
        } catch (DateTimeException unknown) {
            fault(field, "(%s) is no time zone, such as Europe/London".formatted(word.orElse("")));
            return standIn;
        }
    }

    /// A whole number that must be there; `standIn` where it is not one.
    int whole(String field, int min, int max, int standIn) {
        String word = text(field);
        if (!has(field)) {
            return standIn;
        }
        try {
            int number = Integer.parseInt(word);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // Said below, with the limits.
        }
        fault(field, "(%s) must be a whole number from %d to %d".formatted(word, min, max));
        return standIn;
    }

    /// One of the words of `choices`; `otherwise` where the field is absent.
    <T> T choice(String field, Map<String, T> choices, T otherwise) {
        Optional<String> word = optionalText(field);
        if (word.isEmpty()) {
            return otherwise;
        }
        T chosen = choices.get(word.get());
        if (chosen == null) {
            String known = String.join(", ", choices.keySet().stream().sorted().toList());
            fault(field, "(%s) must be one of %s".formatted(word.get(), known));
            return otherwise;
        }
        return chosen;
    }

    /// Notes every field that nobody asked for: a misspelt field must not pass unseen.
    void nothingElse() {
        fields.forEach((name, node) -> {
            if (!asked.contains(name)) {
                faults.add(new Fault(
                        lineOf(node),
                        pathOf(name),
                        "is not a field here; known are "
                                + String.join(", ", asked.stream().distinct().toList())));
            }
        });
    }

    private String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
