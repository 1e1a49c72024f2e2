package org.bluelamp.app.structure;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
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
    record WrittenType(Path file, String packageName, String name, long lines, String doc) {}

    /// A method or constructor as written; the lines count from its first annotation to its last brace; `says` is the
    /// first text in its body.
    record WrittenMethod(
            Path file, String type, String name, int parameters, long lines, boolean ofRecordHead, String says) {}

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

    /// The first sentence of a type's Javadoc, by its package and its name with the types around it; empty without.
    String docOf(String packageName, String name) {
        return types.stream()
                .filter(type ->
                        type.packageName().equals(packageName) && type.name().equals(name))
                .map(WrittenType::doc)
                .findFirst()
                .orElse("");
    }

    /// The first text a method of a type says, e.g. the code of a refusal; empty without.
    String saidBy(Path file, String type, String method) {
        return methods.stream()
                .filter(written -> written.file().equals(file)
                        && written.type().equals(type)
                        && written.name().equals(method))
                .map(WrittenMethod::says)
                .findFirst()
                .orElse("");
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
                sources.types.add(new WrittenType(file, packageName, path(type), lines(type), doc(getCurrentPath())));
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
                    ofRecordHead,
                    firstText(method)));
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

        private static String firstText(MethodTree method) {
            var found = new ArrayList<String>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                    if (literal.getValue() instanceof String text) {
                        found.add(text);
                    }
                    return null;
                }
            }.scan(method.getBody(), null);
            return found.isEmpty() ? "" : found.getFirst();
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

        private static String sentence(DocCommentTree comment) {
            String words =
                    comment.getFirstSentence().stream().map(Object::toString).reduce("", String::concat);
            return words.replaceAll("\\s+", " ").strip();
        }

        private String doc(TreePath path) {
            DocCommentTree comment = trees.getDocCommentTree(path);
            return comment == null ? "" : sentence(comment);
        }
    }
}
