package org.bluelamp.performance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bluelamp.performance.ResponseReport;
import org.bluelamp.performance.ResponseWorkload;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.Test;

/// How fast and how large; the bounds are wide enough for a busy machine, `bluelamp bench journal` measures.
class MadeYearTest {
    private static final int INCIDENTS = Integer.getInteger("bluelamp.test.incidents", 60_000);
    private static final int TIMES = 21;
    private static final double WARM_MILLIS_MAX = 250;

    @Test
    void a_report_by_month_and_area_is_answered_warm_under_a_generous_ceiling() {
        try (TestProgram program = TestProgram.journal(
                FactTable.class, FactStore.class, IncidentsBehind.class, ResponseReports.class, MadeYear.class)) {
            SqlContract.check(program.database(), MadeYear.class);
            program.get(ResponseWorkload.class).fill(INCIDENTS);
            long before = used();
            long from = System.nanoTime();
            String answer = program.get(ResponseWorkload.class).report();
            long cold = System.nanoTime() - from;
            long bytes = used() - before;
            double[] millis = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                assertThat(program.get(ResponseWorkload.class).report()).isEqualTo(answer);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf(
                    "%,d incidents: cold %.0f ms, warm median %.1f ms, slowest %.1f ms, %,d kB held, answer %,d kB%n",
                    INCIDENTS, cold / 1e6, millis[TIMES / 2], millis[TIMES - 1], bytes / 1024, answer.length() / 1024);
            assertThat(answer).contains("\"month\":\"2025-12\",\"area\":\"E09000032\"");
            assertThat(program.get(ResponseReport.class).sources().getFirst().incidents())
                    .isEqualTo(INCIDENTS);
            assertThat(millis[TIMES / 2]).isLessThan(WARM_MILLIS_MAX);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
