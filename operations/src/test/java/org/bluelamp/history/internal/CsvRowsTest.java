package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bluelamp.history.ExportUnreadable;
import org.bluelamp.history.Mapping.Encoding;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static List<String> rows(String text) throws IOException {
        return rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Encoding.UTF_8);
    }

    private static List<String> rows(InputStream in, Encoding encoding) throws IOException {
        var told = new ArrayList<String>();
        try (var rows = new CsvRows(in, Optional.empty(), '"', encoding)) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                told.add(
                        switch (row.get()) {
                            case CsvRow.Read read -> read.line() + " " + read.fields();
                            case CsvRow.Broken broken ->
                                "%d.%d %s".formatted(broken.line(), broken.column(), broken.reason());
                        });
            }
        }
        return told;
    }

    @Test
    void quotes_hold_delimiters_quotes_and_line_ends() throws IOException {
        assertThat(rows("a,b\r\n\"1,1\",\"say \"\"no\"\"\"\r\n\"two\nlines\",2\n"))
                .containsExactly("2 [1,1, say \"no\"]", "3 [two\nlines, 2]");
    }

    @Test
    void the_delimiter_is_found_from_the_names_of_the_columns() throws IOException {
        assertThat(rows("a;b;\"c,d,e,f\"\n1;2;3\n")).containsExactly("2 [1, 2, 3]");
        assertThat(rows("a\tb\n1\t2\n")).containsExactly("2 [1, 2]");
    }

    @Test
    void a_torn_last_line_is_refused_and_nothing_beside_it() throws IOException {
        assertThat(rows("a,b,c\n1,2,3\n4,5"))
                .containsExactly("2 [1, 2, 3]", "3.2 has 2 columns, not 3: the file breaks off");
    }

    @Test
    void a_quote_that_is_not_closed_costs_its_own_line_only() throws IOException {
        assertThat(rows("a,b\n1,2\n3,\"4\n5,6\n7,8\n"))
                .containsExactly("2 [1, 2]", "3.2 has a quote that is not closed", "4 [5, 6]", "5 [7, 8]");
        assertThat(rows("a,b\n3,\"4\n5,\"6\"\n7,8\n"))
                .containsExactly("2.2 has a quote that is not closed", "3 [5, 6]", "4 [7, 8]");
    }

    @Test
    void wrong_numbers_of_columns_and_nul_bytes_are_told_with_line_and_column() throws IOException {
        assertThat(rows("a,b\n1,2,3\n4\n5,\0\n\n6,7\n"))
                .containsExactly(
                        "2.3 has 3 columns, not 2", "3.1 has 1 columns, not 2", "4.2 has a NUL byte", "6 [6, 7]");
    }

    @Test
    void bytes_of_another_encoding_are_refused_in_their_column() throws IOException {
        byte[] text = "a,b\n1,Caf\u00e9\n2,x\n".getBytes(Charset.forName("windows-1252"));

        assertThat(rows(new ByteArrayInputStream(text), Encoding.UTF_8))
                .containsExactly("2.2 has bytes that are not UTF-8", "3 [2, x]");
        assertThat(rows(new ByteArrayInputStream(text), Encoding.WINDOWS_1252))
                .containsExactly("2 [1, Caf\u00e9]", "3 [2, x]");
    }

    @Test
    void a_single_line_of_ten_megabytes_is_refused_without_keeping_it() throws IOException {
        InputStream line = InputStream.nullInputStream();
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int part = 0; part < 10; part++) {
            line = new SequenceInputStream(line, new ByteArrayInputStream(megabyte));
        }
        InputStream file = new SequenceInputStream(
                new SequenceInputStream(
                        new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII)), line),
                new ByteArrayInputStream("\n3,4\n".getBytes(StandardCharsets.US_ASCII)));

        assertThat(rows(file, Encoding.UTF_8))
                .containsExactly("2 [1, 2]", "3.0 is longer than 1,048,576 bytes", "4 [3, 4]");
    }

    @Test
    void a_file_that_names_no_columns_cannot_be_read() {
        assertThatThrownBy(() -> rows("\n\n")).isInstanceOf(ExportUnreadable.class);
        assertThatThrownBy(() -> rows("x".repeat(2 << 20))).hasMessageContaining("longer than 1048576 bytes");
    }

    /// Property: whatever is broken in it, a file of good rows with rubbish between them gives back the good rows.
    @Test
    void good_rows_survive_rubbish_between_them() throws IOException {
        long seed = 20_261_122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> rubbish = List.of("one", "a,b,c,d", "x,\0,z", "\"y\"z,1,2", ",,,,,", "a,\"b,c");
        for (int round = 0; round < 1_000; round++) {
            var text = new StringBuilder("h,i,j\n");
            var good = new ArrayList<String>();
            int line = 2;
            for (int row = 0; row < 6; row++, line++) {
                if (random.nextInt(3) == 0) {
                    text.append(rubbish.get(random.nextInt(rubbish.size()))).append('\n');
                } else {
                    String cell = "g" + random.nextInt(100);
                    text.append("%s,\"%s\",%d\n".formatted(cell, cell, row));
                    good.add("%d [%s, %s, %d]".formatted(line, cell, cell, row));
                }
            }
            assertThat(rows(text.toString()))
                    .as("seed %d, round %d", seed, round)
                    .containsAll(good);
        }
    }
}
