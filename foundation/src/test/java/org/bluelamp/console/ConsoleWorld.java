package org.bluelamp.console;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.TestProgram;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/// A small program around the console: somebody who may be changed, a navigation, a live list of notes.
final class ConsoleWorld {
    static final Viewer OFFICER = viewer("p-1", Set.of("notes.read"), Optional.empty());
    static final Viewer OTHER = viewer("p-2", Set.of("notes.read"), Optional.of(new BoroughCode("E09000033")));
    static final Viewer STRANGER = viewer("p-3", Set.of(), Optional.empty());

    /// Who is signed in on the next request.
    static volatile Optional<Viewer> signedIn = Optional.of(OFFICER);

    private ConsoleWorld() {}

    static TestProgram start() {
        signedIn = Optional.of(OFFICER);
        return TestProgram.web(List.of("journal", "console"), Parts.class);
    }

    static Viewer viewer(String actor, Set<String> may, Optional<BoroughCode> borough) {
        return new Viewer(new ActorId(actor), "C. Okafor", new RoleCode("DESK"), "Desk officer", borough, may);
    }

    /// What can happen to a note.
    sealed interface NoteEvent {
        record Written(String key, String words, long rank) implements NoteEvent {}

        record Moved(String key, long rank) implements NoteEvent {}

        record Struck(String key) implements NoteEvent {}
    }

    /// Records one event of a note and returns its position.
    static long record(TestProgram program, String key, NoteEvent event) {
        var stream = new StreamId("note/" + key);
        var journal = program.get(Journal.class);
        var happened = new Happened(Instant.parse("2026-11-22T21:04:00Z"), Happened.Precision.SECOND, "test");
        journal.append(Append.by(Act.byProgram("test", happened))
                .restingOn(journal.read(stream, NoteEvent.class))
                .write(stream, event));
        return journal.position();
    }

    static String row(String key, String words) {
        return "<li id=\"note-%s\" tabindex=\"-1\"><a href=\"#%s\">%s</a></li>".formatted(key, key, words);
    }

    /// Not annotated, so that no other test that looks for the console's beans finds these.
    static class Parts {
        @Bean
        Pages pages(Shells shells, Journal journal) {
            return new ConsoleWorld().new Pages(shells, journal);
        }

        @Bean
        Viewers viewers() {
            return () -> signedIn;
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .headers(headers ->
                            headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
                    .build();
        }

        @Bean
        Banner banner() {
            return () -> Optional.of("Invented service. Nothing on this page happened.");
        }

        @Bean
        NavItem notes() {
            return new NavItem("Notes", "/notes", "g n", "notes.read", 1);
        }

        @Bean
        NavItem parts() {
            return new NavItem("Parts", "/console/parts", "g p", Needs.SIGNED_IN, 2);
        }

        @Bean
        NavItem secrets() {
            return new NavItem("Secrets", "/secrets", "g s", "secrets.read", 3);
        }

        @Bean
        Shortcut write() {
            return new Shortcut("w", "Write a note", "notes", "focus:#words");
        }

        @Bean
        CommandVerb find() {
            return new CommandVerb("find", "find WORDS", "Find notes", "*", "notes.read", "href:/notes?text={text}");
        }

        @Bean
        EventTypes noteEvents() {
            return new EventTypes("console", NoteEvent.class);
        }

        @Bean
        LiveFeed<NoteEvent> noteFeed() {
            return new NoteFeed();
        }
    }

    /// The live list of notes; a note that starts with a cross is not for somebody bound to a borough.
    static final class NoteFeed implements LiveFeed<NoteEvent> {
        @Override
        public String topic() {
            return "notes";
        }

        @Override
        public String needs() {
            return "notes.read";
        }

        @Override
        public Class<NoteEvent> follows() {
            return NoteEvent.class;
        }

        @Override
        public List<RowChange> changes(Recorded<NoteEvent> recorded, Viewer viewer) {
            return switch (recorded.event()) {
                case NoteEvent.Written written
                when written.words().startsWith("†") && viewer.borough().isPresent() -> List.of();
                case NoteEvent.Written written ->
                    List.of(new RowChange.Put(
                            "note-" + written.key(), rank(written.rank()), row(written.key(), written.words())));
                case NoteEvent.Moved moved -> List.of(new RowChange.Move("note-" + moved.key(), rank(moved.rank())));
                case NoteEvent.Struck struck -> List.of(new RowChange.Remove("note-" + struck.key()));
            };
        }

        static String rank(long rank) {
            return "%06d".formatted(rank);
        }
    }

    /// Not static, for the same reason.
    @RestController
    class Pages {
        private final Shells shells;
        private final Journal journal;

        Pages(Shells shells, Journal journal) {
            this.shells = shells;
            this.journal = journal;
        }

        @GetMapping("/notes")
        @Needs("notes.read")
        ModelAndView notes() {
            Shell shell = shells.page("Notes", "notes");
            String rows = journal.after(0, 100, NoteEvent.class).stream()
                    .flatMap(recorded -> new NoteFeed().changes(recorded, OFFICER).stream())
                    .map(change -> change instanceof RowChange.Put put
                            ? put.html().replace("<li ", "<li data-rank=\"" + put.rank() + "\" ")
                            : "")
                    .collect(Collectors.joining());
            Content content = output -> output.writeContent(
                    "<input id=\"words\" aria-label=\"Words\"><ol data-live=\"notes\" data-rows>" + rows + "</ol>");
            return new ModelAndView("console/shell", Map.of("shell", shell, "content", content));
        }

        @GetMapping({"/fail", "/api/v1/fail"})
        @Needs(Needs.NOBODY)
        String fail() {
            throw new IllegalStateException("A secret of the program.");
        }

        @GetMapping({"/number/{number}", "/api/v1/number/{number}"})
        @Needs(Needs.NOBODY)
        String number(@PathVariable long number) {
            if (number < 0) {
                throw new RequestFault("number", "The number (%d) must not be negative.".formatted(number));
            }
            return "number " + number;
        }
    }
}
