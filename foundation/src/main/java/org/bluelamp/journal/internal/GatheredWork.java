package org.bluelamp.journal.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Jobs of several threads done together: while some are being done, those that come in the meantime gather, and one
/// of their threads then does them all at once. Nobody waits for a job alone longer than that takes.
final class GatheredWork<J, R> {
    /// The most jobs done at once.
    static final int TOGETHER_MAX = 100;

    private final Function<List<J>, List<Supplier<R>>> work;
    private final BiPredicate<J, J> apart;
    private final Deque<Waiting<J, R>> waiting = new ArrayDeque<>();
    private boolean busy;

    private static final class Waiting<J, R> {
        private final J job;
        private @Nullable Supplier<R> answer;

        Waiting(J job) {
            this.job = job;
        }
    }

    /// `work` does several jobs and answers each in their order, by a value or a fault; `apart` are two jobs that
    /// are never done together.
    GatheredWork(Function<List<J>, List<Supplier<R>>> work, BiPredicate<J, J> apart) {
        this.work = work;
        this.apart = apart;
    }

    /// Has the job done, and answers once it is.
    R have(J job) {
        var mine = new Waiting<J, R>(job);
        boolean interrupted = false;
        Supplier<R> answer;
        synchronized (this) {
            waiting.addLast(mine);
            while (mine.answer == null && busy) {
                try {
                    wait();
                } catch (InterruptedException asked) {
                    // The job may be underway already, so its end is waited for.
                    interrupted = true;
                }
            }
            answer = mine.answer;
            busy |= answer == null;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (answer == null) {
            answer = doUntil(mine);
        }
        return answer.get();
    }

    private Supplier<R> doUntil(Waiting<J, R> mine) {
        try {
            Supplier<R> answer = null;
            while (answer == null) {
                doNext();
                answer = mine.answer;
            }
            return answer;
        } finally {
            synchronized (this) {
                busy = false;
                notifyAll();
            }
        }
    }

    private void doNext() {
        List<Waiting<J, R>> together = next();
        List<Supplier<R>> answers = null;
        try {
            answers = work.apply(together.stream().map(one -> one.job).toList());
        } finally {
            answer(together, answers);
        }
    }

    private synchronized void answer(List<Waiting<J, R>> together, @Nullable List<Supplier<R>> answers) {
        for (int at = 0; at < together.size(); at++) {
            together.get(at).answer = answers == null ? GatheredWork::broken : answers.get(at);
        }
    }

    private static <R> R broken() {
        throw new IllegalStateException("It was to be done together with others, and that failed.");
    }

    private synchronized List<Waiting<J, R>> next() {
        var together = new ArrayList<Waiting<J, R>>();
        while (!waiting.isEmpty() && together.size() < TOGETHER_MAX) {
            J job = waiting.getFirst().job;
            if (together.stream().anyMatch(one -> apart.test(one.job, job))) {
                break;
            }
            together.add(waiting.removeFirst());
        }
        return together;
    }
}
