package ee.sild.customer;

import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;
import ee.sild.settings.MaskedField;

/** A person at a customer. */
public record ContactView(
        UUID id,

        @Schema(description = "`•••` if a policy masks it until the partner accepts an offer", examples = "Tiina Mägi")
        String name,

        @Schema(nullable = true) String title,
        @Schema(nullable = true) String email,
        @Schema(nullable = true) String phone,
        long version)
        implements Identified, Versioned {

    /** Replaces a masked name. */
    private static final String NAMELESS = "•••";

    ContactView without(Set<MaskedField> kept) {
        return new ContactView(
                id,
                kept.contains(MaskedField.NAME) ? NAMELESS : name,
                title,
                kept.contains(MaskedField.EMAIL) ? null : email,
                kept.contains(MaskedField.PHONE) ? null : phone,
                version);
    }

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id(), contact.name(), contact.title(), contact.email(), contact.phone(), contact.version());
    }
}
