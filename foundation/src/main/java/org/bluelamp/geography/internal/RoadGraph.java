package org.bluelamp.geography.internal;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PMap;
import com.graphhopper.util.Parameters;
import com.graphhopper.util.PointList;
import com.graphhopper.util.details.PathDetail;
import com.graphhopper.util.shapes.BBox;
import com.graphhopper.util.shapes.GHPoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bluelamp.geography.internal.RoadSearch.OnRoad;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TravelBy;
import org.bluelamp.kernel.TravelTimes.Basis;
import org.bluelamp.kernel.TravelTimes.Passed;
import org.bluelamp.kernel.TravelTimes.Route;
import org.bluelamp.kernel.TravelTimes.Travel;

/// The roads of one import, ready for every way to travel.
final class RoadGraph implements AutoCloseable {
    /// A place further than this from every road is off the roads.
    static final int SNAP_METRES_MAX = 250;

    private static final String ENCODED =
            "car_access,bike_access,foot_access,road_class,road_environment,roundabout,max_speed";
    /// Roads that hang together in fewer pieces than this are no network, but what the edge of an extract cut off.
    private static final int NETWORK_NODES_MIN = 50;

    private final GraphHopper hopper;
    private final Map<TravelBy, Way> ways = new HashMap<>();

    /// How many places are remembered with where they lie on the roads; then all are forgotten and found anew.
    private static final int PLACES_MAX = 20_000;

    private record Way(
            RoadProfile profile,
            DefaultSnapFilter snaps,
            RoadSearch search,
            ConcurrentMap<Coordinate, Optional<OnRoad>> places) {}

    /// Imports the roads of an OpenStreetMap XML file into a folder.
    static void read(Path roads, Path folder, List<RoadProfile> profiles) {
        GraphHopper hopper = hopper(folder, profiles).setOSMFile(roads.toString());
        hopper.importOrLoad();
        hopper.close();
    }

    private static GraphHopper hopper(Path folder, List<RoadProfile> profiles) {
        return new GraphHopper()
                .setGraphHopperLocation(folder.toString())
                .setEncodedValuesString(ENCODED)
                .setProfiles(profiles.stream().map(RoadProfile::forGraph).toArray(Profile[]::new))
                .setMinNetworkSize(NETWORK_NODES_MIN);
    }

