package org.bluelamp.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program's start.
@SpringBootApplication(scanBasePackages = "org.bluelamp")
public class Bluelamp {
    public static void main(String[] args) {
        SpringApplication.run(Bluelamp.class, args);
    }
}
