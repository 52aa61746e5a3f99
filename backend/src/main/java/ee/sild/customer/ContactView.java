package ee.sild.customer;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Versioned;

/** A person at a customer. */
public record ContactView(UUID id, @Schema(examples = "Tiina Mägi") String name, @Schema(nullable = true) String title,
        @Schema(nullable = true) String email, @Schema(nullable = true) String phone, long version) implements Identified, Versioned {

    static ContactView of(Contact contact) {
        return new ContactView(contact.id(), contact.name(), contact.title(), contact.email(), contact.phone(), contact.version());
    }
}
