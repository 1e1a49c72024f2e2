package org.bluelamp.performance.web;

import java.util.function.Supplier;
import org.bluelamp.console.RequestFault;
import org.bluelamp.performance.QueryFault;

/// A question over HTTP: where it cannot be answered, the answer is 400 with the field and why.
final class Asked {
    private Asked() {}

    static <T> T of(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (QueryFault fault) {
            throw new RequestFault(fault.field(), fault.sentence(), fault);
        }
    }
}
