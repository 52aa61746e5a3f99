package ee.sild.identity.invitation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether this installation still needs its first administrator. */
public record SetupView(@Schema(examples = "false") boolean needed) {}
