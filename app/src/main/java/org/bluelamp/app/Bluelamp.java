package org.bluelamp.app;

import org.bluelamp.app.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program's start: reads the command line and does what it says.
@SpringBootApplication(scanBasePackages = "org.bluelamp")
public class Bluelamp {
    public static void main(String[] args) {
        System.exit(Commands.line().execute(args));
    }
}
