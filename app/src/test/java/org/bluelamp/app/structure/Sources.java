package org.bluelamp.app.structure;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The project's Java sources, read by the compiler's own parser.
final class Sources {
    /// A type as written: its file, name with the types around it, first and last line, Javadoc.
    record WrittenType(
            Path file, String packageName, String name, Tree.Kind kind, long lines, String doc, List<String> parts) {}

    /// A method or constructor as written; the lines count from its first annotation to its last brace.
    record WrittenMethod(Path file, String type, String name, int parameters, long lines, boolean ofRecordHead) {}

    private final List<WrittenType> types = new ArrayList<>();
    private final List<WrittenMethod> methods = new ArrayList<>();

    private Sources() {}

    private static final class All {
        static final Sources READ = read(House.files(".java"));
    }

    static Sources all() {
        return All.READ;
    }

    List<WrittenType> types() {
        return types;
    }

    List<WrittenMethod> methods() {
        return methods;
    }

    private static Sources read(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var sources = new Sources();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            var trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(sources, trees, unit).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sources cannot be read.", e);
        }
        return sources;
    }

    /// Walks one file; the compiler gives positions, this turns them into lines.
    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Sources sources;
        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final Path file;

        Reader(Sources sources, DocTrees trees, CompilationUnitTree unit) {
            this.sources = sources;
            this.trees = trees;
            this.unit = unit;
            this.file = Path.of(unit.getSourceFile().toUri());
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            if (!type.getSimpleName().isEmpty()) {
                String packageName = unit.getPackageName() == null
                        ? ""
                        : unit.getPackageName().toString();
                List<String> parts = type.getMembers().stream()
                        .filter(member -> member instanceof com.sun.source.tree.VariableTree)
                        .map(Tree::toString)
                        .toList();
                sources.types.add(new WrittenType(
                        file, packageName, path(type), type.getKind(), lines(type), doc(getCurrentPath()), parts));
            }
            return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            var owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean ofRecordHead =
                    owner.getKind() == Tree.Kind.RECORD && method.getName().contentEquals("<init>");
            sources.methods.add(new WrittenMethod(
                    file,
                    path(owner),
                    method.getName().toString(),
                    method.getParameters().size(),
                    lines(method),
                    ofRecordHead));
            return super.visitMethod(method, unused);
        }

        private String path(ClassTree type) {
            var names = new ArrayList<String>();
            for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
                if (at.getLeaf() instanceof ClassTree around) {
                    names.addFirst(around.getSimpleName().toString());
                }
            }
            return names.isEmpty() ? type.getSimpleName().toString() : String.join(".", names);
        }

        private long lines(Tree tree) {
            var positions = trees.getSourcePositions();
            var map = unit.getLineMap();
            long end = positions.getEndPosition(unit, tree);
            if (end < 0) {
                return 0;
            }
            return map.getLineNumber(end) - map.getLineNumber(positions.getStartPosition(unit, tree)) + 1;
        }

        private String doc(TreePath path) {
            DocCommentTree comment = trees.getDocCommentTree(path);
            return comment == null ? "" : comment.getFirstSentence().toString();
        }
    }
}
