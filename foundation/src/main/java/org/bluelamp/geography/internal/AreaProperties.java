package org.bluelamp.geography.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluelamp.geography.AreaKind;

/// Under which names the boundary files of the field keep an area's code, name and borough, and what these names
/// tell about kind and version: `WD13CD` is the code of a ward of 2013.
final class AreaProperties {
    private static final Pattern DATED = Pattern.compile("(WD|LAD|LA|PFA|BCU)(\\d{2})(CD|NM)");
    private static final List<String> CODES = List.of("code", "gss_code", "area_code", "geo_code");
    private static final List<String> NAMES = List.of("name", "area_name", "geo_label");
    private static final List<String> WITHIN = List.of("within", "lb_gss_cd", "borough_code");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

    private AreaProperties() {}

    static Optional<String> code(GeoJson.Feature feature, AreaKind kind) {
        return first(feature, CODES).or(() -> dated(feature, kind, "CD")).or(feature::id);
    }

    static Optional<String> name(GeoJson.Feature feature, AreaKind kind) {
        return first(feature, NAMES).or(() -> dated(feature, kind, "NM"));
    }

    /// The borough a ward says it lies in.
    static Optional<String> within(GeoJson.Feature feature, AreaKind kind) {
        return switch (kind) {
            case WARD -> first(feature, WITHIN).or(() -> dated(feature, AreaKind.BOROUGH, "CD"));
            case BOROUGH, POLICE_AREA -> first(feature, List.of("within"));
        };
    }

    /// The kind of the areas, from the names of their properties, their codes, or the file's name.
    static Optional<AreaKind> kind(List<GeoJson.Feature> features, String file) {
        Optional<AreaKind> named = names(features)
                .map(DATED::matcher)
                .filter(Matcher::matches)
                .map(match -> kindOf(match.group(1)))
                .min(java.util.Comparator.comparing(kind -> kind == AreaKind.WARD ? 0 : 1));
        return named.or(() -> features.stream()
                        .flatMap(feature -> first(feature, CODES).stream())
                        .findFirst()
                        .flatMap(AreaProperties::kindOfCode))
                .or(() -> kindOfFile(file.toLowerCase(Locale.ROOT)));
    }

    /// The year the version is called by, from the names of the properties or the file's name.
    static Optional<String> version(List<GeoJson.Feature> features, String file) {
        Optional<String> named = names(features)
                .map(DATED::matcher)
                .filter(Matcher::matches)
                .map(match -> "20" + match.group(2))
                .findFirst();
        return named.or(() -> {
            Matcher year = YEAR.matcher(file);
            return year.find() ? Optional.of(year.group(1)) : Optional.empty();
        });
    }

    private static AreaKind kindOf(String letters) {
        return switch (letters) {
            case "WD" -> AreaKind.WARD;
            case "PFA", "BCU" -> AreaKind.POLICE_AREA;
            default -> AreaKind.BOROUGH;
        };
    }

    private static Optional<AreaKind> kindOfCode(String code) {
        if (code.matches("[EWSN]05\\d{6}")) {
            return Optional.of(AreaKind.WARD);
        }
        if (code.matches("[EWSN]0[6-9]\\d{6}")) {
            return Optional.of(AreaKind.BOROUGH);
        }
        return code.matches("[EW]23\\d{6}") ? Optional.of(AreaKind.POLICE_AREA) : Optional.empty();
    }

    private static Optional<AreaKind> kindOfFile(String file) {
        if (file.contains("ward")) {
            return Optional.of(AreaKind.WARD);
        }
        if (file.contains("police")) {
            return Optional.of(AreaKind.POLICE_AREA);
        }
        return file.contains("borough") || file.contains("district") ? Optional.of(AreaKind.BOROUGH) : Optional.empty();
    }

    private static Stream<String> names(List<GeoJson.Feature> features) {
        return features.stream()
                .limit(1)
                .flatMap(feature -> feature.properties().stream())
                .flatMap(properties -> properties.members.stream())
                .map(Json.Member::name);
    }

    private static Optional<String> first(GeoJson.Feature feature, List<String> wanted) {
        return wanted.stream()
                .flatMap(name -> property(feature, name::equalsIgnoreCase).stream())
                .findFirst();
    }

    private static Optional<String> dated(GeoJson.Feature feature, AreaKind kind, String ending) {
        return property(feature, name -> {
            Matcher match = DATED.matcher(name);
            return match.matches()
                    && kindOf(match.group(1)) == kind
                    && match.group(3).equals(ending);
        });
    }

    private static Optional<String> property(GeoJson.Feature feature, Predicate<String> wanted) {
        return feature.properties().stream()
                .flatMap(properties -> properties.members.stream())
                .filter(member -> wanted.test(member.name()))
                .flatMap(member -> GeoJson.asText(member.value()).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
