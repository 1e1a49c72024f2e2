package org.bluelamp.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The pages written from code are as committed, and every page leads somewhere.
class DocsTest {
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE_PATH =
            Pattern.compile("`((?:foundation|operations|oversight|foresight|app|docs|\\.ci)/[A-Za-z0-9_./-]+)`");

    @Test
    void the_page_of_modules_is_as_the_code_declares() throws IOException {
        holds("modules.md", Generated.modules(ModulesTest.MODULES));
    }

    @Test
    void the_page_of_events_is_as_the_code_declares() throws IOException {
        holds("events.md", Generated.events());
    }

    @Test
    void every_event_has_its_bytes_written_down() {
        List<String> without = Generated.eventNames().stream()
                .filter(name -> List.of("foundation", "operations", "oversight", "foresight", "app").stream()
                        .map(layer -> House.root().resolve(layer + "/src/test/resources/golden/" + name + ".v1.txt"))
                        .noneMatch(Files::exists))
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void the_page_of_problems_is_as_the_code_declares() throws IOException {
        holds("problems.md", Generated.problems());
    }

    @Test
    void the_page_of_the_mission_lists_every_requirement_with_what_proves_it() throws IOException {
        holds("mission.md", Generated.mission(requirements()));
    }

    @Test
    void every_proof_is_of_a_requirement_that_exists() {
        Set<String> known =
                requirements().stream().map(row -> row.split(" \\| ")[0]).collect(Collectors.toSet());
        assertThat(Generated.proofs().keySet()).isSubsetOf(known);
    }

    @Test
    void every_link_of_every_page_leads_to_a_file_and_a_heading_that_exist() {
        List<String> broken = House.files(".md").stream()
                .flatMap(page -> LINK.matcher(House.text(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.matches("(https?|mailto):.*"))
                        .filter(link -> !leadsSomewhere(page, link))
                        .map(link -> House.name(page) + " -> " + link))
                .toList();
        assertThat(broken).isEmpty();
    }

    @Test
    void every_path_of_code_that_a_page_names_exists() {
        List<String> broken = House.files(".md").stream()
                .flatMap(page -> CODE_PATH
                        .matcher(House.text(page))
                        .results()
                        .map((MatchResult path) -> path.group(1))
                        .filter(path -> !Files.exists(House.root().resolve(path)))
                        .map(path -> House.name(page) + " -> " + path))
                .toList();
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || !target.toString().endsWith(".md")
                || headings(target).contains(parts[1]);
    }

    private static Set<String> headings(Path page) {
        return House.text(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<String> requirements() {
        return House.text(House.root().resolve("app/src/test/resources/requirements.txt"))
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    /// Compares a page with what the code says now, or renews it where asked.
    private static void holds(String page, String written) throws IOException {
        Path file = House.root().resolve("docs").resolve(page);
        if ("write".equals(System.getProperty("bluelamp.docs"))) {
            Files.writeString(file, written);
        }
        assertThat(Files.exists(file) ? House.text(file) : "")
                .as("docs/%s is not what the code says; renew it with -Dbluelamp.docs=write", page)
                .isEqualTo(written);
    }
}
