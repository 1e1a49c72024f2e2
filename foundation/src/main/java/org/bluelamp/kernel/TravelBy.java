package org.bluelamp.kernel;

import java.util.regex.Pattern;

/// How somebody travels: the name of one of the profiles that say how fast each class of road is, e.g.
/// `blue-light-car`. The profiles are data; these four are always there. 2 to 40 lower case letters, digits, hyphen.
public record TravelBy(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /// A car with warning lights and horns, its driver trained for response.
    public static final TravelBy BLUE_LIGHT_CAR = new TravelBy("blue-light-car");

    /// A car that keeps to limits and to the speed of the traffic around it.
    public static final TravelBy CAR = new TravelBy("car");

    public static final TravelBy CYCLE = new TravelBy("cycle");
    public static final TravelBy FOOT = new TravelBy("foot");

    public TravelBy {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("The way to travel (%s) must match %s.".formatted(name, FORM));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
