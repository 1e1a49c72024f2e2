package org.bluelamp.history.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.history.Histories;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.ShippedHistory;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.springframework.stereotype.Component;

/// The shipped files as they lie in the program.
@Component
class ShippedFiles implements ShippedHistory {
    static final List<String> MAPPINGS =
            List.of("alexandria", "london-fire-brigade-2009", "sacramento", "san-diego", "seattle");
    private static final List<String> EXPORTS = List.of("london-fire-brigade-2009", "seattle");
    private static final Importing PROGRAM =
            Importing.by(new ActorId("system/shipped-history"), new RoleCode("PROGRAM"));

    private final Histories histories;

    ShippedFiles(Histories histories) {
        this.histories = histories;
    }

    @Override
    public List<ImportAccount> load(ImportProgress progress) {
        var accounts = new ArrayList<ImportAccount>();
        for (String name : EXPORTS) {
            accounts.add(load(name, progress));
        }
        return accounts;
    }

    private ImportAccount load(String name, ImportProgress progress) {
        Mapping mapping = histories.mapping(text(name));
        try {
            Path file = Files.createTempFile("history", ".csv.gz");
            try (InputStream shipped = open("/history/" + name + ".csv.gz")) {
                Files.copy(shipped, file, StandardCopyOption.REPLACE_EXISTING);
                return histories.run(file, mapping, PROGRAM.named(name + ".csv.gz"), progress);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<ShippedMapping> mappings() {
        return MAPPINGS.stream()
                .map(name -> new ShippedMapping(name, text(name)))
                .toList();
    }

    private static String text(String name) {
        try (InputStream in = open("/history/mappings/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = ShippedFiles.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The program lacks its file (%s).".formatted(resource));
        }
        return in;
    }
}
