package org.bluelamp.history.web;

import java.util.List;
import org.bluelamp.console.Shell;
import org.bluelamp.history.MappingFaults;

/// The form that takes an export and its mapping, and what was wrong with the last try.
public record UploadScreen(
        Shell shell,
        List<String> mappings,
        String sizeMax,
        String fileFault,
        List<MappingFaults.Fault> mappingFaults) {}
