package org.bluelamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.bluelamp.console.ConsoleWorld.NoteEvent.Moved;
import org.bluelamp.console.ConsoleWorld.NoteEvent.Struck;
import org.bluelamp.console.ConsoleWorld.NoteEvent.Written;
import org.bluelamp.journal.Journal;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestProgram program;

    @BeforeAll
    static void start() {
        program = ConsoleWorld.start();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void officerSignsIn() {
        ConsoleWorld.signedIn = Optional.of(ConsoleWorld.OFFICER);
    }

    /// One message as it came: its kind, its data and its id.
    private record Message(String kind, String data, long id) {}

    /// An open stream, read message by message.
    private static final class Stream implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader lines;

        Stream(HttpResponse<InputStream> response) {
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /// The next message that is not only a sign of life.
        Message next() throws IOException {
            String kind = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    kind = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("id: ") && !kind.equals("at")) {
                    return new Message(kind, data, Long.parseLong(line.substring(4)));
                }
            }
            throw new AssertionError("The stream ended.");
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static HttpResponse<InputStream> ask(String query, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + "/api/v1/live" + query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static long position() {
        return program.get(Journal.class).position();
    }

    @Test
    void what_is_recorded_is_told_as_one_message_with_its_position() throws Exception {
        long from = position();
        try (var stream = new Stream(ask("?topics=notes&from=" + from))) {
            long written = ConsoleWorld.record(program, "a", new Written("a", "first", 20));
            Message put = stream.next();
            assertThat(put.kind()).isEqualTo("rows");
            assertThat(put.id()).isEqualTo(written);
            assertThat(put.data())
                    .contains("\"kind\":\"put\"", "\"id\":\"note-a\"", "\"rank\":\"000020\"", "\"topic\":\"notes\"");
            long moved = ConsoleWorld.record(program, "a", new Moved("a", 5));
            Message move = stream.next();
            assertThat(move.id()).isEqualTo(moved);
            assertThat(move.data()).contains("\"kind\":\"move\"", "\"rank\":\"000005\"");
            ConsoleWorld.record(program, "a", new Struck("a"));
            assertThat(stream.next().data()).contains("\"kind\":\"remove\"", "\"id\":\"note-a\"");
        }
    }

    @Test
    void a_browser_that_loses_the_connection_again_and_again_misses_nothing_and_hears_nothing_twice() throws Exception {
        long from = position();
        var random = new Random(1_184);
        int notes = 60;
        var writer = new Thread(() -> {
            for (int note = 0; note < notes; note++) {
                ConsoleWorld.record(program, "seq-" + note, new Written("seq-" + note, "words", note));
            }
        });
        writer.start();
        var heard = new ArrayList<Long>();
        long last = from;
        while (heard.size() < notes) {
            int some = 1 + random.nextInt(9);
            try (var stream = new Stream(ask("?topics=notes&from=" + from, "Last-Event-ID", String.valueOf(last)))) {
                for (int message = 0; message < some && heard.size() < notes; message++) {
                    last = stream.next().id();
                    heard.add(last);
                }
            }
        }
        writer.join();
        assertThat(heard)
                .as("seed 1184")
                .isEqualTo(
                        LongStream.rangeClosed(from + 1, from + notes).boxed().toList());
    }

    @Test
    void what_somebody_may_not_see_is_not_sent_to_them() throws Exception {
        long from = position();
        ConsoleWorld.record(program, "hidden", new Written("hidden", "† not for a borough", 1));
        long open = ConsoleWorld.record(program, "open", new Written("open", "for all", 2));
        try (var stream = new Stream(ask("?topics=notes&from=" + from))) {
            assertThat(stream.next().data()).contains("not for a borough");
        }
        ConsoleWorld.signedIn = Optional.of(ConsoleWorld.OTHER);
        try (var stream = new Stream(ask("?topics=notes&from=" + from))) {
            Message first = stream.next();
            assertThat(first.id()).isEqualTo(open);
            assertThat(first.data()).contains("for all").doesNotContain("†");
        }
    }

    @Test
    void a_list_somebody_may_not_read_or_that_does_not_exist_is_refused() throws Exception {
        assertThat(ask("?topics=nothing&from=0").statusCode()).isEqualTo(400);
        ConsoleWorld.signedIn = Optional.of(ConsoleWorld.STRANGER);
        assertThat(ask("?topics=notes&from=0").statusCode()).isEqualTo(403);
    }

    @Test
    void following_a_list_is_an_act_of_looking() throws Exception {
        long from = position();
        try (var stream = new Stream(ask("?topics=notes&from=" + from))) {
            ConsoleWorld.record(program, "looked", new Written("looked", "words", 1));
            stream.next();
        }
        try (var connection = program.database().superuser();
                var looks = connection
                        .createStatement()
                        .executeQuery("select count(*) from journal.look where kind = 'stream'")) {
            looks.next();
            assertThat(looks.getLong(1)).isPositive();
        }
    }
}
