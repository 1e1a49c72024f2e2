package org.bluelamp.app.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRefusal;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.Roles;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bluelamp people`: officers and staff.
@Command(
        name = "people",
        description = "Officers and staff.",
        subcommands = PeopleCommand.Add.class,
        synopsisSubcommandLabel = "COMMAND")
final class PeopleCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is done with people? (add)");
    }

    /// `bluelamp people add --name … --role … --unit …`.
    @Command(
            name = "add",
            description = "A new member of the service in a post, with an account and a password that works once.")
    static final class Add implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Their name.")
        String name = "";

        @Option(names = "--sign-in", required = true, paramLabel = "NAME", description = "What they sign in with.")
        String signIn = "";

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "A role of the policy.")
        String role = "";

        @Option(names = "--unit", required = true, paramLabel = "UNIT", description = "A command unit.")
        String unit = "";

        @Option(names = "--borough", paramLabel = "CODE", description = "The borough, for roles bound to one.")
        @Nullable
        String borough;

        @Option(names = "--rank", paramLabel = "RANK", description = "Their rank; without one they are staff.")
        @Nullable
        String rank;

        @Override
        public Integer call() {
            return Program.with(where, this::run);
        }

        private int run(ApplicationContext context) {
            People people = context.getBean(People.class);
            PersonRequest.Post post;
            PersonId person = people.nextId();
            LocalDate today = LocalDate.ofInstant(now(context), zone(context));
            try {
                post = new PersonRequest.Post(
                        person,
                        new RoleCode(role),
                        new UnitCode(unit),
                        Optional.ofNullable(borough).map(BoroughCode::new),
                        today);
            } catch (IllegalArgumentException wrong) {
                throw new CommandFailed(String.valueOf(wrong.getMessage()), wrong);
            }
            if (context.getBean(Roles.class).find(post.role()).isEmpty()) {
                throw new CommandFailed(new PersonRefusal.UnknownRole(post.role()).sentence());
            }
            var service = rank == null ? PersonEvent.Service.STAFF : PersonEvent.Service.OFFICER;
            var join = new PersonRequest.Join(
                    person, PersonalText.of(name), service, rank == null ? "Staff" : rank, today);
            ask(context, people, join);
            ask(context, people, post);
            try {
                String password = context.getBean(SignIns.class).oneTimePassword(person, signIn);
                System.out.printf("%s signs in as %s with the password %s, once.%n", person, signIn, password);
            } catch (IllegalArgumentException taken) {
                throw new CommandFailed(String.valueOf(taken.getMessage()), taken);
            }
            return 0;
        }

        private static void ask(ApplicationContext context, People people, PersonRequest request) {
            var act = Act.byScreen(
                    new ActorId("system/command-line"),
                    new RoleCode("COMMAND_LINE"),
                    new Happened(now(context), Happened.Precision.MICROSECOND, "command-line"));
            if (people.handle(request, act)
                    instanceof Decision.Refused<PersonEvent, PersonRefusal>(PersonRefusal refusal)) {
                throw new CommandFailed(refusal.sentence());
            }
        }

        private static java.time.Instant now(ApplicationContext context) {
            return context.getBean(ServiceClock.class).now();
        }

        private static ZoneId zone(ApplicationContext context) {
            return ZoneId.of(context.getEnvironment().getProperty("bluelamp.zone", "Europe/London"));
        }
    }
}
