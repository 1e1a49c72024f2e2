package org.bluelamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTableTest {
    @Test
    void every_row_of_the_table_is_read_and_nothing_else() {
        String page = """
                # Problems

                | code | sentence |
                |---|---|
                | `control/reason-missing` | A restriction of incident (…) needs a reason. |
                """;
        assertThat(ProblemTable.read(page))
                .containsExactly(
                        new ProblemCode("control/reason-missing", "A restriction of incident (…) needs a reason."));
    }

    @Test
    void the_table_that_goes_with_the_program_is_read_whole() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("bluelamp.root"), "docs", "problems.md"));
        List<String> rows = page.lines().filter(line -> line.startsWith("| `")).toList();
        assertThat(ProblemTable.read(page)).hasSameSizeAs(rows).isNotEmpty();
    }
}
