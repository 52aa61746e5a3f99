package ee.sild.identity.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error response of the token endpoint, as in RFC 6749. */
@Schema(description = "Why no token was given, as RFC 6749 answers it")
public record TokenFailure(
        @Schema(examples = "invalid_client") String error,
        @JsonProperty("error_description") String description) {}
