package org.bluelamp.console;

/// Something in a request could not be read: thrown while parsing at the edge and answered with 400, the field and
/// the sentence. The sentence names the value in brackets and holds no personal data.
public final class RequestFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public RequestFault(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    public RequestFault(String field, String sentence, Throwable cause) {
        super(sentence, cause);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
