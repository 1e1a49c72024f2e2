package org.bluelamp.history.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.history.ExportUnreadable;
import org.bluelamp.history.Histories;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.MappingFaults;
import org.bluelamp.history.ShippedHistory;
import org.bluelamp.history.ShippedHistory.ShippedMapping;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Sending an export, seeing how it reads, and importing it.
@Controller
@RequestMapping("/history/import")
@Needs("history.import")
class ImportPages {
    /// The largest file the page takes, in megabytes of 1,048,576 bytes; larger ones go by the command line. The
    /// program's settings hold the same number.
    static final int UPLOAD_MEGABYTES_MAX = 256;

    private static final int ROWS_SHOWN = 6;

    private final Histories histories;
    private final ShippedHistory shipped;
    private final ImportJobs jobs;
    private final Shells shells;
    private final Viewers viewers;

    ImportPages(Histories histories, ShippedHistory shipped, ImportJobs jobs, Shells shells, Viewers viewers) {
        this.histories = histories;
        this.shipped = shipped;
        this.jobs = jobs;
        this.shells = shells;
        this.viewers = viewers;
    }

    @GetMapping
    String form(Model model) {
        return form(model, UploadScreen.Faults.NONE);
    }

    private String form(Model model, UploadScreen.Faults faults) {
        model.addAttribute(
                "screen",
                new UploadScreen(
                        shells.page("Import an export", "history-import"),
                        shipped.mappings().stream().map(ShippedMapping::name).toList(),
                        "%d MB".formatted(UPLOAD_MEGABYTES_MAX),
                        faults));
        return "history/upload";
    }

    private String refused(Model model, HttpServletResponse response, UploadScreen.Faults faults) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, faults);
    }

    @PostMapping
    String take(
            @RequestParam MultipartFile file,
            @RequestParam String mapping,
            @RequestParam Optional<MultipartFile> own,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file.isEmpty()) {
            return refused(model, response, UploadScreen.Faults.ofFile("Choose a file."));
        }
        Optional<String> text = text(mapping, own);
        if (text.isEmpty()) {
            String unknown = "(%s) is none of the mappings that come with the program.".formatted(mapping);
            return refused(model, response, UploadScreen.Faults.ofChoice(unknown));
        }
        try (var content = file.getInputStream()) {
            Mapping read = histories.mapping(text.get());
            ImportJob job = jobs.take(viewers.require(), nameOf(file), content, read, ROWS_SHOWN);
            return "redirect:/history/import/" + job.id();
        } catch (MappingFaults wrong) {
            return refused(model, response, UploadScreen.Faults.ofMapping(wrong.faults()));
        } catch (ExportUnreadable unreadable) {
            return refused(model, response, UploadScreen.Faults.ofFile(String.valueOf(unreadable.getMessage())));
        }
    }

    /// The mapping somebody sent along; else the shipped one they named, where there is one of this name.
    private Optional<String> text(String mapping, Optional<MultipartFile> own) throws IOException {
        if (own.filter(sent -> !sent.isEmpty()).isPresent()) {
            byte[] bytes = own.get().getInputStream().readNBytes(Mapping.BYTES_MAX + 1);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
        return shipped.mappings().stream()
                .filter(known -> known.name().equals(mapping))
                .map(ShippedMapping::text)
                .findFirst();
    }

    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("export");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "export" : last.substring(0, Math.min(last.length(), 120));
    }

    @GetMapping("/{id}")
    String job(@PathVariable String id, Model model) {
        ImportJob job = find(id);
        model.addAttribute("screen", JobWords.screen(shells.page("Import " + job.fileName(), "history-job"), job));
        return "history/job";
    }

    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, Model model) {
        var shell = shells.page("Import", "history-job");
        model.addAttribute("progress", JobWords.progress(find(id), shell.csrf()));
        return "history/progress";
    }

    @PostMapping("/{id}/check")
    String check(@PathVariable String id, @RequestParam(defaultValue = "false") boolean strict) {
        ImportJob job = find(id);
        jobs.check(job, how(job, strict));
        return "redirect:/history/import/" + id;
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable String id, @RequestParam(defaultValue = "false") boolean strict) {
        ImportJob job = find(id);
        if (!job.preview().faults().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "The file lacks columns that the mapping names.");
        }
        jobs.start(job, how(job, strict));
        return "redirect:/history/import/" + id;
    }

    @PostMapping("/{id}/stop")
    String stop(@PathVariable String id) {
        find(id).stop();
        return "redirect:/history/import/" + id;
    }

    @PostMapping("/{id}/put-away")
    String putAway(@PathVariable String id) {
        jobs.putAway(find(id));
        return "redirect:/history";
    }

    @GetMapping("/{id}/refused.csv")
    ResponseEntity<Resource> refused(@PathVariable String id) {
        ImportJob job = find(id);
        if (!Files.exists(job.refusedRows())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No row was refused.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.refused.csv\""
                                .formatted(job.mapping().source().id()))
                .body(new FileSystemResource(job.refusedRows()));
    }

    private ImportJob find(String id) {
        return jobs.find(id, viewers.require()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Importing how(ImportJob job, boolean strict) {
        Viewer viewer = viewers.require();
        Importing how = Importing.by(viewer.actor(), viewer.role())
                .named(job.fileName())
                .refusedTo(job.refusedRows());
        return strict ? how.strictly() : how;
    }
}
