package org.bluelamp.geography.internal;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import crosby.binary.file.FileBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/// The blocks of an OpenStreetMap extract, one after the other; whoever reads takes what it needs of them.
abstract class OsmBlocks extends BinaryParser {
    private static final Set<String> FEATURES_KNOWN = Set.of("OsmSchema-V0.6", "DenseNodes", "HistoricalInformation");

    int blocks;

    @Override
    public void handleBlock(FileBlock block) {
        blocks++;
        try {
            switch (block.getType()) {
                case "OSMHeader" -> parse(Osmformat.HeaderBlock.parseFrom(block.getData()));
                case "OSMData" -> parse(Osmformat.PrimitiveBlock.parseFrom(block.getData()));
                default -> {} // the format lets readers pass over kinds of block they do not know
            }
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    @Override
    protected void parse(Osmformat.HeaderBlock header) {
        header.getRequiredFeaturesList().stream()
                .filter(feature -> !FEATURES_KNOWN.contains(feature))
                .findFirst()
                .ifPresent(feature -> {
                    throw new UncheckedIOException(new IOException("It needs the feature (%s)".formatted(feature)));
                });
    }

    @Override
    protected void parseRelations(List<Osmformat.Relation> relations) {}

    @Override
    protected void parseWays(List<Osmformat.Way> ways) {}

    @Override
    protected void parseNodes(List<Osmformat.Node> nodes) {}

    @Override
    protected void parseDense(Osmformat.DenseNodes nodes) {}

    @Override
    public void complete() {}

    /// Reads a whole extract.
    ///
    /// Errors: `IOException` for bytes that are no extract or break off.
    static void read(byte[] pbf, OsmBlocks into) throws IOException {
        try (var in = new BlockInputStream(new ByteArrayInputStream(pbf), into)) {
            in.process();
        } catch (UncheckedIOException torn) {
            throw new IOException(torn.getMessage(), torn);
        }
        if (into.blocks == 0) {
            throw new IOException("It holds nothing");
        }
    }
}
