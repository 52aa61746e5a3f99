package ee.sild.identity.account;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new email address that waits to be confirmed; both are null if there is none. */
public record EmailChangeView(
        @Schema(nullable = true, examples = "kadri.tamm@pohjala.example")
        String email,

        @Schema(nullable = true) Instant expiresAt) {

    private static final EmailChangeView NONE = new EmailChangeView(null, null);

    static EmailChangeView of(EmailChange change) {
        return new EmailChangeView(change.email(), change.expiresAt());
    }

    static EmailChangeView of(Optional<EmailChange> change) {
        return change.map(EmailChangeView::of).orElse(NONE);
    }
}
