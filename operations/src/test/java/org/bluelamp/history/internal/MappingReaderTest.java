package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.MappingFaults;
import org.bluelamp.history.MappingFaults.Fault;
import org.junit.jupiter.api.Test;

class MappingReaderTest {
    private static final String RIGHT = """
            version: 1
            source:
              id: northshire
              name: Northshire
              agency: Northshire Police
              licence: Invented
              attribution: Invented for a test
            zone: Europe/London
            key: number
            times:
              received: {column: at, format: "dd/MM/yyyy HH:mm"}
              arrived: {column: there, format: "dd/MM/yyyy HH:mm"}
            intervals:
              - {name: response, from: received, to: arrived}
            """;

    private static List<Fault> faults(String yaml) {
        return catchThrowableOfType(MappingFaults.class, () -> MappingReader.read(yaml))
                .faults();
    }

    @Test
    void a_mapping_is_read_whole() {
        Mapping mapping = MappingReader.read(RIGHT);

        assertThat(mapping.source().id()).isEqualTo("northshire");
        assertThat(mapping.times()).extracting(Mapping.TimeColumn::name).containsExactly("received", "arrived");
        assertThat(mapping.headline()).contains("response");
        assertThat(mapping.hash()).hasSize(64);
    }

    @Test
    void three_faults_are_told_at_once_with_their_lines_and_fields() {
        String wrong = RIGHT.replace("Europe/London", "Europe/Lundon")
                .replace("HH:mm\"}\n  arrived", "QQ:mm\"}\n  arrived")
                .replace("to: arrived", "to: departed");

        assertThat(faults(wrong))
                .containsExactly(
                        new Fault(8, "zone", "(Europe/Lundon) is no time zone, such as Europe/London"),
                        new Fault(11, "times.received.format", "(dd/MM/yyyy QQ:mm): the letters (QQ) are not known"),
                        new Fault(14, "intervals[1].to", "(departed) is not among the times"));
    }

    @Test
    void a_misspelt_field_does_not_pass_unseen() {
        assertThat(faults(RIGHT + "grades: {column: g}\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(15))
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("grades"));
    }

    @Test
    void a_field_given_twice_is_a_fault() {
        assertThat(faults(RIGHT + "key: other\n")).containsExactly(new Fault(15, "key", "is given twice"));
    }

    @Test
    void what_is_not_yaml_is_told_with_its_line() {
        assertThat(faults("version: 1\nsource: {id: x\nzone: y\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).startsWith("is not YAML"))
                .satisfies(fault -> assertThat(fault.line()).isGreaterThan(1));
    }

    @Test
    void intervals_cannot_be_taken_between_times_known_to_the_day() {
        String days = RIGHT.replace("dd/MM/yyyy HH:mm\"}", "dd/MM/yyyy\"}");

        assertThat(faults(days))
                .containsExactly(
                        new Fault(
                                14,
                                "intervals[1].from",
                                "(received) is known to the day only; no interval can be taken"),
                        new Fault(
                                14, "intervals[1].to", "(arrived) is known to the day only; no interval can be taken"));
    }

    @Test
    void every_shipped_mapping_is_without_fault() {
        assertThat(ShippedFiles.MAPPINGS)
                .allSatisfy(
                        name -> assertThat(Material.mapping(name).source().id()).isEqualTo(name));
    }
}
