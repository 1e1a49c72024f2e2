package org.bluelamp.policy.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.PolicyVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// The policies of the service: which versions there are, who loaded them, and what stands in them.
@Controller
@RequestMapping("/policies")
@Needs("policy.read")
class PolicyPages {
    /// How much of a hash the list shows. Units: hexadecimal digits.
    private static final int HASH_SHOWN = 12;

    private final Policies policies;
    private final Shells shells;
    private final DateTimeFormatter times;

    PolicyPages(Policies policies, Shells shells, @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.policies = policies;
        this.shells = shells;
        this.times = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK).withZone(zone);
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute(
                "screen",
                new PoliciesScreen(
                        shells.page("Policies", "policies"),
                        policies.versions().stream().map(this::row).toList()));
        return "policy/policies";
    }

    @GetMapping("/{name}/{version}")
    String one(@PathVariable String name, @PathVariable int version, Model model) {
        PolicyVersion found = policies.versions().stream()
                .filter(known -> known.name().equals(name) && known.version() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String text = policies.text(name, version).orElse("");
        String title = "Policy %s, version %d".formatted(found.name(), found.version());
        model.addAttribute("screen", new PolicyScreen(shells.page(title, "policy"), row(found), found.sha256(), text));
        return "policy/policy";
    }

    private PoliciesScreen.Row row(PolicyVersion version) {
        return new PoliciesScreen.Row(
                version.name(),
                version.version(),
                version.inForceFrom().toString(),
                version.until().map(Object::toString).orElse(""),
                version.scope(),
                version.loadedBy().text(),
                times.format(version.loadedAt()),
                version.position(),
                version.sha256().substring(0, HASH_SHOWN));
    }
}
