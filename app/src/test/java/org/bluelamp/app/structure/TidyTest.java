package org.bluelamp.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// STYLE, section 15: sizes, names and what never stands in a file.
class TidyTest {
    private static final int CLASS_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 60;
    private static final int PARAMETERS_MAX = 6;
    private static final int TEMPLATE_LINES_MAX = 150;
    private static final int LINE_CHARACTERS_MAX = 120;
    private static final int MARKUP_CHARACTERS_MAX = 320;

    private static final Set<String> BANNED_WORDS =
            Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl", "dto");

    /// Put together, so that this list does not find itself.
    private static final List<String> MACHINE_PATHS = List.of("/" + "work/", "/" + "root/", "/" + "home/", "C:" + "\\");

    private static final Pattern TEST_LEFT_OUT = Pattern.compile(
            "@(?:" + "Disabled|Enabled(?:On|If|For))|\\bassume(?:True|False|That|ingThat)\\(|\\bAssumptions\\.");

    private static final Pattern UNDONE = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void no_class_is_longer_than_400_lines() {
        assertThat(Sources.all().types().stream()
                        .filter(type -> type.lines() > CLASS_LINES_MAX)
                        .map(type ->
                                "%s: %s has %d lines".formatted(House.name(type.file()), type.name(), type.lines())))
                .isEmpty();
    }

    @Test
    void no_method_is_longer_than_60_lines() {
        assertThat(Sources.all().methods().stream()
                        .filter(method -> method.lines() > METHOD_LINES_MAX)
                        .map(method -> "%s: %s.%s has %d lines"
                                .formatted(House.name(method.file()), method.type(), method.name(), method.lines())))
                .isEmpty();
    }

    @Test
    void nothing_shipped_takes_more_than_six_parameters_but_the_head_of_a_record() {
        assertThat(Sources.all().methods().stream()
                        .filter(method -> method.parameters() > PARAMETERS_MAX && !method.ofRecordHead())
                        .filter(method -> House.name(method.file()).contains("/src/main/"))
                        .map(method -> "%s: %s.%s takes %d"
                                .formatted(
                                        House.name(method.file()), method.type(), method.name(), method.parameters())))
                .isEmpty();
    }

    @Test
    void no_template_is_longer_than_150_lines() {
        assertThat(House.files(".jte").stream()
                        .filter(file -> House.text(file).lines().count() > TEMPLATE_LINES_MAX)
                        .map(House::name))
                .isEmpty();
    }

    @Test
    void no_line_of_shipped_code_is_longer_than_120_characters() {
        assertThat(lines(shipped(".java", ".sql"), line -> line.length() > LINE_CHARACTERS_MAX))
                .as("tests may be wider because they quote lines of other people's formats as they stand")
                .isEmpty();
        assertThat(lines(shipped(".jte"), line -> line.length() > MARKUP_CHARACTERS_MAX))
                .as("markup may be wider because a break between words of a sentence is content")
                .isEmpty();
    }

    @Test
    void no_name_has_a_word_that_says_nothing() {
        Stream<String> names = Stream.of(
                        Sources.all().types().stream().flatMap(type -> Stream.of(type.name(), type.packageName())),
                        Sources.all().methods().stream().map(Sources.WrittenMethod::name),
                        House.files(".jte", ".js").stream()
                                .map(file -> file.getFileName().toString()))
                .flatMap(all -> all);
        assertThat(names.distinct().filter(TidyTest::saysNothing)).isEmpty();
    }

    @Test
    void every_exception_to_a_rule_says_why() {
        assertThat(lines(
                        House.files(".java"),
                        line -> line.contains("@SuppressWarnings(") && !line.contains("//") && !quoted(line)))
                .as("a suppression has its reason behind it on the line")
                .isEmpty();
        List<String> silentRules = Stream.of("ModulesTest", "PurityTest", "ClockTest", "RoutesTest")
                .map(test -> "org/bluelamp/app/structure/" + test + ".java")
                .flatMap(path -> House.files(path).stream())
                .filter(file -> count(House.text(file), ".check(") > count(House.text(file), ".because("))
                .map(House::name)
                .toList();
        assertThat(silentRules).as("a rule without a because").isEmpty();
    }

    @Test
    void no_test_is_left_out() {
        assertThat(lines(
                        House.files(".java"),
                        line -> TEST_LEFT_OUT.matcher(line).find() && !quoted(line)))
                .isEmpty();
    }

    @Test
    void nothing_is_left_undone_in_the_code() {
        assertThat(lines(
                        House.files(".java", ".jte", ".sql", ".js", ".css"),
                        line -> UNDONE.matcher(line).find()))
                .isEmpty();
    }

    @Test
    void no_file_names_a_place_of_one_machine() {
        List<Path> written = House.files(
                ".java", ".jte", ".sql", ".js", ".css", ".md", ".xml", ".yaml", ".yml", ".json", ".properties", "run");
        assertThat(lines(written, line -> MACHINE_PATHS.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    private static List<Path> shipped(String... endings) {
        return House.files(endings).stream()
                .filter(file -> House.name(file).contains("/src/main/"))
                .toList();
    }

    private static boolean saysNothing(String name) {
        return Stream.of(name.split("[._-]"))
                .flatMap(part -> Stream.of(part.split("(?<=[a-z0-9])(?=[A-Z])")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(BANNED_WORDS::contains);
    }

    /// True where the words stand in a text of this very kind of test.
    private static boolean quoted(String line) {
        return line.contains("\"@") || line.contains("contains(");
    }

    private static List<String> lines(List<Path> files, java.util.function.Predicate<String> faulty) {
        return files.stream()
                .flatMap(file -> {
                    List<String> lines = House.text(file).lines().toList();
                    return IntStream.range(0, lines.size())
                            .filter(at -> faulty.test(lines.get(at)))
                            .mapToObj(at -> "%s:%d %s"
                                    .formatted(
                                            House.name(file),
                                            at + 1,
                                            lines.get(at).strip()));
                })
                .toList();
    }

    private static int count(String text, String word) {
        return text.split(Pattern.quote(word), -1).length - 1;
    }
}
