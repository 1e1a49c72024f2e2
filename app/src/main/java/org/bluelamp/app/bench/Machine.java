package org.bluelamp.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The machine a benchmark ran on; a figure without it says nothing.
public record Machine(int cores, long memoryMb, String system, String jdk, String postgresql) {
    private static final long BYTES_IN_MB = 1024L * 1024;

    static Machine with(JdbcClient jdbc) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / BYTES_IN_MB,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString(),
                jdbc.sql("show server_version").query(String.class).single());
    }

    @Override
    public String toString() {
        return "%d cores, %d MB, %s, JDK %s, PostgreSQL %s".formatted(cores, memoryMb, system, jdk, postgresql);
    }
}
