package org.bluelamp.statistics;

/// A place between two ranked values: `rank` (from 1) and the part of the way to the next, in units of `1 / UNIT`.
record RankPosition(long rank, long part) {
    static final long UNIT = QuantileType.WHOLE * 1_000_000L;

    static RankPosition of(long units) {
        return new RankPosition(Math.floorDiv(units, UNIT), Math.floorMod(units, UNIT));
    }
}
