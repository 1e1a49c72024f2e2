package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON value that knows the line and column it starts at. A list or object is `torn` when the file broke off or
/// could not be read further before it ended.
sealed interface Json {
    int line();

    int column();

    /// The kind of value as a person calls it: `object`, `array`, `text`, `number`.
    String kind();

    record Text(int line, int column, String value) implements Json {
        @Override
        public String kind() {
            return "text";
        }
    }

    record Num(int line, int column, double value, int decimals) implements Json {
        @Override
        public String kind() {
            return "number";
        }
    }

    record Bool(int line, int column, boolean value) implements Json {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    record Null(int line, int column) implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }

    /// One member of an object; `line` and `column` are those of its name.
    record Member(String name, int line, int column, Json value) {}

    final class Arr implements Json {
        private final int line;
        private final int column;
        final List<Json> items = new ArrayList<>(2);
        boolean torn = true;

        Arr(int line, int column) {
            this.line = line;
            this.column = column;
        }

        @Override
        public int line() {
            return line;
        }

        @Override
        public int column() {
            return column;
        }

        @Override
        public String kind() {
            return "array";
        }
    }

    final class Obj implements Json {
        private final int line;
        private final int column;
        final List<Member> members = new ArrayList<>(4);
        boolean torn = true;

        Obj(int line, int column) {
            this.line = line;
            this.column = column;
        }

        /// The value of a member, the last where the name is repeated.
        Optional<Json> get(String name) {
            return member(name).map(Member::value);
        }

        Optional<Member> member(String name) {
            @Nullable Member found = null;
            for (Member member : members) {
                if (member.name().equals(name)) {
                    found = member;
                }
            }
            return Optional.ofNullable(found);
        }

        @Override
        public int line() {
            return line;
        }

        @Override
        public int column() {
            return column;
        }

        @Override
        public String kind() {
            return "object";
        }
    }
}
