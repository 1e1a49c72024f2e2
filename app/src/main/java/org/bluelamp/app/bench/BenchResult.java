package org.bluelamp.app.bench;

import java.util.List;

/// What a benchmark answers, with the machine it ran on.
public record BenchResult(String benchmark, Machine machine, List<Measurement> measurements) {}
