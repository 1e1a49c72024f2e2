package org.bluelamp.statistics;

/// How a quantile is read off ranked values: the nine types of Hyndman and Fan (1996), by their numbers.
///
/// Source: Hyndman, R. J. and Fan, Y., "Sample quantiles in statistical packages", The American Statistician 50(4).
/// Type 7 is the spreadsheets' (linear interpolation) and ours unless another is asked for.
public enum QuantileType {
    TYPE_1(1, 0, 0),
    TYPE_2(2, 0, 0),
    TYPE_3(3, 0, 0),
    TYPE_4(4, 0, 24),
    TYPE_5(5, 12, 12),
    TYPE_6(6, 0, 0),
    TYPE_7(7, 24, 24),
    TYPE_8(8, 8, 8),
    TYPE_9(9, 9, 9);

    /// The plotting positions `a` and `b` are kept in twenty-fourths, so that every type is a whole number of them.
    static final int WHOLE = 24;

    private final int number;
    private final int a;
    private final int b;

    QuantileType(int number, int a, int b) {
        this.number = number;
        this.a = a;
        this.b = b;
    }

    /// The number in Hyndman and Fan's list, 1 to 9.
    public int number() {
        return number;
    }

    /// The type with this number.
    ///
    /// Errors: `IllegalArgumentException` for a number outside 1 to 9.
    public static QuantileType of(int number) {
        for (QuantileType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("The quantile type (%d) must be from 1 to 9.".formatted(number));
    }

    /// Where the quantile lies among `n` ranked values, exactly.
    ///
    /// Units: `millionths` of 1; the position's part is in twenty-four-millionths of a rank.
    RankPosition position(long n, long millionths) {
        long unit = RankPosition.UNIT;
        return switch (this) {
            case TYPE_1 -> stepUp(RankPosition.of(WHOLE * n * millionths));
            case TYPE_2 -> halfOnStep(RankPosition.of(WHOLE * n * millionths));
            case TYPE_3 -> nearestEven(RankPosition.of(WHOLE * n * millionths - unit / 2));
            case TYPE_4, TYPE_5, TYPE_6, TYPE_7, TYPE_8, TYPE_9 ->
                RankPosition.of(a * (unit / WHOLE) + millionths * (WHOLE * (n + 1) - a - b));
        };
    }

    private static RankPosition stepUp(RankPosition at) {
        return at.part() > 0 ? new RankPosition(at.rank() + 1, 0) : at;
    }

    private static RankPosition halfOnStep(RankPosition at) {
        return at.part() > 0 ? new RankPosition(at.rank() + 1, 0) : new RankPosition(at.rank(), RankPosition.UNIT / 2);
    }

    private static RankPosition nearestEven(RankPosition at) {
        return at.part() == 0 && at.rank() % 2 == 0 ? at : new RankPosition(at.rank() + 1, 0);
    }
}
