package org.bluelamp.app.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.SignIns;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bluelamp token --as PERSON`: a bearer token for the API.
@Command(
        name = "token",
        description = "Make a bearer token that acts as a person, in their first post.",
        footer = {"", "The token is shown once; only its hash is kept. A new password ends all tokens of a person."})
final class TokenCommand implements Callable<Integer> {
    @Mixin
    DataOptions where = new DataOptions();

    @Option(names = "--as", required = true, paramLabel = "PERSON", description = "Their number, e.g. p-104.")
    String person = "";

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "For how many days (default: ${DEFAULT-VALUE}); the policy sign-in has the most.")
    int days = 30;

    @Override
    public Integer call() {
        return Program.with(where, this::run);
    }

    private int run(ApplicationContext context) {
        PersonId id;
        try {
            id = new PersonId(person);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(String.valueOf(wrong.getMessage()), wrong);
        }
        boolean posted = context.getBean(People.class)
                .find(id)
                .map(known -> !known.posts().isEmpty())
                .orElse(false);
        if (!posted) {
            throw new CommandFailed("Nobody with a post is known as %s.".formatted(id));
        }
        var token = context.getBean(SignIns.class).token(id, Duration.ofDays(Math.max(1, days)));
        System.out.println(token.secret());
        System.err.println("It holds until " + token.expiresAt() + ".");
        return 0;
    }
}
