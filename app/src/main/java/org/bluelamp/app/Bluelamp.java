package org.bluelamp.app;

import org.bluelamp.app.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The program's start: reads the command line and does what it says.
///
/// Parts are named by their full class name, so that two modules may use the same word for a class behind their front.
@SpringBootApplication(
        scanBasePackages = "org.bluelamp",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Bluelamp {
    public static void main(String[] args) {
        System.exit(Commands.line().execute(args));
    }
}
