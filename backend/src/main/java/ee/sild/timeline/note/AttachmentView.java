package ee.sild.timeline.note;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.CreatedElsewhere;

/** A file attached to a note; it is downloaded from `/api/v1/attachments/{id}`. */
public record AttachmentView(
        UUID id,
        @Schema(examples = "Pakkumine.pdf") String name,

        @Schema(description = "The size in bytes", examples = "48213")
        int size,

        Instant createdAt)
        implements Identified, CreatedElsewhere {

    @Override
    public String address() {
        return "/api/v1/attachments/" + id;
    }
}
