package org.bluelamp.persons;

/// Everything that can happen to what is known of members of the public.
public sealed interface PersonsFact permits MemberEvent, WarningEvent {}
