package org.bluelamp.geography.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TravelBy;
import org.bluelamp.kernel.TravelTimes.Basis;
import org.bluelamp.kernel.TravelTimes.Route;
import org.bluelamp.kernel.TravelTimes.Travel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedRoadsTest {
    private static final Coordinate PALACE = Coordinate.ofDegrees(51.5014, -0.1419);
    private static final Coordinate BANK = Coordinate.ofDegrees(51.5134, -0.0890);
    private static final Coordinate PADDINGTON = Coordinate.ofDegrees(51.5160, -0.1740);
    private static final Coordinate CROYDON = Coordinate.ofDegrees(51.3727, -0.1099);

    @TempDir
    static Path folder;

    private static RoadTravel travel;

    @BeforeAll
    static void importRoads() throws IOException {
        travel = new RoadTravel();
        travel.use(ShippedRoads.graph(folder, travel.profiles()));
    }

    @AfterAll
    static void close() {
        travel.roads().ifPresent(RoadGraph::close);
    }

    @Test
    void from_the_palace_to_bank_is_a_little_over_four_kilometres_by_road() {
        Travel car = travel.between(PALACE, BANK, TravelBy.CAR);
        assertThat(car.basis()).isEqualTo(Basis.ROAD);
        assertThat(car.metres()).isBetween(3_900, 5_000);
        assertThat(car.takes()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(18));
        assertThat(travel.between(PALACE, BANK, TravelBy.BLUE_LIGHT_CAR).takes())
                .isLessThan(car.takes());
        assertThat(travel.between(PALACE, BANK, TravelBy.FOOT).takes())
                .isBetween(Duration.ofMinutes(45), Duration.ofMinutes(65));
    }

    @Test
    void one_search_for_many_starts_says_what_a_route_of_each_says() {
        List<Coordinate> starts = List.of(PALACE, PADDINGTON, Coordinate.ofDegrees(51.5101, -0.1340));
        List<Travel> together = travel.to(BANK, starts, TravelBy.CAR);
        for (int i = 0; i < starts.size(); i++) {
            Travel alone = travel.route(starts.get(i), BANK, TravelBy.CAR).travel();
            assertThat(together.get(i).takes()).isCloseTo(alone.takes(), Duration.ofMillis(500));
            assertThat((double) together.get(i).metres()).isCloseTo(alone.metres(), within(5));
        }
    }

    /// Random pairs over the whole network, the seed printed; a pair is the same in both ways of asking, or in neither.
    @Test
    void on_sixteen_hundred_random_pairs_the_search_and_the_route_agree_to_the_second() {
        long seed = 20261123;
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        int byRoad = 0;
        for (int round = 0; round < 64; round++) {
            Coordinate place = somewhere(random);
            List<Coordinate> starts =
                    Stream.generate(() -> somewhere(random)).limit(25).toList();
            TravelBy by = round % 2 == 0 ? TravelBy.BLUE_LIGHT_CAR : TravelBy.CAR;
            List<Travel> together = travel.to(place, starts, by);
            for (int i = 0; i < starts.size(); i++) {
                Travel alone = travel.route(starts.get(i), place, by).travel();
                assertThat(together.get(i).basis()).isEqualTo(alone.basis());
                assertThat(together.get(i).takes()).isCloseTo(alone.takes(), Duration.ofSeconds(1));
                byRoad += alone.basis() == Basis.ROAD ? 1 : 0;
            }
        }
        assertThat(byRoad).isGreaterThan(800);
    }

    private static Coordinate somewhere(SplittableRandom random) {
        return Coordinate.ofDegrees(random.nextDouble(51.49, 51.53), random.nextDouble(-0.20, -0.08));
    }

    private static org.assertj.core.data.Offset<Double> within(double metres) {
        return org.assertj.core.api.Assertions.within(metres);
    }

    @Test
    void a_one_way_street_is_not_gone_against() {
        Coordinate west = Coordinate.ofDegrees(51.50985, -0.13630); // Jermyn Street runs one way
        Coordinate east = Coordinate.ofDegrees(51.50955, -0.13740);
        int there = travel.between(west, east, TravelBy.CAR).metres();
        int back = travel.between(east, west, TravelBy.CAR).metres();
        assertThat(Math.max(there, back)).isGreaterThan(Math.min(there, back) + 100);
        assertThat(travel.between(west, east, TravelBy.FOOT).metres())
                .isEqualTo(travel.between(east, west, TravelBy.FOOT).metres());
    }

    @Test
    void a_route_is_passed_point_after_point_from_the_start_to_the_place() {
        Route route = travel.route(PALACE, PADDINGTON, TravelBy.BLUE_LIGHT_CAR);
        assertThat(route.points().size()).isGreaterThan(20);
        assertThat(route.points().getFirst().after()).isEqualTo(Duration.ZERO);
        assertThat(route.points().getLast().after()).isEqualTo(route.travel().takes());
        assertThat(route.points()).isSortedAccordingTo((a, b) -> a.after().compareTo(b.after()));
        assertThat(Estimates.metres(route.at(Duration.ZERO), PALACE)).isLessThan(RoadGraph.SNAP_METRES_MAX);
        assertThat(route.at(route.travel().takes().plusSeconds(60)))
                .isEqualTo(route.points().getLast().at());
        Coordinate half = route.at(route.travel().takes().dividedBy(2));
        assertThat(Estimates.metres(half, PALACE)).isGreaterThan(500);
        assertThat(Estimates.metres(half, PADDINGTON)).isGreaterThan(500);
    }

    @Test
    void a_place_off_the_roads_is_an_estimate_and_says_so() {
        Travel far = travel.between(CROYDON, BANK, TravelBy.CAR);
        assertThat(far.basis()).isEqualTo(Basis.OFF_ROADS);
        assertThat(far.basis().isEstimate()).isTrue();
        assertThat((double) far.metres()).isCloseTo(Estimates.metres(CROYDON, BANK) * 1.35, within(1));
        assertThat(travel.to(CROYDON, List.of(BANK), TravelBy.CAR).getFirst().takes())
                .isEqualTo(far.takes());
        Route route = travel.route(CROYDON, BANK, TravelBy.CAR);
        assertThat(route.travel()).isEqualTo(far);
        assertThat(route.points()).hasSize(2);
    }

    @Test
    void where_no_roads_are_loaded_everything_is_an_estimate() {
        var none = new RoadTravel();
        assertThat(none.between(PALACE, BANK, TravelBy.FOOT).basis()).isEqualTo(Basis.NO_ROADS);
        assertThat(none.route(PALACE, BANK, TravelBy.FOOT).travel().basis()).isEqualTo(Basis.NO_ROADS);
    }

    @Test
    void the_second_start_opens_what_the_first_imported() throws IOException {
        try (var again = ShippedRoads.graph(folder, travel.profiles())) {
            assertThat(again.edges()).isEqualTo(travel.roads().orElseThrow().edges());
        }
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).hasSize(1);
        }
    }

    @Test
    void both_extracts_are_one_network() {
        Coordinate bloomsbury = Coordinate.ofDegrees(51.5227, -0.1300);
        assertThat(travel.between(PADDINGTON, bloomsbury, TravelBy.CAR).basis()).isEqualTo(Basis.ROAD);
        assertThat(travel.between(bloomsbury, BANK, TravelBy.CAR).basis()).isEqualTo(Basis.ROAD);
    }

    @Test
    void six_hundred_units_are_answered_in_one_search() {
        var random = new SplittableRandom(7);
        List<Coordinate> units =
                Stream.generate(() -> somewhere(random)).limit(600).toList();
        var fresh = new ArrayList<Long>();
        var known = new ArrayList<Long>();
        for (int round = 0; round < 60; round++) {
            Coordinate place = somewhere(random);
            List<Coordinate> moved = units.stream()
                    .map(unit -> new Coordinate(
                            unit.latitudeMicrodegrees() + random.nextInt(100), unit.longitudeMicrodegrees()))
                    .toList();
            fresh.add(nanos(place, moved));
            known.add(nanos(place, moved));
        }
        System.out.printf(
                "600 units to one place, median of 60: %.1f ms where all moved, %.1f ms where all stand%n",
                median(fresh), median(known));
        assertThat(median(known)).isLessThan(200);
    }

    private static long nanos(Coordinate place, List<Coordinate> units) {
        long from = System.nanoTime();
        assertThat(travel.to(place, units, TravelBy.BLUE_LIGHT_CAR)).hasSize(units.size());
        return System.nanoTime() - from;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
