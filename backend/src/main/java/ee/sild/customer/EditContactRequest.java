package ee.sild.customer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact's details. */
public record EditContactRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Tiina Mägi")
        String name,

        @Size(max = 100) @Schema(nullable = true, examples = "IT-juht")
        String title,

        @Email @Size(max = 320) @Schema(nullable = true, examples = "tiina@saartekala.example")
        String email,

        @Size(max = 50) @Schema(nullable = true, examples = "+372 500 0000")
        String phone) {

    static EditContactRequest of(Contact contact) {
        return new EditContactRequest(contact.name(), contact.title(), contact.email(), contact.phone());
    }
}
