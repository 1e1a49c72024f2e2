package org.bluelamp.history.web;

import java.nio.file.Path;
import java.util.Optional;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.Preview;
import org.bluelamp.kernel.ActorId;

/// A file that somebody sent, with its mapping, and what is being done with it.
class ImportJob implements ImportProgress {
    /// How far a job is.
    enum State {
        READY("ready"),
        CHECKING("checking"),
        CHECKED("checked"),
        IMPORTING("importing"),
        STOPPED("stopped"),
        DONE("done"),
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean running() {
            return this == CHECKING || this == IMPORTING;
        }
    }

    private final String id;
    private final ActorId owner;
    private final String fileName;
    private final Path file;
    private final Mapping mapping;
    private final Preview preview;
    private volatile State state = State.READY;
    private volatile Optional<ImportAccount> account = Optional.empty();
    private volatile String failure = "";
    private volatile int part;
    private volatile boolean stopAsked;

    ImportJob(String id, ActorId owner, String fileName, Path file, Mapping mapping, Preview preview) {
        this.id = id;
        this.owner = owner;
        this.fileName = fileName;
        this.file = file;
        this.mapping = mapping;
        this.preview = preview;
    }

    /// Claims the job for one run; false where one is under way.
    synchronized boolean begin(State running) {
        if (state.running()) {
            return false;
        }
        stopAsked = false;
        failure = "";
        part = 0;
        account = Optional.empty();
        state = running;
        return true;
    }

    @Override
    public boolean at(ImportAccount soFar, long bytesRead, long bytesAll) {
        account = Optional.of(soFar);
        part = bytesAll == 0 ? 0 : (int) Math.min(1_000, bytesRead * 1_000 / bytesAll);
        return !stopAsked;
    }

    void end(ImportAccount last, State complete) {
        account = Optional.of(last);
        state = last.complete() ? complete : State.STOPPED;
    }

    void fail(String reason) {
        failure = reason;
        state = State.FAILED;
    }

    void stop() {
        stopAsked = true;
    }

    String id() {
        return id;
    }

    ActorId owner() {
        return owner;
    }

    String fileName() {
        return fileName;
    }

    Path file() {
        return file;
    }

    Path refusedRows() {
        return file.resolveSibling("refused.csv");
    }

    Mapping mapping() {
        return mapping;
    }

    Preview preview() {
        return preview;
    }

    State state() {
        return state;
    }

    Optional<ImportAccount> account() {
        return account;
    }

    String failure() {
        return failure;
    }

    int part() {
        return part;
    }
}
