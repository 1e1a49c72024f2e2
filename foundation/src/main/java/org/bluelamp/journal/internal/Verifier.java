package org.bluelamp.journal.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.Verification;
import org.springframework.stereotype.Component;

/// The check of a log, with what it needs from the database and from outside it.
@Component
class Verifier implements Verification {
    private final List<VerifSource> sources;
    private final SealStore store;
    private final SealFiles files;
    private final MachineClock clock;

    Verifier(List<VerifSource> sources, SealStore store, SealFiles files, MachineClock clock) {
        this.sources = sources;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Report verify(Request request, LongConsumer progress) {
        long started = System.nanoTime();
        VerifSource source = sources.stream()
                .filter(log -> log.log().equals(request.log()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no log (%s), only %s.".formatted(request.log(), LOGS)));
        String origin = files.originOf(source.log());
        Optional<SigningKeyPublic> key = Optional.ofNullable(files.publicKeys().get(origin));
        var findings = new VerifFindings();
        var witness = request.witness()
                .map(file -> VerifWitness.of(new WitnessFile(file).read(), origin, key.orElse(null), findings))
                .orElseGet(() -> VerifWitness.none(findings));
        Path mark = files.markFile(source.log());
        Optional<VerifMark> resume = request.fromStart() ? Optional.empty() : VerifMark.read(mark);
        var setting = new VerifRun.Setting(source, store, key, mark, clock.now());
        return new VerifRun(setting, resume, witness, findings).run(progress, started);
    }
}
