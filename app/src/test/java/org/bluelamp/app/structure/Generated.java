package org.bluelamp.app.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.kernel.Refusal;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The pages of `docs` that are written from the code.
final class Generated {
    private static final String HEAD = "<!-- Written from the code by DocsTest; see CONTRIBUTING.md to renew it. -->\n";

    private Generated() {}

    /// Modules and what each may use, as declared: a picture and a table.
    static String modules(ApplicationModules modules) {
        var page = new StringBuilder(HEAD).append("# Modules\n\n");
        page.append("An arrow points to what a module may use, `kernel` left out since all use it.\n\n");
        page.append("```mermaid\ngraph BT\n");
        var rows = new StringBuilder("| module | what it is | may use |\n|---|---|---|\n");
        modules.stream()
                .map(module -> module.getBasePackage().getName())
                .sorted()
                .forEach(name -> {
                    String module = name.substring(name.lastIndexOf('.') + 1);
                    List<String> uses = declared(name);
                    page.append("    ").append(module).append('\n');
                    uses.stream()
                            .filter(used -> !used.equals("kernel"))
                            .forEach(used ->
                                    page.append("    %s --> %s%n".formatted(module, used.replaceAll("\\s*::.*", ""))));
                    rows.append("| `%s` | %s | %s |%n"
                            .formatted(
                                    module,
                                    packageSentence(name),
                                    uses.isEmpty()
                                            ? (module.equals("app") ? "all" : "nothing")
                                            : String.join(", ", uses)));
                });
        return page.append("```\n\n").append(rows).toString();
    }

    private static List<String> declared(String packageName) {
        return House.classes().stream()
                .filter(type -> type.getName().equals(packageName + ".package-info"))
                .filter(type -> type.isAnnotatedWith(ApplicationModule.class))
                .flatMap(type -> Stream.of(
                        type.getAnnotationOfType(ApplicationModule.class).allowedDependencies()))
                .sorted()
                .toList();
    }

