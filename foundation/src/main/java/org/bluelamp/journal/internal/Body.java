package org.bluelamp.journal.internal;

import org.jspecify.annotations.Nullable;

/// The two bodies of an event as canonical bytes: its facts, and its personal part where it has one.
record Body(byte[] facts, byte @Nullable [] personal) {}
