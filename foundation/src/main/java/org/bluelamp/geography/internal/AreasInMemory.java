package org.bluelamp.geography.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.kernel.Coordinate;
import org.springframework.stereotype.Component;

/// Answers about areas from the layers in memory.
@Component
final class AreasInMemory implements Areas {
    private final Catalogue catalogue;

    AreasInMemory(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Area> at(Coordinate point, AreaKind kind, LocalDate day) {
        return catalogue.layer(kind, day).flatMap(layer -> switch (kind) {
            case BOROUGH, POLICE_AREA -> layer.at(point.latitude(), point.longitude());
            case WARD -> ward(layer, point, day);
        });
    }

    /// Wards and boroughs were drawn apart, so near a border the ward is sought in the borough of the point first.
    private Optional<Area> ward(AreaLayer wards, Coordinate point, LocalDate day) {
        Optional<AreaCode> borough = at(point, AreaKind.BOROUGH, day).map(Area::code);
        return borough.flatMap(code -> wards.at(
                        point.latitude(),
                        point.longitude(),
                        ward -> ward.within().equals(borough)))
                .or(() -> wards.at(point.latitude(), point.longitude()));
    }

    @Override
    public List<Area> all(AreaKind kind, LocalDate day) {
        return catalogue.layer(kind, day).map(AreaLayer::areas).orElse(List.of());
    }

    @Override
    public List<Area> boroughs() {
        return all(AreaKind.BOROUGH, LocalDate.MAX);
    }

    @Override
    public Optional<Area> find(AreaKind kind, AreaCode code) {
        return catalogue.layers(kind).stream()
                .flatMap(layer -> layer.find(code).stream())
                .findFirst();
    }

    @Override
    public Optional<String> outline(AreaKind kind, String version) {
        return catalogue.layer(kind, version).map(AreaLayer::outline);
    }
}