    /// The first line of a package's Javadoc.
    private static String packageSentence(String packageName) {
        String path = packageName.replace('.', '/') + "/package-info.java";
        return House.files(path).stream()
                .map(House::text)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("/// "))
                .findFirst()
                .map(line -> line.substring("/// ".length()))
                .orElse("");
    }

    /// Every event with its public name, its parts and its meaning.
    static String events() {
        var page = new StringBuilder(HEAD).append("# Events\n\n");
        page.append("What can happen. A name, once released, is never changed; a changed meaning is a new event.\n");
        eventInterfaces().forEach(type -> events(page, type));
        return page.toString();
    }

    private static Stream<JavaClass> eventInterfaces() {
        return House.classes().stream()
                .filter(JavaClass::isInterface)
                .filter(type -> type.getSimpleName().endsWith("Event"))
                .filter(type -> type.reflect().isSealed())
                .sorted(Comparator.comparing(JavaClass::getName));
    }

    /// The public name of every event there is.
    static List<String> eventNames() {
        return eventInterfaces()
                .flatMap(type -> {
                    var types = new EventTypes(type.getPackageName().split("\\.")[2], type.reflect());
                    return types.records().stream().map(types::nameOf);
                })
                .sorted()
                .toList();
    }

    private static void events(StringBuilder page, JavaClass type) {
        String module = type.getPackageName().split("\\.")[2];
        var types = new EventTypes(module, type.reflect());
        String doc = Sources.all().docOf(type.getPackageName(), type.getSimpleName());
        page.append("%n## %s: %s%n%s%n%n".formatted(module, type.getSimpleName(), doc));
        page.append("| event | parts | meaning |\n|---|---|---|\n");
        types.records().stream()
                .sorted(Comparator.comparing(types::nameOf))
                .forEach(event -> page.append(
                        "| `%s` | %s | %s |%n".formatted(types.nameOf(event), parts(event), meaning(event))));
    }

    private static String parts(Class<?> event) {
        return Stream.of(event.getRecordComponents())
                .map(part -> "%s `%s`".formatted(part.getName(), typeOf(part)))
                .collect(Collectors.joining(", "));
    }

    private static String typeOf(RecordComponent part) {
        return named(part.getGenericType());
    }

    private static String named(Type type) {
        return switch (type) {
            case Class<?> plain -> plain.getSimpleName();
            case ParameterizedType generic ->
                named(generic.getRawType())
                        + Stream.of(generic.getActualTypeArguments())
                                .map(Generated::named)
                                .collect(Collectors.joining(", ", "<", ">"));
            default -> type.getTypeName();
        };
    }

    private static String meaning(Class<?> event) {
        var names = new ArrayList<String>();
        for (Class<?> at = event; at != null; at = at.getEnclosingClass()) {
            names.addFirst(at.getSimpleName());
        }
        return Sources.all().docOf(event.getPackageName(), String.join(".", names));
    }

    /// Every refusal with its public code and its sentence.
    static String problems() {
        var page = new StringBuilder(HEAD).append("# Problems\n\n");
        page.append("Why a rule said no. Over HTTP the type is `/problems/<code>` (RFC 9457); codes never change.\n\n");
        page.append("| code | sentence |\n|---|---|\n");
        Set<String> refusals = House.classes().stream()
                .filter(type -> type.isAssignableTo(Refusal.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        Sources.all().methods().stream()
                .filter(method -> method.name().equals("code") && method.parameters() == 0)
                .filter(method -> refusals.stream()
                        .anyMatch(name -> name.endsWith("." + method.type().replace('.', '$'))))
                .map(method -> "| `%s` | %s |"
                        .formatted(
                                method.says(),
                                Sources.all()
                                        .saidBy(method.file(), method.type(), "sentence")
                                        .replaceAll("%[-,.\\d]*[a-z]", "…")))
                .distinct()
                .sorted()
                .forEach(row -> page.append(row).append('\n'));
        return page.toString();
    }

    /// Every requirement with the scenarios that prove it, or "not yet".
    static String mission(List<String> requirements) {
        Map<String, Set<String>> proofs = proofs();
        var page = new StringBuilder(HEAD).append("# Mission\n\n");
        page.append("Every requirement and the scenario through the running program that proves it. ");
        page.append("A row with a proof may still be proved in part only: the scenario's sentences say what holds.\n");
        String part = "";
        for (String requirement : requirements) {
            String[] row = requirement.split(" \\| ");
            if (!row[1].equals(part)) {
                part = row[1];
                page.append("%n## %s%n| id | capability | proved by |%n|---|---|---|%n".formatted(part));
            }
            Set<String> by = proofs.getOrDefault(row[0], Set.of());
            page.append(
                    "| %s | %s | %s |%n".formatted(row[0], row[2], by.isEmpty() ? "not yet" : String.join("<br>", by)));
        }
        return page.toString();
    }

    /// Requirement ids with the sentences of the scenarios marked with them.
    static Map<String, Set<String>> proofs() {
        var proofs = new TreeMap<String, Set<String>>();
        for (JavaClass type : House.classesWithTests()) {
            if (!type.getPackageName().startsWith("org.bluelamp.scenarios")) {
                continue;
            }
            Set<String> forAll = ids(type);
            for (JavaCodeUnit method : type.getMethods()) {
                if (!method.getModifiers().contains(JavaModifier.STATIC) && isTest(method)) {
                    Stream.concat(forAll.stream(), ids(method).stream())
                            .forEach(id -> proofs.computeIfAbsent(id, _ -> new TreeSet<>())
                                    .add(sentence(type, method)));
                }
            }
        }
        return proofs;
    }

    private static boolean isTest(JavaCodeUnit method) {
        return method.getAnnotations().stream()
                .anyMatch(mark -> mark.getRawType().getSimpleName().endsWith("Test"));
    }

    private static Set<String> ids(com.tngtech.archunit.core.domain.properties.HasAnnotations<?> marked) {
        return marked.getAnnotations().stream()
                .filter(mark -> mark.getRawType().getSimpleName().equals("Proves"))
                .flatMap(mark -> switch (mark.get("value").orElseThrow()) {
                    case String[] several -> Stream.of(several);
                    case Object one -> Stream.of(one.toString());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sentence(JavaClass type, JavaCodeUnit method) {
        return "%s: %s".formatted(type.getSimpleName(), method.getName().replace('_', ' '));
    }
}
