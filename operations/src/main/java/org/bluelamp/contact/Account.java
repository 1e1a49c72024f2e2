package org.bluelamp.contact;

/// What was told: what it is (the code of a type of the grading scheme, or empty), from which number, by whom, where,
/// and in which words. Its `toString` shows no words.
public record Account(String type, String number, String name, PlaceTold place, String said) {

    @Override
    public String toString() {
        return "Account[%s, %s, %d characters]".formatted(type, place, said.length());
    }
}
