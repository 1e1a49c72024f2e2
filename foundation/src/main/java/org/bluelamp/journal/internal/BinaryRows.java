package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.bluelamp.journal.Projection;
import org.jspecify.annotations.Nullable;

/// Rows in PostgreSQL's binary `copy` format.
///
/// Source: PostgreSQL documentation, COPY, "Binary Format"; a value is what the type's `send` function gives.
final class BinaryRows implements Projection.Cells {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short TRAILER = -1;
    private static final int EMPTY = -1;
    private static final int OID_BIGINT = 20;
    private static final int OID_INTEGER = 23;
    private static final int OID_TEXT = 25;
    private static final long EPOCH_SECONDS = 946_684_800;
    private static final long EPOCH_DAYS = 10_957;
    private static final long MICROS_IN_SECOND = 1_000_000;
    private static final int NANOS_IN_MICRO = 1_000;
    private static final int BYTES_FIRST = 1 << 16;

    private byte[] out = new byte[BYTES_FIRST];
    private int size;
    private int rowAt;
    private int cells;

    BinaryRows() {
        put(HEADER);
    }

    void startRow() {
        rowAt = size;
        cells = 0;
        putShort(0);
    }

    void endRow() {
        int end = size;
        size = rowAt;
        putShort(cells);
        size = end;
    }

    /// The number of bytes in `buffer`, once the rows are ended.
    int end() {
        putShort(TRAILER);
        return size;
    }

    byte[] buffer() {
        return out;
    }

    @Override
    public BinaryRows text(@Nullable String text) {
        return bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public BinaryRows number(long number) {
        cell(Long.BYTES);
        return putLong(number);
    }

    @Override
    public BinaryRows integer(int number) {
        cell(Integer.BYTES);
        return putInt(number);
    }

    @Override
    public BinaryRows small(@Nullable Integer number) {
        if (number == null) {
            return cell(EMPTY);
        }
        if (number.shortValue() != number) {
            throw new IllegalArgumentException("The number (%d) is no smallint.".formatted(number));
        }
        cell(Short.BYTES);
        return putShort(number);
    }

    @Override
    public BinaryRows truth(boolean truth) {
        cell(1);
        return putByte(truth ? 1 : 0);
    }

    @Override
    public BinaryRows date(LocalDate date) {
        cell(Integer.BYTES);
        return putInt(Math.toIntExact(date.toEpochDay() - EPOCH_DAYS));
    }

    @Override
    public BinaryRows instant(Instant instant) {
        long seconds = Math.multiplyExact(instant.getEpochSecond() - EPOCH_SECONDS, MICROS_IN_SECOND);
        return number(Math.addExact(seconds, instant.getNano() / NANOS_IN_MICRO));
    }

    @Override
    public BinaryRows bytes(byte @Nullable [] bytes) {
        if (bytes == null) {
            return cell(EMPTY);
        }
        cell(bytes.length);
        return put(bytes);
    }

    @Override
    public BinaryRows texts(List<? extends @Nullable String> texts) {
        int lengthAt = array(OID_TEXT, texts);
        for (String text : texts) {
            if (text == null) {
                putInt(EMPTY);
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                putInt(bytes.length).put(bytes);
            }
        }
        return arrayEnded(lengthAt);
    }

    @Override
    public BinaryRows integers(List<? extends @Nullable Integer> numbers) {
        int lengthAt = array(OID_INTEGER, numbers);
        for (Integer number : numbers) {
            if (number == null) {
                putInt(EMPTY);
            } else {
                putInt(Integer.BYTES).putInt(number);
            }
        }
        return arrayEnded(lengthAt);
    }

    @Override
    public BinaryRows numbers(List<Long> numbers) {
        int lengthAt = array(OID_BIGINT, numbers);
        for (long number : numbers) {
            putInt(Long.BYTES).putLong(number);
        }
        return arrayEnded(lengthAt);
    }

    /// Begins an array; where its length goes once it is known.
    private int array(int elementType, List<?> elements) {
        cell(0);
        int lengthAt = size - Integer.BYTES;
        putInt(elements.isEmpty() ? 0 : 1);
        putInt(elements.stream().anyMatch(element -> element == null) ? 1 : 0);
        putInt(elementType);
        if (!elements.isEmpty()) {
            putInt(elements.size());
            putInt(1);
        }
        return lengthAt;
    }

    private BinaryRows arrayEnded(int lengthAt) {
        int end = size;
        size = lengthAt;
        putInt(end - lengthAt - Integer.BYTES);
        size = end;
        return this;
    }

    private BinaryRows cell(int length) {
        cells++;
        return putInt(length);
    }

    private BinaryRows put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
        return this;
    }

    private BinaryRows putByte(int value) {
        room(1);
        out[size++] = (byte) value;
        return this;
    }

    private BinaryRows putShort(int value) {
        return putByte(value >> Byte.SIZE).putByte(value);
    }

    private BinaryRows putInt(int value) {
        return putShort(value >> Short.SIZE).putShort(value);
    }

    private BinaryRows putLong(long value) {
        return putInt((int) (value >> Integer.SIZE)).putInt((int) value);
    }

    private void room(int more) {
        if (size + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
