package org.bluelamp.policy.web;

import org.bluelamp.console.Shell;

/// One version of one policy with the whole text of its file.
public record PolicyScreen(Shell shell, PoliciesScreen.Row row, String sha256, String text) {}
