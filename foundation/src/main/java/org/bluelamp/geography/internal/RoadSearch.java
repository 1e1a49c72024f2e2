package org.bluelamp.geography.internal;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/// From many starts to one place in one search backwards from the place, in plain arrays: it stops when the last
/// node that a start needs is settled. Roads are gone in the direction they allow; bans on turns are not known.
///
/// Units: milliseconds and metres.
final class RoadSearch {
    static final int NEVER = Integer.MAX_VALUE;

    private final int nodes;
    /// For each node where the roads that lead to it begin in the lists below.
    private final int[] first;
    private final int[] from;
    private final int[] takes;
    private final int[] metres;
    private final int[][] ofEdge;
    private final ConcurrentLinkedDeque<Search> idle = new ConcurrentLinkedDeque<>();

    /// Where a place lies on a road: the edge, its ends, and how far along it. Share 0 is at `base`, 1 at `end`.
    record OnRoad(int edge, int base, int end, double share, double edgeMetres) {}

    /// How long and how far; `NEVER` where there is no way.
    record Found(int millis, int metres) {
        static final Found NONE = new Found(NEVER, NEVER);

        private Found plus(Found more) {
            return millis == NEVER || more.millis == NEVER
                    ? NONE
                    : new Found(millis + more.millis, metres + more.metres);
        }

        private static Found quicker(Found one, Found other) {
            return other.millis < one.millis ? other : one;
        }
    }

    RoadSearch(BaseGraph graph, Weighting weighting) {
        this.nodes = graph.getNodes();
        this.ofEdge = new int[graph.getEdges()][];
        first = new int[nodes + 1];
        EdgeIterator all = graph.getAllEdges();
        int roads = 0;
        while (all.next()) {
            int there = millis(weighting, all, false);
            int back = millis(weighting, all, true);
            ofEdge[all.getEdge()] = new int[] {there, back, (int) Math.round(all.getDistance())};
            roads += (there == NEVER ? 0 : 1) + (back == NEVER ? 0 : 1);
            first[all.getAdjNode() + 1] += there == NEVER ? 0 : 1;
            first[all.getBaseNode() + 1] += back == NEVER ? 0 : 1;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        from = new int[roads];
        takes = new int[roads];
        metres = new int[roads];
        int[] next = first.clone();
        all = graph.getAllEdges();
        while (all.next()) {
            int[] edge = ofEdge[all.getEdge()];
            put(next, all.getAdjNode(), all.getBaseNode(), edge[0], edge[2]);
            put(next, all.getBaseNode(), all.getAdjNode(), edge[1], edge[2]);
        }
    }

    private void put(int[] next, int to, int origin, int millis, int far) {
        if (millis != NEVER) {
            int at = next[to]++;
            from[at] = origin;
            takes[at] = millis;
            metres[at] = far;
        }
    }

    private static int millis(Weighting weighting, EdgeIteratorState edge, boolean reverse) {
        double weight = weighting.calcEdgeWeight(edge, reverse);
        return Double.isInfinite(weight) ? NEVER : (int) Math.min(NEVER - 1L, weighting.calcEdgeMillis(edge, reverse));
    }

    /// The quickest way from each start, in their order.
    List<Found> to(OnRoad place, List<Optional<OnRoad>> starts) {
        Search search = Optional.ofNullable(idle.pollFirst()).orElseGet(Search::new);
        search.begin();
        for (Optional<OnRoad> start : starts) {
            start.ifPresent(search::want);
        }
        search.run(place);
        var found = new ArrayList<Found>(starts.size());
        for (Optional<OnRoad> start : starts) {
            found.add(start.map(on -> search.from(on, place)).orElse(Found.NONE));
        }
        idle.addFirst(search);
        return found;
    }

    private Found part(OnRoad on, boolean reverse, double share) {
        int[] edge = ofEdge[on.edge()];
        int millis = edge[reverse ? 1 : 0];
        return millis == NEVER
                ? Found.NONE
                : new Found((int) Math.round(millis * share), (int) Math.round(on.edgeMetres() * share));
    }

    /// One search at a time. Its arrays are used again: what they hold from searches before bears an older number, so
    /// nothing is cleared. There are as many as ever searched at once.
    private final class Search {
        private final int[] millisTo = new int[nodes];
        private final int[] metresTo = new int[nodes];
        private final int[] reached = new int[nodes];
        private final int[] settled = new int[nodes];
        private final int[] wanted = new int[nodes];
        private final RoadQueue queue = new RoadQueue();
        private int number;
        private int open;

        void begin() {
            number++;
            open = 0;
            queue.clear();
        }

        void want(OnRoad start) {
            want(start.base());
            want(start.end());
        }

        private void want(int node) {
            open += wanted[node] == number ? 0 : 1;
            wanted[node] = number;
        }

        void run(OnRoad place) {
            offer(place.base(), part(place, false, place.share()));
            offer(place.end(), part(place, true, 1 - place.share()));
            while (open > 0 && !queue.isEmpty()) {
                int node = queue.remove();
                if (settled[node] != number) {
                    settled[node] = number;
                    open -= wanted[node] == number ? 1 : 0;
                    for (int road = first[node]; road < first[node + 1]; road++) {
                        offer(from[road], millisTo[node] + takes[road], metresTo[node] + metres[road]);
                    }
                }
            }
        }

        private void offer(int node, Found way) {
            if (way.millis() != NEVER) {
                offer(node, way.millis(), way.metres());
            }
        }

        private void offer(int node, int millis, int far) {
            if (reached[node] != number || millis < millisTo[node]) {
                reached[node] = number;
                millisTo[node] = millis;
                metresTo[node] = far;
                queue.add(millis, node);
            }
        }

        Found from(OnRoad start, OnRoad place) {
            Found out = Found.quicker(
                    at(start.end()).plus(part(start, false, 1 - start.share())),
                    at(start.base()).plus(part(start, true, start.share())));
            if (start.edge() != place.edge()) {
                return out;
            }
            double along = place.share() - start.share();
            return Found.quicker(out, part(start, along < 0, Math.abs(along)));
        }

        private Found at(int node) {
            return reached[node] == number ? new Found(millisTo[node], metresTo[node]) : Found.NONE;
        }
    }
}
