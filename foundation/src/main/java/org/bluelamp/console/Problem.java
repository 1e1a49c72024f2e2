package org.bluelamp.console;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What went wrong with a request, worded for the person who asked: the status, the code with its page, the sentence,
/// the field where there is one, and for a defect the reference under which it was logged.
public record Problem(
        HttpStatus status, String code, String title, String sentence, Optional<String> field, String reference) {
    /// The console's own codes by the status they are answered with.
    static final Map<Integer, ProblemCode> CODES = Map.ofEntries(
            Map.entry(
                    400,
                    new ProblemCode(
                            "console/not-understood", "The request could not be read; the field at fault is named.")),
            Map.entry(401, new ProblemCode("console/not-signed-in", "The page is for people who are signed in.")),
            Map.entry(
                    403,
                    new ProblemCode("console/not-permitted", "The role you act in may not do this; who may is named.")),
            Map.entry(
                    404,
                    new ProblemCode(
                            "console/not-found", "There is nothing at this address, or nothing that you may see.")),
            Map.entry(
                    405, new ProblemCode("console/not-so", "The address is there, but not for this kind of request.")),
            Map.entry(
                    409,
                    new ProblemCode("console/overtaken", "Somebody else was faster, or the thing has moved on since.")),
            Map.entry(
                    413,
                    new ProblemCode("console/too-large", "What was sent is larger than what is taken in one request.")),
            Map.entry(422, new ProblemCode("console/refused", "The request was read, and a rule said no.")),
            Map.entry(
                    500,
                    new ProblemCode("console/defect", "The program failed. It is logged under the reference shown.")),
            Map.entry(
                    503,
                    new ProblemCode(
                            "console/not-now", "The program cannot answer this at the moment; try again shortly.")));

    /// Words the error that the request of this error dispatch ended with.
    static Problem of(WebRequest request, ErrorAttributes errors, String reference) {
        Throwable error = errors.getError(request);
        return switch (error) {
            case RequestFault fault -> notUnderstood(fault.field(), String.valueOf(fault.getMessage()));
            case MethodArgumentTypeMismatchException mismatch -> notUnderstood(mismatch.getName(), words(mismatch));
            case MissingServletRequestParameterException missing ->
                notUnderstood(missing.getParameterName(), "The field is missing.");
            case MissingServletRequestPartException missing ->
                notUnderstood(missing.getRequestPartName(), "The field is missing.");
            case MissingRequestValueException _ -> notUnderstood("", "Something that is needed is missing.");
            case MaxUploadSizeExceededException _ ->
                plain(HttpStatus.CONTENT_TOO_LARGE, "What was sent is too large for one request.", reference);
            case NoResourceFoundException _ -> plain(HttpStatus.NOT_FOUND, meaning(HttpStatus.NOT_FOUND), reference);
            case ErrorResponse answer -> {
                HttpStatus status = HttpStatus.valueOf(answer.getStatusCode().value());
                yield plain(
                        status,
                        sentence(status, Optional.ofNullable(answer.getBody().getDetail())),
                        reference);
            }
            case null, default -> fromStatus(request, error != null, reference);
        };
    }

    private static Problem fromStatus(WebRequest request, boolean thrown, String reference) {
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE, RequestAttributes.SCOPE_REQUEST);
        HttpStatus status = given instanceof Integer code ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
        Object said = request.getAttribute(RequestDispatcher.ERROR_MESSAGE, RequestAttributes.SCOPE_REQUEST);
        // What an exception said is for the log: it may hold what the person may not see.
        Optional<String> sentence =
                thrown || !(said instanceof String words) || words.isBlank() ? Optional.empty() : Optional.of(words);
        return plain(status, sentence(status, sentence), reference);
    }

    private static Problem notUnderstood(String field, String sentence) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "console/not-understood",
                "That could not be read",
                sentence,
                field.isEmpty() ? Optional.empty() : Optional.of(field),
                "");
    }

    private static Problem plain(HttpStatus status, String sentence, String reference) {
        return new Problem(status, code(status), title(status), sentence, Optional.empty(), reference);
    }

    private static String words(TypeMismatchException mismatch) {
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getCause() == null && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "The value (%s) cannot be read.".formatted(mismatch.getValue());
    }

    private static String sentence(HttpStatus status, Optional<String> said) {
        return status.is5xxServerError()
                ? "The program failed, and what you asked for was not done unless it says so elsewhere."
                : said.orElseGet(() -> meaning(status));
    }

    private static String meaning(HttpStatus status) {
        return Optional.ofNullable(CODES.get(status.value()))
                .map(ProblemCode::meaning)
                .orElse(status.getReasonPhrase());
    }

    static String code(HttpStatus status) {
        return Optional.ofNullable(CODES.get(status.value()))
                .map(ProblemCode::code)
                .orElse(status.is5xxServerError() ? "console/defect" : "console/not-understood");
    }

    private static String title(HttpStatus status) {
        return switch (status.value()) {
            case 401 -> "You are not signed in";
            case 403 -> "You may not do this";
            case 404 -> "There is nothing here";
            case 405 -> "Not in this way";
            case 409 -> "Overtaken";
            case 413 -> "Too large";
            case 503 -> "Not at the moment";
            default -> status.is5xxServerError() ? "The program failed" : "That could not be done";
        };
    }

    /// Whether the program is at fault, so that a reference is shown.
    public boolean isDefect() {
        return status.is5xxServerError();
    }

    /// Where the code is explained.
    public String page() {
        return Problems.PAGES + code;
    }
}
