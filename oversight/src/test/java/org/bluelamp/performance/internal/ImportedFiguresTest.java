package org.bluelamp.performance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bluelamp.history.Histories;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.journal.Followers;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.performance.ResponseReport;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.Test;

/// The whole way: the export is imported by its mapping, recorded, followed, and its published figures come out.
class ImportedFiguresTest {
    private static final List<String> MODULES = List.of("journal", "history.internal");

    @Test
    void thirteen_imported_weeks_give_the_figures_the_centre_published() throws IOException {
        if (PublishedAlexandria.missing()) {
            return;
        }
        try (TestProgram program = TestProgram.modules(
                MODULES,
                FactWriter.class,
                ResponseFacts.class,
                FactTable.class,
                FactStore.class,
                IncidentsBehind.class,
                ResponseReports.class)) {
            Histories histories = program.get(Histories.class);
            Path mapping = Path.of(System.getProperty("bluelamp.root", "."), "mappings", "alexandria.yaml");
            histories.run(
                    PublishedAlexandria.FOLDER.resolve("cad_incidents_2025w35-w47.csv.gz"),
                    histories.mapping(Files.readString(mapping)),
                    Importing.by(new ActorId("system/test"), new RoleCode("PROGRAM")),
                    ImportProgress.none());
            program.get(Followers.class).awaitCaughtUp(Duration.ofMinutes(2));
            ResponseReport report = program.get(ResponseReport.class);

            assertThat(report.sources().getFirst().incidents()).isEqualTo(20_654);
            PublishedAlexandria.Compared compared = PublishedAlexandria.compare("alexandria", report::compute);
            assertThat(compared.rows()).isEqualTo(84);
            assertThat(compared.differing()).isEmpty();
        }
    }
}