    /// Opens what was imported into a folder.
    RoadGraph(Path folder, List<RoadProfile> profiles) {
        hopper = hopper(folder, profiles);
        if (!hopper.load()) {
            throw new IllegalStateException("No roads are in the folder (%s).".formatted(folder));
        }
        for (RoadProfile profile : profiles) {
            Weighting weighting = hopper.createWeighting(hopper.getProfile(profile.graphName()), new PMap());
            var snaps = new DefaultSnapFilter(
                    weighting, hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(profile.graphName())));
            ways.put(
                    profile.travelBy(),
                    new Way(
                            profile,
                            snaps,
                            new RoadSearch(hopper.getBaseGraph(), weighting),
                            new ConcurrentHashMap<>()));
        }
    }

    int nodes() {
        return hopper.getBaseGraph().getNodes();
    }

    int edges() {
        return hopper.getBaseGraph().getEdges();
    }

    Coordinate southWest() {
        BBox bounds = hopper.getBaseGraph().getBounds();
        return Coordinate.ofDegrees(bounds.minLat, bounds.minLon);
    }

    Coordinate northEast() {
        BBox bounds = hopper.getBaseGraph().getBounds();
        return Coordinate.ofDegrees(bounds.maxLat, bounds.maxLon);
    }

    /// The roads as lines for maps.
    RoadLines lines() {
        return new RoadLines(
                hopper.getBaseGraph(), hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class));
    }

    List<Travel> to(Coordinate place, List<Coordinate> starts, TravelBy by) {
        Way way = way(by);
        Optional<OnRoad> on = onRoad(place, way);
        if (on.isEmpty()) {
            return starts.stream()
                    .map(start -> Estimates.travel(start, place, way.profile(), Basis.OFF_ROADS))
                    .toList();
        }
        List<Optional<OnRoad>> onRoads =
                starts.stream().map(start -> onRoad(start, way)).toList();
        List<RoadSearch.Found> found = way.search().to(on.get(), onRoads);
        var travels = new ArrayList<Travel>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            Basis why = onRoads.get(i).isEmpty() ? Basis.OFF_ROADS : Basis.NO_WAY;
            RoadSearch.Found travel = found.get(i);
            travels.add(
                    travel.millis() == RoadSearch.NEVER
                            ? Estimates.travel(starts.get(i), place, way.profile(), why)
                            : new Travel(Duration.ofMillis(travel.millis()), travel.metres(), Basis.ROAD));
        }
        return travels;
    }

    private Way way(TravelBy by) {
        return Optional.ofNullable(ways.get(by))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The way to travel (%s) is none of %s.".formatted(by, ways.keySet())));
    }

    /// Where a place lies on the roads. Units that stand are asked about again and again, so it is remembered.
    private Optional<OnRoad> onRoad(Coordinate place, Way way) {
        Optional<OnRoad> known = way.places().get(place);
        if (known == null) {
            if (way.places().size() >= PLACES_MAX) {
                way.places().clear();
            }
            known = nearest(place, way);
            way.places().put(place, known);
        }
        return known;
    }

    private Optional<OnRoad> nearest(Coordinate place, Way way) {
        Snap snap = hopper.getLocationIndex().findClosest(place.latitude(), place.longitude(), way.snaps());
        if (!snap.isValid() || snap.getQueryDistance() > SNAP_METRES_MAX) {
            return Optional.empty();
        }
        EdgeIteratorState edge = snap.getClosestEdge();
        PointList points = edge.fetchWayGeometry(FetchMode.ALL);
        return Optional.of(new OnRoad(
                edge.getEdge(), edge.getBaseNode(), edge.getAdjNode(), share(snap, points), edge.getDistance()));
    }

    /// How far along the edge the place lies, from 0 at its base to 1 at its end.
    private static double share(Snap snap, PointList points) {
        GHPoint at = snap.getSnappedPoint();
        double before = 0;
        double all = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            double piece = metres(points.getLat(i), points.getLon(i), points.getLat(i + 1), points.getLon(i + 1));
            if (i < snap.getWayIndex()) {
                before += piece;
            }
            all += piece;
        }
        int index = snap.getWayIndex();
        before += metres(points.getLat(index), points.getLon(index), at.getLat(), at.getLon());
        return all == 0 ? 0 : Math.min(1, before / all);
    }

    private static double metres(double latitude, double longitude, double latitude2, double longitude2) {
        return DistanceCalcEarth.DIST_EARTH.calcDist(latitude, longitude, latitude2, longitude2);
    }

    Route route(Coordinate from, Coordinate to, TravelBy by) {
        Way way = way(by);
        if (onRoad(from, way).isEmpty() || onRoad(to, way).isEmpty()) {
            return Estimates.route(from, to, way.profile(), Basis.OFF_ROADS);
        }
        GHResponse answer = hopper.route(new GHRequest(from.latitude(), from.longitude(), to.latitude(), to.longitude())
                .setProfile(way.profile().graphName())
                .setPathDetails(List.of(Parameters.Details.TIME))
                .putHint(Parameters.Routing.INSTRUCTIONS, false)
                .putHint(Parameters.Routing.WAY_POINT_MAX_DISTANCE, 0));
        return answer.hasErrors() ? Estimates.route(from, to, way.profile(), Basis.NO_WAY) : route(answer.getBest());
    }

    private static Route route(ResponsePath path) {
        PointList line = path.getPoints();
        var points = new ArrayList<Passed>();
        points.add(new Passed(at(line, 0), Duration.ZERO));
        long millis = 0;
        for (PathDetail piece : path.getPathDetails().getOrDefault(Parameters.Details.TIME, List.of())) {
            double metres = metres(line, piece.getFirst(), piece.getLast());
            long takes = ((Number) piece.getValue()).longValue();
            for (int i = piece.getFirst() + 1; i <= piece.getLast(); i++) {
                double share = metres == 0 ? 1 : metres(line, piece.getFirst(), i) / metres;
                points.add(new Passed(at(line, i), Duration.ofMillis(millis + Math.round(takes * share))));
            }
            millis += takes;
        }
        if (points.size() < 2) {
            points.add(new Passed(at(line, line.size() - 1), Duration.ofMillis(path.getTime())));
        }
        var travel = new Travel(Duration.ofMillis(path.getTime()), (int) Math.round(path.getDistance()), Basis.ROAD);
        return new Route(travel, points);
    }

    private static Coordinate at(PointList line, int index) {
        return Coordinate.ofDegrees(line.getLat(index), line.getLon(index));
    }

    private static double metres(PointList line, int first, int last) {
        double metres = 0;
        for (int i = first; i < last; i++) {
            metres += metres(line.getLat(i), line.getLon(i), line.getLat(i + 1), line.getLon(i + 1));
        }
        return metres;
    }

    @Override
    public void close() {
        hopper.close();
    }
}
