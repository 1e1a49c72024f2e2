package org.bluelamp.history.web;

import java.util.List;
import org.bluelamp.console.Shell;
import org.bluelamp.history.MappingFaults;

/// The form that takes an export and its mapping, and what was wrong with the last try.
public record UploadScreen(Shell shell, List<String> mappings, String sizeMax, Faults faults) {

    /// What was wrong, by the field it stands beside; empty where nothing was.
    public record Faults(String file, String choice, List<MappingFaults.Fault> mapping) {
        static final Faults NONE = new Faults("", "", List.of());

        static Faults ofFile(String sentence) {
            return new Faults(sentence, "", List.of());
        }

        static Faults ofChoice(String sentence) {
            return new Faults("", sentence, List.of());
        }

        static Faults ofMapping(List<MappingFaults.Fault> faults) {
            return new Faults("", "", faults);
        }
    }
}
